// Private keys: made at first use, held in closures of this process, never returned.
import {
  constants,
  createPublicKey,
  generateKeyPair,
  privateEncrypt,
  randomBytes,
  sign,
  type KeyObject,
} from 'node:crypto'
import { promisify } from 'node:util'
import { p256, p384, p521 } from '@noble/curves/nist.js'
import { secp256k1 } from '@noble/curves/secp256k1.js'
import { ml_dsa44, ml_dsa65, ml_dsa87 } from '@noble/post-quantum/ml-dsa.js'
import { slh_dsa_sha2_128s } from '@noble/post-quantum/slh-dsa.js'
import type { KeyAlgorithmFact } from './key-algorithms.ts'
import { digestInfo, encodePss } from './rsa-padding.ts'
import { StatusError } from './status.ts'

/** A key, seen from outside. Post-quantum public keys are raw bytes (FIPS 204 and 205), the others SPKI. */
export interface KeyMaterial {
  readonly publicKey: { readonly spki: KeyObject } | { readonly raw: Uint8Array }
  /** Signs `input`, which has the kind and length that the algorithm takes. */
  sign(input: Uint8Array): Uint8Array
}

type Fact<K extends KeyAlgorithmFact['kind']> = Extract<KeyAlgorithmFact, { kind: K }>

const CURVES = { 'P-256': p256, 'P-384': p384, 'P-521': p521, secp256k1 } as const
const ML_DSA = { 44: ml_dsa44, 65: ml_dsa65, 87: ml_dsa87 } as const
const makePair = promisify(generateKeyPair)

function ecMaterial({ curve }: Fact<'ec'>): KeyMaterial {
  const group = CURVES[curve]
  const { secretKey, publicKey } = group.keygen()
  const point = Buffer.from(group.Point.fromBytes(publicKey).toBytes(false))
  const half = (point.length - 1) / 2
  const x = point.subarray(1, 1 + half).toString('base64url')
  const y = point.subarray(1 + half).toString('base64url')
  return {
    publicKey: { spki: createPublicKey({ key: { kty: 'EC', crv: curve, x, y }, format: 'jwk' }) },
    // Real services do not normalise s; a verifier that insists on low s must fail here too.
    sign: (digest) => group.sign(digest, secretKey, { prehash: false, lowS: false, format: 'der' }),
  }
}

async function rsaMaterial({ bits, padding, input }: Fact<'rsa'>): Promise<KeyMaterial> {
  const { privateKey: key, publicKey } = await makePair('rsa', { modulusLength: bits })
  const hash = input === 'sha512' ? 'sha512' : 'sha256'
  const pkcs1 = (block: Uint8Array): Uint8Array =>
    privateEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, block)
  return {
    publicKey: { spki: publicKey },
    sign(bytes) {
      if (padding === 'pss') {
        return privateEncrypt({ key, padding: constants.RSA_NO_PADDING }, encodePss(hash, bytes, bits))
      }
      if (padding === 'pkcs1') return pkcs1(digestInfo(hash, bytes))
      // PKCS #1 v1.5 itself needs 11 bytes (RFC 8017 §9.2).
      if (bytes.length > bits / 8 - 11)
        throw new StatusError('INVALID_ARGUMENT', 'data is too long for the modulus.')
      return pkcs1(bytes)
    },
  }
}

async function ed25519Material(): Promise<KeyMaterial> {
  const { privateKey, publicKey } = await makePair('ed25519')
  return { publicKey: { spki: publicKey }, sign: (data) => sign(null, data, privateKey) }
}

function mlDsaMaterial({ size, input }: Fact<'ml-dsa'>): KeyMaterial {
  const scheme = ML_DSA[size]
  const { secretKey, publicKey } = scheme.keygen(randomBytes(32))
  return {
    publicKey: { raw: publicKey },
    sign: (bytes) =>
      input === 'data'
        ? scheme.sign(bytes, secretKey)
        : scheme.internal.sign(bytes, secretKey, { externalMu: true }),
  }
}

/** HashSLH-DSA's M′ up to the digest (FIPS 205 §10.2.2): domain 1, empty context, OID of SHA-256. */
const PREHASH_SHA256: Buffer = Buffer.from('01000609608648016503040201', 'hex')

function slhDsaMaterial({ input }: Fact<'slh-dsa'>): KeyMaterial {
  const scheme = slh_dsa_sha2_128s
  const { secretKey, publicKey } = scheme.keygen(randomBytes(48))
  return {
    publicKey: { raw: publicKey },
    sign: (bytes) =>
      input === 'data'
        ? scheme.sign(bytes, secretKey)
        : scheme.internal.sign(Buffer.concat([PREHASH_SHA256, bytes]), secretKey),
  }
}

/** Makes a key of the algorithm. */
export function makeKey(fact: KeyAlgorithmFact): KeyMaterial | Promise<KeyMaterial> {
  if (fact.kind === 'ec') return ecMaterial(fact)
  if (fact.kind === 'rsa') return rsaMaterial(fact)
  if (fact.kind === 'ml-dsa') return mlDsaMaterial(fact)
  if (fact.kind === 'slh-dsa') return slhDsaMaterial(fact)
  return ed25519Material()
}
