import { choiceInput } from '@open-claw/runner'
import { signingInputs, type SigningInputs } from '@open-claw/signing'

export interface Inputs extends SigningInputs {
  /** One statement with one signature, or one signature per file. */
  readonly mode: 'statement' | 'per-artifact'
}

export function readInputs(): Inputs {
  return { mode: choiceInput('mode', ['statement', 'per-artifact'], 'statement'), ...signingInputs() }
}
