// Against the sandbox's Vault: logins, and tokens that are taken back.
import { afterEach, describe, expect, test } from '@jest/globals'
import { ClawError, type IdentityTokens } from '@open-claw/core'
import {
  revokeByAccessor,
  vaultLogin,
  type VaultLoginOptions,
  type VaultToken,
} from '../../../packages/vault/src/login.ts'
import type { TokenDefect } from '../../../packages/sandbox/src/services.ts'
import { codeOf, expectRefusal } from '../../support/errors.ts'
import { exchange } from '../../support/job-identity.ts'
import { testSandbox, callsTo } from '../../support/sandbox.ts'
import { testToken } from '../../support/token.ts'

const AUDIENCE = 'https://vault.sandbox.example'

const sandbox = await testSandbox()
afterEach(() => sandbox.control({ op: 'reset' }))

function setup(given: Partial<VaultLoginOptions> & { defect?: TokenDefect } = {}) {
  const { defect, ...more } = given
  const watched = exchange(sandbox, defect)
  const issued: string[] = []
  const options: VaultLoginOptions = {
    address: new URL(sandbox.vaultEndpoint),
    namespace: undefined,
    role: 'release',
    audience: AUDIENCE,
    tls: undefined,
    ...watched.options,
    issued: (accessor) => void issued.push(accessor),
    ...more,
  }
  return { ...watched, issued, options, session: vaultLogin(options) }
}

const calls = () => callsTo(sandbox, 'vault')

/** Status of a call with the token. */
async function statusOf({ token }: Pick<VaultToken, 'token'>, namespace = ''): Promise<number> {
  const url = `${sandbox.vaultEndpoint}/v1/auth/token/lookup-self`
  return (await fetch(url, { headers: { 'x-vault-token': token.reveal(), 'x-vault-namespace': namespace } }))
    .status
}

async function refusalOf(given: ReturnType<typeof setup>, action: () => Promise<unknown>, code: string) {
  const { message, remedy } = await expectRefusal(action, code, () => [
    ...given.identity.tokens,
    ...given.masked,
  ])
  return `${message} ${remedy}`
}

describe('the identity of the job', () => {
  test('becomes a token, masked before anybody learns of it', async () => {
    const { session, masked, identity, issued, clock } = setup()
    const minted = await session.mint()
    expect(await statusOf(minted)).toBe(200)
    expect(minted.token.reveal()).toMatch(/^hvs\./)
    expect([masked, identity.audiences, issued]).toEqual([
      [minted.token.reveal()],
      [AUDIENCE],
      [minted.accessor],
    ])
    expect(minted.expires - clock.now()).toBeLessThanOrEqual(300_000)
  })
  test('is shown once to concurrent callers, and again a minute before the end', async () => {
    const { session, clock } = setup()
    const [first, second] = await Promise.all([session.mint(), session.mint()])
    expect(first.token).toBe(second.token)
    expect(await calls()).toEqual({ Login: 1 })
    clock.pass(first.expires - clock.now() - 59_000)
    expect((await session.mint()).token.reveal()).not.toBe(first.token.reveal())
    expect(await calls()).toEqual({ Login: 2 })
  })
  test('is shown in its namespace, by its path', async () => {
    const { session } = setup({ namespace: 'team', authPath: 'github/jwt' })
    const minted = await session.mint()
    expect([await statusOf(minted, 'team'), await statusOf(minted)]).toEqual([200, 403])
  })
})

