// Every signing algorithm of AWS KMS that is used here, by the genuine client, checked by node:crypto.
import { createHash, randomBytes } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import {
  ALGORITHMS,
  externalMu,
  signStatements,
  verifyDigest,
  type Algorithm,
  type HashName,
  type Sha256,
  type KmsSigningKey,
  type SigningKey,
  type SignRequest,
} from '@open-claw/core'
import { verifyMessage } from '../../../packages/core/src/keys/signature.ts'
import { AWS_ALGORITHMS } from '../../../packages/aws/src/kms/algorithms.ts'
import { awsPublicKey } from '../../../packages/aws/src/kms/public-key.ts'
import { codeOf, refusal } from '../../support/errors.ts'
import { testSandbox, countCalls } from '../../support/sandbox.ts'
import { awsServiceAt, awsUri, checkedWith, fixed, wideSession } from './keys.ts'

/** RSA keys of 4096 bits are made on first use. */
const SLOW_MS = 120_000

const sandbox = await testSandbox()
const session = await wideSession(sandbox)

const aliasOf = (spec: string): string => `alias/${spec.toLowerCase().replaceAll('_', '-')}`
const open = (spec: string, algorithm?: Algorithm): Promise<KmsSigningKey> =>
  awsServiceAt(sandbox.awsKmsEndpoint, fixed(session)).service.open(awsUri(aliasOf(spec)), algorithm)
const signs = () => countCalls(sandbox, 'aws-kms.Sign')

const digest = (hash: HashName, bytes: Uint8Array): Extract<SignRequest, { input: 'digest' }> => ({
  input: 'digest',
  hash,
  digest: createHash(hash).update(bytes).digest(),
})
const message = (bytes: Uint8Array): SignRequest => ({ input: 'message', message: bytes })
const mu = (bytes: Uint8Array): SignRequest => ({ input: 'mu', mu: bytes })

/** SubjectPublicKeyInfo of ML-DSA is 22 bytes and the key (RFC 9881). */
function requestFor(key: SigningKey, bytes: Uint8Array): SignRequest {
  const { input, hash } = ALGORITHMS[key.algorithm]
  if (input === 'digest') return digest(hash, bytes)
  return input === 'mu' ? mu(externalMu(key.publicKey.subarray(22), bytes)) : message(bytes)
}

const ROWS = [...AWS_ALGORITHMS].flatMap(([spec, rows]) =>
  rows.map(({ signing, algorithm }) => [spec, signing, algorithm, rows.length] as const),
)

describe('a key of', () => {
  test('no spec is missing', () => {
    expect(ROWS).toHaveLength(5 + 3 * 6 + 3)
    expect(new Set(ROWS.map(([, , algorithm]) => algorithm)).size).toBe(ROWS.length)
  })
  test.each(ROWS)(
    '%s signs with %s as %s',
    async (spec, _, algorithm, choices) => {
      const key = await open(spec, choices === 1 ? undefined : algorithm)
      expect(key).toMatchObject({ algorithm, protectionLevel: 'AWS_KMS', maxMessage: 4096 })
      const before = await signs()
      // Messages of any content, up to what a key for whole messages takes.
      const messages = [0, 1, 31, 32, 33, 64, 4096].map((size) => randomBytes(size))
      for (const bytes of messages.filter(({ length }) => length > 0 || algorithm !== 'ed25519')) {
        const signature = await key.sign(requestFor(key, bytes))
        expect(verifyMessage(checkedWith(key), bytes, signature)).toBe(true)
        expect(verifyMessage(checkedWith(key), Buffer.concat([bytes, Buffer.from([0])]), signature)).toBe(
          false,
        )
      }
      expect(await signs()).toBe(before + (algorithm === 'ed25519' ? 6 : 7))
    },
    SLOW_MS,
  )
  test.each(ROWS.filter(([, signing]) => signing === 'RSASSA_PSS_SHA_384'))(
    '%s has the same public key with %s for those who only verify',
    async (spec, _, algorithm) => {
      const { options } = awsServiceAt(sandbox.awsKmsEndpoint, fixed(session))
      const published = await awsPublicKey(options)(awsUri(aliasOf(spec)), algorithm)
      const { uri, publicKey } = await open(spec, algorithm)
      expect(published).toMatchObject({ uri, algorithm, publicKey, protectionLevel: 'AWS_KMS' })
    },
    SLOW_MS,
  )
})

