// Why evidence does not satisfy an entry. Each has a code of its own, so that a report can be acted on
// and a test can tell the right refusal from the wrong one.
export const REASONS = {
  NO_EVIDENCE: 'There is no bundle at all.',
  EVIDENCE_REFUSED: 'The bundle could not be read or its signature did not verify.',
  EVIDENCE_NOT_EXAMINED: 'The bundle was not looked at: others had used up the work that is allowed.',
  SUBJECT_MISMATCH: 'The bundle speaks about other artifacts.',
  PREDICATE_TYPE_MISMATCH: 'The bundle holds another kind of statement.',
  ATTESTOR_NOT_ALLOWED: 'A trusted key or a certified identity signed, but not one that may sign this.',
  WITNESS_MISSING: 'The signature has fewer timestamps or log entries than its attestor must have.',
  CERTIFICATE_MISMATCH: 'The certificate of the signer says otherwise than the provenance.',
  PROVENANCE_INCOMPLETE: 'The provenance does not say what the policy asks.',
  REPOSITORY_MISMATCH: 'It was built from another repository.',
  REPOSITORY_ID_MISMATCH: 'The repository has the name, but not the id.',
  REF_MISMATCH: 'It was built from another branch or tag.',
  BUILDER_MISMATCH: 'Another workflow built it.',
  EVENT_MISMATCH: 'Another event started the build.',
  ISOLATION_MISMATCH: 'The build was less isolated than demanded.',
  RUNNER_ENVIRONMENT_MISMATCH: 'It was built on another kind of runner.',
} as const satisfies Record<string, string>

export type ReasonCode = keyof typeof REASONS

export interface Reason {
  readonly code: ReasonCode
  /** "expected X, got Y", printable. */
  readonly message: string
  /** Path of the bundle; undefined where there is none. */
  readonly bundle: string | undefined
}
