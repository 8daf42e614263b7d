// The runner obeys commands in the log. A child that has secrets must not be able to switch masking off
// (`::stop-commands::`), write outputs or forge annotations by printing.

/** Where in a line the next character is. */
type Place = 'start' | 'escape' | 'csi' | 'colon' | 'inside'

/** White space, controls and format characters (BOM, bidi, zero width), which a reader does not see. */
const INVISIBLE = /^[\s\p{Cc}\p{Cf}\p{Zs}]$/u

/**
 * Moves past one character. The runner looks for `::` at the start of a line after .NET's TrimStart. Byte order
 * marks and ANSI sequences before it are skipped as well: whether the runner strips them first depends on its
 * version.
 */
function step(place: Place, character: string): Place {
  if (place === 'colon') return 'inside'
  if (place === 'escape') return character === '[' ? 'csi' : 'start'
  // ECMA-48 §5.4: a control sequence ends with a byte from @ to ~.
  if (place === 'csi') return /[@-~]/.test(character) ? 'start' : 'csi'
  if (character === '\u001b') return 'escape'
  if (INVISIBLE.test(character)) return 'start'
  return character === ':' ? 'colon' : 'inside'
}

/** Breaks workflow commands in a stream of text, wherever the stream is cut. */
export class CommandGuard {
  #place: Place = 'start'
  /** The last two characters that passed: `##[` may arrive in pieces. */
  #tail = ''

  /** Starts a new line. A lone carriage return ends a line too, as in .NET's ReadLine, which the runner uses. */
  newLine(): void {
    this.#place = 'start'
    this.#tail = ''
  }

  /** Returns `text`, of one line or a part of it, with a space inside a `::` at the start and each `##[` anywhere. */
  pass(text: string): string {
    const guarded = this.#passOld(this.#passStart(text))
    this.#tail = guarded.length < 2 ? (this.#tail + guarded).slice(-2) : guarded.slice(-2)
    return guarded
  }

  #passStart(text: string): string {
    for (let at = 0; at < text.length; at += 1) {
      if (this.#place === 'inside') return text
      const character = text.charAt(at)
      const split = this.#place === 'colon' && character === ':'
      this.#place = step(this.#place, character)
      if (split) return `${text.slice(0, at)} ${text.slice(at)}`
    }
    return text
  }

  /** Breaks `##[name]`, the first version of the commands, which the runner still finds anywhere in a line. */
  #passOld(text: string): string {
    if (!this.#tail.endsWith('#') && !text.includes('##[')) return text
    return (this.#tail + text).replaceAll('##[', '## [').slice(this.#tail.length)
  }
}
