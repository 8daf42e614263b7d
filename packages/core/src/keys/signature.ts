// Checks signatures over a message or over its digest alone.
import {
  constants,
  createHash,
  publicDecrypt,
  timingSafeEqual,
  verify,
  type KeyObject,
  type VerifyKeyObjectInput,
} from 'node:crypto'
import { CHECKED_ALGORITHMS, DIGEST_BYTES, type CheckedAlgorithm, type HashName } from './algorithms.ts'
import { ClawError } from '../errors/claw-error.ts'

/** The DER of DigestInfo before the digest (RFC 8017 §9.2, note 1). */
const DIGEST_INFO = {
  sha256: '3031300d060960864801650304020105000420',
  sha384: '3041300d060960864801650304020205000430',
  sha512: '3051300d060960864801650304020305000440',
} as const satisfies Record<HashName, string>

/** The last byte of an encoded message (RFC 8017 §9.1.1, step 12). */
const PSS_TRAILER = 0xbc
/** The highest bit of the first byte is no part of the encoding: a modulus of whole bytes has one bit more (§9.1.1, step 11). */
const PSS_UNUSED_BIT = 0x80
/** Zeros before the digest in M′ (§9.1.1, step 5). */
const PSS_ZEROS = Buffer.alloc(8)
/** Stands between the padding and the salt (§9.1.1, step 8). */
const PSS_SEPARATOR = 0x01
/** Bytes of the counter of MGF1 (RFC 8017 appendix B.2.1). */
const MGF1_COUNTER_BYTES = 4

/** The first byte of an uncompressed point (SEC 1 §2.3.3). */
const UNCOMPRESSED = 0x04

/** A key and the algorithm with which its signatures are checked. */
export interface CheckedKey {
  readonly algorithm: CheckedAlgorithm
  readonly key: KeyObject
}

/** A key for node:crypto. One that needs no options is passed bare: unwrapping it takes a sixth of an ECDSA verification. */
function verifyInput({ algorithm, key }: CheckedKey): VerifyKeyObjectInput | KeyObject {
  const { padding } = CHECKED_ALGORITHMS[algorithm]
  if (padding === 'pss') {
    const saltLength = constants.RSA_PSS_SALTLEN_DIGEST
    return { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength }
  }
  return padding === 'pkcs1' ? { key, padding: constants.RSA_PKCS1_PADDING } : key
}

/** RFC 8017 §8.1.2 and §8.2.2, step 1. OpenSSL would add a missing leading zero, so that two strings would be one signature. */
function hasKeyLength({ algorithm }: CheckedKey, signature: Uint8Array): boolean {
  const fact = CHECKED_ALGORITHMS[algorithm]
  return fact.key !== 'rsa' || signature.length * 8 === fact.node.bits
}

/** Whether `signature` is one over `message`. ECDSA signatures are DER; PSS salts are as long as the digest. */
export function verifyMessage(key: CheckedKey, message: Uint8Array, signature: Uint8Array): boolean {
  if (!hasKeyLength(key, signature)) return false
  try {
    return verify(CHECKED_ALGORITHMS[key.algorithm].hash, message, verifyInput(key), signature)
  } catch {
    // OpenSSL throws on some malformed encodings instead of answering no.
    return false
  }
}

/** Does what `verifyMessage` does, in libuv's threads: the signatures of many bundles are checked on all cores. */
export function verifyMessageInThread(
  key: CheckedKey,
  message: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  if (!hasKeyLength(key, signature)) return Promise.resolve(false)
  return new Promise((resolve) => {
    try {
      verify(
        CHECKED_ALGORITHMS[key.algorithm].hash,
        message,
        verifyInput(key),
        signature,
        (error, isValid) => {
          resolve(error === null && isValid)
        },
      )
    } catch {
      resolve(false)
    }
  })
}

/** MGF1 of RFC 8017 appendix B.2.1. */
function maskGeneration(hash: HashName, seed: Uint8Array, length: number): Buffer {
  const blocks: Buffer[] = []
  for (let counter = 0; blocks.length * DIGEST_BYTES[hash] < length; counter += 1) {
    const index = Buffer.alloc(MGF1_COUNTER_BYTES)
    index.writeUInt32BE(counter)
    blocks.push(createHash(hash).update(seed).update(index).digest())
  }
  return Buffer.concat(blocks).subarray(0, length)
}

