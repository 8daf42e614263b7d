// Against the sandbox: STS, IAM Credentials and the OIDC issuer as they answer and as they fail.
import { afterEach, describe, expect, test } from '@jest/globals'
import type { AccessTokens, IdentityTokens } from '@open-claw/core'
import {
  googleWorkloadIdentity,
  type GoogleIdentityOptions,
} from '../../../packages/google/src/workload-identity.ts'
import type { TokenDefect } from '../../../packages/sandbox/src/services.ts'
import { refusal, expectRefusal } from '../../support/errors.ts'
import { exchange, type Exchange, TOKEN_DEFECTS } from '../../support/job-identity.ts'
import { testSandbox, countCalls } from '../../support/sandbox.ts'

const PROVIDER = 'projects/123456789/locations/global/workloadIdentityPools/github/providers/release-jobs'
const ACCOUNT = 'signer@demo.iam.gserviceaccount.com'
const SCOPE = 'https://www.googleapis.com/auth/cloudkms'

const sandbox = await testSandbox()
afterEach(() => sandbox.control({ op: 'reset' }))

type Setup = Exchange & { readonly access: AccessTokens }

function setup(given: Partial<GoogleIdentityOptions> & { defect?: TokenDefect } = {}): Setup {
  const { defect, ...more } = given
  const watched = exchange(sandbox, defect)
  const access = googleWorkloadIdentity({
    provider: PROVIDER,
    scope: SCOPE,
    stsEndpoint: new URL(sandbox.stsEndpoint),
    iamEndpoint: new URL(sandbox.iamEndpoint),
    ...watched.options,
    ...more,
  })
  return { ...watched, access }
}

/** Of the token service, and of the service that lends accounts. */
const calls = () =>
  Promise.all([countCalls(sandbox, 'sts.ExchangeToken'), countCalls(sandbox, 'iam.GenerateAccessToken')])

/** Whether the sandbox takes the token for a call of the key service. */
async function opensKms(token: string): Promise<number> {
  const key = 'projects/demo/locations/global/keyRings/release/cryptoKeys/ec-sign-p256-sha256'
  const url = `${sandbox.kmsRestEndpoint}/v1/${key}/cryptoKeyVersions/1/publicKey`
  return (await fetch(url, { headers: { authorization: `Bearer ${token}` } })).status
}

describe('the identity of the job', () => {
  test('becomes an access token', async () => {
    const { access, identity } = setup()
    const { token } = await access.mint()
    expect(await opensKms(token.reveal())).toBe(200)
    expect(identity.audiences).toEqual([`https://iam.googleapis.com/${PROVIDER}`])
    expect(await calls()).toEqual([1, 0])
  })
  test('becomes one of a service account, by a token that opens nothing else', async () => {
    const { access, masked } = setup({ serviceAccount: ACCOUNT })
    const { token } = await access.mint()
    expect(await opensKms(token.reveal())).toBe(200)
    expect(masked).toHaveLength(2)
    const [federated = ''] = masked
    expect(await opensKms(federated)).toBe(403)
    expect(await calls()).toEqual([1, 1])
  })
  test('gives tokens that are masked before they are returned', async () => {
    const { access, masked } = setup()
    expect(masked).toEqual([(await access.mint()).token.reveal()])
  })
  test('is exchanged once for concurrent callers', async () => {
    const { access } = setup({ serviceAccount: ACCOUNT })
    const minted = await Promise.all([access.mint(), access.mint(), access.mint()])
    expect(new Set(minted.map(({ token }) => token)).size).toBe(1)
    expect(await calls()).toEqual([1, 1])
  })
  test('is not exchanged again while the token lives', async () => {
    const { access, clock } = setup({ serviceAccount: ACCOUNT })
    const first = await access.mint()
    clock.pass(first.expires - clock.now() - 61_000)
    expect((await access.mint()).token).toBe(first.token)
    expect(await calls()).toEqual([1, 1])
  })
  test('is exchanged again a minute before the end, once for all who ask', async () => {
    const { access, clock, identity } = setup()
    const first = await access.mint()
    clock.pass(first.expires - clock.now() - 59_000)
    // The token that the sandbox gives then has an hour by the real clock.
    const minted = await Promise.all([access.mint(), access.mint(), access.mint()])
    expect(new Set(minted.map(({ token }) => token)).size).toBe(1)
    expect(minted[0]?.token.reveal()).not.toBe(first.token.reveal())
    expect(await calls()).toEqual([2, 0])
    expect(identity.audiences).toHaveLength(2)
  })
})

/** What an answer must be whatever went wrong. */
async function refusalOf(given: Setup, code: string): Promise<string> {
  const secrets = () => [...given.identity.tokens, ...given.masked]
  const { message, remedy } = await expectRefusal(() => given.access.mint(), code, secrets)
  return `${message} ${remedy}`
}