describe('a refusal', () => {
  test.each([
    ['wrong-audience', 'the audience is not one of bound_audiences'],
    ['wrong-issuer', 'the issuer is not the bound_issuer'],
    ['alg-none', 'the signature'],
    ['hs256', 'the signature'],
    ['foreign-kid', 'the signature'],
    ['foreign-key', 'the signature'],
    ['expired', 'not valid at this time'],
    ['not-yet-valid', 'not valid at this time'],
  ] as const)('answers a token with %s (abuse cases 27 and 28): %s', async (defect, why) => {
    const given = setup({ defect })
    const message = await refusalOf(given, () => given.session.mint(), 'CREDENTIALS_REFUSED')
    expect(message).toContain(why)
    expect([await calls(), given.masked, given.issued]).toEqual([{ Login: 1 }, [], []])
  })
  test('names role, path, sub and audience', async () => {
    const given = setup({ role: 'nobody', authPath: 'github/jwt' })
    const message = await refusalOf(given, () => given.session.mint(), 'CREDENTIALS_REFUSED')
    for (const part of ['role "nobody"', 'auth/github/jwt', '"repo:', AUDIENCE, 'there is no such role'])
      expect(message).toContain(part)
  })
  test('answers an audience that the role does not take', async () => {
    const given = setup({ audience: 'https://example.com' })
    const message = await refusalOf(given, () => given.session.mint(), 'CREDENTIALS_REFUSED')
    expect(message).toContain('the audience "https://example.com"')
  })
  test.each([
    ['role', { role: '' }],
    ['role', { role: 'a/b' }],
    ['authentication path', { authPath: '../sys' }],
    ['authentication path', { authPath: '' }],
    ['namespace', { namespace: '/team' }],
    ['namespace', { namespace: 'a/../b' }],
  ])('comes at once where the %s is not well-formed: %j (abuse case 17)', async (_, options) => {
    expect(await codeOf(() => setup(options))).toBe('INPUT_INVALID')
    expect(await calls()).toEqual({})
  })
  test('by the runner ends before Vault is asked', async () => {
    const identity: IdentityTokens = {
      mint: async () => {
        throw new ClawError('OIDC_UNAVAILABLE', 'The job has no identity.')
      },
    }
    expect(await codeOf(() => setup({ identity }).session.mint())).toBe('OIDC_UNAVAILABLE')
    expect(await calls()).toEqual({})
  })
})

describe('a Vault that fails', () => {
  test.each([
    ['429', 'CREDENTIALS_FAILED', 8],
    ['500', 'CREDENTIALS_FAILED', 8],
    ['503', 'CREDENTIALS_FAILED', 8],
    ['reset', 'CREDENTIALS_FAILED', 8],
    ['malformed', 'CREDENTIALS_FAILED', 1],
    ['sealed', 'CREDENTIALS_FAILED', 1],
    ['forbidden', 'CREDENTIALS_REFUSED', 1],
  ] as const)('with %s is %s after %d calls (abuse case 21)', async (kind, code, asked) => {
    await sandbox.control({ op: 'fault', service: 'vault', method: 'Login', kind })
    const given = setup()
    await refusalOf(given, () => given.session.mint(), code)
    expect(await calls()).toEqual({ Login: asked })
  })
  test.each(['hang', 'slow-body'] as const)('to answer (%s) is given up', async (kind) => {
    await sandbox.control({ op: 'fault', service: 'vault', method: 'Login', kind })
    const given = setup()
    given.clock.hurry()
    expect(await refusalOf(given, () => given.session.mint(), 'CREDENTIALS_FAILED')).toContain('timeout')
  })
  test.each(['429', '503', 'reset'] as const)('for a while (%s) is asked again', async (kind) => {
    await sandbox.control({ op: 'fault', service: 'vault', method: 'Login', kind, times: 2 })
    await setup().session.mint()
    expect(await calls()).toEqual({ Login: 3 })
  })
  test('and says how long is waited for', async () => {
    await sandbox.control({
      op: 'fault',
      service: 'vault',
      method: 'Login',
      kind: '503',
      times: 1,
      retryAfter: 7,
    })
    const { session, clock } = setup()
    await session.mint()
    expect(clock.sleeps).toEqual([7000])
  })
})

