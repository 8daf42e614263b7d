// Answers that no honest service gives, and that a service between us and it could.
import { createHash, generateKeyPairSync, sign as nodeSign, type KeyObject } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { crc32c } from '@open-claw/core'
import { codeOf } from '../../support/errors.ts'
import { selfSigned } from '../aws/certificate.ts'
import { resourceOf, uriOf } from './keys.ts'
import { Refusal } from './scripted-kms.ts'
import { scriptedService } from './scripted-service.ts'

const TOKEN = 'ya29.canary-of-the-job'
const URI = uriOf('k', '1')
const NAME = resourceOf('k', '1')
const KEY = NAME.replace(/\/cryptoKeyVersions\/1$/, '')
const REQUEST = { input: 'digest', hash: 'sha256', digest: createHash('sha256').digest() } as const

const { kms, methods, setup } = await scriptedService(TOKEN)
const pemOf = (key: KeyObject): string => String(key.export({ type: 'spki', format: 'pem' }))
const checksum = (bytes: Uint8Array | string) => ({ value: String(crc32c(Buffer.from(bytes))) })

const EC = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const pemAnswer = (pem: string, more: object = {}): object => ({
  name: NAME,
  algorithm: 'EC_SIGN_P256_SHA256',
  protectionLevel: 'HSM',
  pem,
  pemCrc32c: checksum(pem),
  ...more,
})
const rawAnswer = (data: Uint8Array, more: object = {}): object => ({
  name: NAME,
  algorithm: 'PQ_SIGN_ML_DSA_65',
  protectionLevel: 'HSM',
  publicKeyFormat: 'NIST_PQC',
  publicKey: { data, crc32cChecksum: checksum(data) },
  ...more,
})
const rawOf = (type: 'ml-dsa-44' | 'ml-dsa-65'): Buffer =>
  generateKeyPairSync(type as 'ml-dsa-65')
    .publicKey.export({ type: 'spki', format: 'der' })
    .subarray(22)
const GOOD = pemAnswer(pemOf(EC.publicKey))

/** The code that opening the key is refused with; nothing must have been signed. */
async function openedWith(answer: object): Promise<string> {
  kms.play({ GetPublicKey: () => answer })
  const code = await codeOf(() => setup().service.open(URI))
  expect(methods()).not.toContain('AsymmetricSign')
  return code
}

