// Credentials as values. A text could slip into a message, a log or a document; a value of this class cannot.

/** Hides `value` in everything that the runner prints from now on. */
export type Mask = (value: string) => void

/** Stands for the text wherever a token is printed. */
const HIDDEN = '[token]'

/** The method by which `inspect` of node:util, and with it `console.log`, shows an object. */
const INSPECT: unique symbol = Symbol.for('nodejs.util.inspect.custom')

/** A token or another credential. It is masked before it exists, and nothing that prints it shows its text. */
export class Token {
  readonly #text: string

  private constructor(text: string) {
    this.#text = text
  }

  /** A token from the text that was received. The runner hides it from now on. */
  static receive(text: string, mask: Mask): Token {
    if (text !== '') mask(text)
    return new Token(text)
  }

  /** The text itself, for the service that it opens. */
  reveal(): string {
    return this.#text
  }

  toString(): string {
    return HIDDEN
  }

  toJSON(): string {
    return HIDDEN
  }

  [INSPECT](): string {
    return HIDDEN
  }
}

/** The header that authorises a request with `token` (RFC 6750 §2.1). */
export const bearer = (token: Token): { readonly authorization: string } => ({
  authorization: `Bearer ${token.reveal()}`,
})
