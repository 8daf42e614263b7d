// Every KeySpec of AWS KMS that signs, with the SigningAlgorithms that are used here.
import type { SigningAlgorithmSpec } from '@aws-sdk/client-kms'
import type { Algorithm, SignatureInput } from '@open-claw/core'

interface AwsAlgorithm {
  /** `SigningAlgorithm` of the API. */
  readonly signing: SigningAlgorithmSpec
  readonly algorithm: Algorithm
}

/** The algorithms of one KeySpec, at least one. */
export type AwsRows = readonly [AwsAlgorithm, ...AwsAlgorithm[]]

const rsa = (bits: 2048 | 3072 | 4096): AwsRows => [
  { signing: 'RSASSA_PKCS1_V1_5_SHA_256', algorithm: `rsa-pkcs1-${bits}-sha256` },
  { signing: 'RSASSA_PKCS1_V1_5_SHA_384', algorithm: `rsa-pkcs1-${bits}-sha384` },
  { signing: 'RSASSA_PKCS1_V1_5_SHA_512', algorithm: `rsa-pkcs1-${bits}-sha512` },
  { signing: 'RSASSA_PSS_SHA_256', algorithm: `rsa-pss-${bits}-sha256` },
  { signing: 'RSASSA_PSS_SHA_384', algorithm: `rsa-pss-${bits}-sha384` },
  { signing: 'RSASSA_PSS_SHA_512', algorithm: `rsa-pss-${bits}-sha512` },
]

/**
 * Algorithms by KeySpec. ED25519_PH_SHA_512 is left out: it would hash a digest again. ML-DSA keys take
 * messages of up to 4,096 bytes, or mu; mu gives the same signature over a message of any size, so a key is
 * opened for mu only.
 */
export const AWS_ALGORITHMS: ReadonlyMap<string, AwsRows> = new Map<string, AwsRows>([
  ['ECC_NIST_P256', [{ signing: 'ECDSA_SHA_256', algorithm: 'ecdsa-p256-sha256' }]],
  ['ECC_NIST_P384', [{ signing: 'ECDSA_SHA_384', algorithm: 'ecdsa-p384-sha384' }]],
  ['ECC_NIST_P521', [{ signing: 'ECDSA_SHA_512', algorithm: 'ecdsa-p521-sha512' }]],
  ['ECC_SECG_P256K1', [{ signing: 'ECDSA_SHA_256', algorithm: 'ecdsa-secp256k1-sha256' }]],
  ['ECC_NIST_EDWARDS25519', [{ signing: 'ED25519_SHA_512', algorithm: 'ed25519' }]],
  ['RSA_2048', rsa(2048)],
  ['RSA_3072', rsa(3072)],
  ['RSA_4096', rsa(4096)],
  ['ML_DSA_44', [{ signing: 'ML_DSA_SHAKE_256', algorithm: 'ml-dsa-44-external-mu' }]],
  ['ML_DSA_65', [{ signing: 'ML_DSA_SHAKE_256', algorithm: 'ml-dsa-65-external-mu' }]],
  ['ML_DSA_87', [{ signing: 'ML_DSA_SHAKE_256', algorithm: 'ml-dsa-87-external-mu' }]],
])

/** `MessageType` of the API, by what is sent. */
export const MESSAGE_TYPES = {
  digest: 'DIGEST',
  message: 'RAW',
  mu: 'EXTERNAL_MU',
} as const satisfies Record<SignatureInput, string>

/** Limit of the API on `Message`, in bytes. */
export const MAX_MESSAGE_BYTES = 4096
