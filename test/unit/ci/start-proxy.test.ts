// What Node.js reads when it starts is there before our first line runs.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { createServer as createHttpServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from '@jest/globals'

let proxied = 0
const proxy = createServer((socket) => {
  proxied += 1
  socket.on('error', () => undefined).destroy()
})
const metadata = createHttpServer((_, response) => response.end('{}'))
beforeAll(async () => {
  for (const server of [proxy, metadata]) await once(server.listen(0, '127.0.0.1'), 'listening')
})
afterAll(() => {
  for (const server of [proxy, metadata]) server.close()
})
const urlOf = (server: { address(): AddressInfo | string | null }): string =>
  `http://127.0.0.1:${(server.address() as AddressInfo).port}`

test.each([
  ['fetch', (url: string) => `await (await fetch('${url}')).text()`],
  [
    'a request without an agent',
    (url: string) =>
      `await new Promise((done, failed) => get('${url}', (answer) => answer.resume().on('end', done)).on('error', failed))`,
  ],
])(
  'a proxy of an earlier step does not see %s, as clients ask for the identity of the machine with',
  async (_, ask) => {
    const script = `
    import { get } from 'node:http'
    import { runAction } from '@open-claw/wiring'
    await runAction(async () => { ${ask(urlOf(metadata))} })`
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      env: { NODE_USE_ENV_PROXY: '1', HTTP_PROXY: urlOf(proxy), http_proxy: urlOf(proxy) },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const [shown] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
    expect([shown, child.exitCode]).toEqual(['', 0])
    expect(proxied).toBe(0)
  },
)
