// Cuts a text into pieces. Each function walks over the text once, whatever is in it.
import type { Meter } from './meter.ts'

/** Returns the pieces of `text` between characters of `separators`, without empty ones. */
export function splitAt(text: string, separators: string, meter: Meter): string[] {
  meter.count(text.length)
  const pieces: string[] = []
  let start = 0
  for (let at = 0; at <= text.length; at += 1) {
    if (at < text.length && !separators.includes(text.charAt(at))) continue
    if (at > start) pieces.push(text.slice(start, at))
    start = at + 1
  }
  return pieces
}

/** Splits as `splitAt` does, but keeps quoted text together. A quote that is not closed counts as a letter. */
export function splitOutsideQuotes(text: string, separators: string, meter: Meter): string[] {
  meter.count(2 * text.length)
  const lastQuote = { '"': text.lastIndexOf('"'), "'": text.lastIndexOf("'") }
  const pieces: string[] = []
  let start = 0
  let open = ''
  for (let at = 0; at <= text.length; at += 1) {
    const character = text.charAt(at)
    if (open !== '') {
      if (character === open) open = ''
    } else if ((character === '"' || character === "'") && lastQuote[character] > at) {
      open = character
    } else if (character === '' || separators.includes(character)) {
      if (at > start) pieces.push(text.slice(start, at))
      start = at + 1
    }
  }
  return pieces
}

const isLetter = (character: string): boolean => /[A-Za-z0-9]/.test(character)

/** Replaces each backslash and the character that it escapes by spaces, which keeps the length. */
export const withoutEscapes = (text: string): string => text.replace(/\\[^\n]/g, '  ')

/**
 * Returns the quoted parts of each line, without their quotes. `signs` is `text` with only the quotes that count.
 * A single quote after a letter is an apostrophe.
 */
export function quotedIn(text: string, signs: string, meter: Meter): string[] {
  meter.count(text.length)
  const found: string[] = []
  let open = ''
  let start = 0
  for (let at = 0; at < signs.length; at += 1) {
    const character = signs.charAt(at)
    if (character === '\n') open = ''
    else if (open === '' && (character === '"' || (character === "'" && !isLetter(signs.charAt(at - 1))))) {
      open = character
      start = at + 1
    } else if (character === open) {
      if (at > start) found.push(text.slice(start, at))
      open = ''
    }
  }
  return found
}

/** Returns the index of the next `closing` that is not doubled, or -1. */
function closingIndex(text: string, closing: string, from: number): number {
  let end = text.indexOf(closing, from)
  while (end !== -1 && text.startsWith(closing, end + closing.length))
    end = text.indexOf(closing, end + 2 * closing.length)
  return end
}

/** Returns the texts between an `opening` and the next `closing` that is not doubled. */
export function enclosed(text: string, opening: string, closing: string, meter: Meter): string[] {
  meter.count(2 * text.length)
  const found: string[] = []
  for (let at = text.indexOf(opening); at !== -1;) {
    const start = at + opening.length
    const end = closingIndex(text, closing, start)
    if (end === -1) break
    found.push(text.slice(start, end))
    at = text.indexOf(opening, end)
  }
  return found
}

export const LINE_ENDS = '\r\n'
export const SPACES = ' \t\r\n\f\v'

/** Removes the pair of quotes around the text. */
export function unquoted(text: string): string {
  const first = text.charAt(0)
  const isQuoted = (first === '"' || first === "'") && text.length > 1 && text.endsWith(first)
  return isQuoted ? text.slice(1, -1) : text
}
