import { ClawError } from '@open-claw/core'
import { optionalInput } from '@open-claw/ci'
import { provenanceInputs, signingInputs, type ProvenanceInputs, type SigningInputs } from '@open-claw/inputs'
import type { PredicateChoice } from '@open-claw/usecases'
import { KEY_URIS } from '@open-claw/wiring'

export interface Inputs extends SigningInputs {
  readonly provenance: ProvenanceInputs
  /** Provenance, or a predicate that the build made, such as an SBOM. */
  readonly predicate: PredicateChoice
}

function predicateChoice(): PredicateChoice {
  const type = optionalInput('predicate-type')
  const path = optionalInput('predicate-path')
  if (type === undefined && path === undefined) return { kind: 'provenance' }
  if (type === undefined || path === undefined) {
    throw new ClawError(
      'INPUT_INVALID',
      'Inputs predicate-type and predicate-path are given together or not at all.',
    )
  }
  return { kind: 'file', type, path }
}

export function readInputs(): Inputs {
  return { predicate: predicateChoice(), provenance: provenanceInputs(), ...signingInputs(KEY_URIS) }
}
