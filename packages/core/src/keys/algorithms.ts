// Each signature algorithm once: what the key service gets and how the result is checked.

/** What the key service gets: a digest, the whole message, or ML-DSA's external mu (FIPS 204 §6.2). */
export type SignatureInput = 'digest' | 'message' | 'mu'

export type HashName = 'sha256' | 'sha384' | 'sha512'

/** Bytes of a digest (FIPS 180-4 §1). */
export const DIGEST_BYTES = { sha256: 32, sha384: 48, sha512: 64 } as const satisfies Record<HashName, number>

interface AlgorithmFact {
  readonly input: SignatureInput
  /** Digest of the signature scheme; null where the scheme hashes by itself. */
  readonly hash: HashName | null
  readonly key: 'ec' | 'rsa' | 'ed25519' | 'ml-dsa' | 'slh-dsa'
  /** `asymmetricKeyType` of node:crypto, and the curve or the least modulus in bits where that is part of the algorithm. */
  readonly node: { readonly type: string; readonly curve?: string; readonly bits?: number }
  readonly padding: 'pkcs1' | 'pss' | null
  /** `PublicKeyDetails` of sigstore_common.proto; null where it has no value for the algorithm. */
  readonly details: number | null
}

/** `PublicKeyDetails` of sigstore_common.proto. */
const DETAILS = {
  PKIX_ECDSA_P256_SHA_256: 5,
  PKIX_ED25519: 7,
  PKIX_RSA_PKCS1V15_2048_SHA256: 9,
  PKIX_RSA_PKCS1V15_3072_SHA256: 10,
  PKIX_RSA_PKCS1V15_4096_SHA256: 11,
  PKIX_ECDSA_P384_SHA_384: 12,
  PKIX_ECDSA_P521_SHA_512: 13,
  PKIX_RSA_PSS_2048_SHA256: 16,
  PKIX_RSA_PSS_3072_SHA256: 17,
  PKIX_RSA_PSS_4096_SHA256: 18,
  PKIX_ECDSA_P384_SHA_256: 19,
  PKIX_ECDSA_P521_SHA_256: 20,
  ML_DSA_65: 21,
  ML_DSA_87: 22,
  ML_DSA_44: 23,
} as const

const ec = (curve: string, hash: HashName, details: number | null) =>
  ({ input: 'digest', hash, key: 'ec', node: { type: 'ec', curve }, padding: null, details }) as const
const rsa = (padding: 'pkcs1' | 'pss', bits: number, hash: HashName, details: number | null) =>
  ({ input: 'digest', hash, key: 'rsa', node: { type: 'rsa', bits }, padding, details }) as const
const whole = (key: 'ed25519' | 'ml-dsa' | 'slh-dsa', type: string, details: number | null) =>
  ({ input: 'message', hash: null, key, node: { type }, padding: null, details }) as const
const mu = (type: string, details: number) =>
  ({ input: 'mu', hash: null, key: 'ml-dsa', node: { type }, padding: null, details }) as const

export const ALGORITHMS = {
  'ecdsa-p256-sha256': ec('prime256v1', 'sha256', DETAILS.PKIX_ECDSA_P256_SHA_256),
  'ecdsa-p384-sha384': ec('secp384r1', 'sha384', DETAILS.PKIX_ECDSA_P384_SHA_384),
  'ecdsa-p521-sha512': ec('secp521r1', 'sha512', DETAILS.PKIX_ECDSA_P521_SHA_512),
  'ecdsa-secp256k1-sha256': ec('secp256k1', 'sha256', null),
  'rsa-pkcs1-2048-sha256': rsa('pkcs1', 2048, 'sha256', DETAILS.PKIX_RSA_PKCS1V15_2048_SHA256),
  'rsa-pkcs1-2048-sha384': rsa('pkcs1', 2048, 'sha384', null),
  'rsa-pkcs1-2048-sha512': rsa('pkcs1', 2048, 'sha512', null),
  'rsa-pkcs1-3072-sha256': rsa('pkcs1', 3072, 'sha256', DETAILS.PKIX_RSA_PKCS1V15_3072_SHA256),
  'rsa-pkcs1-3072-sha384': rsa('pkcs1', 3072, 'sha384', null),
  'rsa-pkcs1-3072-sha512': rsa('pkcs1', 3072, 'sha512', null),
  'rsa-pkcs1-4096-sha256': rsa('pkcs1', 4096, 'sha256', DETAILS.PKIX_RSA_PKCS1V15_4096_SHA256),
  'rsa-pkcs1-4096-sha384': rsa('pkcs1', 4096, 'sha384', null),
  'rsa-pkcs1-4096-sha512': rsa('pkcs1', 4096, 'sha512', null),
  'rsa-pss-2048-sha256': rsa('pss', 2048, 'sha256', DETAILS.PKIX_RSA_PSS_2048_SHA256),
  'rsa-pss-2048-sha384': rsa('pss', 2048, 'sha384', null),
  'rsa-pss-2048-sha512': rsa('pss', 2048, 'sha512', null),
  'rsa-pss-3072-sha256': rsa('pss', 3072, 'sha256', DETAILS.PKIX_RSA_PSS_3072_SHA256),
  'rsa-pss-3072-sha384': rsa('pss', 3072, 'sha384', null),
  'rsa-pss-3072-sha512': rsa('pss', 3072, 'sha512', null),
  'rsa-pss-4096-sha256': rsa('pss', 4096, 'sha256', DETAILS.PKIX_RSA_PSS_4096_SHA256),
  'rsa-pss-4096-sha384': rsa('pss', 4096, 'sha384', null),
  'rsa-pss-4096-sha512': rsa('pss', 4096, 'sha512', null),
  ed25519: whole('ed25519', 'ed25519', DETAILS.PKIX_ED25519),
  'ml-dsa-44': whole('ml-dsa', 'ml-dsa-44', DETAILS.ML_DSA_44),
  'ml-dsa-65': whole('ml-dsa', 'ml-dsa-65', DETAILS.ML_DSA_65),
  'ml-dsa-87': whole('ml-dsa', 'ml-dsa-87', DETAILS.ML_DSA_87),
  'ml-dsa-44-external-mu': mu('ml-dsa-44', DETAILS.ML_DSA_44),
  'ml-dsa-65-external-mu': mu('ml-dsa-65', DETAILS.ML_DSA_65),
  'ml-dsa-87-external-mu': mu('ml-dsa-87', DETAILS.ML_DSA_87),
  'slh-dsa-sha2-128s': whole('slh-dsa', 'slh-dsa-sha2-128s', null),
} as const satisfies Record<string, AlgorithmFact>

export type Algorithm = keyof typeof ALGORITHMS

/**
 * Algorithms of signatures that are checked. Beside the above, SHA-256 on any curve: sigstore_common.proto calls
 * that deprecated and "used by most Sigstore clients". No key service signs so for us, and no policy names it.
 */
export const CHECKED_ALGORITHMS = {
  ...ALGORITHMS,
  'ecdsa-p384-sha256': ec('secp384r1', 'sha256', DETAILS.PKIX_ECDSA_P384_SHA_256),
  'ecdsa-p521-sha256': ec('secp521r1', 'sha256', DETAILS.PKIX_ECDSA_P521_SHA_256),
} as const satisfies Record<string, AlgorithmFact>

export type CheckedAlgorithm = keyof typeof CHECKED_ALGORITHMS
