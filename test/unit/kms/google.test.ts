// The adapter with the genuine client, against the sandbox in its own process.
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals'
import {
  parseBundle,
  parseKeyUri,
  signStatements,
  trustedKey,
  verifyBundle,
  parseSha256,
  type AccessTokens,
  type Subject,
} from '@open-claw/core'
import { GOOGLE_ALGORITHMS, googleKeyService, googlePublicKey } from '@open-claw/kms'
import { startSandbox, type FaultKind } from '@open-claw/sandbox'
import { hastyClock } from '../../support/clock.ts'
import { codeOf, refusal } from '../../support/errors.ts'

const sandbox = await startSandbox()
afterAll(() => sandbox.stop())
beforeEach(async () => {
  await sandbox.control({ op: 'reset' })
})

const { token = '' } = await sandbox.control({ op: 'access-token' })
const tokens: AccessTokens = { mint: () => Promise.resolve({ token, expires: Date.now() + 3_600_000 }) }
const uri = (key: string, version?: number) =>
  parseKeyUri(
    `gcpkms://projects/demo/locations/global/keyRings/release/cryptoKeys/${key}${version === undefined ? '' : `/cryptoKeyVersions/${version}`}`,
    'key',
  )
const options = (own: AccessTokens = tokens) => ({
  endpoint: new URL(sandbox.kmsEndpoint),
  tokens: own,
  clock: hastyClock(),
})
const P256 = 'ec-sign-p256-sha256'
const SUBJECT: Subject = { name: 'a', digest: parseSha256(`sha256:${'a'.repeat(64)}`, 't'), source: 'file' }
const PREDICATE = { type: 'https://example.com/p/v1', body: {} }
const sign = async (key = uri(P256, 1)) => {
  const opened = await googleKeyService(options()).open(key)
  const [bundle] = await signStatements(opened, [SUBJECT], PREDICATE)
  return { opened, bundle }
}
const calls = async (): Promise<number> =>
  (await sandbox.control({ op: 'calls' })).calls['kms.AsymmetricSign'] ?? -1

describe('every signing algorithm of Google', () => {
  test.each([...GOOGLE_ALGORITHMS.keys()])('%s signs and verifies', async (name) => {
    const { opened, bundle } = await sign(uri(name.toLowerCase().replaceAll('_', '-'), 1))
    const fetched = await googlePublicKey(options())(opened.uri)
    expect(Buffer.from(fetched.publicKey)).toEqual(Buffer.from(opened.publicKey))
    const key = trustedKey('k', fetched.publicKey, { algorithm: fetched.algorithm })
    expect(await verifyBundle(parseBundle(Buffer.from(bundle?.json ?? ''), 'b'), [key])).toMatchObject({
      kind: 'statement',
    })
    expect(await calls()).toBe(1)
  })

  test('one that cannot be checked here is refused before it signs', async () => {
    expect(await codeOf(() => sign(uri('pq-sign-hash-slh-dsa-sha2-128s-sha256', 1)))).toBe(
      'KEY_ALGORITHM_UNSUPPORTED',
    )
    expect(await calls()).toBe(0)
  })
})

describe('versions', () => {
  test('without one, the newest enabled is resolved once and recorded', async () => {
    const { opened } = await sign(uri(P256))
    expect(opened.uri).toBe(uri(P256, 2))
    await sandbox.control({ op: 'rotate', key: P256 })
    expect((await sign(uri(P256))).opened.uri).toBe(uri(P256, 5))
  })

  test('abuse case 18: a rotation between opening and signing changes nothing', async () => {
    const opened = await googleKeyService(options()).open(uri(P256))
    await sandbox.control({ op: 'rotate', key: P256 })
    const [bundle] = await signStatements(opened, [SUBJECT], PREDICATE)
    expect(bundle?.json).toContain(trustedKey('k', opened.publicKey).keyId)
    expect(opened.uri).toBe(uri(P256, 2))
  })

  test('the protection level is what the service says', async () => {
    expect((await sign(uri('hsm-ec-sign-p256-sha256', 1))).opened.protectionLevel).toBe('HSM')
    expect((await sign()).opened.protectionLevel).toBe('SOFTWARE')
  })

  test.each<[string, ReturnType<typeof uri>, string]>([
    ['abuse case 23: a disabled version', uri(P256, 3), 'KEY_UNUSABLE'],
    ['abuse case 23: a destroyed version', uri(P256, 4), 'KEY_UNUSABLE'],
    ['a version that does not exist', uri(P256, 99), 'KEY_NOT_FOUND'],
    ['a key that does not exist', uri('nobody', 1), 'KEY_NOT_FOUND'],
    ['a key that does not exist, without a version', uri('nobody'), 'KEY_NOT_FOUND'],
  ])('%s is refused', async (_, key, code) => {
    expect(await codeOf(() => sign(key))).toBe(code)
    expect(await calls()).toBe(0)
  })

  test('no enabled version at all', async () => {
    for (const version of ['1', '2'])
      await sandbox.control({ op: 'key-state', key: P256, version, state: 'DISABLED' })
    expect(await codeOf(() => sign(uri(P256)))).toBe('KEY_UNUSABLE')
  })
})

