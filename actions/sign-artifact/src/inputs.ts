import { choiceInput } from '@open-claw/ci'
import { signingInputs, type SigningInputs } from '@open-claw/inputs'
import { KEY_URIS } from '@open-claw/wiring'

export interface Inputs extends SigningInputs {
  /** One statement with one signature, or one signature per file. */
  readonly mode: 'statement' | 'per-artifact'
}

export function readInputs(): Inputs {
  return { mode: choiceInput('mode', ['statement', 'per-artifact'], 'statement'), ...signingInputs(KEY_URIS) }
}
