// Kinds of documents that are read as a whole. A text that is read as one of these is read as nothing else.
import type { Meter } from './meter.ts'
import { namesCredential, part, type Part } from './part.ts'
import { LINE_ENDS, splitAt } from './scan.ts'

const MIN_TOKEN = 16
const MIN_DIGITS = 4

/** Recognises a name that is itself a secret, as in `{"<token>": ["scope"]}`. */
const isToken = (name: string): boolean =>
  name.length >= MIN_TOKEN && name.replace(/\D/g, '').length >= MIN_DIGITS

const scalarText = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined

/** Collects strings and numbers at any depth, without recursion: a deep document must not exhaust the stack. */
function scalarParts(root: unknown): Part[] {
  const found: Part[] = []
  const waiting: { readonly name: string; readonly value: unknown }[] = [{ name: '', value: root }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { name, value } = next
    const scalar = scalarText(value)
    if (scalar !== undefined) found.push(part(scalar, namesCredential(name)))
    if (typeof value !== 'object' || value === null) continue
    const members = Object.entries(value)
    if (!Array.isArray(value)) found.push(...members.flatMap(([key]) => (isToken(key) ? [part(key)] : [])))
    // Reversed, since members are taken from the end.
    for (const [key, member] of members.toReversed())
      waiting.push({ name: Array.isArray(value) ? name : key, value: member })
  }
  return found
}

function parse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}

const withoutMark = (text: string): string => text.replace(/^\ufeff/, '')

/** Checks whether the text begins like a JSON value that has parts. Other texts, however long, are not parsed. */
const beginsLikeJson = (text: string): boolean => ['{', '[', '"'].includes(text.trimStart().charAt(0))

function readJson(text: string, meter: Meter): Part[] | undefined {
  const json = withoutMark(text)
  if (!beginsLikeJson(json)) return undefined
  meter.count(json.length)
  const parsed = parse(json)
  return parsed === undefined ? undefined : scalarParts(parsed.value)
}

/** Reads one value a line; a single line is JSON. */
function readJsonLines(text: string, meter: Meter): Part[] | undefined {
  const json = withoutMark(text)
  if (!beginsLikeJson(json)) return undefined
  const lines = splitAt(json, LINE_ENDS, meter)
  const found: Part[] = []
  for (const line of lines) {
    meter.count(line.length)
    const parsed = parse(line)
    if (parsed === undefined) return undefined
    found.push(...(line === text ? [] : [part(line)]), ...scalarParts(parsed.value))
  }
  return found
}

/** Returns undefined if the text is not such a document. */
type DocumentReader = (text: string, meter: Meter) => Part[] | undefined

export const DOCUMENTS: readonly DocumentReader[] = [readJson, readJsonLines]

/**
 * Returns JSON without its spaces, as a program that has read it writes it. Returns undefined if the text is
 * not JSON, or is nested more deeply than can be written.
 */
export function compactJson(text: string): string | undefined {
  const json = withoutMark(text)
  const parsed = beginsLikeJson(json) ? parse(json) : undefined
  if (parsed === undefined) return undefined
  try {
    return JSON.stringify(parsed.value)
  } catch {
    return undefined
  }
}
