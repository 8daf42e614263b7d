// Which algorithm a key signs with, where the service leaves the choice to the caller. The choice is
// never the first of a list: a service that reorders it would change what is signed.
import { ALGORITHMS, DIGEST_BYTES, type Algorithm } from './algorithms.ts'
import { ClawError } from '../errors/claw-error.ts'

/** The one algorithm that `offered` and `wanted` agree on. Throws KEY_ALGORITHM_UNSUPPORTED. */
export function chooseAlgorithm(
  resource: string,
  offered: readonly Algorithm[],
  wanted: Algorithm | undefined,
): Algorithm {
  const list = offered.join(', ')
  if (wanted !== undefined) {
    if (offered.includes(wanted)) return wanted
    throw new ClawError(
      'KEY_ALGORITHM_UNSUPPORTED',
      `${resource} does not sign with ${wanted}; it offers ${list === '' ? 'nothing that is known here' : list}.`,
    )
  }
  const [only] = offered
  if (only !== undefined && offered.length === 1) return only
  throw new ClawError(
    'KEY_ALGORITHM_UNSUPPORTED',
    only === undefined
      ? `${resource} offers no algorithm that is known here.`
      : `${resource} can sign in several ways.`,
    { remedy: only === undefined ? undefined : `Set key-algorithm to one of ${list}.` },
  )
}

/**
 * The digest of a request, which must be one that `algorithm` signs: a service that does not check its length
 * would sign the digest of another hash. Throws KEY_ALGORITHM_UNSUPPORTED.
 */
export function digestFor(
  resource: string,
  algorithm: Algorithm,
  request: { readonly input: string; readonly hash?: string; readonly digest?: Uint8Array },
): Uint8Array {
  const { hash } = ALGORITHMS[algorithm]
  const { digest } = request
  if (
    request.input !== 'digest' ||
    hash === null ||
    request.hash !== hash ||
    digest?.length !== DIGEST_BYTES[hash]
  )
    throw new ClawError(
      'KEY_ALGORITHM_UNSUPPORTED',
      `${resource} (${algorithm}) cannot sign this kind of input.`,
    )
  return digest
}
