// Reading inputs. The runner sets INPUT_<NAME> for every declared input, empty where it was left out.
import { getInput } from '@actions/core'
import { ClawError, printable } from '@open-claw/core'

let source: (name: string) => string = getInput

/** Reads inputs elsewhere from now on: the command line has options of the same names. */
export function readInputsFrom(values: ReadonlyMap<string, string>): void {
  source = (name) => (values.get(name) ?? '').trim()
}

/** The value, or undefined where the input was left out. */
export function optionalInput(name: string): string | undefined {
  const value = source(name)
  return value === '' ? undefined : value
}

/** The value. Throws INPUT_MISSING. */
export function requiredInput(name: string): string {
  const value = optionalInput(name)
  if (value === undefined) throw new ClawError('INPUT_MISSING', `Input ${name} is required and empty.`)
  return value
}

/** The lines, trimmed, without blank ones. */
export function listInput(name: string): string[] {
  return source(name)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** One of `choices`, exactly; `fallback` where the input was left out. Throws INPUT_INVALID. */
export function choiceInput<T extends string>(name: string, choices: readonly T[], fallback: T): T {
  const value = optionalInput(name)
  if (value === undefined) return fallback
  const choice = choices.find((candidate) => candidate === value)
  if (choice !== undefined) return choice
  throw new ClawError(
    'INPUT_INVALID',
    `Input ${name}: "${printable(value)}" is none of ${choices.join(', ')}.`,
  )
}
