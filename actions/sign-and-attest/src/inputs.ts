import { provenanceInputs, signingInputs, type ProvenanceInputs, type SigningInputs } from '@open-claw/inputs'

export interface Inputs extends SigningInputs {
  readonly provenance: ProvenanceInputs
}

export function readInputs(): Inputs {
  return { provenance: provenanceInputs(), ...signingInputs() }
}
