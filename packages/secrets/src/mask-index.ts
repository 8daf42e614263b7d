// Finds any of thousands of strings in a text, whatever their case. One regular expression for all of them is
// fast for twenty and slow for a thousand; this costs the same for any number.

import { type Projection, allProjections } from './invisible.ts'
import { MIN_MASK } from './masks.ts'

/** The range from the first masked character to the one after the last. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** The lower case of sigma depends on what follows it, which differs between a mask and a longer text. */
const withoutFinalSigma = (lower: string): string =>
  lower.includes('ς') ? lower.replaceAll('ς', 'σ') : lower

/** Converts to lower case without changing the length: positions in the folded text must fit the original. */
export function foldCase(text: string): string {
  const lower = text.toLowerCase()
  if (lower.length === text.length) return withoutFinalSigma(lower)
  const folded = Array.from(text, (character) => {
    const one = character.toLowerCase()
    return one.length === character.length ? one : character
  })
  return withoutFinalSigma(folded.join(''))
}

/** Returns a 16-bit hash of the first and the last of the six characters at `at`. */
const hashAt = (folded: string, at: number): number =>
  ((folded.charCodeAt(at) * 251) ^ folded.charCodeAt(at + MIN_MASK - 1)) & 0xffff

/** Sorts spans and joins those that overlap or touch. */
function merged(spans: readonly Span[]): Span[] {
  const joined: { start: number; end: number }[] = []
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end)
    else joined.push({ start, end })
  }
  return joined
}

/** An index over masks of at least MIN_MASK characters; shorter ones are ignored. */
export class MaskIndex {
  readonly #filter = new Uint8Array(0x10000)
  readonly #byStart = new Map<string, string[]>()
  /** Length of the longest mask, or 0. */
  readonly longest: number

  constructor(masks: readonly string[]) {
    const folded = [...new Set(masks.map(foldCase))].filter((mask) => mask.length >= MIN_MASK)
    // Longest first, so that the first that fits covers the most.
    for (const mask of folded.toSorted((a, b) => b.length - a.length)) {
      const start = mask.slice(0, MIN_MASK)
      const others = this.#byStart.get(start)
      if (others === undefined) this.#byStart.set(start, [mask])
      else others.push(mask)
      this.#filter[hashAt(mask, 0)] = 1
    }
    this.longest = folded.reduce((longest, mask) => Math.max(longest, mask.length), 0)
  }

  /**
   * Returns the spans of masks in `text`, even with control sequences between their characters. Overlapping and
   * touching masks are one span, as with the runner.
   */
  spans(text: string): Span[] {
    const found = allProjections(text)
      .map((one) => this.#spansIn(one))
      .filter((spans) => spans.length > 0)
    return found.length > 1 ? merged(found.flat()) : (found[0] ?? [])
  }

  #spansIn(projection: Projection): Span[] {
    const folded = foldCase(projection.text)
    const found: { start: number; end: number }[] = []
    for (let at = 0; at + MIN_MASK <= folded.length; at += 1) {
      if (this.#filter[hashAt(folded, at)] === 0) continue
      const last = found.at(-1)
      const mask = this.#maskAt(folded, at, last === undefined ? 0 : last.end - at)
      if (mask === undefined) continue
      if (last !== undefined && at <= last.end) last.end = at + mask.length
      else found.push({ start: at, end: at + mask.length })
    }
    if (found.length === 0) return found
    return found.map(({ start, end }) => ({
      start: projection.placeInWhole(start),
      end: projection.placeInWhole(end - 1) + 1,
    }))
  }

  /** Returns the longest mask at `at` that is longer than `covered`, the number of characters hidden already. */
  #maskAt(folded: string, at: number, covered: number): string | undefined {
    return this.#byStart
      .get(folded.slice(at, at + MIN_MASK))
      ?.find((one) => one.length > covered && folded.startsWith(one, at))
  }
}
