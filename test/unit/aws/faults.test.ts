// Each fault of AWS KMS: its code, how often it was asked, and that nothing else happened.
import { createHash } from 'node:crypto'
import { afterEach, describe, expect, test } from '@jest/globals'
import { SERVICES, type FaultKind } from '../../../packages/sandbox/src/services.ts'
import { expectRefusal } from '../../support/errors.ts'
import { testSandbox, callsTo, faultsOf } from '../../support/sandbox.ts'
import { signedCode } from '../../support/signed-code.ts'
import { awsServiceAt, awsUri, fixed, P256_ARN, wideSession } from './keys.ts'

const URI = awsUri(P256_ARN)
const REQUEST = { input: 'digest', hash: 'sha256', digest: createHash('sha256').digest() } as const

const sandbox = await testSandbox()
const session = await wideSession(sandbox)
afterEach(() => sandbox.control({ op: 'reset' }))

const setup = () => awsServiceAt(sandbox.awsKmsEndpoint, fixed(session))
const fail = faultsOf(sandbox, 'aws-kms')
const calls = () => callsTo(sandbox, 'aws-kms')

type Row = readonly [kind: FaultKind, code: string, asked: number]

/** What every method does. */
const ANY_METHOD: readonly Row[] = [
  ['429', 'KMS_FAILED', 8],
  ['500', 'KMS_FAILED', 8],
  ['503', 'KMS_FAILED', 8],
  ['throttled', 'KMS_FAILED', 8],
  ['reset', 'KMS_FAILED', 8],
  ['malformed', 'KMS_FAILED', 8],
]
const ON_OPEN: readonly Row[] = [
  ...ANY_METHOD,
  ['forbidden', 'KEY_FORBIDDEN', 1],
  ['disabled', 'KEY_UNUSABLE', 1],
  ['wrong-version-name', 'KEY_CHANGED', 1],
  ['wrong-algorithm', 'SIGNATURE_CORRUPT', 3],
]
const ON_DESCRIBE: readonly Row[] = [
  ...ANY_METHOD,
  ['disabled', 'KEY_UNUSABLE', 1],
  ['wrong-version-name', 'KEY_CHANGED', 1],
]
const ON_SIGN: readonly Row[] = [
  ...ANY_METHOD,
  ['forbidden', 'KEY_FORBIDDEN', 1],
  ['disabled', 'KEY_UNUSABLE', 1],
  ['wrong-version-name', 'KEY_CHANGED', 1],
  ['wrong-algorithm', 'KEY_CHANGED', 1],
]
/** Found by the local check of the signature alone, below. */
const ON_CHECK: readonly FaultKind[] = ['corrupt-signature', 'wrong-key']
/** Given up after a time. */
const ENDLESS: readonly FaultKind[] = ['hang', 'slow-body']

test('the tables name every fault of the service', () => {
  const named = new Set<FaultKind>([...ON_OPEN, ...ON_SIGN].map(([kind]) => kind))
  expect(new Set([...named, ...ON_CHECK, ...ENDLESS, 'slow'])).toEqual(new Set(SERVICES['aws-kms'].faults))
})

/** The refusal of `action`, without a credential in anything that it says. */
async function refusalOf(action: () => Promise<unknown>, code: string): Promise<string> {
  const { secretAccessKey, sessionToken, accessKeyId } = session
  const secrets = () => [secretAccessKey, sessionToken, accessKeyId]
  const { message, remedy, cause } = await expectRefusal(action, code, secrets)
  expect(Object.keys(Object(cause))).toEqual([])
  expect(message).toContain(P256_ARN)
  return `${message} ${remedy} ${String(cause)}`
}

describe('a fault on the way to the public key (abuse cases 18 to 21 and 23)', () => {
  test.each(ON_OPEN)('%s is %s after %d calls, and nothing is signed', async (kind, code, asked) => {
    await fail('GetPublicKey', kind)
    await refusalOf(() => setup().service.open(URI), code)
    expect(await calls()).toEqual({ GetPublicKey: asked, DescribeKey: 1 })
  })
  test('a foreign key is one that signs nothing', async () => {
    await fail('GetPublicKey', 'wrong-key')
    const key = await setup().service.open(URI)
    expect(await signedCode(key)).toBe('SIGNATURE_CORRUPT')
  })
})

