// Keys for unit tests, behind the port that a key service implements. Only tests hold private keys.
import {
  constants,
  createHash,
  generateKeyPairSync,
  privateEncrypt,
  sign as nodeSign,
  type KeyObject,
} from 'node:crypto'
import { p256, p384, p521 } from '@noble/curves/nist.js'
import { secp256k1 } from '@noble/curves/secp256k1.js'
import { ml_dsa44, ml_dsa65, ml_dsa87 } from '@noble/post-quantum/ml-dsa.js'
import { ALGORITHMS, type Algorithm, type KmsSigningKey, type SignRequest } from '@open-claw/core'
import { parsePinned } from './key-uris.ts'

export const KEY_URI = parsePinned(
  'gcpkms://projects/p/locations/global/keyRings/r/cryptoKeys/k/cryptoKeyVersions/1',
  'key',
)

const CURVES = new Map([
  ['prime256v1', p256],
  ['secp384r1', p384],
  ['secp521r1', p521],
  ['secp256k1', secp256k1],
])
const ML_DSA = new Map([
  ['ml-dsa-44', ml_dsa44],
  ['ml-dsa-65', ml_dsa65],
  ['ml-dsa-87', ml_dsa87],
])
const DIGEST_INFO = {
  sha256: '3031300d060960864801650304020105000420',
  sha384: '3041300d060960864801650304020205000430',
  sha512: '3051300d060960864801650304020305000440',
}

interface TestKey extends KmsSigningKey {
  readonly requests: SignRequest[]
}

const spkiOf = (key: KeyObject): Buffer => key.export({ type: 'spki', format: 'der' })

function generate(algorithm: Algorithm): { spki: Buffer; sign: (request: SignRequest) => Uint8Array } {
  const fact = ALGORITHMS[algorithm]
  if (fact.key === 'rsa') return generateRsa(fact.node.bits, fact.padding)
  if (fact.key === 'ec') {
    const curve = CURVES.get(fact.node.curve)
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: fact.node.curve })
    const secret = Buffer.from(String(privateKey.export({ format: 'jwk' }).d), 'base64url')
    return {
      spki: spkiOf(publicKey),
      sign: (request) => {
        if (request.input !== 'digest' || curve === undefined) throw new Error('not a digest')
        return curve.sign(request.digest, secret, { prehash: false, format: 'der', lowS: false })
      },
    }
  }
  if (fact.input === 'mu') {
    const scheme = ML_DSA.get(fact.node.type)
    if (scheme === undefined) throw new Error(fact.node.type)
    const keys = scheme.keygen()
    const template = spkiOf(generateKeyPairSync(fact.node.type as 'ml-dsa-44').publicKey)
    return {
      spki: Buffer.concat([template.subarray(0, 22), keys.publicKey]),
      sign: (request) => {
        if (request.input !== 'mu') throw new Error('not mu')
        return scheme.internal.sign(request.mu, keys.secretKey, { externalMu: true })
      },
    }
  }
  const { publicKey, privateKey } = generateKeyPairSync(fact.node.type as 'ed25519')
  return {
    spki: spkiOf(publicKey),
    sign: (request) => {
      if (request.input !== 'message') throw new Error('not a message')
      return nodeSign(null, request.message, privateKey)
    },
  }
}

function generateRsa(bits: number, padding: 'pkcs1' | 'pss') {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: bits })
  return {
    spki: spkiOf(publicKey),
    sign: (request: SignRequest): Uint8Array => {
      if (request.input !== 'digest') throw new Error('not a digest')
      return padding === 'pkcs1' ? rsaPkcs1(privateKey, request) : rsaPss(privateKey, request, bits)
    },
  }
}

type DigestRequest = Extract<SignRequest, { input: 'digest' }>

const rsaPkcs1 = (key: KeyObject, { hash, digest }: DigestRequest): Uint8Array =>
  raw(key, constants.RSA_PKCS1_PADDING, Buffer.concat([Buffer.from(DIGEST_INFO[hash], 'hex'), digest]))

/** EMSA-PSS-ENCODE of RFC 8017 §9.1.1, with a salt of zeros: a test needs no randomness. */
function rsaPss(key: KeyObject, { hash, digest }: DigestRequest, bits: number): Uint8Array {
  const size = digest.length
  const salt = Buffer.alloc(size)
  const h = createHash(hash).update(Buffer.alloc(8)).update(digest).update(salt).digest()
  const length = bits / 8 - size - 1
  const block = Buffer.concat([Buffer.alloc(length - size - 1), Buffer.from([1]), salt])
  const mask: Buffer[] = []
  for (let counter = 0; mask.length * size < length; counter += 1) {
    mask.push(
      createHash(hash)
        .update(h)
        .update(Buffer.from([0, 0, 0, counter]))
        .digest(),
    )
  }
  const joined = Buffer.concat(mask)
  const masked = Buffer.from(block.map((byte, index) => byte ^ (joined[index] ?? 0)))
  masked[0] = (masked[0] ?? 0) & 0x7f
  return raw(key, constants.RSA_NO_PADDING, Buffer.concat([masked, h, Buffer.from([0xbc])]))
}

const raw = (key: KeyObject, padding: number, block: Buffer): Uint8Array =>
  privateEncrypt({ key, padding }, block)

const cache = new Map<Algorithm, ReturnType<typeof generate>>()

/** A key of `algorithm`; `fresh` makes another one than the tests share. `spoil` changes what it answers. */
export function testKey(
  algorithm: Algorithm = 'ecdsa-p256-sha256',
  options: { fresh?: boolean; spoil?: (signature: Uint8Array) => Uint8Array; maxMessage?: number } = {},
): TestKey {
  const pair = options.fresh === true ? generate(algorithm) : (cache.get(algorithm) ?? generate(algorithm))
  if (options.fresh !== true) cache.set(algorithm, pair)
  const requests: SignRequest[] = []
  return {
    kind: 'kms',
    uri: KEY_URI,
    algorithm,
    publicKey: pair.spki,
    protectionLevel: 'SOFTWARE',
    maxMessage: options.maxMessage ?? 65_536,
    requests,
    sign: async (request) => {
      requests.push(request)
      const signature = pair.sign(request)
      return options.spoil === undefined ? signature : options.spoil(signature)
    },
  }
}
