// Redacts the output of a child process that holds secrets, for the log. The runner's own masking still follows;
// this one ignores case, matches across chunks, and breaks workflow commands.
import { CommandGuard } from './command-guard.ts'
import { Projection, allProjections } from './invisible.ts'
import { MaskIndex } from './mask-index.ts'

const STARS = '***'
const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d
/** A longer line is passed on in parts: the child must not be able to fill our memory. */
const MAX_HELD = 64 * 1024
/** More is held if control sequences leave too little visible text. */
const MAX_INVISIBLE = 8 * MAX_HELD

/** Returns the visible part of a line. */
const visiblePart = (line: string): Projection => allProjections(line).at(-1) ?? new Projection(line)

/** Turns chunks of one output stream into redacted text. */
export interface Redactor {
  /** Returns the text that is ready to print; the unfinished line is held back. */
  write(chunk: Uint8Array): string
  /** Returns the rest. An unfinished line gets a line break, so that our own output does not continue it. */
  end(): string
}

class StreamRedactor implements Redactor {
  // Not fatal: a child may print anything, and a byte that is not UTF-8 becomes U+FFFD.
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  readonly #guard = new CommandGuard()
  readonly #index: MaskIndex
  /** The undecided part of the unfinished line; `#covered` counts its first characters that are masked already. */
  #held = ''
  #covered = 0
  /** Whether stars were printed last: a span that touches the one before shares its stars. */
  #starred = false
  #lineOpen = false

  constructor(index: MaskIndex) {
    this.#index = index
  }

  write(chunk: Uint8Array): string {
    return this.#take(this.#decoder.decode(chunk, { stream: true }))
  }

  end(): string {
    const text = this.#take(this.#decoder.decode())
    const last = this.#lineOpen ? `${this.#endLine()}\n` : ''
    return `${text}${last}`
  }

  /** Takes in text. No mask holds a line break, so a complete line can be decided. */
  #take(text: string): string {
    let taken = ''
    let from = 0
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at)
      if (unit !== LINE_FEED && unit !== CARRIAGE_RETURN) continue
      taken += this.#hold(text.slice(from, at)) + this.#endLine() + text.charAt(at)
      from = at + 1
    }
    return taken + this.#hold(text.slice(from))
  }

  #hold(part: string): string {
    if (part !== '') this.#lineOpen = true
    this.#held += part
    if (this.#held.length <= MAX_HELD + this.#index.longest) return ''
    const shown = visiblePart(this.#held)
    const undecided = shown.text.length - this.#index.longest
    // A mask that starts before this point ends within the held text, so it is seen whole.
    if (undecided > 0) return this.#decide(shown.placeInWhole(undecided))
    if (this.#held.length <= MAX_INVISIBLE + this.#index.longest) return ''
    // Almost none of the held text is visible: drop the invisible part and keep holding the rest.
    this.#covered = shown.text.length === 0 ? 0 : visiblePart(this.#held.slice(0, this.#covered)).text.length
    this.#held = shown.text
    return ''
  }

  #endLine(): string {
    const line = this.#decide(this.#held.length)
    this.#guard.newLine()
    this.#starred = false
    this.#lineOpen = false
    return line
  }

  /** Returns the first `count` characters of the held text, with stars for the masked ones. */
  #decide(count: number): string {
    let shown = ''
    let at = this.#covered
    for (const { start, end } of this.#index.spans(this.#held)) {
      if (start >= count) break
      shown += this.#show(at, start)
      if (!this.#starred) shown += this.#guard.pass(STARS)
      this.#starred = true
      at = Math.max(at, end)
    }
    shown += this.#show(at, count)
    this.#held = this.#held.slice(count)
    this.#covered = Math.max(0, at - count)
    return shown
  }

  #show(from: number, to: number): string {
    if (from >= to) return ''
    this.#starred = false
    return this.#guard.pass(this.#held.slice(from, to))
  }
}

/**
 * Returns a function that makes a redactor for one output stream. Every mask is replaced by `***` whatever its
 * case; the index over `masks` is built once.
 */
export function redactorsFor(masks: readonly string[]): () => Redactor {
  const index = new MaskIndex(masks)
  return () => new StreamRedactor(index)
}
