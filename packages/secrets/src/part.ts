/** A piece of a secret that a program may print alone. */
export interface Part {
  readonly text: string
  /** Whether what stands before it names it as a credential. */
  readonly named: boolean
  /** Nothing more is looked for in it. */
  readonly whole?: true
}

/** Longer names are no names. */
const MAX_NAME = 64

const CREDENTIAL =
  /(?:pass(?:word|wd|phrase|code)?|pwd|secret|token|api_?key|private_?key|access_?key|auth|credentials?|\bpin)$/i

/** Whether a member, variable or option of this name holds a credential. */
export const namesCredential = (name: string): boolean => CREDENTIAL.test(name.slice(-MAX_NAME))

export const part = (text: string, named = false): Part => ({ text, named })

/** A part in which there is nothing more to find. */
export const wholePart = (text: string): Part => ({ text, named: false, whole: true })

/** Long enough for a key and with letters and digits, as words and names of hosts seldom are. */
export const looksRandom = (text: string, atLeast = 8): boolean =>
  text.length >= atLeast && /\d/.test(text) && /[a-z]/i.test(text)
