// Every signing algorithm of Google Cloud KMS, by the genuine client, checked by node:crypto.
import { createHash } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import {
  ALGORITHMS,
  externalMu,
  verifyDigest,
  type HashName,
  type KmsSigningKey,
  type SigningKey,
  type SignRequest,
} from '@open-claw/core'
import { verifyMessage } from '../../../packages/core/src/keys/signature.ts'
import { googlePublicKey } from '../../../packages/google/src/kms/public-key.ts'
import { testClock } from '../../support/clock.ts'
import { codeOf, refusal } from '../../support/errors.ts'
import { testSandbox, countCalls, accessToken } from '../../support/sandbox.ts'
import { checkedWith, minting, resourceOf, serviceAt, uriOf } from './keys.ts'

/** RSA keys of 4096 bits are made on first use. */
const SLOW_MS = 120_000
const MESSAGE = Buffer.from('what a pipeline built')

const sandbox = await testSandbox()
const token = await accessToken(sandbox)

const open = (key: string): Promise<KmsSigningKey> =>
  serviceAt(sandbox.kmsEndpoint, minting(token)).service.open(uriOf(key, '1'))
const signs = () => countCalls(sandbox, 'kms.AsymmetricSign')

const digest = (hash: HashName, bytes: Uint8Array = MESSAGE): SignRequest => ({
  input: 'digest',
  hash,
  digest: createHash(hash).update(bytes).digest(),
})
const message = (bytes: Uint8Array = MESSAGE): SignRequest => ({ input: 'message', message: bytes })

const KEYS = [
  ['ec-sign-p256-sha256', 'ecdsa-p256-sha256', 'SOFTWARE'],
  ['hsm-ec-sign-p256-sha256', 'ecdsa-p256-sha256', 'HSM'],
  ['ec-sign-p384-sha384', 'ecdsa-p384-sha384', 'SOFTWARE'],
  ['ec-sign-secp256k1-sha256', 'ecdsa-secp256k1-sha256', 'SOFTWARE'],
  ['ec-sign-ed25519', 'ed25519', 'SOFTWARE'],
  ['rsa-sign-pss-2048-sha256', 'rsa-pss-2048-sha256', 'SOFTWARE'],
  ['rsa-sign-pss-3072-sha256', 'rsa-pss-3072-sha256', 'SOFTWARE'],
  ['rsa-sign-pss-4096-sha256', 'rsa-pss-4096-sha256', 'SOFTWARE'],
  ['rsa-sign-pss-4096-sha512', 'rsa-pss-4096-sha512', 'SOFTWARE'],
  ['rsa-sign-pkcs1-2048-sha256', 'rsa-pkcs1-2048-sha256', 'SOFTWARE'],
  ['rsa-sign-pkcs1-3072-sha256', 'rsa-pkcs1-3072-sha256', 'SOFTWARE'],
  ['rsa-sign-pkcs1-4096-sha256', 'rsa-pkcs1-4096-sha256', 'SOFTWARE'],
  ['rsa-sign-pkcs1-4096-sha512', 'rsa-pkcs1-4096-sha512', 'SOFTWARE'],
  ['rsa-sign-raw-pkcs1-2048', 'rsa-pkcs1-2048-sha256', 'SOFTWARE'],
  ['rsa-sign-raw-pkcs1-3072', 'rsa-pkcs1-3072-sha256', 'SOFTWARE'],
  ['rsa-sign-raw-pkcs1-4096', 'rsa-pkcs1-4096-sha256', 'SOFTWARE'],
  ['pq-sign-ml-dsa-44', 'ml-dsa-44', 'SOFTWARE'],
  ['pq-sign-ml-dsa-65', 'ml-dsa-65', 'SOFTWARE'],
  ['pq-sign-ml-dsa-87', 'ml-dsa-87', 'SOFTWARE'],
  ['pq-sign-ml-dsa-44-external-mu', 'ml-dsa-44-external-mu', 'SOFTWARE'],
  ['pq-sign-ml-dsa-65-external-mu', 'ml-dsa-65-external-mu', 'SOFTWARE'],
  ['pq-sign-ml-dsa-87-external-mu', 'ml-dsa-87-external-mu', 'SOFTWARE'],
  ['pq-sign-slh-dsa-sha2-128s', 'slh-dsa-sha2-128s', 'SOFTWARE'],
] as const

/** SubjectPublicKeyInfo of ML-DSA is 22 bytes and the key (RFC 9881). */
const rawKey = (key: SigningKey): Uint8Array => key.publicKey.subarray(22)

function requestFor(key: SigningKey): SignRequest {
  const { input, hash } = ALGORITHMS[key.algorithm]
  if (input === 'digest') return digest(hash)
  return input === 'mu' ? { input, mu: externalMu(rawKey(key), MESSAGE) } : message()
}

