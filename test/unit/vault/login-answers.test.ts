// Answers to a login that no honest Vault gives, and tokens that the machine has.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { ambientVaultToken } from '../../../packages/vault/src/ambient.ts'
import { revokeByAccessor, vaultLogin } from '../../../packages/vault/src/login.ts'
import { testClock } from '../../support/clock.ts'
import { codeOf, refusal } from '../../support/errors.ts'
import { loopbackServer } from '../../support/loopback.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { testToken } from '../../support/token.ts'

const TOKEN = 'hvs.canary-of-vault'
const JWT = `eyJhbGciOiJSUzI1NiJ9.${Buffer.from('{"sub":"repo:o/r:ref:x"}').toString('base64url')}.canary-of-the-job`
const AUTH = { client_token: TOKEN, accessor: 'abcDEF123', lease_duration: 300 }

let answer: (response: ServerResponse) => void
let lines: string[] = []
const origin = await loopbackServer((request, response) => {
  lines.push(`${request.method} ${request.url}`)
  answer(response)
})
const folder = temporaryFolder('vault-token')

const json =
  (body: unknown, status = 200) =>
  (response: ServerResponse): void =>
    void response.writeHead(status).end(JSON.stringify(body))

function login(given: (response: ServerResponse) => void, path = '') {
  answer = given
  lines = []
  const masked: string[] = []
  const issued: string[] = []
  const options = {
    address: new URL(`${origin}${path}`),
    namespace: undefined,
    role: 'release',
    audience: 'vault',
    tls: undefined,
    identity: { mint: async () => testToken(JWT) },
    mask: (value: string) => void masked.push(value),
    clock: testClock(),
    issued: (accessor: string) => void issued.push(accessor),
  }
  return { options, session: vaultLogin(options), masked, issued }
}

async function expectFailure(given: (response: ServerResponse) => void, code: string): Promise<string> {
  const error = await refusal(() => login(given).session.mint())
  expect(error.code).toBe(code)
  expect(`${error.message} ${String(error.cause)} ${error.stack}`).not.toContain('canary')
  return error.message
}

test('an answer is a token, an accessor and a lifetime', async () => {
  const { session } = login(json({ auth: AUTH }))
  const { token, accessor } = await session.mint()
  expect([token.reveal(), accessor]).toEqual([TOKEN, 'abcDEF123'])
  expect(lines).toEqual(['POST /v1/auth/jwt/login'])
})
test('an answer is asked for below the path of the address', async () => {
  await login(json({ auth: AUTH }), '/private/').session.mint()
  expect(lines).toEqual(['POST /private/v1/auth/jwt/login'])
})
test.each([
  ['is empty', (response: ServerResponse) => void response.end()],
  ['has no content', (response: ServerResponse) => void response.writeHead(204).end()],
  ['is HTML', (response: ServerResponse) => void response.end('<html>canary</html>')],
  ['is null', json(null)],
  ['is a list', json([AUTH])],
  ['has no auth', json({ data: AUTH })],
  ['has auth that is null', json({ auth: null })],
  ['has no token', json({ auth: { ...AUTH, client_token: undefined } })],
  ['waits for a second factor', json({ auth: { ...AUTH, client_token: '' } })],
  ['has a token that ends the header', json({ auth: { ...AUTH, client_token: `${TOKEN}\r\nx: y` } })],
  ['has a token that is no string', json({ auth: { ...AUTH, client_token: { canary: 1 } } })],
  ['has no lifetime', json({ auth: { ...AUTH, lease_duration: undefined } })],
  ['lives for ever', json({ auth: { ...AUTH, lease_duration: 0 } })],
  ['lives for years', json({ auth: { ...AUTH, lease_duration: 1e9 } })],
  ['has a lifetime that is text', json({ auth: { ...AUTH, lease_duration: '300' } })],
  ['is larger than any login', json({ auth: AUTH, more: 'x'.repeat(300_000) })],
])('an answer that %s is a failure', async (_, given) => {
  await expectFailure(given, 'CREDENTIALS_FAILED')
  expect(lines).toHaveLength(1)
})
test('an answer with a short life serves for half of it', async () => {
  const { session, options } = login(json({ auth: { ...AUTH, lease_duration: 40 } }))
  await session.mint()
  options.clock.pass(19_000)
  await session.mint()
  expect(lines).toHaveLength(1)
  options.clock.pass(2000)
  await session.mint()
  expect(lines).toHaveLength(2)
})
test('an answer that is refused is masked and remembered all the same', async () => {
  const { session, masked, issued } = login(json({ auth: { ...AUTH, lease_duration: 0 } }))
  await refusal(() => session.mint())
  expect([masked, issued]).toEqual([[TOKEN], ['abcDEF123']])
})
test.each([0, 1e9, '300'])(
  'an answer that is refused, with a lifetime of %j, is given back',
  async (lifetime) => {
    const { session } = login(json({ auth: { ...AUTH, lease_duration: lifetime } }))
    await refusal(() => session.mint())
    await session.revoke()
    expect(lines).toEqual(['POST /v1/auth/jwt/login', 'POST /v1/auth/token/revoke-self'])
  },
)
test('an answer that is under way at the end is waited for: its token exists, whoever asked for it has gone', async () => {
  const { session } = login((response) => void setTimeout(() => json({ auth: AUTH })(response), 50))
  const minted = session.mint()
  await session.revoke()
  expect(lines).toEqual(['POST /v1/auth/jwt/login', 'POST /v1/auth/token/revoke-self'])
  await minted
})
test('an answer that is under way at the end and refused gives nothing to revoke', async () => {
  const { session } = login(json({ errors: [] }, 403))
  const minted = codeOf(() => session.mint())
  await session.revoke()
  expect([await minted, lines]).toEqual(['CREDENTIALS_REFUSED', ['POST /v1/auth/jwt/login']])
})
test('an answer that is refused leaves no token of a post either', async () => {
  const { options } = login(json({ auth: { ...AUTH, lease_duration: 0 } }))
  expect(await codeOf(() => revokeByAccessor(options, 'abc'))).toBe('CREDENTIALS_FAILED')
  expect(lines).toEqual(['POST /v1/auth/jwt/login', 'POST /v1/auth/token/revoke-self'])
})
test.each(['a"b', '../x', TOKEN, 7, null])('an answer with the accessor %j has none', async (accessor) => {
  const { session, issued } = login(json({ auth: { ...AUTH, accessor } }))
  expect((await session.mint()).accessor).toBeUndefined()
  expect(issued).toEqual([])
})
test.each([301, 307, 308])('an answer %d leads nowhere (abuse case 97)', async (status) => {
  await expectFailure(
    (response) => void response.writeHead(status, { location: '/elsewhere' }).end(),
    'SERVICE_REFUSED',
  )
  expect(lines).toHaveLength(1)
})
test.each([
  ['quotes the token of the job', json({ errors: [JWT] }, 400)],
  ['is not JSON', (response: ServerResponse) => void response.writeHead(403).end('canary')],
  ['is hostile', json({ errors: ['\n::error::canary', { canary: 1 }] }, 400)],
  ['has no list', json({ errors: 'canary' }, 400)],
  ['is unknown', json({ errors: ['canary in a text of another version'] }, 400)],
])('an answer that refuses and %s is told by its status alone', async (_, given) => {
  const message = await expectFailure(given, 'CREDENTIALS_REFUSED')
  expect(message).toMatch(/was refused \(status 40[03]\)/)
  expect(message).toContain('"repo:o/r:ref:x"')
})
test.each([
  [
    'error validating claims: claim "repository" does not match any associated bound claim values',
    'bound_claims',
  ],
  ['error validating token: invalid subject (sub) claim', 'bound_subject'],
  ['1 error occurred:\n\t* permission denied\n\n', 'permission denied'],
])('an answer "%s" is told in words of our own', async (text, hint) => {
  expect(await expectFailure(json({ errors: [text] }, 400), 'CREDENTIALS_REFUSED')).toContain(hint)
})