test('the end revokes every token that was given, once', async () => {
  const { session, clock } = setup()
  const first = await session.mint()
  clock.pass(first.expires - clock.now() - 59_000)
  const second = await session.mint()
  await session.revoke()
  await session.revoke()
  expect([await statusOf(first), await statusOf(second)]).toEqual([403, 403])
  expect(await calls()).toMatchObject({ Login: 2, RevokeSelf: 2 })
})
test('the end asks nothing where no token was given', async () => {
  await setup().session.revoke()
  expect(await calls()).toEqual({})
})
test('the end leaves a session that logs in anew', async () => {
  const { session } = setup()
  const first = await session.mint()
  await session.revoke()
  const second = await session.mint()
  expect([await statusOf(first), await statusOf(second)]).toEqual([403, 200])
})
test('the end is quiet about a token that is gone', async () => {
  const { session, options } = setup()
  const { accessor = '' } = await session.mint()
  await revokeByAccessor(options, accessor)
  await session.revoke()
  expect(await calls()).toMatchObject({ RevokeSelf: 2 })
})
test('the end asks nothing for a token that cannot be revoked', async () => {
  const { session, issued } = setup({ role: 'batch' })
  expect((await session.mint()).accessor).toBeUndefined()
  await session.revoke()
  expect([await calls(), issued]).toEqual([{ Login: 1 }, []])
})
test('the end asks nothing for a token that has ended', async () => {
  const { session, clock } = setup()
  const { expires } = await session.mint()
  clock.pass(expires - clock.now())
  await session.revoke()
  expect(await calls()).toEqual({ Login: 1 })
})
test.each([
  ['forbidden', 'CREDENTIALS_REFUSED', 'update on auth/token/revoke-self'],
  ['503', 'CREDENTIALS_FAILED', 'Revoking'],
  ['sealed', 'CREDENTIALS_FAILED', 'Vault is sealed'],
] as const)('the end tells that it failed: %s', async (kind, code, hint) => {
  const given = setup()
  await given.session.mint()
  await sandbox.control({ op: 'fault', service: 'vault', method: 'RevokeSelf', kind })
  expect(await refusalOf(given, () => given.session.revoke(), code)).toContain(hint)
})
test('the end of one token does not keep the others', async () => {
  const given = setup()
  const first = await given.session.mint()
  given.clock.pass(first.expires - given.clock.now() - 59_000)
  const second = await given.session.mint()
  await sandbox.control({
    op: 'fault',
    service: 'vault',
    method: 'RevokeSelf',
    kind: 'forbidden',
    times: 1,
  })
  await refusalOf(given, () => given.session.revoke(), 'CREDENTIALS_REFUSED')
  expect(new Set([await statusOf(first), await statusOf(second)])).toEqual(new Set([200, 403]))
})

describe('an accessor that an earlier process left behind', () => {
  test('is enough to revoke its token, and leaves no other', async () => {
    const main = setup()
    const killed = await main.session.mint()
    const post = setup()
    await revokeByAccessor(post.options, main.issued[0] ?? '')
    expect(await statusOf(killed)).toBe(403)
    expect(await statusOf({ token: testToken(post.masked[0] ?? '') })).toBe(403)
    expect(await calls()).toMatchObject({ Login: 2, RevokeAccessor: 1, RevokeSelf: 1 })
  })
  test('of a token that is gone is nothing to do', async () => {
    const main = setup()
    await main.session.mint()
    await main.session.revoke()
    await revokeByAccessor(setup().options, main.issued[0] ?? '')
    expect(await calls()).toMatchObject({ RevokeAccessor: 1 })
  })
  test.each(['', 'hvs.CAESI-canary_x', '../x', 'a"b', 'a b', 'a\n', 'x'.repeat(65), 'a.b.c'])(
    'is refused before a login where it is none: "%s"',
    async (accessor) => {
      expect(await codeOf(() => revokeByAccessor(setup().options, accessor))).toBe('INPUT_INVALID')
      expect(await calls()).toEqual({})
    },
  )
  test('that may not be revoked is told, and the new token is revoked all the same', async () => {
    const main = setup()
    await main.session.mint()
    await sandbox.control({ op: 'fault', service: 'vault', method: 'RevokeAccessor', kind: 'forbidden' })
    const post = setup()
    const message = await refusalOf(
      post,
      () => revokeByAccessor(post.options, main.issued[0] ?? ''),
      'CREDENTIALS_REFUSED',
    )
    expect(message).toContain('update on auth/token/revoke-accessor')
    expect(await statusOf({ token: testToken(post.masked[0] ?? '') })).toBe(403)
  })
})
