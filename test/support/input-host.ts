// The inputs of a step, as a host gives them: every declared one, with its default where it was left out.
import { actionInputs, type ActionName } from '@open-claw/inputs'
import { CREDENTIAL_SETS } from '@open-claw/wiring'

export interface InputTexts {
  readonly [name: string]: string
}

export interface TestInputHost {
  readonly input: (name: string) => string
  readonly mask: (value: string) => void
  readonly workspace: () => string
  readonly announced: () => readonly []
  /** Values that were masked. */
  readonly masked: readonly string[]
}

/** A host whose step was given `values`. */
export function inputHost(action: ActionName, values: InputTexts): TestInputHost {
  const defaults = new Map(
    actionInputs(action, CREDENTIAL_SETS).map(({ name, default: value = '' }) => [name, value]),
  )
  const masked: string[] = []
  return {
    input: (name) => (values[name] ?? defaults.get(name) ?? '').trim(),
    mask: (value) => void masked.push(value),
    workspace: () => '/workspace',
    announced: () => [],
    masked,
  }
}
