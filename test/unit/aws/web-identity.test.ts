// Against the sandbox: AssumeRoleWithWebIdentity as it answers and as it fails.
import { afterEach, describe, expect, test } from '@jest/globals'
import { ClawError, type IdentityTokens } from '@open-claw/core'
import type { AwsIdentityOptions } from '../../../packages/aws/src/web-identity.ts'
import { awsKeyService } from '../../../packages/aws/src/kms/signing.ts'
import { SERVICES, type FaultKind, type TokenDefect } from '../../../packages/sandbox/src/services.ts'
import { codeOf, refusal, expectRefusal } from '../../support/errors.ts'
import { testSandbox, countCalls } from '../../support/sandbox.ts'
import { awsServiceAt, awsUri, P256_ARN, ROLE, webIdentity } from './keys.ts'
import { testToken } from '../../support/token.ts'

const URI = awsUri(P256_ARN)

const sandbox = await testSandbox()
afterEach(() => sandbox.control({ op: 'reset' }))

const setup = (more: Partial<AwsIdentityOptions> = {}) => webIdentity(sandbox, URI, more)
const fail = (kind: FaultKind, more: { times?: number; retryAfter?: number } = {}) =>
  sandbox.control({ op: 'fault', service: 'aws-sts', kind, ...more })
const calls = () => countCalls(sandbox, 'aws-sts.AssumeRoleWithWebIdentity')

test('the identity of the job becomes a session that opens the key', async () => {
  const { tokens, audiences } = setup()
  const { service } = awsServiceAt(sandbox.awsKmsEndpoint, tokens)
  expect((await service.open(URI)).uri).toBe(URI)
  expect(audiences).toEqual(['sts.amazonaws.com'])
  expect(await calls()).toBe(1)
})
test('the identity of the job gives credentials that are masked before they are returned, all three', async () => {
  const { tokens, masked } = setup()
  const { accessKeyId, secretAccessKey, sessionToken } = await tokens.mint()
  const texts = [accessKeyId, secretAccessKey, sessionToken].map((token) => token.reveal())
  expect(new Set(masked)).toEqual(new Set(texts))
})
test('the identity of the job gives the shortest session that there is', async () => {
  const { tokens, clock } = setup()
  const before = clock.now()
  const { expires } = await tokens.mint()
  expect(expires).toBeGreaterThan(before)
  expect(expires).toBeLessThanOrEqual(clock.now() + 900_000)
})
test('the identity of the job is exchanged once for concurrent callers', async () => {
  const { tokens } = setup()
  const minted = await Promise.all([tokens.mint(), tokens.mint(), tokens.mint()])
  expect(new Set(minted.map(({ accessKeyId }) => accessKeyId)).size).toBe(1)
  expect(await calls()).toBe(1)
})
test('the identity of the job is not exchanged again while the session lives', async () => {
  const { tokens, clock } = setup()
  const first = await tokens.mint()
  clock.pass(first.expires - clock.now() - 61_000)
  expect((await tokens.mint()).accessKeyId).toBe(first.accessKeyId)
  expect(await calls()).toBe(1)
})
test('the identity of the job is exchanged again a minute before the end, with a new token', async () => {
  const { tokens, clock, audiences } = setup()
  const first = await tokens.mint()
  clock.pass(first.expires - clock.now() - 59_000)
  const minted = await Promise.all([tokens.mint(), tokens.mint()])
  expect(new Set(minted.map(({ accessKeyId }) => accessKeyId)).size).toBe(1)
  expect(minted[0]?.accessKeyId.reveal()).not.toBe(first.accessKeyId.reveal())
  expect(audiences).toHaveLength(2)
})
test('the identity of the job of a job that may not is asked again by the next caller', async () => {
  await fail('forbidden', { times: 1 })
  const { tokens } = setup()
  const outcomes = await Promise.allSettled([tokens.mint(), tokens.mint()])
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect((await tokens.mint()).accessKeyId.reveal()).toMatch(/^ASIA/)
  expect(await calls()).toBe(2)
})

/** What an answer must be whatever went wrong. */
async function refusalOf(given: ReturnType<typeof setup>, code: string): Promise<string> {
  const secrets = () => [...given.jobTokens, ...given.masked]
  const { message, remedy } = await expectRefusal(() => given.tokens.mint(), code, secrets)
  return `${message} ${remedy}`
}

type Row = readonly [kind: FaultKind, code: string, asked: number]
const ROWS: readonly Row[] = [
  ['429', 'CREDENTIALS_FAILED', 8],
  ['500', 'CREDENTIALS_FAILED', 8],
  ['503', 'CREDENTIALS_FAILED', 8],
  ['throttled', 'CREDENTIALS_FAILED', 8],
  ['reset', 'CREDENTIALS_FAILED', 8],
  ['malformed', 'CREDENTIALS_FAILED', 8],
  ['forbidden', 'CREDENTIALS_REFUSED', 1],
]
const ENDLESS: readonly FaultKind[] = ['hang', 'slow-body']

