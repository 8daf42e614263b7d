import { ClawError } from '../errors.ts'
import { isJsonObject, parseJson } from '../json.ts'
import { printable } from '../printable.ts'
import type { Predicate } from '../statement.ts'

/** Predicate types, of any version, whose fields the platform vouches for: a build may not supply them. */
const RESERVED: readonly string[] = [
  'https://slsa.dev/provenance/',
  'https://slsa.dev/verification_summary/',
  'https://in-toto.io/Provenance/',
]

/**
 * A predicate from a file of the build, such as an SBOM. Provenance and verification summaries are
 * refused: their builder and source would be what the build says of itself. Throws PREDICATE_INVALID or JSON_INVALID.
 */
export function customPredicate(type: string, document: Uint8Array): Predicate {
  if (RESERVED.some((reserved) => type.startsWith(reserved))) {
    throw new ClawError(
      'PREDICATE_INVALID',
      `Input predicate-type: ${printable(type)} is made from the identity of the job; leave predicate-path out.`,
    )
  }
  const url = URL.parse(type)
  if (url === null || !/^https?:$/.test(url.protocol) || !/^[\x21-\x7e]+$/.test(type)) {
    throw new ClawError('PREDICATE_INVALID', `Input predicate-type: "${printable(type)}" is not a URI.`)
  }
  const body = parseJson(document, 'The predicate')
  if (!isJsonObject(body))
    throw new ClawError('PREDICATE_INVALID', 'Input predicate-path: the predicate is not a JSON object.')
  return { type, body }
}