describe('a key', () => {
  test.each(KEYS)(
    '%s signs as %s',
    async (name, algorithm, protectionLevel) => {
      const key = await open(name)
      expect(key).toMatchObject({ uri: uriOf(name, '1'), algorithm, protectionLevel, maxMessage: 65_536 })
      const before = await signs()
      const signature = await key.sign(requestFor(key))
      expect(verifyMessage(checkedWith(key), MESSAGE, signature)).toBe(true)
      expect(verifyMessage(checkedWith(key), Buffer.from('something else'), signature)).toBe(false)
      expect(await signs()).toBe(before + 1)
    },
    SLOW_MS,
  )
  test('has the same public key for those who only verify', async () => {
    const fetchKey = googlePublicKey({
      endpoint: new URL(sandbox.kmsEndpoint),
      tokens: minting(token),
      clock: testClock(),
    })
    const key = await open('ec-sign-p384-sha384')
    expect(await fetchKey(uriOf('ec-sign-p384-sha384'))).toMatchObject({
      uri: key.uri,
      algorithm: key.algorithm,
      publicKey: key.publicKey,
      resource: resourceOf('ec-sign-p384-sha384', '1'),
    })
  })
  test('whose signatures cannot be checked here is refused before it signs', async () => {
    const error = await refusal(() => open('pq-sign-hash-slh-dsa-sha2-128s-sha256'))
    expect(error.code).toBe('KEY_ALGORITHM_UNSUPPORTED')
    expect(error.message).toContain('cannot be checked here')
  })
})

describe('an input that is not the one of the algorithm never leaves (abuse case 20)', () => {
  test.each([
    ['a message, to a key for digests', 'ec-sign-p256-sha256', message()],
    ['mu, to a key for digests', 'ec-sign-p256-sha256', { input: 'mu', mu: Buffer.alloc(64) }],
    ['a digest by another hash', 'ec-sign-p256-sha256', digest('sha384')],
    ['a longer digest', 'ec-sign-p256-sha256', { input: 'digest', hash: 'sha256', digest: Buffer.alloc(33) }],
    [
      'a shorter digest',
      'ec-sign-p256-sha256',
      { input: 'digest', hash: 'sha256', digest: Buffer.alloc(31) },
    ],
    ['no digest', 'ec-sign-p256-sha256', { input: 'digest', hash: 'sha256', digest: Buffer.alloc(0) }],
    ['a SHA-512 digest, to RSA with SHA-256', 'rsa-sign-pkcs1-2048-sha256', digest('sha512')],
    ['a message, to raw RSA', 'rsa-sign-raw-pkcs1-2048', message()],
    ['a digest by another hash, to raw RSA', 'rsa-sign-raw-pkcs1-2048', digest('sha512')],
    ['a digest, to Ed25519', 'ec-sign-ed25519', digest('sha256')],
    ['mu, to ML-DSA that hashes by itself', 'pq-sign-ml-dsa-65', { input: 'mu', mu: Buffer.alloc(64) }],
    ['a message, to ML-DSA for mu', 'pq-sign-ml-dsa-65-external-mu', message()],
    ['a digest, to ML-DSA for mu', 'pq-sign-ml-dsa-65-external-mu', digest('sha512')],
    ['mu that is too short', 'pq-sign-ml-dsa-65-external-mu', { input: 'mu', mu: Buffer.alloc(63) }],
  ] as const)('%s', async (_, name, request) => {
    const key = await open(name)
    const before = await signs()
    expect(await codeOf(() => key.sign(request))).toBe('KEY_ALGORITHM_UNSUPPORTED')
    expect(await signs()).toBe(before)
  })
  test.each(['ec-sign-ed25519', 'pq-sign-ml-dsa-44', 'pq-sign-slh-dsa-sha2-128s'])(
    'a message over 64 KiB, to %s',
    async (name) => {
      const key = await open(name)
      const before = await signs()
      expect(await codeOf(() => key.sign(message(Buffer.alloc(65_537))))).toBe('KEY_MESSAGE_TOO_LARGE')
      expect(await signs()).toBe(before)
    },
  )
})

describe('a digest alone', () => {
  test.each(['ec-sign-p256-sha256', 'rsa-sign-pss-2048-sha256', 'rsa-sign-raw-pkcs1-2048'])(
    'is enough to sign with %s and to check the signature',
    async (name) => {
      const key = await open(name)
      const made = digest('sha256')
      if (made.input !== 'digest') throw new Error('not a digest')
      const signature = await key.sign(made)
      expect(await verifyDigest(checkedWith(key), made.digest, signature)).toBe(true)
      expect(await verifyDigest(checkedWith(key), Buffer.alloc(32), signature)).toBe(false)
    },
    SLOW_MS,
  )
  test('of 64 KiB at most is a message that Ed25519 signs', async () => {
    const key = await open('ec-sign-ed25519')
    const largest = Buffer.alloc(65_536, 1)
    expect(verifyMessage(checkedWith(key), largest, await key.sign(message(largest)))).toBe(true)
  })
})