/** EMSA-PSS-VERIFY of RFC 8017 §9.1.2 for a modulus of whole bytes and a salt as long as the digest. */
function isPssEncoding(encoded: Buffer, hash: HashName, digest: Uint8Array): boolean {
  const size = DIGEST_BYTES[hash]
  const maskedLength = encoded.length - size - 1
  if (maskedLength < size + 1 || encoded.at(-1) !== PSS_TRAILER) return false
  if (((encoded[0] ?? PSS_UNUSED_BIT) & PSS_UNUSED_BIT) !== 0) return false
  const seed = encoded.subarray(maskedLength, maskedLength + size)
  const mask = maskGeneration(hash, seed, maskedLength)
  const block = Buffer.from(encoded.subarray(0, maskedLength).map((byte, index) => byte ^ (mask[index] ?? 0)))
  block[0] = (block[0] ?? 0) & ~PSS_UNUSED_BIT
  const saltStart = maskedLength - size
  const padding = block.subarray(0, saltStart)
  if (padding.at(-1) !== PSS_SEPARATOR || padding.subarray(0, -1).some((byte) => byte !== 0)) return false
  const expected = createHash(hash)
    .update(PSS_ZEROS)
    .update(digest)
    .update(block.subarray(saltStart))
    .digest()
  return timingSafeEqual(expected, seed)
}

function verifyRsaDigest({ algorithm, key }: CheckedKey, digest: Uint8Array, signature: Uint8Array): boolean {
  const { hash, padding } = CHECKED_ALGORITHMS[algorithm]
  if (hash === null) return false
  if (padding === 'pss') {
    const encoded = publicDecrypt({ key, padding: constants.RSA_NO_PADDING }, signature)
    return isPssEncoding(encoded, hash, digest)
  }
  const info = publicDecrypt({ key, padding: constants.RSA_PKCS1_PADDING }, signature)
  return info.equals(Buffer.concat([Buffer.from(DIGEST_INFO[hash], 'hex'), digest]))
}

async function verifyEcdsaDigest(
  { algorithm, key }: CheckedKey,
  digest: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  const { p256, p384, p521 } = await import('@noble/curves/nist.js')
  const { secp256k1 } = await import('@noble/curves/secp256k1.js')
  const curves = new Map<string, typeof p256>([
    ['prime256v1', p256],
    ['secp384r1', p384],
    ['secp521r1', p521],
    ['secp256k1', secp256k1],
  ])
  const fact = CHECKED_ALGORITHMS[algorithm]
  const curve = fact.key === 'ec' ? curves.get(fact.node.curve) : undefined
  if (curve === undefined) return false
  const { x, y } = key.export({ format: 'jwk' })
  if (x === undefined || y === undefined) return false
  const point = Buffer.concat([
    Buffer.from([UNCOMPRESSED]),
    Buffer.from(x, 'base64url'),
    Buffer.from(y, 'base64url'),
  ])
  // lowS: false: OpenSSL, HSMs and cosign make and accept both halves.
  return curve.verify(signature, digest, point, {
    prehash: false,
    format: 'der',
    lowS: false,
  })
}

/**
 * Whether `signature` is one over the message with this digest, by the hash of the algorithm. node:crypto has no
 * such call. Throws KEY_ALGORITHM_UNSUPPORTED where the algorithm takes no digest.
 */
export async function verifyDigest(
  key: CheckedKey,
  digest: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  const fact = CHECKED_ALGORITHMS[key.algorithm]
  if (fact.hash === null) {
    throw new ClawError(
      'KEY_ALGORITHM_UNSUPPORTED',
      `${key.algorithm} signs whole messages, so a digest cannot be checked.`,
    )
  }
  if (digest.length !== DIGEST_BYTES[fact.hash] || !hasKeyLength(key, signature)) return false
  try {
    return fact.key === 'rsa'
      ? verifyRsaDigest(key, digest, signature)
      : await verifyEcdsaDigest(key, digest, signature)
  } catch {
    // Malformed DER or a wrong length throws in both libraries.
    return false
  }
}
