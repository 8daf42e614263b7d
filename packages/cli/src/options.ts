// Commands and their options, from which the parser and the shell completion are made. Options of commands that
// sign are the inputs of the signing actions, from the same table and under the same names.
import type { InputFact } from '@open-claw/core'
import { actionInputs } from '@open-claw/inputs'
import { CREDENTIAL_SETS } from '@open-claw/wiring'

export interface OptionFact {
  readonly name: string
  /** The placeholder of the value in the help; undefined if there is none. */
  readonly value?: string
  readonly help: string
  /** The option may be given several times. */
  readonly list?: true
  /** Values that a shell offers. */
  readonly choices?: readonly string[]
}

export interface CommandFact {
  readonly name: string
  readonly help: string
  readonly options: readonly OptionFact[]
  /** The values that its one argument may have. */
  readonly argument?: readonly string[]
}

function optionFor({ name, type, option, choices = [] }: InputFact): OptionFact[] {
  if (option === undefined) return []
  return [{ name, ...option, choices, ...(type === 'list' ? { list: true } : {}) }]
}

export const SIGNER_OPTIONS: readonly OptionFact[] = actionInputs('sign-artifact', CREDENTIAL_SETS).flatMap(
  optionFor,
)

const DOCTOR_OPTIONS: readonly OptionFact[] = [
  { name: 'json', help: 'print one JSON object' },
  { name: 'no-sign', help: 'skip the trial signature' },
  ...SIGNER_OPTIONS,
  // A file, because anyone can read the arguments of a process.
  { name: 'vault-client-key-file', value: 'path', help: 'Vault: file with the key of that certificate' },
]

export const SHELLS = ['bash', 'zsh', 'fish'] as const
export type Shell = (typeof SHELLS)[number]

export const COMMANDS = {
  doctor: {
    name: 'doctor',
    help: 'Runs the checks of a signing step and explains each failure; signs only a trial text',
    options: DOCTOR_OPTIONS,
  },
  completion: {
    name: 'completion',
    help: 'Prints the completion script of a shell',
    options: [],
    argument: SHELLS,
  },
} as const satisfies Record<string, CommandFact>
