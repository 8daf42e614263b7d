// JSON Lines, told from one document over several lines (https://jsonlines.org/).

/** A document of a line, not read yet. */
export interface JsonLine {
  /** Of the line, from 1. */
  readonly number: number
  readonly document: Uint8Array
}

/** A line that begins an object after one that ends an object. Files that were joined keep their byte order marks. */
const BOUNDARY = /\}[ \t\r]*\n\s*(?:\xef\xbb\xbf)?\{/
const OBJECT = /^\s*(?:\xef\xbb\xbf)?\{/

/**
 * Whether the lines are documents of their own. In one JSON document nothing but a comma could stand at such
 * a boundary, and text has no line breaks. One of the two lines must be whole: two documents of several lines
 * each are not meant.
 */
function isOnePerLine(text: string): boolean {
  const boundary = BOUNDARY.exec(text)
  if (boundary === null) return false
  const start = text.lastIndexOf('\n', boundary.index) + 1
  const last = boundary.index + boundary[0].length
  const end = text.indexOf('\n', last)
  const line = text.slice(last, end < 0 ? undefined : end).trimEnd()
  return OBJECT.test(text.slice(start, boundary.index)) || line.endsWith('}')
}

/** The lines with something on them. One after the other: a file may be nothing but line breaks. */
function* filledLines(text: string): Generator<JsonLine> {
  let number = 1
  let counted = 0
  for (const { 0: line, index } of text.matchAll(/\S[^\n]*/g)) {
    for (let at = text.indexOf('\n', counted); at >= 0 && at < index; at = text.indexOf('\n', counted)) {
      number += 1
      counted = at + 1
    }
    yield { number, document: Buffer.from(line.trimEnd(), 'latin1') }
  }
}

/** The documents of a file with one on each line; undefined where it is one document, or none. */
export function jsonLines(document: Uint8Array): Iterable<JsonLine> | undefined {
  // Bytes as characters: where a line ends does not depend on what is in it.
  const text = Buffer.from(document).toString('latin1')
  return isOnePerLine(text) ? filledLines(text) : undefined
}