test.each([
  ['sts', '429', 'CREDENTIALS_FAILED', [8, 0]],
  ['sts', '500', 'CREDENTIALS_FAILED', [8, 0]],
  ['sts', '503', 'CREDENTIALS_FAILED', [8, 0]],
  ['sts', 'reset', 'CREDENTIALS_FAILED', [8, 0]],
  ['sts', 'malformed', 'CREDENTIALS_FAILED', [1, 0]],
  ['sts', 'forbidden', 'CREDENTIALS_REFUSED', [1, 0]],
  ['iam', '429', 'CREDENTIALS_FAILED', [1, 8]],
  ['iam', '500', 'CREDENTIALS_FAILED', [1, 8]],
  ['iam', '503', 'CREDENTIALS_FAILED', [1, 8]],
  ['iam', 'reset', 'CREDENTIALS_FAILED', [1, 8]],
  ['iam', 'malformed', 'CREDENTIALS_FAILED', [1, 1]],
  ['iam', 'forbidden', 'CREDENTIALS_REFUSED', [1, 1]],
] as const)(
  'a service that fails %s %s is %s after %j calls (abuse case 21)',
  async (service, kind, code, expected) => {
    await sandbox.control({ op: 'fault', service, kind })
    await refusalOf(setup({ serviceAccount: ACCOUNT }), code)
    expect(await calls()).toEqual(expected)
  },
)
test.each(['sts', 'iam'] as const)(
  'a service that fails %s that hangs is given up (abuse case 21)',
  async (service) => {
    await sandbox.control({ op: 'fault', service, kind: 'hang' })
    const given = setup({ serviceAccount: ACCOUNT })
    given.clock.hurry()
    expect(await refusalOf(given, 'CREDENTIALS_FAILED')).toContain('no answer')
  },
)
test.each(['429', '503', 'reset'] as const)(
  'a service that fails %s that passes is asked again',
  async (kind) => {
    await sandbox.control({ op: 'fault', service: 'sts', kind, times: 2 })
    await setup().access.mint()
    expect(await calls()).toEqual([3, 0])
  },
)
test('a service that fails is waited for as long as it asks', async () => {
  await sandbox.control({ op: 'fault', service: 'sts', kind: '503', times: 1, retryAfter: 7 })
  const { access, clock } = setup()
  await access.mint()
  expect(clock.sleeps).toEqual([7000])
})
test('a service that fails is not waited for beyond the time that a step has', async () => {
  await sandbox.control({ op: 'fault', service: 'sts', kind: '503', retryAfter: 91 })
  const given = setup()
  await refusalOf(given, 'CREDENTIALS_FAILED')
  expect(given.clock.sleeps).toEqual([])
  expect(await calls()).toEqual([1, 0])
})
test('a service that fails fails all who wait for it, and is asked again by the next', async () => {
  await sandbox.control({ op: 'fault', service: 'sts', kind: 'forbidden', times: 1 })
  const { access } = setup()
  const outcomes = await Promise.allSettled([access.mint(), access.mint()])
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(await opensKms((await access.mint()).token.reveal())).toBe(200)
  expect(await calls()).toEqual([2, 0])
})

describe('a refusal', () => {
  test('by STS shows the sub of the job and the code of the service', async () => {
    await sandbox.control({ op: 'fault', service: 'sts', kind: 'forbidden' })
    const message = await refusalOf(setup(), 'CREDENTIALS_REFUSED')
    expect(message).toContain('"repo:')
    expect(message).toContain('unauthorized_client')
    expect(message).toContain(PROVIDER)
  })
  test('by IAM shows the sub of the job and the account', async () => {
    await sandbox.control({ op: 'fault', service: 'iam', kind: 'forbidden' })
    const message = await refusalOf(setup({ serviceAccount: ACCOUNT }), 'CREDENTIALS_REFUSED')
    expect(message).toContain('"repo:')
    expect(message).toContain('PERMISSION_DENIED')
    expect(message).toContain(ACCOUNT)
  })
  test('shows a hostile sub escaped', async () => {
    await sandbox.control({ op: 'claims', claims: { sub: 'repo:a/b\n::add-mask::x\u202e' } })
    await sandbox.control({ op: 'fault', service: 'sts', kind: 'forbidden' })
    const message = await refusalOf(setup(), 'CREDENTIALS_REFUSED')
    expect(message).toContain(String.raw`repo:a/b\u{a}::add-mask::x\u{202e}`)
  })
  test.each(TOKEN_DEFECTS)('answers a token with %s (abuse cases 27 and 28)', async (defect) => {
    await refusalOf(setup({ defect }), 'CREDENTIALS_REFUSED')
    expect(await calls()).toEqual([1, 0])
  })
  test('answers an unknown scope', async () => {
    const given = setup({ scope: 'https://www.googleapis.com/auth/unknown' })
    expect(await refusalOf(given, 'CREDENTIALS_REFUSED')).toContain('status 400')
  })
})

describe('nothing is asked of Google', () => {
  test('where the job has no identity', async () => {
    const { ClawError } = await import('../../../packages/core/src/index.ts')
    const identity: IdentityTokens = {
      mint: async () => {
        throw new ClawError('OIDC_UNAVAILABLE', 'The job has no identity.')
      },
    }
    const { access } = setup({ identity })
    expect((await refusal(() => access.mint())).code).toBe('OIDC_UNAVAILABLE')
    expect(await calls()).toEqual([0, 0])
  })
  test.each([
    ['provider', { provider: `${PROVIDER}/../x` }],
    ['service account', { serviceAccount: 'someone@example.com' }],
  ])('where the %s is not well-formed (abuse case 17)', async (_, options) => {
    expect((await refusal(() => setup(options))).code).toBe('INPUT_INVALID')
    expect(await calls()).toEqual([0, 0])
  })
})
