// Every signing algorithm of Azure Key Vault, by the genuine client, checked by node:crypto.
import { afterEach, describe, expect, test } from '@jest/globals'
import { ALGORITHMS, verifyDigest, type Algorithm, type HashName, type SignRequest } from '@open-claw/core'
import { verifyMessage } from '../../../packages/core/src/keys/signature.ts'
import { AZURE_ALGORITHMS } from '../../../packages/azure/src/kms/algorithms.ts'
import { azurePublicKey } from '../../../packages/azure/src/kms/public-key.ts'
import { testClock } from '../../support/clock.ts'
import { codeOf, refusal } from '../../support/errors.ts'
import { testSandbox, callsTo } from '../../support/sandbox.ts'
import { checkedWith, digestOf, HOST, MESSAGE, minting, serviceAt, uriOf, trustedToken } from './keys.ts'

/** RSA keys of 4096 bits are made on first use. */
const SLOW_MS = 120_000
/** The second of two versions. */
const NEWEST = '0ce8ba15f4db8aad436a54e841935f0f'

const sandbox = await testSandbox()
const token = await trustedToken(sandbox)
afterEach(() => sandbox.control({ op: 'reset' }))

const open = (key: string, algorithm?: Algorithm, version?: string) =>
  serviceAt(sandbox.azureVaultEndpoint, minting(token)).service.open(uriOf(key, version), algorithm)

const calls = () => callsTo(sandbox, 'azure-vault')

/** The key of the sandbox that signs with an algorithm. */
const EC_KEYS: Partial<Record<Algorithm, string>> = {
  'ecdsa-p256-sha256': 'ec-p-256',
  'ecdsa-p384-sha384': 'ec-p-384',
  'ecdsa-p521-sha512': 'ec-p-521',
  'ecdsa-secp256k1-sha256': 'ec-p-256k',
}
const keyFor = (algorithm: Algorithm): string =>
  EC_KEYS[algorithm] ?? `rsa-${/-(\d{4})-/.exec(algorithm)?.[1] ?? ''}`
const hashOf = (algorithm: Algorithm): HashName => ALGORITHMS[algorithm].hash ?? 'sha256'

describe('a key', () => {
  test.each([...AZURE_ALGORITHMS.keys()])(
    'signs with %s, in one request to open it and one to sign',
    async (algorithm) => {
      const key = await open(keyFor(algorithm), algorithm)
      expect(key).toMatchObject({ algorithm, protectionLevel: 'SOFTWARE', maxMessage: 0 })
      const request = digestOf(hashOf(algorithm))
      const signature = await key.sign(request)
      expect(verifyMessage(checkedWith(key), MESSAGE, signature)).toBe(true)
      expect(verifyMessage(checkedWith(key), Buffer.from('something else'), signature)).toBe(false)
      expect(await verifyDigest(checkedWith(key), request.digest, signature)).toBe(true)
      expect(await calls()).toEqual({ GetKey: 1, Sign: 1 })
    },
    SLOW_MS,
  )
  test.each([
    ['hsm-ec-p-256', 'ecdsa-p256-sha256'],
    ['hsm-rsa-2048', 'rsa-pss-2048-sha256'],
  ] as const)('%s says that it is in an HSM', async (name, algorithm) => {
    const key = await open(name, algorithm)
    expect(key.protectionLevel).toBe('HSM')
    expect(verifyMessage(checkedWith(key), MESSAGE, await key.sign(digestOf('sha256')))).toBe(true)
  })
  test('on a curve needs no algorithm to be named', async () => {
    expect((await open('ec-p-384')).algorithm).toBe('ecdsa-p384-sha384')
  })
  test('signs again and again with one look at it', async () => {
    const key = await open('ec-p-256')
    for (let count = 0; count < 3; count += 1) await key.sign(digestOf('sha256'))
    expect(await calls()).toEqual({ GetKey: 1, Sign: 3 })
  })
  test('has the same public key for those who only verify, in one request', async () => {
    const endpoint = new URL(sandbox.azureVaultEndpoint)
    const fetchKey = azurePublicKey({ endpoint, tokens: minting(token), clock: testClock() })
    const key = await open('rsa-2048', 'rsa-pkcs1-2048-sha512')
    await sandbox.control({ op: 'reset' })
    expect(await fetchKey(uriOf('rsa-2048'), 'rsa-pkcs1-2048-sha512')).toMatchObject({
      uri: key.uri,
      algorithm: key.algorithm,
      publicKey: key.publicKey,
      protectionLevel: 'SOFTWARE',
    })
    expect(await calls()).toEqual({ GetKey: 1 })
  })
})

