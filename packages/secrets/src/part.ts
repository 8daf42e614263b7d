/** A piece of a secret that a program may print alone. */
export interface Part {
  readonly text: string
  /** Whether the text before it names it as a credential. */
  readonly named: boolean
  /** Set if it is not searched for further parts. */
  readonly whole?: true
}

/** Only the end of a name, up to this length, is examined. */
const MAX_NAME = 64

const CREDENTIAL =
  /(?:pass(?:word|wd|phrase|code)?|pwd|secret|token|api_?key|private_?key|access_?key|auth|credentials?|\bpin)$/i

/** Checks whether a member, variable or option of this name holds a credential. */
export const namesCredential = (name: string): boolean => CREDENTIAL.test(name.slice(-MAX_NAME))

export const part = (text: string, named = false): Part => ({ text, named })

/** Makes a part that is not searched further. */
export const wholePart = (text: string): Part => ({ text, named: false, whole: true })

/** Checks for a text long enough for a key that mixes letters and digits, as words and host names rarely do. */
export const looksRandom = (text: string, atLeast = 8): boolean =>
  text.length >= atLeast && /\d/.test(text) && /[a-z]/i.test(text)
