import { ClawError } from '../errors.ts'
import { isJsonObject, parseJson } from '../json.ts'
import { printable } from '../printable.ts'
import { SLSA_PROVENANCE_TYPE, type Predicate } from '../statement.ts'

/** Predicate types whose fields the platform vouches for: a build may not supply them. */
const RESERVED: readonly string[] = [
  SLSA_PROVENANCE_TYPE,
  'https://slsa.dev/provenance/v0.2',
  'https://slsa.dev/verification_summary/v1',
]

/**
 * A predicate from a file of the build, such as an SBOM. Provenance and verification summaries are
 * refused: their builder and source would be what the build says of itself. Throws PREDICATE_INVALID or JSON_INVALID.
 */
export function customPredicate(type: string, document: Uint8Array): Predicate {
  if (RESERVED.some((reserved) => type === reserved || type.startsWith(`${reserved}/`))) {
    throw new ClawError(
      'PREDICATE_INVALID',
      `Input predicate-type: ${printable(type)} is made from the identity of the job; leave predicate-path out.`,
    )
  }
  const url = URL.parse(type)
  if (url === null || !/^https?:$/.test(url.protocol) || /\s/.test(type)) {
    throw new ClawError('PREDICATE_INVALID', `Input predicate-type: "${printable(type)}" is not a URI.`)
  }
  const body = parseJson(document, 'The predicate')
  if (!isJsonObject(body))
    throw new ClawError('PREDICATE_INVALID', 'Input predicate-path: the predicate is not a JSON object.')
  return { type, body }
}