describe('a fault on the way to the description (abuse cases 18, 21 and 23)', () => {
  test.each(ON_DESCRIBE)('%s is %s after %d calls, and nothing is signed', async (kind, code, asked) => {
    await fail('DescribeKey', kind)
    await refusalOf(() => setup().service.open(URI), code)
    expect(await calls()).toEqual({ GetPublicKey: 1, DescribeKey: asked })
  })
  test('a refusal leaves its protection unknown, for signing does not need it', async () => {
    await fail('DescribeKey', 'forbidden')
    const key = await setup().service.open(URI)
    expect(key.protectionLevel).toBe('UNKNOWN')
    expect(await calls()).toEqual({ GetPublicKey: 1, DescribeKey: 1 })
  })
})

describe('a fault on the way to a signature (abuse cases 18 to 21 and 23)', () => {
  test.each(ON_SIGN)('%s is %s after %d calls', async (kind, code, asked) => {
    await fail('Sign', kind)
    const key = await setup().service.open(URI)
    await refusalOf(() => key.sign(REQUEST), code)
    expect(await calls()).toEqual({ GetPublicKey: 1, DescribeKey: 1, Sign: asked })
  })
  test.each(ON_CHECK)('%s ends at the local check, after one call', async (kind) => {
    await fail('Sign', kind)
    const key = await setup().service.open(URI)
    expect(await signedCode(key)).toBe('SIGNATURE_CORRUPT')
    expect(await calls()).toEqual({ GetPublicKey: 1, DescribeKey: 1, Sign: 1 })
  })
})

describe.each(['GetPublicKey', 'DescribeKey', 'Sign'] as const)('%s', (method) => {
  const act = async ({ service, clock }: ReturnType<typeof setup>, hurry = false): Promise<void> => {
    if (hurry && method !== 'Sign') clock.hurry()
    const key = await service.open(URI)
    if (hurry) clock.hurry()
    await key.sign(REQUEST)
  }
  test.each(ENDLESS)('that meets %s is given up', async (kind) => {
    await fail(method, kind)
    const shown = await refusalOf(() => act(setup(), true), 'KMS_FAILED')
    expect(shown).toMatch(/nothing in time|cannot be read/)
  })
  test('that is slow is waited for', async () => {
    await fail(method, 'slow', { delay: 300 })
    await act(setup())
    expect(await calls()).toEqual({ GetPublicKey: 1, DescribeKey: 1, Sign: 1 })
  })
  test.each(['429', '500', '503', 'throttled', 'reset', 'malformed'] as const)(
    'asks again after %s',
    async (kind) => {
      await fail(method, kind, { times: 2 })
      await act(setup())
      expect((await calls())[method]).toBe(3)
    },
  )
})

describe('a service that says when to come again', () => {
  test('is obeyed', async () => {
    await fail('Sign', '503', { times: 1, retryAfter: 7 })
    const { service, clock } = setup()
    await (await service.open(URI)).sign(REQUEST)
    expect(clock.sleeps).toEqual([7000])
  })
  test('is not waited for beyond the time that a step has', async () => {
    await fail('Sign', '503', { retryAfter: 91 })
    const { service, clock } = setup()
    const key = await service.open(URI)
    await refusalOf(() => key.sign(REQUEST), 'KMS_FAILED')
    expect(clock.sleeps).toEqual([])
    expect((await calls())['Sign']).toBe(1)
  })
})

test.each([
  ['GetPublicKey', 'kms:GetPublicKey'],
  ['Sign', 'kms:Sign'],
] as const)('a refusal of %s names the permission that is missing', async (method, permission) => {
  await fail(method, 'forbidden')
  const shown = await refusalOf(async () => (await setup().service.open(URI)).sign(REQUEST), 'KEY_FORBIDDEN')
  expect(shown).toContain(`Grant the identity of the job ${permission}.`)
  expect(shown).toContain('AccessDeniedException')
})

describe('a session', () => {
  test.each([
    ['that nobody issued', { accessKeyId: 'ASIAAAAAAAAAAAAAAAAA' }, 'UnrecognizedClientException'],
    ['with the token of another', { sessionToken: 'AQoDYXdzcanary' }, 'UnrecognizedClientException'],
    ['with the secret of another', { secretAccessKey: 'canary-secret' }, 'InvalidSignatureException'],
  ])('%s opens nothing and is not shown', async (_, more, name) => {
    const forged = { ...session, ...more }
    const { service } = awsServiceAt(sandbox.awsKmsEndpoint, fixed(forged))
    const shown = await refusalOf(() => service.open(URI), 'KEY_FORBIDDEN')
    // AWS quotes the canonical request with the session token in it.
    for (const secret of Object.values(forged)) expect(shown).not.toContain(String(secret))
    expect(shown).toContain(name)
    expect(await calls()).toEqual({ GetPublicKey: 1, DescribeKey: 1 })
  })
})
