// Reads the inputs of an action that are in its table; nothing else can be read.
import {
  ClawError,
  parsedInput,
  printable,
  requiredInput,
  Token,
  type GivenInput,
  type Host,
  type InputFact,
} from '@open-claw/core'

/** The part of the host that reading needs. */
export type InputHost = Pick<Host, 'input' | 'mask'>

/** Returns a reader for the values of `facts`. Secrets among them are masked before they are read. */
export function givenInputs({ input, mask }: InputHost, facts: readonly InputFact[]): GivenInput {
  const values = new Map(
    facts.map(({ name, default: fallback, secret }) => {
      const text = input(name)
      if (secret === true && text !== '') mask(text)
      return [name, text === '' ? fallback : text]
    }),
  )
  return (name) => {
    if (values.has(name)) return values.get(name)
    throw new Error(`The table of inputs has no ${name} here.`)
  }
}

/** A secret among the inputs; undefined where it was left out. `givenInputs` has masked it. */
export const secretInput = (
  given: GivenInput,
  { name }: InputFact & { readonly secret: true },
): Token | undefined => parsedInput(given, name, (text) => Token.receive(text, () => undefined))

/** Returns the lines of an input, trimmed and without blank ones. */
export const inputLines = (given: GivenInput, { name }: InputFact): string[] =>
  (given(name) ?? '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Reads exactly one of the choices. Throws INPUT_INVALID, or INPUT_MISSING if there is no default. */
export function inputChoice<T extends string>(
  given: GivenInput,
  { name, choices }: Pick<InputFact, 'name'> & { readonly choices: readonly T[] },
): T {
  const value = requiredInput(given, name)
  const choice = choices.find((candidate) => candidate === value)
  if (choice !== undefined) return choice
  throw new ClawError(
    'INPUT_INVALID',
    `Input ${name}: "${printable(value)}" is none of ${choices.join(', ')}.`,
  )
}
