// Each fault of the vault: its code, how often it was asked, and that nothing else happened.
import { afterEach, describe, expect, test } from '@jest/globals'
import type { AccessTokens } from '@open-claw/core'
import { SERVICES, type FaultKind } from '../../../packages/sandbox/src/services.ts'
import { expectRefusal } from '../../support/errors.ts'
import { testSandbox, callsTo, faultsOf } from '../../support/sandbox.ts'
import { signedCode } from '../../support/signed-code.ts'
import { digestOf, minting, serviceAt, uriOf, vaultToken, trustedToken } from './keys.ts'

const KEY = 'ec-p-256'
/** The newest of its versions. */
const VERSION = '0ce8ba15f4db8aad436a54e841935f0f'

const sandbox = await testSandbox()
const token = await trustedToken(sandbox)
afterEach(() => sandbox.control({ op: 'reset' }))

const setup = (tokens: AccessTokens = minting(token)) => serviceAt(sandbox.azureVaultEndpoint, tokens)

const fail = faultsOf(sandbox, 'azure-vault')
const calls = () => callsTo(sandbox, 'azure-vault')

type Row = readonly [kind: FaultKind, code: string, asked: number]

/** What every method does. */
const ANY_METHOD: readonly Row[] = [
  ['429', 'KMS_FAILED', 8],
  ['500', 'KMS_FAILED', 8],
  ['503', 'KMS_FAILED', 8],
  ['malformed', 'KMS_FAILED', 8],
  ['reset', 'KMS_FAILED', 8],
  ['forbidden', 'KEY_FORBIDDEN', 1],
  ['disabled', 'KEY_UNUSABLE', 1],
  ['wrong-version-name', 'KEY_CHANGED', 1],
  ['wrong-algorithm', 'SIGNATURE_CORRUPT', 3],
]
/** Found by the local check of the signature alone, below. */
const ON_CHECK: readonly FaultKind[] = ['corrupt-signature', 'wrong-key']
const APART: readonly FaultKind[] = ['hang', 'slow', 'slow-body']

test('the tables name every fault of the service', () => {
  const named = ANY_METHOD.map(([kind]) => kind)
  expect(new Set([...named, ...ON_CHECK, ...APART])).toEqual(new Set(SERVICES['azure-vault'].faults))
})

/** The refusal of `action`, without the token in anything that it says. */
async function refusalOf(action: () => Promise<unknown>, code: string): Promise<string> {
  const { message, remedy } = await expectRefusal(action, code, () => [token])
  expect(message).toContain(KEY)
  return `${message} ${remedy}`
}

describe('a fault on the way to the public key (abuse cases 19 to 21 and 23)', () => {
  test.each(ANY_METHOD)('%s is %s after %d calls, and nothing is signed', async (kind, code, asked) => {
    await fail('GetKey', kind)
    await refusalOf(() => setup().service.open(uriOf(KEY, VERSION)), code)
    expect(await calls()).toEqual({ GetKey: asked })
  })
})

describe('a fault on the way to a signature (abuse cases 19 to 21 and 23)', () => {
  test.each(ANY_METHOD)('%s is %s after %d calls', async (kind, code, asked) => {
    await fail('Sign', kind)
    const key = await setup().service.open(uriOf(KEY))
    await refusalOf(() => key.sign(digestOf('sha256')), code)
    expect(await calls()).toEqual({ GetKey: 1, Sign: asked })
  })
  test.each([
    ['ec-p-256', undefined, 'corrupt-signature'],
    ['ec-p-256', undefined, 'wrong-key'],
    ['rsa-2048', 'rsa-pss-2048-sha256', 'corrupt-signature'],
    ['rsa-2048', 'rsa-pss-2048-sha256', 'wrong-key'],
    // Another padding of the same key: as long as the right one.
    ['rsa-2048', 'rsa-pss-2048-sha256', 'wrong-algorithm'],
    ['rsa-2048', 'rsa-pkcs1-2048-sha256', 'wrong-algorithm'],
  ] as const)('%s %s: %s ends at the local check, after one call', async (name, algorithm, kind) => {
    await fail('Sign', kind)
    const key = await setup().service.open(uriOf(name), algorithm)
    expect(await signedCode(key)).toBe('SIGNATURE_CORRUPT')
    expect(await calls()).toEqual({ GetKey: 1, Sign: 1 })
  })
  test('of another key under the right name ends at the local check (abuse case 19)', async () => {
    await fail('GetKey', 'wrong-key')
    const key = await setup().service.open(uriOf(KEY))
    expect(await signedCode(key)).toBe('SIGNATURE_CORRUPT')
  })
})

describe.each(['GetKey', 'Sign'] as const)('%s', (method) => {
  const act = async ({ service, clock }: ReturnType<typeof setup>, hurry = false): Promise<void> => {
    if (hurry && method === 'GetKey') clock.hurry()
    const key = await service.open(uriOf(KEY))
    if (hurry) clock.hurry()
    await key.sign(digestOf('sha256'))
  }
  test.each(['hang', 'slow-body'] as const)('that is %s is given up (abuse case 21)', async (kind) => {
    await fail(method, kind)
    expect(await refusalOf(() => act(setup(), true), 'KMS_FAILED')).toContain('Run again later')
  })
  test('that is slow is waited for', async () => {
    await fail(method, 'slow', { delay: 300 })
    await act(setup())
    expect(await calls()).toEqual({ GetKey: 1, Sign: 1 })
  })
  test.each(['429', '500', '503', 'reset', 'malformed'] as const)('asks again after %s', async (kind) => {
    await fail(method, kind, { times: 2 })
    await act(setup())
    expect((await calls())[method]).toBe(3)
  })
  test('waits as long as it is told', async () => {
    await fail(method, '429', { times: 1, retryAfter: 7 })
    const given = setup()
    await act(given)
    expect(given.clock.sleeps).toEqual([7000])
  })
})

describe('a refusal', () => {
  test.each([
    ['GetKey', 'keys/get'],
    ['Sign', 'keys/sign'],
  ] as const)('of %s names the permission %s', async (method, permission) => {
    await fail(method, 'forbidden')
    const message = await refusalOf(
      async () => (await setup().service.open(uriOf(KEY))).sign(digestOf('sha256')),
      'KEY_FORBIDDEN',
    )
    expect(message).toContain(permission)
    expect(message).toContain('Forbidden')
  })
  test.each([
    ['that nobody issued', async () => 'forged-token'],
    ['for a managed HSM', () => vaultToken(sandbox, 'https://managedhsm.azure.net/.default')],
  ])('meets a token %s, and its challenge is not followed', async (_, issue) => {
    const given = setup(minting(await issue()))
    const message = await refusalOf(() => given.service.open(uriOf(KEY)), 'KEY_FORBIDDEN')
    expect(message).toContain('Unauthorized')
    expect(await calls()).toEqual({ GetKey: 1 })
  })
  test('of a key that was disabled after it was opened is no matter of permissions', async () => {
    const key = await setup().service.open(uriOf(KEY))
    await fail('Sign', 'disabled')
    expect(await refusalOf(() => key.sign(digestOf('sha256')), 'KEY_UNUSABLE')).toContain('KeyDisabled')
  })
})
