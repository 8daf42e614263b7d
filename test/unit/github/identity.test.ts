// The job's identity: asking for a token, and believing it.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { beforeEach, expect, test } from '@jest/globals'
import type { Clock, Token } from '@open-claw/core'
import { isRequestUrlFor, jobIdentityTokens } from '../../../packages/github/src/identity-request.ts'
import { verifyIdentityToken } from '../../../packages/github/src/identity-claims.ts'
import type { FaultKind, TokenDefect } from '../../../packages/sandbox/src/services.ts'
import { testClock } from '../../support/clock.ts'
import { codeOf, refusal } from '../../support/errors.ts'
import { TOKEN_DEFECTS } from '../../support/job-identity.ts'
import { testSandbox, countCalls } from '../../support/sandbox.ts'
import { testToken } from '../../support/token.ts'
const sandbox = await testSandbox()
const issuer = new URL(sandbox.oidcIssuer)
const AUDIENCE = 'https://open-claw.github.io/provenance'
const masked: string[] = []
beforeEach(async () => {
  await sandbox.control({ op: 'reset' })
  process.env['ACTIONS_ID_TOKEN_REQUEST_URL'] = sandbox.oidcRequestUrl
  process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] = sandbox.oidcRequestToken
  masked.length = 0
})

const tokensOf = (own: URL = issuer, clock: Clock = testClock()) =>
  jobIdentityTokens({
    issuer: own,
    environment: process.env,
    mask: (value) => void masked.push(value),
    clock,
  })
const mint = (own?: URL) => tokensOf(own).mint(AUDIENCE)
const verify = (token: Token, options: { audience?: string; clock?: Clock; issuer?: URL } = {}) =>
  verifyIdentityToken({
    token,
    issuer: options.issuer ?? issuer,
    audience: options.audience ?? AUDIENCE,
    clock: options.clock ?? testClock(),
  })

const GITHUB = 'https://token.actions.githubusercontent.com'
test.each([
  ['https://pipelines.actions.githubusercontent.com/x?api-version=2.0', GITHUB],
  ['https://run-actions-1-azure-eastus.actions.githubusercontent.com/49//idtoken', GITHUB],
  ['https://run.actions.acme.ghe.com/x', 'https://token.actions.acme.ghe.com'],
  ['https://github.acme.example/_services/pipelines/x', 'https://github.acme.example/_services/token'],
  ['http://127.0.0.1:5/x', 'http://127.0.0.1:5'],
])('where tokens are asked for %s belongs to %s', (url, own) => {
  expect(isRequestUrlFor(new URL(url), new URL(own))).toBe(true)
})

test.each([
  ['http://pipelines.actions.githubusercontent.com/x', GITHUB],
  ['https://actions.githubusercontent.com.evil.example/x', GITHUB],
  ['https://evilactions.githubusercontent.com/x', GITHUB],
  ['https://evil.example/.actions.githubusercontent.com', GITHUB],
  ['https://user:pass@pipelines.actions.githubusercontent.com/x', GITHUB],
  ['https://pipelines.actions.githubusercontent.com:444/x', GITHUB],
  ['https://run.actions.acme.ghe.com/x', GITHUB],
  ['https://run.actions.evil.ghe.com/x', 'https://token.actions.acme.ghe.com'],
  ['https://sub.github.acme.example/x', 'https://github.acme.example/_services/token'],
  ['http://127.0.0.1:5/x', GITHUB],
  ['http://127.0.0.1:6/x', 'http://127.0.0.1:5'],
  ['http://127.0.0.1:5/x', 'https://127.0.0.1.evil.example'],
  ['file:///etc/passwd', GITHUB],
])('where tokens are asked for abuse case 26: %s does not belong to %s', (url, own) => {
  expect(isRequestUrlFor(new URL(url), new URL(own))).toBe(false)
})

