// Finds what a terminal does not show. A tool that colours its output puts control sequences between the
// characters of a secret, and a secret may hold control sequences itself.

/** Controls other than tab and line breaks, and format characters: byte order mark, zero width, bidi. */
const INVISIBLE = /[[\p{Cf}\p{Cc}]--[\t\n\r]]/v

const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit < 0xe000

let units: Uint8Array | undefined

/**
 * Returns 1 for each UTF-16 unit that is invisible, or half of a character that may be. A regular expression takes
 * twice as long for each character of a log.
 */
function suspectUnits(): Uint8Array {
  return Uint8Array.from({ length: 0x10000 }, (_, unit) =>
    isSurrogate(unit) || INVISIBLE.test(String.fromCharCode(unit)) ? 1 : 0,
  )
}

/** Returns the index of the next invisible character, or -1. */
function nextInvisible(text: string, from: number): number {
  units ??= suspectUnits()
  for (let at = from; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (units[unit] === 0) continue
    if (!isSurrogate(unit)) return at
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
    if (INVISIBLE.test(character)) return at
    at += character.length - 1
  }
  return -1
}

const ESCAPE = '\u001b'
const BELL = '\u0007'
/** Openers of control strings, which end with ST (ECMA-48 §5.6), or with BEL in terminals. */
const STRINGS: ReadonlySet<string> = new Set([']', 'P', 'X', '^', '_'])
const OPENS_STRING = new RegExp(`${ESCAPE}[\\]PX^_]`)

/** A run of consecutive visible characters. */
interface Run {
  /** Where it begins in the visible text. */
  readonly shownAt: number
  /** Where it begins in the whole text. */
  readonly place: number
}

/** The visible part of a text, and the place of each of its characters in the whole. */
export class Projection {
  readonly text: string
  readonly #runs: readonly Run[]

  constructor(text: string, runs: readonly Run[] = [{ shownAt: 0, place: 0 }]) {
    this.text = text
    this.#runs = runs
  }

  /** Returns the place in the whole text of the visible character at `index`. */
  placeInWhole(index: number): number {
    let [low, high] = [0, this.#runs.length - 1]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((this.#runs[middle]?.shownAt ?? 0) <= index) low = middle
      else high = middle - 1
    }
    const run = this.#runs[low] ?? { shownAt: 0, place: 0 }
    return run.place + index - run.shownAt
  }
}

const isBetween = (text: string, at: number, first: number, last: number): boolean => {
  const code = text.charCodeAt(at)
  return code >= first && code <= last
}

/** ECMA-48 §5.4: parameters, intermediate bytes, one final byte. Without a final byte it is not a sequence. */
function endOfControlSequence(text: string, from: number): number {
  let at = from
  while (isBetween(text, at, 0x30, 0x3f)) at += 1
  while (isBetween(text, at, 0x20, 0x2f)) at += 1
  return isBetween(text, at, 0x40, 0x7e) ? at + 1 : from
}

/** ECMA-35 §13.2: intermediate bytes and one final byte. */
function endOfEscape(text: string, from: number): number {
  let at = from
  while (isBetween(text, at, 0x20, 0x2f)) at += 1
  return isBetween(text, at, 0x30, 0x7e) ? at + 1 : from
}

/** Returns the index after the terminator, or `from` if there is none: the text inside an open string would be lost. */
function endOfString(text: string, from: number, terminators: Terminators): number {
  const end = Math.min(terminators.bell(from), terminators.st(from))
  if (end === Infinity) return from
  return text.charAt(end) === BELL ? end + 1 : end + 2
}

/** Indexes of the next terminators. Each is searched for once, so many open strings cost no more than one. */
interface Terminators {
  readonly bell: (from: number) => number
  readonly st: (from: number) => number
}

function indexFinder(text: string, what: string): (from: number) => number {
  let known = -1
  return (from) => {
    if (known < from) {
      const found = text.indexOf(what, from)
      known = found === -1 ? Infinity : found
    }
    return known
  }
}

/** Returns the end of the sequence at `at`, or of the single invisible character there, which may be a surrogate pair. */
function endOfHidden(text: string, at: number, terminators: Terminators | undefined): number {
  const character = text.charAt(at)
  if (character === '\u009b') return endOfControlSequence(text, at + 1)
  if (character !== ESCAPE) return at + String.fromCodePoint(text.codePointAt(at) ?? 0).length
  const next = text.charAt(at + 1)
  if (next === '[') return endOfControlSequence(text, at + 2)
  if (STRINGS.has(next)) return terminators === undefined ? at + 2 : endOfString(text, at + 2, terminators)
  return endOfEscape(text, at + 1)
}

function project(text: string, terminators: Terminators | undefined): Projection {
  const runs: Run[] = []
  let shown = ''
  const show = (place: number, to: number): void => {
    if (to <= place) return
    runs.push({ shownAt: shown.length, place })
    shown += text.slice(place, to)
  }
  let from = 0
  for (let at = nextInvisible(text, 0); at !== -1; at = nextInvisible(text, from)) {
    show(from, at)
    from = endOfHidden(text, at, terminators)
  }
  show(from, text.length)
  return new Projection(shown, runs)
}

/** Most text is plain ASCII, which this finds out quickly. */
const OTHER_THAN_ASCII = /[^\t\n\r -~]/

/**
 * Returns the ways to read `text`: as it is; without control sequences; and without control strings and their
 * contents. All are needed: a sequence that is cut off hides visible characters.
 */
export function allProjections(text: string): Projection[] {
  const whole = new Projection(text)
  if (!OTHER_THAN_ASCII.test(text) || nextInvisible(text, 0) === -1) return [whole]
  const plain = project(text, undefined)
  if (!OPENS_STRING.test(text)) return [whole, plain]
  return [
    whole,
    plain,
    project(text, { bell: indexFinder(text, BELL), st: indexFinder(text, `${ESCAPE}\\`) }),
  ]
}

/** Returns `text` as a terminal shows it. */
export function visible(text: string): string {
  return allProjections(text).at(-1)?.text ?? text
}
