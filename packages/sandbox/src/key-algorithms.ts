// Every signing algorithm of CryptoKeyVersionAlgorithm: how its key is made, and its input.

/** The field of AsymmetricSignRequest (or of its digest) that the algorithm takes. */
export type KeyInput = 'sha256' | 'sha384' | 'sha512' | 'externalMu' | 'data'

/** How a key of an algorithm is made, and its input. */
export type KeyAlgorithmFact =
  | {
      readonly kind: 'rsa'
      readonly bits: number
      readonly padding: 'pss' | 'pkcs1' | 'raw'
      readonly input: KeyInput
    }
  | {
      readonly kind: 'ec'
      readonly curve: 'P-256' | 'P-384' | 'P-521' | 'secp256k1'
      readonly input: KeyInput
    }
  | { readonly kind: 'ed25519'; readonly input: 'data' }
  | { readonly kind: 'ml-dsa'; readonly size: 44 | 65 | 87; readonly input: 'data' | 'externalMu' }
  | { readonly kind: 'slh-dsa'; readonly input: 'data' | 'sha256' }

/** Facts by name of the enum value. */
export const KEY_ALGORITHMS = {
  RSA_SIGN_PSS_2048_SHA256: { kind: 'rsa', bits: 2048, padding: 'pss', input: 'sha256' },
  RSA_SIGN_PSS_3072_SHA256: { kind: 'rsa', bits: 3072, padding: 'pss', input: 'sha256' },
  RSA_SIGN_PSS_4096_SHA256: { kind: 'rsa', bits: 4096, padding: 'pss', input: 'sha256' },
  RSA_SIGN_PSS_4096_SHA512: { kind: 'rsa', bits: 4096, padding: 'pss', input: 'sha512' },
  RSA_SIGN_PKCS1_2048_SHA256: { kind: 'rsa', bits: 2048, padding: 'pkcs1', input: 'sha256' },
  RSA_SIGN_PKCS1_3072_SHA256: { kind: 'rsa', bits: 3072, padding: 'pkcs1', input: 'sha256' },
  RSA_SIGN_PKCS1_4096_SHA256: { kind: 'rsa', bits: 4096, padding: 'pkcs1', input: 'sha256' },
  RSA_SIGN_PKCS1_4096_SHA512: { kind: 'rsa', bits: 4096, padding: 'pkcs1', input: 'sha512' },
  RSA_SIGN_RAW_PKCS1_2048: { kind: 'rsa', bits: 2048, padding: 'raw', input: 'data' },
  RSA_SIGN_RAW_PKCS1_3072: { kind: 'rsa', bits: 3072, padding: 'raw', input: 'data' },
  RSA_SIGN_RAW_PKCS1_4096: { kind: 'rsa', bits: 4096, padding: 'raw', input: 'data' },
  EC_SIGN_P256_SHA256: { kind: 'ec', curve: 'P-256', input: 'sha256' },
  EC_SIGN_P384_SHA384: { kind: 'ec', curve: 'P-384', input: 'sha384' },
  EC_SIGN_SECP256K1_SHA256: { kind: 'ec', curve: 'secp256k1', input: 'sha256' },
  EC_SIGN_ED25519: { kind: 'ed25519', input: 'data' },
  PQ_SIGN_ML_DSA_44: { kind: 'ml-dsa', size: 44, input: 'data' },
  PQ_SIGN_ML_DSA_65: { kind: 'ml-dsa', size: 65, input: 'data' },
  PQ_SIGN_ML_DSA_87: { kind: 'ml-dsa', size: 87, input: 'data' },
  PQ_SIGN_ML_DSA_44_EXTERNAL_MU: { kind: 'ml-dsa', size: 44, input: 'externalMu' },
  PQ_SIGN_ML_DSA_65_EXTERNAL_MU: { kind: 'ml-dsa', size: 65, input: 'externalMu' },
  PQ_SIGN_ML_DSA_87_EXTERNAL_MU: { kind: 'ml-dsa', size: 87, input: 'externalMu' },
  PQ_SIGN_SLH_DSA_SHA2_128S: { kind: 'slh-dsa', input: 'data' },
  PQ_SIGN_HASH_SLH_DSA_SHA2_128S_SHA256: { kind: 'slh-dsa', input: 'sha256' },
} as const satisfies Record<string, KeyAlgorithmFact>

/** A signing algorithm of the service. */
export type KeyAlgorithm = keyof typeof KEY_ALGORITHMS

/** Says whether `text` names a signing algorithm. */
export const isKeyAlgorithm = (text: string): text is KeyAlgorithm => Object.hasOwn(KEY_ALGORITHMS, text)

/** Sizes of inputs in bytes; `data` is limited elsewhere. */
export const INPUT_BYTES = { sha256: 32, sha384: 48, sha512: 64, externalMu: 64 } as const satisfies Record<
  Exclude<KeyInput, 'data'>,
  number
>