test('where tokens are asked for abuse case 26: nothing is sent to a foreign host', async () => {
  const seen: string[] = []
  const server = createServer((request, response) => {
    seen.push(String(request.url))
    response.end('{"value":"a.b.c"}')
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  process.env['ACTIONS_ID_TOKEN_REQUEST_URL'] = `http://127.0.0.1:${port}/?x=1`
  expect(await codeOf(() => mint())).toBe('OIDC_HOST_REFUSED')
  expect(await codeOf(() => mint(new URL('https://token.actions.githubusercontent.com')))).toBe(
    'OIDC_HOST_REFUSED',
  )
  expect(seen).toEqual([])
  server.close()
})

test.each(['ACTIONS_ID_TOKEN_REQUEST_URL', 'ACTIONS_ID_TOKEN_REQUEST_TOKEN'])(
  'where tokens are asked for abuse case 30: without %s there is no identity',
  async (name) => {
    process.env[name] = ''
    expect(await codeOf(() => mint())).toBe('OIDC_UNAVAILABLE')
  },
)

test('where tokens are asked for token and request token are masked; the token is asked for once per audience', async () => {
  const tokens = tokensOf()
  const [first, second] = await Promise.all([tokens.mint('a'), tokens.mint('a')])
  await tokens.mint('b')
  expect(first).toBe(second)
  expect(masked).toContain(first.reveal())
  expect(masked).toContain(sandbox.oidcRequestToken)
  expect(await countCalls(sandbox, 'oidc.RequestToken')).toBe(2)
})

test('where tokens are asked for a token is asked for anew where a session is renewed: that of the login has ended by then', async () => {
  const clock = testClock()
  const tokens = tokensOf(issuer, clock)
  const first = await tokens.mint('a')
  clock.pass(59_000)
  expect(await tokens.mint('a')).toBe(first)
  clock.pass(1000)
  expect((await tokens.mint('a')).reveal()).not.toBe(first.reveal())
  expect(await countCalls(sandbox, 'oidc.RequestToken')).toBe(2)
})

test('where tokens are asked for a failure is not kept: whoever asks later may have better luck', async () => {
  await sandbox.control({
    op: 'fault',
    service: 'oidc',
    method: 'RequestToken',
    kind: 'forbidden',
    times: 1,
  })
  const tokens = tokensOf()
  expect(await codeOf(() => tokens.mint('a'))).toBe('OIDC_REQUEST_FAILED')
  expect((await tokens.mint('a')).reveal()).toMatch(/^eyJ/)
})

test.each<[FaultKind, number]>([
  ['429', 8],
  ['500', 8],
  ['503', 8],
  ['reset', 8],
  ['malformed', 1],
  ['forbidden', 1],
])(
  'where tokens are asked for %s fails after %i attempts, without a token in the message',
  async (kind, attempts) => {
    await sandbox.control({ op: 'fault', service: 'oidc', method: 'RequestToken', kind })
    const error = await refusal(() => mint())
    expect(error.code).toBe('OIDC_REQUEST_FAILED')
    expect(error.message).not.toContain(sandbox.oidcRequestToken)
    expect(await countCalls(sandbox, 'oidc.RequestToken')).toBe(attempts)
  },
)

const ANSWERS: [string, (request: IncomingMessage, response: ServerResponse) => void][] = [
  ['a redirect', (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end()],
  ['no value', (_, response) => response.end('{}')],
  ['an empty value', (_, response) => response.end('{"value":""}')],
  ['a value that is no JWT', (_, response) => response.end('{"value":"canary"}')],
  ['a list', (_, response) => response.end('["a.b.c"]')],
  ['two values', (_, response) => response.end('{"value":"a.b.c","value":"d.e.f"}')],
  ['nothing', (_, response) => response.end()],
  ['too much', (_, response) => response.end(`"${'x'.repeat(2 * 1024 * 1024)}"`)],
  ['a success with another status', (_, response) => response.writeHead(201).end('{"value":"a.b.c"}')],
]
test('where tokens are asked for an answer that begins with a byte order mark is read', async () => {
  const server = createServer((_, response) => response.end('\ufeff{"value":"a.b.c"}')).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  process.env['ACTIONS_ID_TOKEN_REQUEST_URL'] = `http://127.0.0.1:${port}/?x=1`
  expect((await mint(new URL(`http://127.0.0.1:${port}`))).reveal()).toBe('a.b.c')
  server.close()
})
test.each(ANSWERS)('where tokens are asked for an answer with %s is refused', async (_, answer) => {
  const server = createServer(answer).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  process.env['ACTIONS_ID_TOKEN_REQUEST_URL'] = `http://127.0.0.1:${port}/?x=1`
  expect(await codeOf(() => mint(new URL(`http://127.0.0.1:${port}`)))).toBe('OIDC_REQUEST_FAILED')
  server.close()
})

const tokenWith = async (defect?: TokenDefect): Promise<Token> => {
  const { token = '' } = await sandbox.control({
    op: 'mint',
    audience: AUDIENCE,
    ...(defect === undefined ? {} : { defect }),
  })
  return testToken(token)
}

test.each(['name', 'immutable'] as const)('believing a token both forms of the sub: %s', async (subject) => {
  await sandbox.control({ op: 'claims', claims: {}, subject })
  expect(await verify(await mint())).toMatchObject({
    repository: 'octo-org/octo-repo',
    repositoryId: '456789',
    eventName: 'push',
    runAttempt: '2',
    issuer: sandbox.oidcIssuer,
  })
})

test('believing a token a customised sub is reported as it is', async () => {
  await sandbox.control({
    op: 'claims',
    claims: { sub: 'environment:production:repository_owner:octo-org' },
  })
  expect((await verify(await tokenWith())).subject).toBe('environment:production:repository_owner:octo-org')
})

test.each<TokenDefect>([...TOKEN_DEFECTS, 'foreign-key', 'missing-claim'])(
  'believing a token abuse cases 27 and 28: %s is refused, and the token is in no message',
  async (defect) => {
    const token = await tokenWith(defect)
    const error = await refusal(() => verify(token))
    expect(error.code).toBe('OIDC_TOKEN_INVALID')
    const parts = token.reveal().split('.')
    for (const part of parts.filter((text) => text.length > 8))
      expect(`${error.message}${error.stack}${String(error.cause)}`).not.toContain(part)
  },
)

test('believing a token abuse case 28: a token of an hour ago, and one from the future', async () => {
  const token = await tokenWith()
  for (const shift of [3_600_000, -3_600_000]) {
    const clock = { ...testClock(), now: () => Date.now() + shift }
    expect(await codeOf(() => verify(token, { clock }))).toBe('OIDC_TOKEN_INVALID')
  }
})

test.each(['', 'a', 'a.b', 'a.b.c', '..', 'e30.e30.'])('believing a token %j is no token', async (token) => {
  expect(await codeOf(() => verify(testToken(token)))).toBe('OIDC_TOKEN_INVALID')
})

test.each<[string, string | number | null]>([
  ['repository', 'octo-org'],
  ['repository', 'a/b/c'],
  ['repository_id', 'x'],
  ['repository_id', null],
  ['repository_owner_id', '-1'],
  ['sha', 'main'],
  ['sha', null],
  ['ref', 'refs/heads/a\u202eb'],
  ['ref', 'refs/heads/a\nb'],
  ['sub', `repo:octo-org/octo-repo:environment:${'x'.repeat(8192)}`],
  ['event_name', 'Push'],
  ['workflow_ref', 'x'],
  ['job_workflow_ref', null],
  ['job_workflow_sha', ''],
  ['run_id', '1e3'],
  ['run_attempt', null],
  ['runner_environment', 'mine'],
  ['repository_visibility', 'open'],
  ['sub', 'repo:evil/evil:ref:refs/heads/main'],
  ['sub', 'repo:octo-org/octo-repo2:ref:x'],
  ['actor_id', 'x'],
])('believing a token the claim %s as %j is refused, by name', async (name, value) => {
  await sandbox.control({ op: 'claims', claims: { [name]: value } })
  const error = await refusal(async () => verify(await tokenWith()))
  expect(error.code).toBe('OIDC_TOKEN_INVALID')
  expect(error.message).toContain(name)
})

test('believing a token a token for two audiences is refused', async () => {
  expect(await codeOf(async () => verify(await tokenWith(), { audience: 'https://other.example' }))).toBe(
    'OIDC_TOKEN_INVALID',
  )
})

test.each<[FaultKind, 'oidc' | 'jwks', string | undefined, string]>([
  ['503', 'jwks', undefined, 'OIDC_KEYS_UNAVAILABLE'],
  ['malformed', 'jwks', undefined, 'OIDC_KEYS_UNAVAILABLE'],
  ['no-keys', 'jwks', undefined, 'OIDC_KEYS_UNAVAILABLE'],
  ['wrong-key', 'jwks', undefined, 'OIDC_TOKEN_INVALID'],
  ['503', 'oidc', 'GetConfiguration', 'OIDC_KEYS_UNAVAILABLE'],
  ['malformed', 'oidc', 'GetConfiguration', 'OIDC_KEYS_UNAVAILABLE'],
])('believing a token keys of the issuer: %s of %s %s: %s', async (kind, service, method, code) => {
  const token = await tokenWith()
  await sandbox.control({ op: 'fault', service, kind, ...(method === undefined ? {} : { method }) })
  expect(await codeOf(() => verify(token))).toBe(code)
})

test('believing a token a discovery document that names another issuer or another host for its keys is refused', async () => {
  for (const document of [
    (own: string) => ({ issuer: 'https://evil.example', jwks_uri: `${own}/jwks` }),
    (own: string) => ({ issuer: own, jwks_uri: 'https://evil.example/jwks' }),
    (own: string) => ({ issuer: own }),
  ]) {
    const server = createServer((_, response) => {
      const { port } = server.address() as AddressInfo
      response.end(JSON.stringify(document(`http://127.0.0.1:${port}`)))
    }).listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const own = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
    expect(await codeOf(async () => verify(await tokenWith(), { issuer: own }))).toBe('OIDC_TOKEN_INVALID')
    server.close()
  }
})
