// Each fault of the service: its code, how often it was asked, and that nothing else happened.
import { createHash } from 'node:crypto'
import { afterEach, describe, expect, test } from '@jest/globals'
import type { AccessTokens, KeyUri } from '@open-claw/core'
import { SERVICES, type FaultKind } from '../../../packages/sandbox/src/services.ts'
import { expectRefusal } from '../../support/errors.ts'
import { testSandbox, callsTo, accessToken, faultsOf } from '../../support/sandbox.ts'
import { signedCode } from '../../support/signed-code.ts'
import { checkedWith, minting, serviceAt, uriOf } from './keys.ts'

const KEY = 'ec-sign-p256-sha256'
const REQUEST = { input: 'digest', hash: 'sha256', digest: createHash('sha256').digest() } as const

const sandbox = await testSandbox()
const token = await accessToken(sandbox)
afterEach(() => sandbox.control({ op: 'reset' }))

const setup = (tokens: AccessTokens = minting(token)) => serviceAt(sandbox.kmsEndpoint, tokens)

const fail = faultsOf(sandbox, 'kms')
const calls = () => callsTo(sandbox, 'kms')

type Row = readonly [kind: FaultKind, code: string, asked: number]

/** What every method does. `reset` is apart: gRPC itself may ask again on a new connection. */
const ANY_METHOD: readonly Row[] = [
  ['429', 'KMS_FAILED', 8],
  ['500', 'KMS_FAILED', 8],
  ['503', 'KMS_FAILED', 8],
  ['malformed', 'KMS_FAILED', 8],
  ['forbidden', 'KEY_FORBIDDEN', 1],
]
const ON_OPEN: readonly Row[] = [
  ...ANY_METHOD,
  ['disabled', 'KEY_UNUSABLE', 1],
  ['wrong-version-name', 'KEY_CHANGED', 1],
  ['wrong-algorithm', 'SIGNATURE_CORRUPT', 3],
  ['corrupt-data-crc', 'SIGNATURE_CORRUPT', 3],
]
const ON_SIGN: readonly Row[] = [
  ...ANY_METHOD,
  ['disabled', 'KEY_UNUSABLE', 1],
  ['wrong-version-name', 'KEY_CHANGED', 1],
  ['corrupt-signature-crc', 'SIGNATURE_CORRUPT', 3],
  ['no-signature-crc', 'SIGNATURE_CORRUPT', 3],
  ['no-verified-crc', 'SIGNATURE_CORRUPT', 3],
]
/** Found by the local check of the signature alone, below. */
const ON_CHECK: readonly FaultKind[] = ['corrupt-signature', 'wrong-key']
const APART: readonly FaultKind[] = ['hang', 'reset', 'slow']

test('the tables name every fault of the service', () => {
  const named = new Set<FaultKind>([...ON_OPEN, ...ON_SIGN].map(([kind]) => kind))
  expect(new Set([...named, ...ON_CHECK, ...APART])).toEqual(new Set(SERVICES.kms.faults))
})

/** The refusal of `action`, without the token in anything that it says. */
async function refusalOf(action: () => Promise<unknown>, code: string): Promise<string> {
  const { message, remedy } = await expectRefusal(action, code, () => [token])
  expect(message).toContain(KEY)
  return `${message} ${remedy}`
}

describe('a fault on the way to the public key (abuse cases 19 to 21 and 23)', () => {
  test.each(ON_OPEN)('%s is %s after %d calls, and nothing is signed', async (kind, code, asked) => {
    await fail('GetPublicKey', kind)
    const { service } = setup()
    await refusalOf(() => service.open(uriOf(KEY, '1')), code)
    expect(await calls()).toEqual({ GetPublicKey: asked })
  })
  test.each(ANY_METHOD)('while versions are listed: %s is %s after %d calls', async (kind, code, asked) => {
    await fail('ListCryptoKeyVersions', kind)
    const { service } = setup()
    await refusalOf(() => service.open(uriOf(KEY)), code)
    expect(await calls()).toEqual({ ListCryptoKeyVersions: asked })
  })
})

describe('a fault on the way to a signature (abuse cases 19 to 21 and 23)', () => {
  test.each(ON_SIGN)('%s is %s after %d calls', async (kind, code, asked) => {
    await fail('AsymmetricSign', kind)
    const key = await setup().service.open(uriOf(KEY, '1'))
    await refusalOf(() => key.sign(REQUEST), code)
    expect(await calls()).toEqual({ GetPublicKey: 1, AsymmetricSign: asked })
  })
  test.each(ON_CHECK)('%s ends at the local check, after one call', async (kind) => {
    await fail('AsymmetricSign', kind)
    const key = await setup().service.open(uriOf(KEY, '1'))
    expect(await signedCode(key)).toBe('SIGNATURE_CORRUPT')
    expect(await calls()).toEqual({ GetPublicKey: 1, AsymmetricSign: 1 })
  })
})

describe.each(['GetPublicKey', 'AsymmetricSign'] as const)('%s', (method) => {
  const act = async ({ service, clock }: ReturnType<typeof setup>, hurry = false): Promise<void> => {
    if (hurry && method === 'GetPublicKey') clock.hurry()
    const key = await service.open(uriOf(KEY, '1'))
    if (hurry) clock.hurry()
    await key.sign(REQUEST)
  }
  test('that hangs is given up', async () => {
    await fail(method, 'hang')
    const message = await refusalOf(() => act(setup(), true), 'KMS_FAILED')
    expect(message).toContain('DEADLINE_EXCEEDED')
  })
  test('that ends its connection is given up', async () => {
    await fail(method, 'reset')
    const message = await refusalOf(() => act(setup()), 'KMS_FAILED')
    expect(message).toContain('UNAVAILABLE')
  })
  test('that is slow is waited for', async () => {
    await fail(method, 'slow', { delay: 300 })
    await act(setup())
    expect(await calls()).toEqual({ GetPublicKey: 1, AsymmetricSign: 1 })
  })
  test.each(['429', '500', '503', 'reset', 'malformed'] as const)('asks again after %s', async (kind) => {
    await fail(method, kind, { times: 2 })
    await act(setup())
    expect((await calls())[method]).toBe(3)
  })
})

