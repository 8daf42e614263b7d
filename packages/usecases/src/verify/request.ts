import type { Sha256 } from '@open-claw/core'
import type { SubjectSources } from '@open-claw/files'

/** What to judge, and by which policy. */
export interface VerifyRequest {
  readonly workspace: string
  readonly sources: SubjectSources
  /** Patterns of bundle files: they may lie beside the artifacts. */
  readonly bundles: readonly string[]
  /** Path of the policy. */
  readonly policy: string
  /** Undefined where it was left out: the error names the digest to pin. */
  readonly policyDigest: Sha256 | undefined
}
