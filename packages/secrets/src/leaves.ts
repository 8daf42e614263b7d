// What is secret inside a secret. A program that is given a connection string prints the password
// alone, decoded; one that is given JSON prints a member.
import { DOCUMENTS } from './documents.ts'
import { visible } from './invisible.ts'
import type { Meter } from './meter.ts'
import { part, type Part } from './part.ts'
import { readPem } from './pem.ts'
import { TEXT_READERS } from './text-readers.ts'

/** A Kubernetes secret of a docker configuration has five: JSON, Base64, JSON, Base64, user and password. */
const MAX_LEVELS = 8
const MAX_LEAVES = 2_000
/** Characters of all parts together, for each character of the secret and for small ones in all. */
const MAX_GROWTH = 12
const MIN_CHARACTERS = 16 * 1024

export interface Leaves {
  /** Decoded, at every level of nesting; the text itself is not among them. */
  readonly parts: readonly Part[]
  /** There are more than are looked at. */
  readonly cut: boolean
  /** Something stands in the text, around PEM, and nothing was found in it. */
  readonly unread: boolean
}

function documentParts(text: string, meter: Meter): readonly Part[] {
  for (const read of DOCUMENTS) {
    const parts = read(text, meter)
    if (parts !== undefined) return parts
  }
  const { rest } = readPem(text, meter)
  if (rest.trim() === '') return []
  const shown = visible(rest)
  return [...(shown === rest ? [] : [part(shown)]), ...TEXT_READERS.flatMap((read) => read(shown, meter))]
}

/** Collects parts until there are too many or too long ones. */
class Collection {
  readonly #found = new Map<string, boolean>()
  readonly #text: string
  #characters: number
  cut = false

  constructor(text: string) {
    this.#text = text
    this.#characters = MIN_CHARACTERS + MAX_GROWTH * text.length
  }

  /** Those of `parts` that are new. */
  add(parts: readonly Part[]): string[] {
    const fresh: string[] = []
    for (const { text, named, whole } of parts) {
      if (text.trim() === '' || text === this.#text) continue
      const known = this.#found.get(text)
      if (known === undefined) {
        if (this.#found.size >= MAX_LEAVES || text.length > this.#characters) {
          this.cut = true
          continue
        }
        this.#characters -= text.length
        if (whole !== true) fresh.push(text)
      }
      this.#found.set(text, named || known === true)
    }
    return fresh
  }

  parts(): Part[] {
    return [...this.#found].map(([text, named]) => part(text, named))
  }
}

/** Two lines, or three words: a password may hold a space. */
const looksLikeDocument = (text: string): boolean =>
  /\S\s*[\r\n]\s*\S/.test(text) || text.trim().split(/\s+/).length > 2

/** The parts of `text` that may be printed alone. */
export function findLeaves(text: string, meter: Meter): Leaves {
  const found = new Collection(text)
  let level = [text]
  for (let depth = 0; depth < MAX_LEVELS && level.length > 0; depth += 1)
    level = level.flatMap((one) => found.add(documentParts(one, meter)))
  if (level.length > 0) found.cut = true
  const parts = found.parts()
  const unread = parts.length === 0 && looksLikeDocument(readPem(text, meter).rest)
  return { parts, cut: found.cut, unread }
}
