// JSON from outside. JSON.parse keeps the last of two equal keys, so that two readers of one signed
// document can see different things; a deep document can exhaust the stack of whoever walks it.
import { visit } from 'jsonc-parser'
import { ClawError } from './errors.ts'
import { printable } from './printable.ts'

/** Large enough for any SBOM that fits a statement; the peers' limit for predicates is the same. */
export const MAX_JSON_BYTES: number = 16 * 1024 * 1024
/** Thrown to leave the walk: it recurses, so that going on would exhaust the stack. */
class Refused extends Error {}
const MAX_DEPTH = 64

function scan(text: string): string | undefined {
  const scopes: Set<string>[] = []
  const report = (what: string): never => {
    throw new Refused(what)
  }
  const enter = (): void => {
    scopes.push(new Set())
    if (scopes.length > MAX_DEPTH) report(`is nested deeper than ${MAX_DEPTH} levels`)
  }
  const leave = (): void => {
    scopes.pop()
  }
  const visitor = {
    onObjectBegin: enter,
    onObjectEnd: leave,
    onArrayBegin: enter,
    onArrayEnd: leave,
    onObjectProperty: (key: string): void => {
      const keys = scopes.at(-1)
      if (keys?.has(key) === true) report(`has the key "${printable(key)}" twice in one object`)
      keys?.add(key)
    },
  }
  try {
    visit(text, visitor)
    return undefined
  } catch (error) {
    if (error instanceof Refused) return error.message
    throw error
  }
}

/** The value of a JSON document of at most `limit` bytes. `what` names it in messages. Throws JSON_INVALID. */
export function parseJson(
  document: string | Uint8Array,
  what: string,
  limit: number = MAX_JSON_BYTES,
): unknown {
  const refuse = (why: string, cause?: unknown): ClawError =>
    new ClawError('JSON_INVALID', `${printable(what)} ${why}.`, { cause })
  if (Buffer.byteLength(document) > limit) throw refuse(`is over ${limit} bytes`)
  let value: unknown
  let text: string
  try {
    text =
      typeof document === 'string' ? document : new TextDecoder('utf-8', { fatal: true }).decode(document)
    value = JSON.parse(text)
  } catch {
    // The parser's own message quotes the document, which may be hostile.
    throw refuse('is not valid JSON in UTF-8')
  }
  const problem = scan(text)
  if (problem !== undefined) throw refuse(problem)
  return value
}

/** A JSON object as opposed to an array, null or a scalar. */
export function isJsonObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
