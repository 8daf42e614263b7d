import type { Sha256 } from '@open-claw/core'
import type { SubjectSources } from '@open-claw/files'

/** The artifacts to judge, and the policy. */
export interface VerifyRequest {
  readonly workspace: string
  readonly sources: SubjectSources
  /** Patterns of bundle files, which may be next to the artifacts. */
  readonly bundles: readonly string[]
  /** Path of the policy. */
  readonly policy: string
  /** Undefined if it was omitted: the error names the digest to pin. */
  readonly policyDigest: Sha256 | undefined
}