describe('a service that fails (abuse case 21)', () => {
  test('the tables name every fault of it', () => {
    const named = ROWS.map(([kind]) => kind)
    expect(new Set([...named, ...ENDLESS, 'slow'])).toEqual(new Set(SERVICES['aws-sts'].faults))
  })
  test.each(ROWS)('%s is %s after %d calls, and gives nothing', async (kind, code, asked) => {
    await fail(kind)
    const given = setup()
    await refusalOf(given, code)
    expect(given.masked).toEqual([])
    expect(await calls()).toBe(asked)
  })
  test.each(ENDLESS)('%s is given up', async (kind) => {
    await fail(kind)
    const given = setup()
    given.clock.hurry()
    expect(await refusalOf(given, 'CREDENTIALS_FAILED')).toMatch(/no answer|cut or malformed/)
  })
  test.each(['429', '500', '503', 'throttled', 'reset', 'malformed'] as const)(
    '%s that passes is asked again',
    async (kind) => {
      await fail(kind, { times: 2 })
      const { tokens, audiences } = setup()
      await tokens.mint()
      expect(await calls()).toBe(3)
      expect(audiences).toHaveLength(1)
    },
  )
  test('is waited for as long as it asks', async () => {
    await fail('503', { times: 1, retryAfter: 7 })
    const { tokens, clock } = setup()
    await tokens.mint()
    expect(clock.sleeps).toEqual([7000])
  })
  test('is not waited for beyond the time that a step has', async () => {
    await fail('503', { retryAfter: 91 })
    const given = setup()
    await refusalOf(given, 'CREDENTIALS_FAILED')
    expect(given.clock.sleeps).toEqual([])
    expect(await calls()).toBe(1)
  })
})

describe('a refusal', () => {
  test('shows the sub of the job, its audience, the role and the code of the service', async () => {
    await fail('forbidden')
    const message = await refusalOf(setup(), 'CREDENTIALS_REFUSED')
    for (const part of ['"repo:', '"sts.amazonaws.com"', ROLE, 'AccessDenied', 'status 403'])
      expect(message).toContain(part)
  })
  test('shows a hostile sub escaped', async () => {
    await sandbox.control({ op: 'claims', claims: { sub: 'repo:a/b\n::add-mask::x\u202e' } })
    await fail('forbidden')
    const message = await refusalOf(setup(), 'CREDENTIALS_REFUSED')
    expect(message).toContain(String.raw`repo:a/b\u{a}::add-mask::x\u{202e}`)
  })
  test('answers another audience (abuse case 27)', async () => {
    const message = await refusalOf(setup({ audience: 'sts.amazonaws.com.cn' }), 'CREDENTIALS_REFUSED')
    expect(message).toContain('InvalidIdentityToken')
    expect(message).toContain('"sts.amazonaws.com.cn"')
  })
  test.each([
    'wrong-audience',
    'wrong-issuer',
    'alg-none',
    'hs256',
    'foreign-key',
    'expired',
    'not-yet-valid',
  ] as const)('answers a token with %s (abuse cases 27 and 28)', async (defect: TokenDefect) => {
    const identity: IdentityTokens = {
      mint: async (audience) => {
        const { token = '' } = await sandbox.control({ op: 'mint', audience, defect })
        return testToken(token)
      },
    }
    await refusalOf(setup({ identity }), 'CREDENTIALS_REFUSED')
    expect(await calls()).toBe(1)
  })
})

describe('nothing is asked of AWS', () => {
  test('where the job has no identity', async () => {
    const identity: IdentityTokens = {
      mint: async () => {
        throw new ClawError('OIDC_UNAVAILABLE', 'The job has no identity.')
      },
    }
    expect(await codeOf(() => setup({ identity }).tokens.mint())).toBe('OIDC_UNAVAILABLE')
    expect(await calls()).toBe(0)
  })
  test.each([
    ['is a user', 'arn:aws:iam::111122223333:user/someone'],
    ['is a session', 'arn:aws:sts::111122223333:assumed-role/release/x'],
    ['has no account', 'arn:aws:iam:::role/release'],
    ['has a short account', 'arn:aws:iam::11112222333:role/release'],
    ['has a region', 'arn:aws:iam:us-east-1:111122223333:role/release'],
    ['has no name', 'arn:aws:iam::111122223333:role/'],
    ['climbs', 'arn:aws:iam::111122223333:role//release'],
    ['is of no partition', 'arn:gcp:iam::111122223333:role/release'],
    ['has a line of its own', `${ROLE}\n`],
    ['is a name alone', 'release'],
    ['is a wildcard', 'arn:aws:iam::111122223333:role/*'],
    ['is empty', ''],
  ])('where the role %s (abuse case 17)', async (_, role) => {
    const error = await refusal(() => setup({ role }))
    expect(error.code).toBe('INPUT_INVALID')
    expect(error.message).toContain('aws-role')
    expect(await calls()).toBe(0)
  })
  test.each([
    ['is absent', undefined, 'INPUT_MISSING'],
    ['is a host', 'example.com/', 'INPUT_INVALID'],
    ['is empty', '', 'INPUT_INVALID'],
  ])('where the region %s', async (_, region, code) => {
    expect(await codeOf(() => webIdentity(sandbox, awsUri('alias/x'), { region }))).toBe(code)
    expect(await calls()).toBe(0)
  })
})

test.each([
  ['of an ordinary run', '123456', 'open-claw-123456'],
  ['of something else', 'a b/ü\n', 'open-claw-a-b---'],
  ['that is too long', '9'.repeat(99), `open-claw-${'9'.repeat(54)}`],
])('the session is named after the id %s', async (_, runId, name) => {
  const { tokens } = setup({ runId })
  const options = { endpoint: new URL(sandbox.awsKmsEndpoint), region: 'us-east-1', credentials: tokens }
  const { clock } = setup()
  const other = awsUri('alias/ecc-nist-p384')
  const error = await refusal(() => awsKeyService({ ...options, clock }).open(other))
  expect(String(error.cause)).toContain(`assumed-role/release/${name} `)
})
