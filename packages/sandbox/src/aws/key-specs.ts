// Every KeySpec of AWS KMS that the sandbox seeds, and what each algorithm signs.
import type { RsaHash } from '../rsa-padding.ts'

/** How a key of a spec is made. */
export type SpecFact =
  | { readonly kind: 'ec'; readonly curve: 'P-256' | 'P-384' | 'P-521' | 'secp256k1' }
  | { readonly kind: 'rsa'; readonly bits: 2048 | 3072 | 4096 }
  | { readonly kind: 'ed25519' }
  | { readonly kind: 'ml-dsa'; readonly size: 44 | 65 | 87 }
  | { readonly kind: 'symmetric' }

/** Key specs by name. */
export const KEY_SPECS = {
  ECC_NIST_P256: { kind: 'ec', curve: 'P-256' },
  ECC_NIST_P384: { kind: 'ec', curve: 'P-384' },
  ECC_NIST_P521: { kind: 'ec', curve: 'P-521' },
  ECC_SECG_P256K1: { kind: 'ec', curve: 'secp256k1' },
  ECC_NIST_EDWARDS25519: { kind: 'ed25519' },
  RSA_2048: { kind: 'rsa', bits: 2048 },
  RSA_3072: { kind: 'rsa', bits: 3072 },
  RSA_4096: { kind: 'rsa', bits: 4096 },
  ML_DSA_44: { kind: 'ml-dsa', size: 44 },
  ML_DSA_65: { kind: 'ml-dsa', size: 65 },
  ML_DSA_87: { kind: 'ml-dsa', size: 87 },
  SYMMETRIC_DEFAULT: { kind: 'symmetric' },
} as const satisfies Record<string, SpecFact>

/** A KeySpec. */
export type KeySpec = keyof typeof KEY_SPECS

/** Says whether `text` is a KeySpec of the sandbox. */
export const isKeySpec = (text: string): text is KeySpec => Object.hasOwn(KEY_SPECS, text)

const RSA = [
  'RSASSA_PKCS1_V1_5_SHA_256',
  'RSASSA_PKCS1_V1_5_SHA_384',
  'RSASSA_PKCS1_V1_5_SHA_512',
  'RSASSA_PSS_SHA_256',
  'RSASSA_PSS_SHA_384',
  'RSASSA_PSS_SHA_512',
]

/** SigningAlgorithms of a key, in the order of the service. */
export const SIGNING_ALGORITHMS: Readonly<Record<KeySpec, readonly string[]>> = {
  ECC_NIST_P256: ['ECDSA_SHA_256'],
  ECC_NIST_P384: ['ECDSA_SHA_384'],
  ECC_NIST_P521: ['ECDSA_SHA_512'],
  ECC_SECG_P256K1: ['ECDSA_SHA_256'],
  ECC_NIST_EDWARDS25519: ['ED25519_PH_SHA_512', 'ED25519_SHA_512'],
  RSA_2048: RSA,
  RSA_3072: RSA,
  RSA_4096: RSA,
  ML_DSA_44: ['ML_DSA_SHAKE_256'],
  ML_DSA_65: ['ML_DSA_SHAKE_256'],
  ML_DSA_87: ['ML_DSA_SHAKE_256'],
  SYMMETRIC_DEFAULT: [],
}

/** Returns the hash in the name of an algorithm: its last number. */
export const algorithmHash = (algorithm: string): RsaHash => {
  const bits = algorithm.slice(-3)
  return bits === '256' ? 'sha256' : bits === '384' ? 'sha384' : 'sha512'
}
