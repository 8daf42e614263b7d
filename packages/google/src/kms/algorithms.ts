// Every CryptoKeyVersionAlgorithm of Google Cloud KMS that signs, and the input it takes.
import type { Algorithm } from '@open-claw/core'

/** `digest-info`: RSA_SIGN_RAW_PKCS1 signs what it is given, so it is given the DigestInfo of PKCS#1 v1.5. */
type Feed = 'as-algorithm' | 'digest-info'

interface GoogleAlgorithm {
  readonly algorithm: Algorithm
  readonly feed: Feed
}

const plain = (algorithm: Algorithm): GoogleAlgorithm => ({ algorithm, feed: 'as-algorithm' })
const raw = (algorithm: Algorithm): GoogleAlgorithm => ({ algorithm, feed: 'digest-info' })

export const GOOGLE_ALGORITHMS: ReadonlyMap<string, GoogleAlgorithm> = new Map([
  ['EC_SIGN_P256_SHA256', plain('ecdsa-p256-sha256')],
  ['EC_SIGN_P384_SHA384', plain('ecdsa-p384-sha384')],
  ['EC_SIGN_SECP256K1_SHA256', plain('ecdsa-secp256k1-sha256')],
  ['EC_SIGN_ED25519', plain('ed25519')],
  ['RSA_SIGN_PSS_2048_SHA256', plain('rsa-pss-2048-sha256')],
  ['RSA_SIGN_PSS_3072_SHA256', plain('rsa-pss-3072-sha256')],
  ['RSA_SIGN_PSS_4096_SHA256', plain('rsa-pss-4096-sha256')],
  ['RSA_SIGN_PSS_4096_SHA512', plain('rsa-pss-4096-sha512')],
  ['RSA_SIGN_PKCS1_2048_SHA256', plain('rsa-pkcs1-2048-sha256')],
  ['RSA_SIGN_PKCS1_3072_SHA256', plain('rsa-pkcs1-3072-sha256')],
  ['RSA_SIGN_PKCS1_4096_SHA256', plain('rsa-pkcs1-4096-sha256')],
  ['RSA_SIGN_PKCS1_4096_SHA512', plain('rsa-pkcs1-4096-sha512')],
  ['RSA_SIGN_RAW_PKCS1_2048', raw('rsa-pkcs1-2048-sha256')],
  ['RSA_SIGN_RAW_PKCS1_3072', raw('rsa-pkcs1-3072-sha256')],
  ['RSA_SIGN_RAW_PKCS1_4096', raw('rsa-pkcs1-4096-sha256')],
  ['PQ_SIGN_ML_DSA_44', plain('ml-dsa-44')],
  ['PQ_SIGN_ML_DSA_65', plain('ml-dsa-65')],
  ['PQ_SIGN_ML_DSA_87', plain('ml-dsa-87')],
  ['PQ_SIGN_ML_DSA_44_EXTERNAL_MU', plain('ml-dsa-44-external-mu')],
  ['PQ_SIGN_ML_DSA_65_EXTERNAL_MU', plain('ml-dsa-65-external-mu')],
  ['PQ_SIGN_ML_DSA_87_EXTERNAL_MU', plain('ml-dsa-87-external-mu')],
  ['PQ_SIGN_SLH_DSA_SHA2_128S', plain('slh-dsa-sha2-128s')],
])

/** Signing algorithms that Node cannot verify: a signature that is not checked here is not published. */
export const UNCHECKABLE_ALGORITHMS: ReadonlySet<string> = new Set(['PQ_SIGN_HASH_SLH_DSA_SHA2_128S_SHA256'])

/** Google's limit on `data`. */
export const MAX_DATA_BYTES: number = 64 * 1024
