// What is known of an input. A vendor's room states its own inputs in this form; the table of all inputs is
// composed of them, and action.yml, the documentation and the options of the command line are written from it.
import { ClawError } from './errors/claw-error.ts'

/** How the text of an input is read. */
export type InputType = 'text' | 'list' | 'choice' | 'boolean' | 'url' | 'path' | 'pem'

/**
 * A condition on another input. A value counts as its scheme where it has one, as `awskms` for
 * `awskms:///alias/release`; an input that is left out counts as its default, and as '' where it has none.
 */
export interface InputCondition {
  readonly input: string
  readonly is?: readonly string[]
  readonly not?: readonly string[]
}

/** Without this the input has no effect. It holds where one of the conditions does. */
export interface InputNeed {
  readonly oneOf: readonly InputCondition[]
  /** Ends the refusal, as in `Input aws-role: only a key of AWS uses it.` */
  readonly because: string
}

export interface InputFact {
  readonly name: string
  readonly type: InputType
  /** For action.yml and the documentation. */
  readonly description: string
  readonly required?: true
  readonly default?: string
  /** Values that have a name. No others are taken where `type` is `choice` or `boolean`. */
  readonly choices?: readonly string[]
  /** Masked as soon as it is read, and never an option: the arguments of a process are there for all to read. */
  readonly secret?: true
  /** As an option of the command line: what stands for the value in the help, and the help. */
  readonly option?: { readonly value: string; readonly help: string }
  /** All must hold, or the input is refused by name. */
  readonly needs?: readonly InputNeed[]
}

/** An input of a vendor's credentials. What it needs is added where the table is composed. */
export interface CredentialFact extends InputFact {
  /** Serves the identity of the job alone: `credentials: ambient` does without it. */
  readonly federated?: true
  /** Bears no vendor's name: workflows for keys of several clouds give it beside any key. */
  readonly besideAnyKey?: true
}

/** The inputs of a job that uses keys of one vendor. */
export interface CredentialSet {
  /** Of its key URIs. */
  readonly scheme: string
  /** How its key URIs are written, as the documentation of an input shows it. */
  readonly keyForm: string
  /** As a person calls it. */
  readonly vendor: string
  /** The input that names the server; undefined where `key-endpoint` can. */
  readonly address?: string
  readonly facts: readonly CredentialFact[]
}

/** The value of an input, or its default where it was left out; undefined where it has none. */
export type GivenInput = (name: string) => string | undefined

/** The value as `parse` makes it; undefined where there is none. Throws what `parse` throws, which names the input. */
export function parsedInput<T>(
  given: GivenInput,
  name: string,
  parse: (text: string, input: string) => T,
): T | undefined {
  const text = given(name)
  return text === undefined ? undefined : parse(text, name)
}

/** The value. Throws INPUT_MISSING. */
export function requiredInput(given: GivenInput, name: string): string {
  const text = given(name)
  if (text === undefined) throw new ClawError('INPUT_MISSING', `Input ${name} is required and empty.`)
  return text
}
