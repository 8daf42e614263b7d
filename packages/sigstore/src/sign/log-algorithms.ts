// Says which signatures the two versions of Rekor can hold. Trying anyway would reveal a signature to a log
// that then refuses it.
import { ALGORITHMS, ClawError, type Algorithm } from '@open-claw/core'

/** The registry of both versions: names of `PublicKeyDetails` in sigstore_common.proto. It lacks PSS. */
const REGISTERED = {
  'ecdsa-p256-sha256': 'PKIX_ECDSA_P256_SHA_256',
  'ecdsa-p384-sha384': 'PKIX_ECDSA_P384_SHA_384',
  'ecdsa-p521-sha512': 'PKIX_ECDSA_P521_SHA_512',
  'rsa-pkcs1-2048-sha256': 'PKIX_RSA_PKCS1V15_2048_SHA256',
  'rsa-pkcs1-3072-sha256': 'PKIX_RSA_PKCS1V15_3072_SHA256',
  'rsa-pkcs1-4096-sha256': 'PKIX_RSA_PKCS1V15_4096_SHA256',
} as const satisfies Partial<Record<Algorithm, string>>

type Registered = keyof typeof REGISTERED

const isRegistered = (algorithm: Algorithm): algorithm is Registered => Object.hasOwn(REGISTERED, algorithm)

/** Says why a log cannot hold a signature; undefined if it can. */
function loggingObstacle(
  algorithm: Algorithm,
  version: 1 | 2,
  kind: 'envelope' | 'message',
): string | undefined {
  if (version === 1 && kind === 'envelope') {
    // Rekor v1 checks envelopes with SHA-256, whatever the key; Ed25519 needs no hash.
    if (algorithm === 'ed25519') return undefined
    if (!isRegistered(algorithm)) return 'its registry does not have this algorithm'
    return ALGORITHMS[algorithm].hash === 'sha256' ? undefined : 'it checks envelopes with SHA-256 alone'
  }
  if (algorithm === 'ed25519')
    return 'it takes Ed25519 over a digest (Ed25519ph) alone, which this key does not make'
  return isRegistered(algorithm) ? undefined : 'its registry does not have this algorithm'
}

/** The properties of a signature, made or to be made, that decide whether a log can hold it. */
export interface LoggedSignature {
  readonly key: { readonly algorithm: Algorithm }
  readonly content: { readonly kind: 'envelope' | 'message' }
}

/** Returns the name of the key's algorithm in the log's registry; empty if an entry needs none. Throws LOG_REFUSED. */
export function logAlgorithm(
  { key: { algorithm }, content: { kind } }: LoggedSignature,
  { url, version }: { readonly url: URL; readonly version: 1 | 2 },
): string {
  const obstacle = loggingObstacle(algorithm, version, kind)
  if (obstacle === undefined) return isRegistered(algorithm) ? REGISTERED[algorithm] : ''
  const what = kind === 'envelope' ? 'an envelope' : 'a file'
  throw new ClawError(
    'LOG_REFUSED',
    `The log ${url.host} (Rekor v${version}) cannot hold the signature of ${what} by ${algorithm}: ${obstacle}.`,
    { remedy: 'Use a key of ecdsa-p256-sha256, or transparency-log: none.' },
  )
}