describe('an algorithm', () => {
  test.each(['RSA_2048', 'RSA_3072', 'RSA_4096'])(
    'of %s is never the first of a list',
    async (spec) => {
      const error = await refusal(() => open(spec))
      expect(error.code).toBe('KEY_ALGORITHM_UNSUPPORTED')
      for (const { algorithm } of AWS_ALGORITHMS.get(spec) ?? []) expect(error.remedy).toContain(algorithm)
    },
    SLOW_MS,
  )
  test.each([
    ['of another size', 'RSA_2048', 'rsa-pss-3072-sha256'],
    ['of another curve', 'ECC_NIST_P256', 'ecdsa-p384-sha384'],
    ['of another kind', 'ECC_NIST_P256', 'ed25519'],
    ['of another parameter set', 'ML_DSA_44', 'ml-dsa-65-external-mu'],
    ['for messages, of a key that opens for mu', 'ML_DSA_65', 'ml-dsa-65'],
    ['that AWS does not have', 'ECC_NIST_P256', 'slh-dsa-sha2-128s'],
  ] as const)('%s is refused (abuse case 20)', async (_, spec, algorithm) => {
    expect(await codeOf(() => open(spec, algorithm))).toBe('KEY_ALGORITHM_UNSUPPORTED')
  })
})

describe('an input that is not the one of the algorithm never leaves (abuse case 20)', () => {
  const BYTES = Buffer.from('what a pipeline built')
  const digestOf = (size: number): SignRequest => ({
    input: 'digest',
    hash: 'sha256',
    digest: Buffer.alloc(size),
  })
  test.each([
    ['a message, to ECDSA', 'ecdsa-p256-sha256', 'ECC_NIST_P256', message(BYTES)],
    ['mu, to ECDSA', 'ecdsa-p256-sha256', 'ECC_NIST_P256', mu(Buffer.alloc(64))],
    ['a digest by another hash', 'ecdsa-p256-sha256', 'ECC_NIST_P256', digest('sha384', BYTES)],
    ['a longer digest', 'ecdsa-p256-sha256', 'ECC_NIST_P256', digestOf(33)],
    ['a shorter digest', 'ecdsa-p256-sha256', 'ECC_NIST_P256', digestOf(31)],
    ['no digest', 'ecdsa-p256-sha256', 'ECC_NIST_P256', digestOf(0)],
    ['a SHA-512 digest, to RSA with SHA-256', 'rsa-pss-2048-sha256', 'RSA_2048', digest('sha512', BYTES)],
    ['a SHA-256 digest, to RSA with SHA-384', 'rsa-pkcs1-2048-sha384', 'RSA_2048', digest('sha256', BYTES)],
    ['a message, to RSA', 'rsa-pkcs1-2048-sha256', 'RSA_2048', message(BYTES)],
    ['a digest, to Ed25519', 'ed25519', 'ECC_NIST_EDWARDS25519', digest('sha512', BYTES)],
    ['mu, to Ed25519', 'ed25519', 'ECC_NIST_EDWARDS25519', mu(Buffer.alloc(64))],
    ['a message, to ML-DSA', 'ml-dsa-65-external-mu', 'ML_DSA_65', message(BYTES)],
    ['a digest, to ML-DSA', 'ml-dsa-65-external-mu', 'ML_DSA_65', digest('sha512', BYTES)],
    ['mu that is too short', 'ml-dsa-65-external-mu', 'ML_DSA_65', mu(Buffer.alloc(63))],
    ['mu that is too long', 'ml-dsa-65-external-mu', 'ML_DSA_65', mu(Buffer.alloc(65))],
  ] as const)('%s', async (_, algorithm, spec, request) => {
    const key = await open(spec, algorithm)
    const before = await signs()
    expect(await codeOf(() => key.sign(request))).toBe('KEY_ALGORITHM_UNSUPPORTED')
    expect(await signs()).toBe(before)
  })
  test('a message over 4096 bytes, to Ed25519', async () => {
    const key = await open('ECC_NIST_EDWARDS25519')
    const before = await signs()
    expect(await codeOf(() => key.sign(message(Buffer.alloc(4097))))).toBe('KEY_MESSAGE_TOO_LARGE')
    expect(await signs()).toBe(before)
  })
})

test.each(['ECC_NIST_P256', 'ECC_NIST_P384', 'ECC_NIST_P521', 'ECC_SECG_P256K1'])(
  'a digest alone is enough to sign with %s and to check the signature',
  async (spec) => {
    const key = await open(spec)
    const { hash } = ALGORITHMS[key.algorithm]
    if (hash === null) throw new Error('not for digests')
    const request = digest(hash, Buffer.from('file'))
    const signature = await key.sign(request)
    expect(await verifyDigest(checkedWith(key), request.digest, signature)).toBe(true)
    expect(await verifyDigest(checkedWith(key), Buffer.alloc(request.digest.length), signature)).toBe(false)
  },
)

test.each([
  ['ML_DSA_65', 'no error'],
  ['ECC_NIST_EDWARDS25519', 'KEY_MESSAGE_TOO_LARGE'],
])('a statement over 4096 bytes signed with %s: %s', async (spec, code) => {
  const key = await open(spec)
  const before = await signs()
  const subject = { name: 'app', digest: 'a'.repeat(64) as Sha256, source: 'checksums' } as const
  const predicate = { type: 'https://example.com/predicate', body: { filler: 'x'.repeat(5000) } }
  expect(await codeOf(() => signStatements(key, [subject], predicate))).toBe(code)
  expect(await signs()).toBe(before + (code === 'no error' ? 1 : 0))
})
