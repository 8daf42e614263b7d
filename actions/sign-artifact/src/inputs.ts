import { choiceInput } from '@open-claw/ci'
import { signingInputs, type SigningInputs } from '@open-claw/inputs'
import type { SigningWork } from '@open-claw/usecases'
import { KEY_URIS } from '@open-claw/wiring'

export interface Inputs extends SigningInputs {
  readonly work: SigningWork
}

function readWork(): SigningWork {
  const mode = choiceInput('mode', ['statement', 'per-artifact'], 'statement')
  // A signature claims nothing but that the key was used on these artifacts.
  return mode === 'statement' ? { mode, predicate: { kind: 'signature' } } : { mode }
}

export function readInputs(): Inputs {
  return { work: readWork(), ...signingInputs(KEY_URIS) }
}