describe('the algorithm (abuse case 20)', () => {
  test('of an RSA key is not guessed from its size', async () => {
    const error = await refusal(() => open('rsa-2048'))
    expect(error.code).toBe('KEY_ALGORITHM_UNSUPPORTED')
    expect(error.remedy).toContain('rsa-pss-2048-sha256')
  })
  test.each([
    ['ec-p-256', 'ecdsa-p384-sha384'],
    ['ec-p-256', 'ecdsa-secp256k1-sha256'],
    ['ec-p-256', 'rsa-pss-2048-sha256'],
    ['rsa-2048', 'rsa-pss-3072-sha256'],
    ['rsa-2048', 'ecdsa-p256-sha256'],
    ['rsa-2048', 'ed25519'],
  ] as const)('of %s is not %s', async (name, algorithm) => {
    expect(await codeOf(() => open(name, algorithm))).toBe('KEY_ALGORITHM_UNSUPPORTED')
    expect(await calls()).toEqual({ GetKey: 1 })
  })
  test.each<[string, string, SignRequest]>([
    ['a message', 'ec-p-256', { input: 'message', message: MESSAGE }],
    ['mu', 'ec-p-256', { input: 'mu', mu: Buffer.alloc(64) }],
    ['a digest by another hash', 'ec-p-256', digestOf('sha384')],
    ['a longer digest', 'ec-p-256', { input: 'digest', hash: 'sha256', digest: Buffer.alloc(33) }],
    ['a shorter digest', 'ec-p-521', { input: 'digest', hash: 'sha512', digest: Buffer.alloc(63) }],
    ['no digest', 'ec-p-384', { input: 'digest', hash: 'sha384', digest: Buffer.alloc(0) }],
  ])('does not take %s: it never leaves', async (_, name, request) => {
    const key = await open(name)
    expect(await codeOf(() => key.sign(request))).toBe('KEY_ALGORITHM_UNSUPPORTED')
    expect(await calls()).toEqual({ GetKey: 1 })
  })
})

describe('a version', () => {
  test('that is not pinned is the newest, resolved once', async () => {
    const key = await open('ec-p-256')
    expect(key.uri).toBe(uriOf('ec-p-256', NEWEST))
    await key.sign(digestOf('sha256'))
    expect(await calls()).toEqual({ GetKey: 1, Sign: 1 })
  })
  test('that is pinned is used although there is a newer one (abuse case 18)', async () => {
    const list = await fetch(`${sandbox.azureVaultEndpoint}/keys/ec-p-256/versions`, {
      headers: { authorization: `Bearer ${token}` },
    })
    const { value } = (await list.json()) as { value: { kid: string }[] }
    const [oldest = ''] = value.map(({ kid }) => kid.split('/').at(-1) ?? '')
    const [old, newest] = await Promise.all([
      open('ec-p-256', undefined, oldest),
      open('ec-p-256', undefined, NEWEST),
    ])
    expect(old.uri).toBe(uriOf('ec-p-256', oldest))
    expect(old.publicKey).not.toEqual(newest.publicKey)
    const signature = await old.sign(digestOf('sha256'))
    expect(verifyMessage(checkedWith(old), MESSAGE, signature)).toBe(true)
    expect(verifyMessage(checkedWith(newest), MESSAGE, signature)).toBe(false)
  })
  test('that does not exist is not replaced by another', async () => {
    expect(await codeOf(() => open('ec-p-256', undefined, 'f'.repeat(32)))).toBe('KEY_NOT_FOUND')
    expect(await calls()).toEqual({ GetKey: 1 })
  })
  test('of a key that does not exist is not found', async () => {
    const error = await refusal(() => open('no-such-key'))
    expect(error.code).toBe('KEY_NOT_FOUND')
    expect(error.message).toContain(`https://${HOST}/keys/no-such-key`)
  })
})

describe('a key that may not sign is not opened (abuse case 23)', () => {
  test.each([
    ['disabled', 'is not enabled'],
    ['expired', 'has expired'],
    ['not-yet-valid', 'is not valid yet'],
    ['for-encryption', 'is not for signing'],
  ])('%s', async (name, why) => {
    const error = await refusal(() => open(name))
    expect(error.code).toBe('KEY_UNUSABLE')
    expect(error.message).toContain(why)
    expect(await calls()).toEqual({ GetKey: 1 })
  })
  test('nor used after it has expired meanwhile', async () => {
    const { clock, service } = serviceAt(sandbox.azureVaultEndpoint, minting(token))
    clock.pass(2 * 3_600_000)
    const key = await service.open(uriOf('not-yet-valid'))
    clock.pass(-2 * 3_600_000)
    expect(await codeOf(() => key.sign(digestOf('sha256')))).toBe('KEY_UNUSABLE')
    expect(await calls()).toEqual({ GetKey: 1 })
  })
  test('nor by a verifier', async () => {
    const endpoint = new URL(sandbox.azureVaultEndpoint)
    const fetchKey = azurePublicKey({ endpoint, tokens: minting(token), clock: testClock() })
    expect(await codeOf(() => fetchKey(uriOf('disabled')))).toBe('KEY_UNUSABLE')
  })
})
