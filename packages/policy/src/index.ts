export { decide } from './decide.ts'
export type { ArtifactVerdict, EntryVerdict, Evidence, Refusal, Verdict } from './decide.ts'
export { matchesPattern } from './pattern.ts'
export { MAX_POLICY_BYTES, parsePolicy, policyDigest } from './policy.ts'
export type {
  ArtifactPolicy,
  Attestor,
  Pattern,
  PolicyEntry,
  PolicyKey,
  PolicyTrustedRoot,
  ProvenanceRule,
} from './policy.ts'
export { REASONS } from './reasons.ts'
export type { Reason, ReasonCode } from './reasons.ts'
export type { Artifact } from './subject.ts'
