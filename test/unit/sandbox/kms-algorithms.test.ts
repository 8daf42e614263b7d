// Every signing algorithm of the service, judged by node:crypto (by noble where Node has none).
import { describe, expect, jest, test } from '@jest/globals'
import { constants, createHash, createPublicKey, verify, type KeyObject } from 'node:crypto'
import { sha256 } from '@noble/hashes/sha2.js'
import { slh_dsa_sha2_128s } from '@noble/post-quantum/slh-dsa.js'
import { crc32c } from '@open-claw/core'
import { testSandbox, accessToken } from '../../support/sandbox.ts'
import { kmsClients, bearer, versionName } from './clients.ts'

// RSA-4096 pairs take their time on a small machine; nothing here depends on how much.
jest.setTimeout(300_000)

const MESSAGE = Buffer.from('what was built')
const sandbox = await testSandbox()
const token = await accessToken(sandbox)
const { grpc: kms, rest } = kmsClients(sandbox, token)
const call = bearer(token)

const bytes = (value: unknown): Buffer => Buffer.from(Object(value))
const hash = (name: string): Buffer => createHash(name).update(MESSAGE).digest()

async function signDigest(key: string, field: 'sha256' | 'sha384' | 'sha512' | 'externalMu', digest: Buffer) {
  const digestCrc32c = { value: String(crc32c(digest)) }
  const request = { name: versionName(key), digest: { [field]: digest }, digestCrc32c }
  const [signed] = await kms.asymmetricSign(request, call)
  expect(signed.verifiedDigestCrc32c).toBe(true)
  return checked(signed)
}

async function signData(key: string, data: Buffer) {
  const [signed] = await kms.asymmetricSign(
    { name: versionName(key), data, dataCrc32c: { value: String(crc32c(data)) } },
    call,
  )
  expect(signed.verifiedDataCrc32c).toBe(true)
  return checked(signed)
}

function checked(signed: { signature?: unknown; signatureCrc32c?: { value?: unknown } | null }): Buffer {
  const signature = bytes(signed.signature)
  expect(String(signed.signatureCrc32c?.value)).toBe(String(crc32c(signature)))
  return signature
}

async function pemOf(key: string): Promise<KeyObject> {
  const [answer] = await kms.getPublicKey({ name: versionName(key) }, call)
  expect(String(answer.pemCrc32c?.value)).toBe(String(crc32c(Buffer.from(String(answer.pem)))))
  return createPublicKey(String(answer.pem))
}

async function rawOf(key: string): Promise<Buffer> {
  const [answer] = await kms.getPublicKey({ name: versionName(key), publicKeyFormat: 'NIST_PQC' }, call)
  const raw = bytes(answer.publicKey?.data)
  expect(answer.pem ?? '').toBe('')
  expect(String(answer.publicKey?.crc32cChecksum?.value)).toBe(String(crc32c(raw)))
  return raw
}

const lengthOctets = (size: number): number[] =>
  size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 0xff]
const wrap = (tag: number, content: Buffer): Buffer =>
  Buffer.concat([Buffer.from([tag, ...lengthOctets(content.length)]), content])
const shake = (...parts: Buffer[]): Buffer =>
  createHash('shake256', { outputLength: 64 }).update(Buffer.concat(parts)).digest()

/** SubjectPublicKeyInfo around a raw key whose algorithm is 2.16.840.1.101.3.4.3.`arc` without parameters. */
function spki(arc: number, raw: Buffer): KeyObject {
  const algorithm = wrap(0x30, Buffer.from(`06096086480165030403${arc.toString(16)}`, 'hex'))
  const bits = wrap(0x03, Buffer.concat([Buffer.from([0]), raw]))
  return createPublicKey({ key: wrap(0x30, Buffer.concat([algorithm, bits])), format: 'der', type: 'spki' })
}

describe.each([
  ['ec-sign-p256-sha256', 'sha256'],
  ['ec-sign-p384-sha384', 'sha384'],
  ['ec-sign-secp256k1-sha256', 'sha256'],
] as const)('%s', (key, field) => {
  test('signs the digest', async () => {
    const signature = await signDigest(key, field, hash(field))
    expect(verify(field, MESSAGE, await pemOf(key), signature)).toBe(true)
    expect(verify(field, Buffer.from('another'), await pemOf(key), signature)).toBe(false)
  })
})

describe.each([
  ['rsa-sign-pss-2048-sha256', 'sha256', 2048],
  ['rsa-sign-pss-3072-sha256', 'sha256', 3072],
  ['rsa-sign-pss-4096-sha256', 'sha256', 4096],
  ['rsa-sign-pss-4096-sha512', 'sha512', 4096],
] as const)('%s', (key, field, bits) => {
  test('signs the digest with a salt as long as the digest', async () => {
    const signature = await signDigest(key, field, hash(field))
    const publicKey = await pemOf(key)
    const pss = (saltLength: number) => ({
      key: publicKey,
      padding: constants.RSA_PKCS1_PSS_PADDING,
      saltLength,
    })
    expect(publicKey.asymmetricKeyDetails?.modulusLength).toBe(bits)
    expect(verify(field, MESSAGE, pss(constants.RSA_PSS_SALTLEN_DIGEST), signature)).toBe(true)
    expect(verify(field, MESSAGE, pss(20), signature)).toBe(false)
    expect(verify(field, MESSAGE, publicKey, signature)).toBe(false)
  })
})

