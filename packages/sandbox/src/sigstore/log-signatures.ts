// Signatures that the logs accept: Rekor's algorithm registry, and how it checks them.
import { createPublicKey, verify, type KeyObject } from 'node:crypto'
import { fitsAlgorithm, verifyDigest, type Algorithm, type HashName } from '@open-claw/core'
import { StatusError } from '../status.ts'

/** `client-signing-algorithms` of both versions, as far as they sign digests. */
export const LOGGED_ALGORITHMS = {
  'ecdsa-p256-sha256': { details: 'PKIX_ECDSA_P256_SHA_256', hash: 'sha256' },
  'ecdsa-p384-sha384': { details: 'PKIX_ECDSA_P384_SHA_384', hash: 'sha384' },
  'ecdsa-p521-sha512': { details: 'PKIX_ECDSA_P521_SHA_512', hash: 'sha512' },
  'rsa-pkcs1-2048-sha256': { details: 'PKIX_RSA_PKCS1V15_2048_SHA256', hash: 'sha256' },
  'rsa-pkcs1-3072-sha256': { details: 'PKIX_RSA_PKCS1V15_3072_SHA256', hash: 'sha256' },
  'rsa-pkcs1-4096-sha256': { details: 'PKIX_RSA_PKCS1V15_4096_SHA256', hash: 'sha256' },
} as const satisfies Partial<Record<Algorithm, { readonly details: string; readonly hash: HashName }>>

type LoggedAlgorithm = keyof typeof LOGGED_ALGORITHMS

const isLogged = (name: string): name is LoggedAlgorithm => Object.hasOwn(LOGGED_ALGORITHMS, name)
const NAMES = Object.keys(LOGGED_ALGORITHMS).filter(isLogged)

export const refused = (why: string): StatusError => new StatusError('INVALID_ARGUMENT', why)

/** Reads a public key, or the key of a certificate. Throws INVALID_ARGUMENT. */
export function readKey(read: () => KeyObject): KeyObject {
  try {
    return read()
  } catch {
    throw refused('The public key cannot be parsed.')
  }
}

export const readPemKey = (pem: Buffer): KeyObject => readKey(() => createPublicKey(pem))

/** Returns the algorithm of a key with a hash. */
export function loggedAlgorithm(key: KeyObject, hash: string): LoggedAlgorithm {
  const algorithm = NAMES.find((name) => LOGGED_ALGORITHMS[name].hash === hash && fitsAlgorithm(key, name))
  if (algorithm === undefined) throw refused('entry algorithms are not allowed')
  return algorithm
}

/** Checks a signature over a digest, as `hashedrekord` entries have it. */
export async function checkDigest(
  key: KeyObject,
  hash: string,
  digest: Uint8Array,
  signature: Uint8Array,
): Promise<void> {
  const algorithm = loggedAlgorithm(key, hash)
  if (!(await verifyDigest({ algorithm, key }, digest, signature))) throw refused('verifying signature')
}

/** Checks a signature over a message, as `dsse` entries of the first version do: with SHA-256 for any key. */
export function checkMessage(key: KeyObject, message: Uint8Array, signature: Uint8Array): void {
  const hash = key.asymmetricKeyType === 'ed25519' ? null : 'sha256'
  if (!verify(hash, message, key, signature)) throw refused('could not verify envelope')
}
