import { provenanceInputs, signingInputs, type ProvenanceInputs, type SigningInputs } from '@open-claw/inputs'
import { KEY_URIS } from '@open-claw/wiring'

export interface Inputs extends SigningInputs {
  readonly provenance: ProvenanceInputs
}

export function readInputs(): Inputs {
  return { provenance: provenanceInputs(), ...signingInputs(KEY_URIS) }
}
