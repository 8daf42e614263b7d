// Finds the secrets inside a secret. A program that gets a connection string prints the password alone, decoded;
// one that gets JSON prints a member.
import { DOCUMENTS } from './documents.ts'
import { visible } from './invisible.ts'
import type { Meter } from './meter.ts'
import { part, type Part } from './part.ts'
import { readPem } from './pem.ts'
import { TEXT_READERS } from './text-readers.ts'

/** A Kubernetes secret with a docker configuration has five: JSON, Base64, JSON, Base64, user and password. */
const MAX_LEVELS = 8
const MAX_LEAVES = 2_000
/** Limits the characters of all parts together, by the length of the secret; small secrets get the minimum. */
const MAX_GROWTH = 12
const MIN_CHARACTERS = 16 * 1024

export interface Leaves {
  /** Decoded parts of every level of nesting, without the text itself. */
  readonly parts: readonly Part[]
  /** Whether there are more parts than the limit. */
  readonly cut: boolean
  /** Whether the text has something besides PEM, and nothing was found in it. */
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

/** Collects parts until they are too many or too long. */
class Collection {
  readonly #found = new Map<string, boolean>()
  readonly #text: string
  #characters: number
  cut = false

  constructor(text: string) {
    this.#text = text
    this.#characters = MIN_CHARACTERS + MAX_GROWTH * text.length
  }

  /** Adds `parts` and returns the texts of those that are new and may hold more. */
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

/** Checks for two lines or three words: a password may hold a space. */
const looksLikeDocument = (text: string): boolean =>
  /\S\s*[\r\n]\s*\S/.test(text) || text.trim().split(/\s+/).length > 2

/** Finds the parts of `text` that may be printed alone. */
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
