// The runner obeys lines of the log. A child that was given secrets must not be able to switch
// masking off (`::stop-commands::`), write outputs or forge annotations by printing.

/** Where in a line the next character stands. */
type Place = 'start' | 'escape' | 'csi' | 'colon' | 'inside'

/** White space, controls, format characters (BOM, bidi, zero width): nothing a reader sees. */
const INVISIBLE = /^[\s\p{Cc}\p{Cf}\p{Zs}]$/u

/**
 * The runner takes `::` at the start of a line after .NET's TrimStart. Byte order marks and ANSI
 * sequences before it are passed over as well: whether they are stripped first depends on the
 * runner's version.
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
  /** The last two characters that were let through: `##[` may come in pieces. */
  #tail = ''

  /** A carriage return alone ends a line too: .NET's ReadLine, which the runner uses, takes it so. */
  newLine(): void {
    this.#place = 'start'
    this.#tail = ''
  }

  /** `text` of one line or a part of it, with a space inside each `::` at the start and each `##[` anywhere. */
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

  /** The first version of the commands, `##[name]`, is still looked for anywhere in a line. */
  #passOld(text: string): string {
    if (!this.#tail.endsWith('#') && !text.includes('##[')) return text
    return (this.#tail + text).replaceAll('##[', '## [').slice(this.#tail.length)
  }
}
