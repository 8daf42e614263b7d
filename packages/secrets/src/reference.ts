// Which secrets are asked for, under which names. Strict, because a reference may be assembled by a
// workflow from text that others control: no traversal, no wildcard, no alias that can be moved.
import { ClawError, printable } from '@open-claw/core'

const MAX_SECRETS = 64
const MAX_LINE = 2048

/** One version of one secret in a store, and the member of it that is wanted. */
export interface SecretReference {
  readonly scheme: 'gcp-sm'
  /** Its id, its number, or an id with a domain before it. */
  readonly project: string
  /** Where a regional secret is kept; undefined for a global one. */
  readonly location: string | undefined
  readonly secret: string
  /** A version number in digits, or `latest`. */
  readonly version: string
  /** The unescaped reference tokens of a JSON pointer (RFC 6901); empty means the whole secret. */
  readonly pointer: readonly string[]
}

/** A secret asked for under a name; `uri` is the reference as written, which holds no value. */
export interface SecretRequest {
  readonly name: string
  readonly uri: string
  readonly reference: SecretReference
}

interface SchemeFact {
  readonly grammar: string
  /** Their numbers of segments differ, so that one path has one meaning. */
  readonly forms: readonly RegExp[]
}

// Google's limits on lengths are left to Google; the characters are checked here. A project is its
// number or its id, which older organisations write after their domain. Version aliases are refused:
// whoever may label a version could move the pin. A location becomes a part of a host name.
const PROJECT =
  /(?<project>(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+:)?[a-z][a-z0-9-]{1,61}[a-z0-9]|[1-9][0-9]{0,19})/
    .source
const LOCATION = /(?<location>[a-z][a-z0-9-]{0,38}[a-z0-9])/.source
const SECRET = /(?<secret>[A-Za-z0-9_-]{1,255})/.source
const VERSION = /(?<version>[1-9][0-9]{0,8}|latest)/.source

const SCHEMES = {
  'gcp-sm': {
    grammar: 'gcp-sm://project/secret/version#/json/pointer',
    forms: [
      `${PROJECT}/${SECRET}/${VERSION}`,
      `${PROJECT}/locations/${LOCATION}/${SECRET}/${VERSION}`,
      // As Google writes the names of resources.
      `projects/${PROJECT}/secrets/${SECRET}/versions/${VERSION}`,
      `projects/${PROJECT}/locations/${LOCATION}/secrets/${SECRET}/versions/${VERSION}`,
    ].map((form) => new RegExp(`^${form}$`)),
  },
} as const satisfies Record<SecretReference['scheme'], SchemeFact>

const isScheme = (text: string): text is SecretReference['scheme'] => Object.hasOwn(SCHEMES, text)

const NAME = /^[A-Za-z_][A-Za-z0-9_]{0,127}$/

const invalid = (place: string, problem: string, remedy?: string): ClawError =>
  new ClawError('SECRET_REFERENCE_INVALID', `${place}: ${problem}`, { remedy })

/**
 * The tokens of a JSON pointer in a URI fragment (RFC 6901 §6: percent-encoded, `~0` is `~`, `~1` is `/`).
 * Throws SECRET_REFERENCE_INVALID.
 */
export function parsePointer(fragment: string, place: string): string[] {
  if (!fragment.startsWith('/')) {
    throw invalid(
      place,
      'a JSON pointer starts with "/".',
      'Write "/" after "#", or leave out "#" to take the whole secret.',
    )
  }
  if (/~(?![01])/.test(fragment))
    throw invalid(place, 'the JSON pointer holds a "~" by itself.', 'Write "~" as "~0" and "/" as "~1".')
  // `?` may stand in a fragment; what RFC 3986 §3.5 does not allow there must be percent-encoded.
  if (!/^(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/?]|%[0-9A-Fa-f]{2})*$/.test(fragment)) {
    throw invalid(place, 'the JSON pointer holds a character that must be percent-encoded.')
  }
  try {
    const decoded = decodeURIComponent(fragment)
    // RFC 6901 §4: ~1 first, then ~0, so that "~01" becomes "~1" and not "/".
    return decoded
      .slice(1)
      .split('/')
      .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
  } catch {
    throw invalid(place, 'the JSON pointer is not percent-encoded UTF-8.')
  }
}

function parsePath(
  scheme: SecretReference['scheme'],
  path: string,
  place: string,
): Pick<SecretReference, 'project' | 'location' | 'secret' | 'version'> {
  const groups = SCHEMES[scheme].forms
    .map((form) => form.exec(path)?.groups)
    .find((found) => found !== undefined)
  const { project, location, secret, version } = groups ?? {}
  if (project === undefined || secret === undefined || version === undefined) {
    throw invalid(
      place,
      `"${printable(path)}" is not project/secret/version, where version is a number or latest; a regional secret is project/locations/location/secret/version.`,
    )
  }
  return { project, location, secret, version }
}

function parseReference(uri: string, place: string): SecretReference {
  const [, scheme, path, fragment] = /^([a-z][a-z0-9+.-]*):\/\/([^#]*)(?:#(.*))?$/.exec(uri) ?? []
  if (scheme === undefined || path === undefined) {
    const remedy = uri.startsWith('projects/') ? `Write gcp-sm://${printable(uri)}.` : undefined
    throw invalid(place, `"${printable(uri)}" is not a reference.`, remedy)
  }
  if (!isScheme(scheme)) {
    throw invalid(
      place,
      `the scheme "${printable(scheme)}" is not known; there is ${Object.keys(SCHEMES).join(', ')}.`,
    )
  }
  const pointer = fragment === undefined ? [] : parsePointer(fragment, place)
  return { scheme, ...parsePath(scheme, path, place), pointer }
}

function parseLine(line: string, place: string): SecretRequest {
  if (line.length > MAX_LINE) throw invalid(place, `the line is over ${MAX_LINE} characters.`)
  const [, name, uri] = /^([^=\s]+)\s*=\s*(\S.*)$/u.exec(line.trim()) ?? []
  if (name === undefined || uri === undefined) {
    throw invalid(place, 'it is no name and reference with "=" between them.')
  }
  if (!NAME.test(name)) {
    throw invalid(place, `"${printable(name)}" is not a name of letters, digits and underscores.`)
  }
  return { name, uri, reference: parseReference(uri, `${place} (${name})`) }
}

/**
 * The requests of `NAME = reference` lines. Names must differ even where case is ignored, as it is on
 * Windows and in output names. Throws SECRET_REFERENCE_INVALID.
 */
export function parseSecretRequests(lines: readonly string[], input: string): SecretRequest[] {
  if (lines.length === 0) throw invalid(`Input ${input}`, 'it names no secret.')
  if (lines.length > MAX_SECRETS) throw invalid(`Input ${input}`, `it names over ${MAX_SECRETS} secrets.`)
  const requests = lines.map((line, index) => parseLine(line, `Input ${input}, line ${index + 1}`))
  const seen = new Set<string>()
  for (const { name } of requests) {
    const folded = name.toUpperCase()
    if (seen.has(folded)) throw invalid(`Input ${input}`, `the name ${name} is given twice.`)
    seen.add(folded)
  }
  return requests
}