describe('a token that the machine has', () => {
  const masked: string[] = []
  const mint = (env: Record<string, string | undefined>, home = folder) =>
    ambientVaultToken(env, home, (value) => void masked.push(value)).mint()
  test('is that of the environment, masked', async () => {
    expect((await mint({ VAULT_TOKEN: TOKEN, BAO_TOKEN: 'other' })).token.reveal()).toBe(TOKEN)
    expect(masked).toEqual([TOKEN])
    expect((await mint({ VAULT_TOKEN: '', BAO_TOKEN: 'hvs.bao' })).token.reveal()).toBe('hvs.bao')
  })
  test('is that of the file otherwise, read once', async () => {
    await writeFile(join(folder, '.vault-token'), `${TOKEN}\n`)
    const tokens = ambientVaultToken({}, folder, () => undefined)
    expect((await tokens.mint()).token.reveal()).toBe(TOKEN)
    await writeFile(join(folder, '.vault-token'), 'hvs.another')
    expect((await tokens.mint()).token.reveal()).toBe(TOKEN)
    await rm(join(folder, '.vault-token'))
  })
  test.each([
    ['is not there', undefined, 'CREDENTIALS_MISSING'],
    ['is empty', ' \n', 'CREDENTIALS_MISSING'],
    ['is two lines', 'hvs.canary\nx', 'CREDENTIALS_FAILED'],
    ['ends a header', 'hvs.canary\r\nx: y', 'CREDENTIALS_FAILED'],
    ['is a whole file', 'canary'.repeat(20_000), 'CREDENTIALS_FAILED'],
  ])('that %s is refused', async (_, content, code) => {
    const home = await mkdtemp(join(folder, 'home-'))
    if (content !== undefined) await writeFile(join(home, '.vault-token'), content)
    const error = await refusal(() => mint({}, home))
    expect(error.code).toBe(code)
    expect(`${error.message} ${String(error.cause)}`).not.toContain('canary')
  })
  test('is refused where a variable is no token', async () => {
    expect(await codeOf(() => mint({ VAULT_TOKEN: 'a b' }))).toBe('CREDENTIALS_FAILED')
  })
})
