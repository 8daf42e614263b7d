// The life of the process, and who may talk to its control channel.
import { describe, expect, test } from '@jest/globals'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { startSandbox } from '@open-claw/sandbox'

const SERVER = fileURLToPath(new URL('../../../packages/sandbox/src/server.ts', import.meta.url))

async function startServer() {
  const child = spawn(process.execPath, [SERVER], { stdio: ['pipe', 'pipe', 'inherit'], env: {} })
  const lines: string[] = []
  const output = createInterface({ input: child.stdout })
  output.on('line', (line) => lines.push(line))
  await once(output, 'line')
  const endpoints: Record<string, string> = JSON.parse(lines[0] ?? '')
  return { child, lines, endpoints }
}

test('prints one line, listens on loopback alone, and ends with its stdin', async () => {
  const { child, lines, endpoints } = await startServer()
  const ended = once(child, 'close')
  const urls = Object.values(endpoints).filter((value) => URL.canParse(value))
  expect(urls.map((url) => new URL(url).hostname)).toEqual(urls.map(() => '127.0.0.1'))
  // The issuer and its token endpoint share one; every other service has its own.
  expect(new Set(urls.map((url) => new URL(url).port)).size).toBe(urls.length - 1)
  child.stdin.end()
  expect(await ended).toEqual([0, null])
  expect(lines).toHaveLength(1)
})

test('ends on SIGTERM', async () => {
  const { child } = await startServer()
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
})

describe('the control channel', () => {
  test.each(['', 'Bearer ', 'Bearer guess'])('is closed to "%s"', async (authorization) => {
    const { child, endpoints } = await startServer()
    const ended = once(child, 'exit')
    const headers: Record<string, string> = authorization === '' ? {} : { authorization }
    const body = JSON.stringify({ op: 'access-token' })
    const response = await fetch(endpoints['controlUrl'] ?? '', { method: 'POST', headers, body })
    child.stdin.end()
    await ended
    expect(response.status).toBe(401)
    expect(await response.text()).not.toContain('ya29')
  })
})

test('stopping waits for the end and may be repeated', async () => {
  const sandbox = await startSandbox()
  await sandbox.stop()
  await sandbox.stop()
  expect(() => process.kill(sandbox.pid, 0)).toThrow('ESRCH')
  await expect(fetch(sandbox.oidcIssuer)).rejects.toThrow('fetch failed')
})

test('a sandbox that is not ready in time is an error, not a sandbox', async () => {
  await expect(startSandbox({ startTimeout: 0 })).rejects.toMatchObject({ code: 'INTERNAL' })
})