test('a public key (abuse cases 19 and 20) that is what it says is opened', async () => {
  expect(await openedWith(GOOD)).toBe('no error')
  expect(kms.authorizations).toEqual([`Bearer ${TOKEN}`])
})
const rsa2048 = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey
const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey
const privatePem = String(EC.privateKey.export({ type: 'pkcs8', format: 'pem' }))
const spki = EC.publicKey.export({ type: 'spki', format: 'der' })
test.each([
  ['of another curve', pemAnswer(pemOf(p384))],
  ['of another kind', pemAnswer(pemOf(rsa2048))],
  ['of another size', pemAnswer(pemOf(rsa2048), { algorithm: 'RSA_SIGN_PSS_3072_SHA256' })],
  ['of another type than Ed25519', pemAnswer(pemOf(EC.publicKey), { algorithm: 'EC_SIGN_ED25519' })],
  ['that is a private one', pemAnswer(privatePem)],
  ['that is a certificate', pemAnswer(selfSigned().cert)],
  ['that is no PEM', pemAnswer('key')],
  ['whose PEM is broken', pemAnswer('-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n')],
  ['that is absent', pemAnswer('', { pemCrc32c: checksum('') })],
  ['without a checksum', pemAnswer(pemOf(EC.publicKey), { pemCrc32c: null })],
  ['with a checksum of zero', pemAnswer(pemOf(EC.publicKey), { pemCrc32c: { value: '0' } })],
  ['with a negative checksum', pemAnswer(pemOf(EC.publicKey), { pemCrc32c: { value: '-1' } })],
  ['in raw bytes of an algorithm that has PEM', rawAnswer(spki, { algorithm: 'EC_SIGN_P256_SHA256' })],
  ['in another format', rawAnswer(rawOf('ml-dsa-65'), { publicKeyFormat: 'DER' })],
  ['of another parameter set', rawAnswer(rawOf('ml-dsa-44'))],
  ['that is cut short', rawAnswer(rawOf('ml-dsa-65').subarray(1))],
  ['in no bytes', rawAnswer(Buffer.alloc(0))],
  [
    'in raw bytes without a checksum',
    rawAnswer(rawOf('ml-dsa-65'), { publicKey: { data: rawOf('ml-dsa-65') } }),
  ],
  ['without a protection level', pemAnswer(pemOf(EC.publicKey), { protectionLevel: 0 })],
  ['of a protection level that nobody knows', pemAnswer(pemOf(EC.publicKey), { protectionLevel: 99 })],
])('a public key (abuse cases 19 and 20) %s is refused', async (_, answer) => {
  expect(await openedWith(answer)).toBe('SIGNATURE_CORRUPT')
  expect(methods()).toHaveLength(3)
})
test.each([
  ['version', NAME.replace(/1$/, '2')],
  ['key', NAME.replace('/k/', '/other/')],
  ['project', NAME.replace('projects/demo', 'projects/other')],
  ['key, for none is named', ''],
])('a public key (abuse cases 19 and 20) of another %s is refused', async (_, name) => {
  expect(await openedWith(pemAnswer(pemOf(EC.publicKey), { name }))).toBe('KEY_CHANGED')
  expect(methods()).toHaveLength(1)
})
test.each([
  ['decrypts', 'RSA_DECRYPT_OAEP_2048_SHA256', 'KEY_UNUSABLE'],
  ['encrypts', 'GOOGLE_SYMMETRIC_ENCRYPTION', 'KEY_UNUSABLE'],
  ['makes MACs', 'HMAC_SHA256', 'KEY_UNUSABLE'],
  ['encapsulates', 'ML_KEM_768', 'KEY_UNUSABLE'],
  ['does nothing that is told', 'CRYPTO_KEY_VERSION_ALGORITHM_UNSPECIFIED', 'KEY_UNUSABLE'],
  ['signs in a way newer than the client', 9999, 'KEY_ALGORITHM_UNSUPPORTED'],
  [
    'signs in a way that Node cannot check',
    'PQ_SIGN_HASH_SLH_DSA_SHA2_128S_SHA256',
    'KEY_ALGORITHM_UNSUPPORTED',
  ],
])('a public key (abuse cases 19 and 20) of a key that %s is refused', async (_, algorithm, code) => {
  expect(await openedWith(pemAnswer(pemOf(EC.publicKey), { algorithm }))).toBe(code)
  expect(methods()).toHaveLength(1)
})
test('a public key (abuse cases 19 and 20) that is larger than any key is refused', async () => {
  expect(await openedWith(pemAnswer('x'.repeat(5 * 1024 * 1024)))).toBe('KMS_FAILED')
})
test('a public key (abuse cases 19 and 20) in post-quantum form is asked for by its format', async () => {
  const raw = rawOf('ml-dsa-65')
  kms.play({
    GetPublicKey: ({ publicKeyFormat }) => {
      if (publicKeyFormat === 'NIST_PQC') return rawAnswer(raw)
      throw new Refusal(3, 'public_key_format must be NIST_PQC.')
    },
  })
  expect((await setup().service.open(URI)).algorithm).toBe('ml-dsa-65')
  expect(methods()).toEqual(['GetPublicKey', 'GetPublicKey'])
})
test('a public key (abuse cases 19 and 20) that is refused in every format is a key that cannot be used', async () => {
  kms.play({
    GetPublicKey: () => {
      throw new Refusal(3, 'The key has no public key.')
    },
  })
  expect(await codeOf(() => setup().service.open(URI))).toBe('KEY_UNUSABLE')
})

/** A correct answer to a signing request, with `more` laid over it. */
const signed = (more: object = {}): object => {
  const signature = nodeSign('sha256', Buffer.alloc(0), EC.privateKey)
  return {
    name: NAME,
    signature,
    signatureCrc32c: checksum(signature),
    verifiedDigestCrc32c: true,
    protectionLevel: 'HSM',
    ...more,
  }
}