describe('credentials', () => {
  test('a token that the service does not know is refused, named by permission, and not shown', async () => {
    const stranger: AccessTokens = {
      mint: () => Promise.resolve({ token: 'ya29.canary-token', expires: Infinity }),
    }
    const error = await refusal(() => googleKeyService(options(stranger)).open(uri(P256, 1)))
    expect([error.code, error.message]).toEqual([
      'KEY_FORBIDDEN',
      expect.stringContaining('cloudkms.cryptoKeyVersions.viewPublicKey'),
    ])
    expect(`${error.message} ${String(error.cause)} ${error.stack}`).not.toContain('canary-token')
  })

  test('a failure to get a token comes through unchanged', async () => {
    const failing: AccessTokens = { mint: () => Promise.reject(new Error('no token')) }
    await expect(googleKeyService(options(failing)).open(uri(P256, 1))).rejects.toMatchObject({
      code: 'KMS_FAILED',
    })
  })
})

/** Attempts of the faulty method until the adapter gives up: 1 means that it is not tried again. */
const SIGN_FAULTS: [FaultKind, string, number][] = [
  ['429', 'KMS_FAILED', 5],
  ['500', 'KMS_FAILED', 5],
  ['503', 'KMS_FAILED', 5],
  ['reset', 'KMS_FAILED', 5],
  ['forbidden', 'KEY_FORBIDDEN', 1],
  ['disabled', 'KEY_UNUSABLE', 1],
  ['corrupt-signature', 'SIGNATURE_CORRUPT', 1],
  ['corrupt-signature-crc', 'SIGNATURE_CORRUPT', 3],
  ['no-signature-crc', 'SIGNATURE_CORRUPT', 3],
  ['no-verified-crc', 'SIGNATURE_CORRUPT', 3],
  ['wrong-key', 'SIGNATURE_CORRUPT', 1],
  ['wrong-version-name', 'KEY_CHANGED', 1],
]
const KEY_FAULTS: [FaultKind, string, number][] = [
  ['429', 'KMS_FAILED', 5],
  ['503', 'KMS_FAILED', 5],
  ['forbidden', 'KEY_FORBIDDEN', 1],
  ['corrupt-data-crc', 'SIGNATURE_CORRUPT', 3],
  ['wrong-version-name', 'KEY_CHANGED', 1],
]

describe('fault matrix', () => {
  test.each(SIGN_FAULTS)(
    'abuse cases 19 to 23: AsymmetricSign, %s: %s after %i attempts',
    async (kind, code, attempts) => {
      await sandbox.control({ op: 'fault', service: 'kms', method: 'AsymmetricSign', kind })
      expect(await codeOf(() => sign())).toBe(code)
      expect(await calls()).toBe(attempts)
    },
  )

  test.each(KEY_FAULTS)('GetPublicKey, %s: %s after %i attempts', async (kind, code, attempts) => {
    await sandbox.control({ op: 'fault', service: 'kms', method: 'GetPublicKey', kind })
    expect(await codeOf(() => sign())).toBe(code)
    const all = (await sandbox.control({ op: 'calls' })).calls
    expect([all['kms.GetPublicKey'], all['kms.AsymmetricSign']]).toEqual([attempts, 0])
  })

  test('abuse case 20: a public key of another algorithm than the service says', async () => {
    await sandbox.control({ op: 'fault', service: 'kms', method: 'GetPublicKey', kind: 'wrong-algorithm' })
    expect(['SIGNATURE_CORRUPT', 'KEY_UNUSABLE', 'KEY_ALGORITHM_UNSUPPORTED']).toContain(
      await codeOf(() => sign()),
    )
    expect(await calls()).toBe(0)
  })

  test.each<FaultKind>(['429', '500', '503', 'reset', 'corrupt-signature-crc'])(
    'abuse case 21: one %s is survived',
    async (kind) => {
      await sandbox.control({ op: 'fault', service: 'kms', method: 'AsymmetricSign', kind, times: 1 })
      expect((await sign()).bundle?.json).toContain('dsseEnvelope')
      expect(await calls()).toBe(2)
    },
  )
})
