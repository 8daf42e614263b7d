import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { beforeEach, expect, test } from '@jest/globals'
import { githubRun } from '@open-claw/github'
import type { FaultKind } from '../../../packages/sandbox/src/services.ts'
import { CLAIMS } from '../../support/claims.ts'
import { testClock } from '../../support/clock.ts'
import { codeOf, refusal } from '../../support/errors.ts'
import { testSandbox, countCalls } from '../../support/sandbox.ts'
import { testToken } from '../../support/token.ts'

const sandbox = await testSandbox()
beforeEach(() => sandbox.control({ op: 'reset' }))
const claims = { ...CLAIMS, repositoryId: '456789' }
const ask = (more: { token?: string; apiUrl?: URL; runId?: string } = {}) =>
  githubRun({
    token: testToken(more.token ?? sandbox.githubToken),
    apiUrl: more.apiUrl ?? new URL(sandbox.githubApi),
    claims: { ...claims, runId: more.runId ?? '1111' },
    clock: testClock(),
  })

test('the run its start and its reusable workflows', async () => {
  await sandbox.control({
    op: 'run',
    run: { referenced_workflows: [{ path: 'acme/b/.github/workflows/b.yml@v1', sha: 'b'.repeat(40) }] },
  })
  expect(await ask()).toEqual({
    startedOn: expect.stringMatching(/^20/),
    referencedWorkflows: [{ path: 'acme/b/.github/workflows/b.yml@v1', sha: 'b'.repeat(40) }],
  })
})

test.each<[FaultKind, string, number]>([
  ['429', 'GITHUB_FAILED', 8],
  ['500', 'GITHUB_FAILED', 8],
  ['503', 'GITHUB_FAILED', 8],
  ['forbidden', 'GITHUB_FORBIDDEN', 1],
])('the run abuse case 98: %s is %s after %i attempts', async (kind, code, attempts) => {
  await sandbox.control({ op: 'fault', service: 'github', kind })
  expect(await codeOf(() => ask())).toBe(code)
  expect(await countCalls(sandbox, 'github.GetRunAttempt')).toBe(attempts)
})

test('the run a wrong token is refused by permission, and not shown', async () => {
  const error = await refusal(() => ask({ token: 'ghs_canary_token' }))
  expect([error.code, error.message]).toEqual(['GITHUB_FORBIDDEN', expect.stringContaining('actions: read')])
  expect(`${error.message}${error.stack}${String(error.cause)}`).not.toContain('canary')
})

test('the run another run is not found', async () => {
  expect(await codeOf(() => ask({ runId: '2222' }))).toBe('GITHUB_FORBIDDEN')
})

test.each<[string, Record<string, unknown>]>([
  ['abuse case 101: another repository', { repository: { id: 1 } }],
  ['another run', { id: 2222 }],
  ['another attempt', { run_attempt: 1 }],
  ['no start', { run_started_at: null }],
  ['a start that is no time', { run_started_at: 'yesterday' }],
  ['a workflow without its commit', { referenced_workflows: [{ path: 'x' }] }],
])('the run an answer about %s is refused', async (_, run) => {
  await sandbox.control({ op: 'run', run })
  expect(await codeOf(() => ask())).toBe('GITHUB_FAILED')
})

test('the run abuse case 97: a redirect is not followed with the token', async () => {
  const seen: string[] = []
  const listen = async (answer: (response: ServerResponse) => void) => {
    const server = createServer((request, response) => {
      seen.push(`${String(request.url)} ${request.headers.authorization ?? 'none'}`)
      answer(response)
    }).listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    return { server, url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`) }
  }
  const target = await listen((response) => response.end('{}'))
  const door = await listen((response) => response.writeHead(302, { location: target.url.href }).end())
  expect(await codeOf(() => ask({ apiUrl: door.url }))).toBe('GITHUB_FAILED')
  expect(seen.some((line) => line.startsWith('/ '))).toBe(false)
  target.server.close()
  door.server.close()
})

const answering = async (status: number, headers: Record<string, string>) => {
  const server = createServer((_, response) => response.writeHead(status, headers).end('{}'))
  server.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const clock = testClock()
  const apiUrl = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  const error = await refusal(() =>
    githubRun({ token: testToken('ghs_canary_token'), apiUrl, claims, clock }),
  )
  server.closeAllConnections()
  server.close()
  return { error, sleeps: clock.sleeps }
}

test.each<[string, number, Record<string, string>]>([
  ['a secondary rate limit', 403, { 'retry-after': '40' }],
  ['a secondary rate limit of newer servers', 429, { 'retry-after': '40' }],
])(
  'the run %s is waited for as long as GitHub says, and is no missing permission',
  async (_, status, headers) => {
    const { error, sleeps } = await answering(status, headers)
    expect([error.code, error.message]).toEqual([
      'GITHUB_FAILED',
      `The GitHub API did not tell of the run (status ${status}, rate limit).`,
    ])
    expect(sleeps).toEqual([40_000, 40_000])
  },
)

test('the run a rate limit that lasts longer than a step waits ends it at once, by its name', async () => {
  const reset = String(Math.round(Date.now() / 1000) + 3000)
  const limit = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset }
  const { error, sleeps } = await answering(403, limit)
  expect([error.code, error.message]).toEqual(['GITHUB_FAILED', expect.stringContaining('rate limit')])
  expect(sleeps).toEqual([])
})

test('the run no connection is told as such, and not as an answer', async () => {
  const error = await refusal(() => ask({ apiUrl: new URL('http://127.0.0.1:9') }))
  expect([error.code, error.message]).toEqual([
    'GITHUB_FAILED',
    'The GitHub API did not tell of the run (ECONNREFUSED).',
  ])
})
