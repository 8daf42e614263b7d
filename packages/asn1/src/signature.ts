// Signatures of certificate authorities, timestamp authorities and logs.
import { constants, verify, type KeyObject, type VerifyKeyObjectInput } from 'node:crypto'
import type { HashName } from '@open-claw/core'

/** A signature scheme. The hash is null where the scheme hashes by itself. */
export interface Scheme {
  /** `asymmetricKeyType` of node:crypto. */
  readonly type: 'ec' | 'rsa' | 'ed25519'
  readonly hash: HashName | null
  readonly padding?: 'pss'
}

const rsa = (hash: HashName): Scheme => ({ type: 'rsa', hash })
const ecdsa = (hash: HashName): Scheme => ({ type: 'ec', hash })

/** Object identifiers of signature algorithms: RFC 5758 §3.2, RFC 4055 §5 and RFC 8410 §3. */
const OID = {
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  ecdsaWithSha384: '1.2.840.10045.4.3.3',
  ecdsaWithSha512: '1.2.840.10045.4.3.4',
  sha256WithRsaEncryption: '1.2.840.113549.1.1.11',
  sha384WithRsaEncryption: '1.2.840.113549.1.1.12',
  sha512WithRsaEncryption: '1.2.840.113549.1.1.13',
  ed25519: '1.3.101.112',
} as const

/** Signature algorithms of certificates and timestamps. SHA-1 is not among them. */
const SCHEMES: ReadonlyMap<string, Scheme> = new Map([
  [OID.ecdsaWithSha256, ecdsa('sha256')],
  [OID.ecdsaWithSha384, ecdsa('sha384')],
  [OID.ecdsaWithSha512, ecdsa('sha512')],
  [OID.sha256WithRsaEncryption, rsa('sha256')],
  [OID.sha384WithRsaEncryption, rsa('sha384')],
  [OID.sha512WithRsaEncryption, rsa('sha512')],
  [OID.ed25519, { type: 'ed25519', hash: null }],
])

export const namedScheme = (oid: string): Scheme | undefined => SCHEMES.get(oid)

const CURVES: ReadonlySet<string> = new Set(['prime256v1', 'secp384r1', 'secp521r1'])
const MIN_RSA_BITS = 2048

/** Whether a key is of a kind and length that can be trusted at all. */
export function isStrong({ asymmetricKeyType: type, asymmetricKeyDetails: details }: KeyObject): boolean {
  if (type === 'ec') return CURVES.has(details?.namedCurve ?? '')
  return type === 'ed25519' || (type === 'rsa' && (details?.modulusLength ?? 0) >= MIN_RSA_BITS)
}

function verifierKey(key: KeyObject, { padding }: Scheme): KeyObject | VerifyKeyObjectInput {
  if (padding === undefined) return key
  return {
    key,
    padding: constants.RSA_PKCS1_PSS_PADDING,
    saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
  }
}

/** A signature and the data that it claims to cover. */
export interface Claim {
  readonly scheme: Scheme
  readonly data: Uint8Array
  readonly signature: Uint8Array
}

/** Whether `key` made the signature. Works in libuv's threads, so that many bundles are checked on all cores. */
export function isSignedBy(key: KeyObject, { scheme, data, signature }: Claim): Promise<boolean> {
  if (key.asymmetricKeyType !== scheme.type) return Promise.resolve(false)
  return new Promise((resolve) => {
    try {
      verify(scheme.hash, data, verifierKey(key, scheme), signature, (error, isValid) => {
        resolve(error === null && isValid)
      })
    } catch {
      // OpenSSL throws on some malformed encodings instead of answering no.
      resolve(false)
    }
  })
}

/** Does the same synchronously, for a signature that is checked only once. */
export function isSignedNow(key: KeyObject, { scheme, data, signature }: Claim): boolean {
  if (key.asymmetricKeyType !== scheme.type) return false
  try {
    return verify(scheme.hash, data, verifierKey(key, scheme), signature)
  } catch {
    return false
  }
}
