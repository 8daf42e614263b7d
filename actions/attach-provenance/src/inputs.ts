import { ClawError } from '@open-claw/core'
import { optionalInput } from '@open-claw/ci'
import { provenanceInputs, signingInputs, type ProvenanceInputs, type SigningInputs } from '@open-claw/inputs'
import { KEY_URIS } from '@open-claw/wiring'

/** A predicate that the build made, such as an SBOM, in place of provenance. */
interface PredicateFile {
  readonly type: string
  /** Workspace-relative. */
  readonly path: string
}

export interface Inputs extends SigningInputs {
  readonly provenance: ProvenanceInputs
  readonly predicate: PredicateFile | undefined
}

function predicateFile(): PredicateFile | undefined {
  const type = optionalInput('predicate-type')
  const path = optionalInput('predicate-path')
  if (type === undefined && path === undefined) return undefined
  if (type === undefined || path === undefined) {
    throw new ClawError(
      'INPUT_INVALID',
      'Inputs predicate-type and predicate-path are given together or not at all.',
    )
  }
  return { type, path }
}

export function readInputs(): Inputs {
  return { predicate: predicateFile(), provenance: provenanceInputs(), ...signingInputs(KEY_URIS) }
}