test.each([
  ['GetPublicKey', 'corrupt-data-crc'],
  ['AsymmetricSign', 'corrupt-signature-crc'],
  ['AsymmetricSign', 'no-verified-crc'],
] as const)('%s asks again where %s passes', async (method, kind) => {
  await fail(method, kind, { times: 2 })
  const key = await setup().service.open(uriOf(KEY, '1'))
  await key.sign(REQUEST)
  expect((await calls())[method]).toBe(3)
})

describe('a refusal names the permission that is missing', () => {
  const PERMISSIONS = [
    ['ListCryptoKeyVersions', 'cloudkms.cryptoKeyVersions.list'],
    ['GetPublicKey', 'cloudkms.cryptoKeyVersions.viewPublicKey'],
    ['AsymmetricSign', 'cloudkms.cryptoKeyVersions.useToSign'],
  ] as const
  test.each(PERMISSIONS)('of %s', async (method, permission) => {
    await fail(method, 'forbidden')
    const { service } = setup()
    const message = await refusalOf(
      async () => (await service.open(uriOf(KEY))).sign(REQUEST),
      'KEY_FORBIDDEN',
    )
    expect(message).toContain(permission)
    expect(message).toContain('PERMISSION_DENIED')
  })
  test.each([
    ['that nobody issued', () => 'ya29.forged-token', 'UNAUTHENTICATED'],
    [
      'of another scope',
      async () =>
        (await sandbox.control({ op: 'access-token', scope: 'https://www.googleapis.com/auth/iam' })).token ??
        '',
      'PERMISSION_DENIED',
    ],
  ])('to a token %s', async (_, issue, status) => {
    const { service } = setup(minting(await issue()))
    const message = await refusalOf(() => service.open(uriOf(KEY, '1')), 'KEY_FORBIDDEN')
    expect(message).toContain(status)
    expect(await calls()).toEqual({ GetPublicKey: 1 })
  })
})

describe('a version', () => {
  const openUri = (uri: KeyUri) => setup().service.open(uri)
  test('that is pinned is used without looking for others', async () => {
    expect((await openUri(uriOf(KEY, '1'))).uri).toBe(uriOf(KEY, '1'))
    expect(await calls()).toEqual({ GetPublicKey: 1 })
  })
  test('that is not pinned is the newest that is enabled, resolved once', async () => {
    const key = await openUri(uriOf(KEY))
    expect(key.uri).toBe(uriOf(KEY, '2'))
    await key.sign(REQUEST)
    expect(await calls()).toEqual({ ListCryptoKeyVersions: 1, GetPublicKey: 1, AsymmetricSign: 1 })
  })
  test('is the newest by number, not by the order of letters', async () => {
    for (let version = 5; version <= 11; version += 1) await sandbox.control({ op: 'rotate', key: KEY })
    expect((await openUri(uriOf(KEY))).uri).toBe(uriOf(KEY, '11'))
  })
  test('that was resolved stays when the key is rotated (abuse case 18)', async () => {
    const key = await openUri(uriOf(KEY))
    await sandbox.control({ op: 'rotate', key: KEY })
    const signature = await key.sign(REQUEST)
    const { verifyDigest } = await import('../../../packages/core/src/index.ts')
    expect(await verifyDigest(checkedWith(key), REQUEST.digest, signature)).toBe(true)
    expect(key.uri).toBe(uriOf(KEY, '2'))
  })
  test.each([
    ['is disabled', uriOf(KEY, '3'), 'KEY_UNUSABLE'],
    ['is destroyed', uriOf(KEY, '4'), 'KEY_UNUSABLE'],
    ['does not exist', uriOf(KEY, '99'), 'KEY_NOT_FOUND'],
    ['belongs to a key that does not exist', uriOf(`no-${KEY}`, '1'), 'KEY_NOT_FOUND'],
    ['cannot be listed, for the key does not exist', uriOf(`no-${KEY}`), 'KEY_NOT_FOUND'],
  ])('that %s is refused (abuse case 23)', async (_, uri, code) => {
    await refusalOf(() => openUri(uri), code)
    expect((await calls())['AsymmetricSign']).toBeUndefined()
  })
  test('is not there where none is enabled', async () => {
    for (const version of ['1', '2']) {
      await sandbox.control({ op: 'key-state', key: KEY, version, state: 'DISABLED' })
    }
    await refusalOf(() => openUri(uriOf(KEY)), 'KEY_UNUSABLE')
    // Enabled ones, those that are being generated, and what became of them.
    expect(await calls()).toEqual({ ListCryptoKeyVersions: 3 })
  })
  test('that is disabled after it was opened signs nothing (abuse case 23)', async () => {
    const key = await openUri(uriOf(KEY, '1'))
    await sandbox.control({ op: 'key-state', key: KEY, version: '1', state: 'DISABLED' })
    await refusalOf(() => key.sign(REQUEST), 'KEY_UNUSABLE')
    expect(await calls()).toEqual({ GetPublicKey: 1, AsymmetricSign: 1 })
  })
})
