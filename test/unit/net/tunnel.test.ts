// Tunnels through a proxy that answers in ways of its own.
import { once } from 'node:events'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { setImmediate } from 'node:timers/promises'
import { afterEach, describe, expect, test } from '@jest/globals'
import { httpClient, RequestFailure } from '@open-claw/net'

const environment = { ...process.env }
const servers: Server[] = []
const sockets = new Set<Socket>()
afterEach(() => {
  for (const socket of sockets) socket.destroy()
  for (const server of servers.splice(0)) server.close()
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name]
  Object.assign(process.env, environment)
})

/** What a request through a proxy that answers with `answer` fails with, and the head that the proxy got. */
async function through(
  answer: (socket: Socket) => unknown,
  user = '',
): Promise<[reason: string, head: string]> {
  let head = ''
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => socket.destroy()))
    socket.once('data', (chunk: Buffer) => {
      head = String(chunk)
      answer(socket)
    })
  })
  servers.push(server.listen(0, '127.0.0.1'))
  await once(server, 'listening')
  process.env['https_proxy'] = `http://${user}127.0.0.1:${(server.address() as AddressInfo).port}`
  const asking = httpClient()(new URL('https://kms.example:8443/'), {
    method: 'GET',
    headers: {},
    timeout: 60_000,
    maxBytes: 1000,
  })
  const error: unknown = await asking.catch((thrown: unknown) => thrown)
  return [error instanceof RequestFailure ? error.message : String(error), head]
}

describe('a proxy', () => {
  test('that answers byte by byte costs no memory', async () => {
    const [reason] = await through(async (socket) => {
      socket.setNoDelay(true)
      for (const byte of `HTTP/1.1 200 OK\r\nx: ${'a'.repeat(200)}\r\n\r\n`) {
        socket.write(byte)
        await setImmediate()
        await setImmediate()
      }
      socket.destroy()
    })
    expect(reason).toMatch(/^(?:ECONNRESET|no connection)$/)
  })

  test.each([
    ['refuses', 'HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n'],
    ['has no success but 200', 'HTTP/1.1 302 Found\r\nlocation: http://other.example/\r\n\r\n'],
    ['speaks before the server does', 'HTTP/1.1 200 OK\r\n\r\nHTTP/1.1 200 OK\r\n\r\nforged'],
  ])('that %s opens no tunnel', async (_, answer) => {
    expect((await through((socket) => socket.write(answer)))[0]).toBe('ERR_PROXY_TUNNEL')
  })

  test('is asked for the host and its port, with the user of its URL', async () => {
    const [, head] = await through((socket) => socket.destroy(), 'us%3Aer:p%40ss@')
    expect(head).toMatch(/^CONNECT kms\.example:8443 HTTP\/1\.1\r\n/)
    const basic = Buffer.from('us:er:p@ss').toString('base64')
    expect(head.toLowerCase()).toContain(`proxy-authorization: basic ${basic.toLowerCase()}\r\n`)
  })
})
