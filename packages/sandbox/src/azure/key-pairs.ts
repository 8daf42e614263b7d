// Key pairs of the key vault. An RSA key signs with any of its algorithms; the caller names one.
import { constants, generateKeyPair, privateEncrypt, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import { p256, p384, p521 } from '@noble/curves/nist.js'
import { secp256k1 } from '@noble/curves/secp256k1.js'
import { digestInfo, encodePss } from '../rsa-padding.ts'

/** The shape of a key: a curve by its JWK name, or an RSA modulus in bits. */
export type KeyShape =
  | { readonly crv: 'P-256' | 'P-384' | 'P-521' | 'P-256K' }
  | { readonly bits: 2048 | 3072 | 4096 }

/** A key pair, seen from outside. */
export interface KeyPair {
  /** Members of the public JWK beside kty, kid and key_ops. */
  readonly jwk: Readonly<Record<string, string>>
  /** Signs with `alg` of RFC 7518: r and s side by side for ECDSA. Returns undefined if `alg` does not fit the key or the digest. */
  sign(alg: string, digest: Uint8Array): Uint8Array | undefined
}

const CURVES = {
  'P-256': { group: p256, alg: 'ES256', bytes: 32 },
  'P-384': { group: p384, alg: 'ES384', bytes: 48 },
  'P-521': { group: p521, alg: 'ES512', bytes: 64 },
  'P-256K': { group: secp256k1, alg: 'ES256K', bytes: 32 },
} as const

const RSA_ALGORITHMS: ReadonlyMap<
  string,
  {
    readonly padding: 'pkcs1' | 'pss'
    readonly hash: 'sha256' | 'sha384' | 'sha512'
    readonly bytes: number
  }
> = new Map([
  ['RS256', { padding: 'pkcs1', hash: 'sha256', bytes: 32 }],
  ['RS384', { padding: 'pkcs1', hash: 'sha384', bytes: 48 }],
  ['RS512', { padding: 'pkcs1', hash: 'sha512', bytes: 64 }],
  ['PS256', { padding: 'pss', hash: 'sha256', bytes: 32 }],
  ['PS384', { padding: 'pss', hash: 'sha384', bytes: 48 }],
  ['PS512', { padding: 'pss', hash: 'sha512', bytes: 64 }],
])

const makePair = promisify(generateKeyPair)

function ecPair(crv: keyof typeof CURVES): KeyPair {
  const { group, alg, bytes } = CURVES[crv]
  const { secretKey, publicKey } = group.keygen()
  const point = Buffer.from(group.Point.fromBytes(publicKey).toBytes(false))
  const half = (point.length - 1) / 2
  const [x, y] = [point.subarray(1, 1 + half), point.subarray(1 + half)]
  return {
    jwk: { crv, x: x.toString('base64url'), y: y.toString('base64url') },
    sign: (asked, digest) =>
      asked === alg && digest.length === bytes
        ? // Real services do not normalise s.
          group.sign(digest, secretKey, { prehash: false, lowS: false, format: 'compact' })
        : undefined,
  }
}

function signRsa(key: KeyObject, bits: number, alg: string, digest: Uint8Array): Uint8Array | undefined {
  const fact = RSA_ALGORITHMS.get(alg)
  if (fact === undefined || digest.length !== fact.bytes) return undefined
  return fact.padding === 'pss'
    ? privateEncrypt({ key, padding: constants.RSA_NO_PADDING }, encodePss(fact.hash, digest, bits))
    : privateEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, digestInfo(fact.hash, digest))
}

async function rsaPair(bits: number): Promise<KeyPair> {
  const { privateKey, publicKey } = await makePair('rsa', { modulusLength: bits })
  const { n = '', e = '' } = publicKey.export({ format: 'jwk' })
  return { jwk: { n, e }, sign: (alg, digest) => signRsa(privateKey, bits, alg, digest) }
}

/** Makes a key pair. Its private key stays in a closure. */
export const makeKeyPair = async (shape: KeyShape): Promise<KeyPair> =>
  'crv' in shape ? ecPair(shape.crv) : rsaPair(shape.bits)
