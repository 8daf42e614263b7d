// Jobs switch certificate checks off for some registry of their own; ours must stay on.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:https'
import { text } from 'node:stream/consumers'
import { expect, test } from '@jest/globals'
import { selfSigned } from '../aws/certificate.ts'

test.each(['0', '1'])(
  'no request reaches a server that nobody vouches for: NODE_TLS_REJECT_UNAUTHORIZED=%s',
  async (flag) => {
    let reached = false
    const server = createServer(selfSigned(), (_, response) => {
      reached = true
      response.end('{}')
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const script = `
    import { runAction } from '@open-claw/wiring'
    await runAction(async () => { await fetch('https://127.0.0.1:${port}/') })`
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      env: { NODE_TLS_REJECT_UNAUTHORIZED: flag },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const [shown] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
    server.close()
    expect(reached).toBe(false)
    expect(child.exitCode).toBe(1)
    expect(shown).toContain('::error title=INTERNAL')
  },
)