async function signedWith(answer: object): Promise<string> {
  kms.play({ GetPublicKey: () => GOOD, AsymmetricSign: () => answer })
  const key = await setup().service.open(URI)
  return codeOf(() => key.sign(REQUEST))
}

describe('a signature (abuse case 19)', () => {
  test('that is confirmed in every field is returned', async () => {
    expect(await signedWith(signed())).toBe('no error')
    expect(kms.asked.at(-1)?.[1]).toMatchObject({
      name: NAME,
      digest: { sha256: REQUEST.digest },
      digestCrc32c: checksum(REQUEST.digest),
    })
  })
  test.each([
    ['is absent', signed({ signature: Buffer.alloc(0), signatureCrc32c: checksum('') })],
    ['has no checksum', signed({ signatureCrc32c: null })],
    ['has the checksum of another', signed({ signatureCrc32c: { value: '1' } })],
    ['is over a digest that was not confirmed', signed({ verifiedDigestCrc32c: false })],
    [
      'is over data that was confirmed, where a digest was sent',
      signed({ verifiedDigestCrc32c: false, verifiedDataCrc32c: true }),
    ],
  ])('that %s is asked for twice more and refused', async (_, answer) => {
    expect(await signedWith(answer)).toBe('SIGNATURE_CORRUPT')
    expect(methods()).toEqual(['GetPublicKey', 'AsymmetricSign', 'AsymmetricSign', 'AsymmetricSign'])
  })
  test.each([
    ['another version (abuse case 18)', signed({ name: NAME.replace(/1$/, '2') })],
    ['no version', signed({ name: '' })],
    ['software, where the key was in an HSM', signed({ protectionLevel: 'SOFTWARE' })],
    ['nowhere that is told', signed({ protectionLevel: 0 })],
  ])('by %s is refused at once', async (_, answer) => {
    expect(await signedWith(answer)).toBe('KEY_CHANGED')
    expect(methods()).toEqual(['GetPublicKey', 'AsymmetricSign'])
  })
})

describe('a list of versions', () => {
  const version = (number: string, state = 'ENABLED', key = KEY) => ({
    name: `${key}/cryptoKeyVersions/${number}`,
    state,
  })
  const openListed = (pages: object[][]): Promise<string> => {
    kms.play({
      ListCryptoKeyVersions: ({ pageToken }) => {
        const page = Number(pageToken ?? 0)
        return {
          cryptoKeyVersions: pages[page],
          nextPageToken: page + 1 < pages.length ? String(page + 1) : '',
        }
      },
      GetPublicKey: ({ name }) => pemAnswer(pemOf(EC.publicKey), { name }),
    })
    return codeOf(() => setup().service.open(uriOf('k')))
  }
  test('is read to its end', async () => {
    expect(await openListed([[version('2')], [version('10')], [version('9')]])).toBe('no error')
    expect(kms.asked.at(-1)?.[1]).toMatchObject({ name: `${KEY}/cryptoKeyVersions/10` })
    expect(kms.asked[0]?.[1]).toMatchObject({ parent: KEY, filter: 'state=ENABLED' })
  })
  test.each([
    ['is empty', [[]], 'KEY_UNUSABLE'],
    [
      'has none that is enabled',
      [[version('1', 'DISABLED'), version('2', 'DESTROY_SCHEDULED')]],
      'KEY_UNUSABLE',
    ],
    ['has states that nobody knows', [[{ ...version('1'), state: 99 }]], 'KEY_UNUSABLE'],
    ['is of another key', [[version('9', 'ENABLED', `${KEY}2`)]], 'KEY_CHANGED'],
    ['has one of another key', [[version('1'), version('9', 'ENABLED', `${KEY}/x`)]], 'KEY_CHANGED'],
    ['has a version that is no number', [[version('latest')]], 'KEY_CHANGED'],
    ['has a version without a name', [[{ state: 'ENABLED' }]], 'KEY_CHANGED'],
  ])('that %s opens nothing', async (_, pages, code) => {
    expect(await openListed(pages)).toBe(code)
    expect(methods()).not.toContain('GetPublicKey')
  })
})
