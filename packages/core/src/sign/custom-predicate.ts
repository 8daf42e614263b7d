// A predicate that the build made. Its JSON text is carried as it is: written anew it would lose the digits
// of numbers that JavaScript cannot hold, the sign of -0 and the order of its keys.
import { ClawError } from '../errors/claw-error.ts'
import { isJsonObject, MAX_JSON_DEPTH, parseJson } from '../formats/json.ts'
import { printable } from '../formats/printable.ts'
import type { PredicateText } from '../formats/statement.ts'
import { isUri } from '../formats/uri.ts'
import { isUtf16 } from '../formats/utf16.ts'

/** Predicate types, of any version, with fields that the platform vouches for. A build may not supply them. */
const RESERVED: readonly string[] = [
  'slsa.dev/provenance/',
  'slsa.dev/verification_summary/',
  'in-toto.io/provenance/',
]

/** A viewer that makes a link of the type would run these. */
const SCRIPTS: RegExp = /^(?:javascript|vbscript|data):/

/** Host and path as a careless reader would compare them: a port, an escape or a slash more hides nothing. */
function plainName(type: string): string {
  const url = URL.parse(type)
  if (url === null) return type
  const path = url.pathname.replaceAll(/%([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  )
  return `${url.hostname.replace(/\.$/, '')}${path.replaceAll(/\/+/g, '/')}/`.toLowerCase()
}

function checkType(type: string): void {
  const refusal = (why: string, remedy?: string): ClawError =>
    new ClawError('PREDICATE_INVALID', `Input predicate-type: "${printable(type)}" ${why}.`, { remedy })
  if (RESERVED.some((reserved) => plainName(type).startsWith(reserved)))
    throw refusal(
      'is made from the identity of the job',
      'Leave predicate-type and predicate-path out for provenance.',
    )
  if (!isUri(type) || SCRIPTS.test(type))
    throw refusal('is not an absolute URI, such as https://example.com/my-type/v1 or urn:example:my-type')
  // TypeURI of in-toto: scheme and authority MUST be in lower case, since types are compared as text.
  const [head = '', authority = ''] = /^[^:]+:(?:\/\/([^/?#]*))?/.exec(type) ?? []
  if (head !== head.toLowerCase() || (/^https?:/.test(type) && authority === ''))
    throw refusal('needs a scheme and, for an address, a host, both in lower case')
}

/** One level less than a statement may have, which is a level itself. */
const MAX_DEPTH: number = MAX_JSON_DEPTH - 1

/** Finds values that readers of the signed statement cannot hold: theirs are doubles and Unicode. */
function leafProblem(value: unknown, path: string): string | undefined {
  if (typeof value === 'number' && !Number.isFinite(value))
    return `the number at "${printable(path)}" is larger than readers can hold; write it as a string`
  if (typeof value === 'string' && !value.isWellFormed())
    return `the text at "${printable(path)}" holds half of a pair of surrogates, which is no character`
  return undefined
}

function findProblem(value: unknown, path: string, depth: number): string | undefined {
  if (typeof value !== 'object' || value === null) return leafProblem(value, path)
  if (depth > MAX_DEPTH) return `it is nested deeper than ${MAX_DEPTH} levels`
  for (const [key, member] of Object.entries(value)) {
    const inside = `${path}/${key}`
    const problem = leafProblem(key, inside) ?? findProblem(member, inside, depth + 1)
    if (problem !== undefined) return problem
  }
  return undefined
}

/**
 * A predicate from a file of the build, such as an SBOM. Provenance and verification summaries are
 * refused: their builder and source would be what the build says of itself. Throws PREDICATE_INVALID or JSON_INVALID.
 */
export function customPredicate(type: string, document: Uint8Array): PredicateText {
  checkType(type)
  const refusal = (why: string, remedy?: string): ClawError =>
    new ClawError('PREDICATE_INVALID', `Input predicate-path: ${why}.`, { remedy })
  if (isUtf16(document)) throw refusal('the file is in UTF-16', 'Save it in UTF-8.')
  const body = parseJson(document, 'The predicate')
  if (!isJsonObject(body)) throw refusal('the predicate is not a JSON object')
  const problem = findProblem(body, '', 1)
  if (problem !== undefined) throw refusal(problem)
  // The decoder takes a byte order mark away, and JSON knows no other space around a value than these.
  return { type, text: new TextDecoder().decode(document).replace(/^[\t\n\r ]+|[\t\n\r ]+$/g, '') }
}
