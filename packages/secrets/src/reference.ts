// Reads the names and references of the requested secrets. Each store defines the form of a reference after its
// scheme by a grammar, which callers pass in.
import { ClawError, printable } from '@open-claw/core'
import { parsePointer } from './pointer.ts'

const MAX_SECRETS = 64
const MAX_LINE = 2048

/** One version of one secret. The grammar of its store adds the location. */
export interface SecretVersion {
  readonly scheme: string
  /** Number or id of the version in the store, or `latest`. */
  readonly version: string
}

/** A version, and the requested member of it. */
export type SecretReference<V extends SecretVersion> = V & {
  /** The unescaped reference tokens of a JSON pointer (RFC 6901); empty means the whole secret. */
  readonly pointer: readonly string[]
}

/** A secret requested under a name; `uri` is the reference as written, which holds no value. */
export interface SecretRequest<V extends SecretVersion = SecretVersion> {
  readonly name: string
  readonly uri: string
  readonly reference: SecretReference<V>
}

/** The grammar for versions of one store. */
export interface SecretGrammar<V extends SecretVersion> {
  readonly scheme: V['scheme']
  /** Describes the text between `scheme://` and `#`, for a person. */
  readonly form: string
  /** Beginning of a name that people copy from elsewhere and that lacks only the scheme. */
  readonly withoutScheme: string | undefined
  /** Returns the version that a path names; undefined if it names none. */
  readonly parsePath: (path: string) => V | undefined
}

const NAME = /^[A-Za-z_][A-Za-z0-9_]{0,127}$/

const invalid = (place: string, problem: string, remedy?: string): ClawError =>
  new ClawError('SECRET_REFERENCE_INVALID', `${place}: ${problem}`, { remedy })

type Grammars<V extends SecretVersion> = readonly SecretGrammar<V>[]

function schemeMissing(uri: string, place: string, grammars: Grammars<SecretVersion>): ClawError {
  const meant = grammars.find(({ withoutScheme: start }) => start !== undefined && uri.startsWith(start))
  const remedy = meant === undefined ? undefined : `Write ${meant.scheme}://${printable(uri)}.`
  return invalid(place, `"${printable(uri)}" is not a reference.`, remedy)
}

function parseReference<V extends SecretVersion>(
  uri: string,
  place: string,
  grammars: Grammars<V>,
): SecretReference<V> {
  const [, scheme, path, fragment] = /^([a-z][a-z0-9+.-]*):\/\/([^#]*)(?:#(.*))?$/.exec(uri) ?? []
  if (scheme === undefined || path === undefined) throw schemeMissing(uri, place, grammars)
  const grammar = grammars.find((candidate) => candidate.scheme === scheme)
  if (grammar === undefined) {
    const known = grammars.map((candidate) => candidate.scheme).join(', ')
    throw invalid(place, `the scheme "${printable(scheme)}" is not known; there is ${known}.`)
  }
  const pointer = fragment === undefined ? [] : parsePointer(fragment, place)
  const version = grammar.parsePath(path)
  if (version === undefined) throw invalid(place, `"${printable(path)}" is not ${grammar.form}.`)
  return { ...version, pointer }
}

function parseLine<V extends SecretVersion>(
  line: string,
  place: string,
  grammars: Grammars<V>,
): SecretRequest<V> {
  if (line.length > MAX_LINE) throw invalid(place, `the line is over ${MAX_LINE} characters.`)
  const [, name, uri] = /^([^=\s]+)\s*=\s*(\S.*)$/u.exec(line.trim()) ?? []
  if (name === undefined || uri === undefined) {
    throw invalid(place, 'it is not a name and a reference with "=" between them.')
  }
  if (!NAME.test(name)) {
    throw invalid(place, `"${printable(name)}" is not a name of letters, digits and underscores.`)
  }
  return { name, uri, reference: parseReference(uri, `${place} (${name})`, grammars) }
}

/** Reads `NAME = reference` lines of an input. Throws SECRET_REFERENCE_INVALID. */
export type SecretRequestParser<V extends SecretVersion> = (
  lines: readonly string[],
  input: string,
) => readonly SecretRequest<V>[]

/**
 * Makes the parser of requests to stores with these grammars. Names must differ even if case is ignored, as it is
 * on Windows and in output names.
 */
export function secretRequestParser<V extends SecretVersion>(grammars: Grammars<V>): SecretRequestParser<V> {
  return (lines, input) => {
    if (lines.length === 0) throw invalid(`Input ${input}`, 'it names no secret.')
    if (lines.length > MAX_SECRETS) throw invalid(`Input ${input}`, `it names over ${MAX_SECRETS} secrets.`)
    const requests = lines.map((line, index) =>
      parseLine(line, `Input ${input}, line ${index + 1}`, grammars),
    )
    const seen = new Set<string>()
    for (const { name } of requests) {
      const folded = name.toUpperCase()
      if (seen.has(folded)) throw invalid(`Input ${input}`, `the name ${name} is given twice.`)
      seen.add(folded)
    }
    return requests
  }
}
