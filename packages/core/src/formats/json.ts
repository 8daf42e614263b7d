// Parses JSON from outside. JSON.parse keeps the last of two equal keys, so that two readers of one signed document
// can see different things, and it builds all values of a document: 24 MiB of `[]` become gigabytes. One pass
// over the text finds both before anything is built.
import { ClawError } from '../errors/claw-error.ts'
import { printable } from './printable.ts'

/** Enough for any SBOM that fits a statement, and the peers' limit for predicates. */
export const MAX_JSON_BYTES: number = 16 * 1024 * 1024
/**
 * Values in one document. SBOMs and provenance of real builds have at most one in 15 bytes and one in 30 on
 * average, so any of them fits that is within the limit of bytes.
 */
export const MAX_JSON_NODES: number = 1024 * 1024
/** Levels of nesting. Real documents have 15, and code that walks one recurses. */
export const MAX_JSON_DEPTH = 64

export interface JsonLimits {
  readonly bytes?: number | undefined
  readonly nodes?: number | undefined
}

/** The index after the closing quote of the string that begins at `start`. */
function endOfString(text: string, start: number): number {
  for (let quote = text.indexOf('"', start + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let backslashes = 0
    while (text[quote - 1 - backslashes] === '\\') backslashes += 1
    if (backslashes % 2 === 0) return quote + 1
  }
  return text.length
}

/** A key as a reader sees it: `"\u0061"` is `a`. */
function decodedKey(literal: string): string {
  if (!literal.includes('\\')) return literal.slice(1, -1)
  try {
    return String(JSON.parse(literal))
  } catch {
    // Then the document is no JSON, and the parser reports it.
    return literal
  }
}

const OPENS_VALUE: ReadonlySet<string> = new Set('{[,')

/** The structure of a document so far. It need not be JSON: the parser checks that. */
class Structure {
  /** Keys of each object that is open; undefined for an array. */
  readonly #scopes: (Set<string> | undefined)[] = []
  readonly #limit: number
  #nodes = 1
  #isKeyNext = false

  constructor(limit: number) {
    this.#limit = limit
  }

  /** Takes a character outside of a string, and returns the problem that it makes, if any. */
  take(character: string): string | undefined {
    if (character === '}' || character === ']') this.#scopes.pop()
    else if (character === '{') this.#scopes.push(new Set())
    else if (character === '[') this.#scopes.push(undefined)
    return OPENS_VALUE.has(character) ? this.#beginValue() : this.#endKey()
  }

  #endKey(): undefined {
    this.#isKeyNext = false
  }

  /** Each value but the first of its container follows a comma, and each container holds a first one. */
  #beginValue(): string | undefined {
    this.#nodes += 1
    this.#isKeyNext = this.#scopes.at(-1) !== undefined
    if (this.#nodes > this.#limit) return `holds more than ${this.#limit} values`
    return this.#scopes.length > MAX_JSON_DEPTH ? `is nested deeper than ${MAX_JSON_DEPTH} levels` : undefined
  }

  /** Takes a string, quotes included, and returns the problem that it makes, if any. */
  takeString(literal: () => string): string | undefined {
    const keys = this.#isKeyNext ? this.#scopes.at(-1) : undefined
    if (keys === undefined) return undefined
    const key = decodedKey(literal())
    if (keys.has(key)) return `has the key "${printable(key)}" twice in one object`
    keys.add(key)
    return undefined
  }
}

const QUOTE = '"'.charCodeAt(0)
/** By character code: most characters of a document are none of these. */
const MARKS: readonly boolean[] = Array.from({ length: 0x80 }, (_, code) =>
  '{}[],:'.includes(String.fromCharCode(code)),
)

function findProblem(text: string, nodes: number): string | undefined {
  const structure = new Structure(nodes)
  let problem: string | undefined
  for (let at = 0; at < text.length && problem === undefined;) {
    const start = at
    const code = text.charCodeAt(start)
    at = code === QUOTE ? endOfString(text, start) : start + 1
    if (code === QUOTE) problem = structure.takeString(() => text.slice(start, at))
    else if (MARKS[code] === true) problem = structure.take(text.charAt(start))
  }
  return problem
}

const decode = (document: string | Uint8Array): string =>
  typeof document === 'string' ? document : new TextDecoder('utf-8', { fatal: true }).decode(document)

/** Parses a JSON document within `limits`. `what` names it in messages. Throws JSON_INVALID. */
export function parseJson(document: string | Uint8Array, what: string, limits: JsonLimits = {}): unknown {
  const { bytes = MAX_JSON_BYTES, nodes = MAX_JSON_NODES } = limits
  const refusal = (why: string): ClawError => new ClawError('JSON_INVALID', `${printable(what)} ${why}.`)
  if (Buffer.byteLength(document) > bytes) throw refusal(`is over ${bytes} bytes`)
  try {
    const text = decode(document)
    const problem = findProblem(text, nodes)
    if (problem !== undefined) throw refusal(problem)
    return JSON.parse(text)
  } catch (error) {
    // The parser's own message quotes the document, which may be hostile.
    throw error instanceof ClawError ? error : refusal('is not valid JSON in UTF-8')
  }
}

/** A JSON object as opposed to an array, null or a scalar. */
export function isJsonObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