describe.each([
  ['rsa-sign-pkcs1-2048-sha256', 'sha256', 2048],
  ['rsa-sign-pkcs1-3072-sha256', 'sha256', 3072],
  ['rsa-sign-pkcs1-4096-sha256', 'sha256', 4096],
  ['rsa-sign-pkcs1-4096-sha512', 'sha512', 4096],
] as const)('%s', (key, field, bits) => {
  test('signs the digest', async () => {
    const signature = await signDigest(key, field, hash(field))
    const publicKey = await pemOf(key)
    expect(publicKey.asymmetricKeyDetails?.modulusLength).toBe(bits)
    expect(verify(field, MESSAGE, publicKey, signature)).toBe(true)
    expect(verify(field, Buffer.from('another'), publicKey, signature)).toBe(false)
  })
})

describe.each([['rsa-sign-raw-pkcs1-2048'], ['rsa-sign-raw-pkcs1-3072'], ['rsa-sign-raw-pkcs1-4096']])(
  '%s',
  (key) => {
    test('pads what it is given and nothing else', async () => {
      const digestInfo = Buffer.concat([
        Buffer.from('3031300d060960864801650304020105000420', 'hex'),
        hash('sha256'),
      ])
      const publicKey = await pemOf(key)
      expect(verify('sha256', MESSAGE, publicKey, await signData(key, digestInfo))).toBe(true)
      expect(verify('sha256', MESSAGE, publicKey, await signData(key, hash('sha256')))).toBe(false)
    })

    test('refuses what does not fit its modulus', async () => {
      await expect(signData(key, Buffer.alloc(502))).rejects.toMatchObject({ code: 3 })
    })
  },
)

test('ec-sign-ed25519 signs the message', async () => {
  const signature = await signData('ec-sign-ed25519', MESSAGE)
  const publicKey = await pemOf('ec-sign-ed25519')
  expect(verify(null, MESSAGE, publicKey, signature)).toBe(true)
  expect(verify(null, hash('sha256'), publicKey, signature)).toBe(false)
})

describe.each([
  [44, 0x11],
  [65, 0x12],
  [87, 0x13],
])('ML-DSA-%d', (size, arc) => {
  test('signs the message', async () => {
    const key = `pq-sign-ml-dsa-${size}`
    const signature = await signData(key, MESSAGE)
    const publicKey = spki(arc, await rawOf(key))
    expect(verify(null, MESSAGE, publicKey, signature)).toBe(true)
    expect(verify(null, Buffer.from('another'), publicKey, signature)).toBe(false)
  })

  test('signs an external mu (FIPS 204 §6.2) into an ordinary signature', async () => {
    const key = `pq-sign-ml-dsa-${size}-external-mu`
    const raw = await rawOf(key)
    const signature = await signDigest(key, 'externalMu', shake(shake(raw), Buffer.from([0, 0]), MESSAGE))
    expect(verify(null, MESSAGE, spki(arc, raw), signature)).toBe(true)
    expect(verify(null, Buffer.from('another'), spki(arc, raw), signature)).toBe(false)
  })
})

test('SLH-DSA-SHA2-128s signs the message', async () => {
  const key = 'pq-sign-slh-dsa-sha2-128s'
  const signature = await signData(key, MESSAGE)
  const publicKey = spki(0x14, await rawOf(key))
  expect(verify(null, MESSAGE, publicKey, signature)).toBe(true)
  expect(verify(null, hash('sha256'), publicKey, signature)).toBe(false)
})

test('HashSLH-DSA-SHA2-128s signs the digest', async () => {
  const key = 'pq-sign-hash-slh-dsa-sha2-128s-sha256'
  const signature = await signDigest(key, 'sha256', hash('sha256'))
  const raw = await rawOf(key)
  expect(slh_dsa_sha2_128s.prehash(sha256).verify(signature, MESSAGE, raw)).toBe(true)
  expect(slh_dsa_sha2_128s.verify(signature, MESSAGE, raw)).toBe(false)
})

test('the REST transport of the client signs with the same keys', async () => {
  const name = versionName('ec-sign-p256-sha256')
  const digest = hash('sha256')
  const request = { name, digest: { sha256: digest }, digestCrc32c: { value: String(crc32c(digest)) } }
  const [signed] = await rest.asymmetricSign(request)
  const [key] = await rest.getPublicKey({ name })
  const [raw] = await rest.getPublicKey({
    name: versionName('pq-sign-ml-dsa-44'),
    publicKeyFormat: 'NIST_PQC',
  })
  expect(signed).toMatchObject({ name, verifiedDigestCrc32c: true, protectionLevel: 'SOFTWARE' })
  expect(verify('sha256', MESSAGE, await pemOf('ec-sign-p256-sha256'), bytes(signed.signature))).toBe(true)
  expect(key.pem).toBe((await pemOf('ec-sign-p256-sha256')).export({ type: 'spki', format: 'pem' }))
  expect(bytes(raw.publicKey?.data)).toEqual(await rawOf('pq-sign-ml-dsa-44'))
})
