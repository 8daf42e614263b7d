// Reasons why evidence does not satisfy an entry. Each has its own code, so that a report can be acted on
// and a test can tell the right refusal from the wrong one.

interface ReasonFact {
  readonly meaning: string
  /** What to do, one sentence. */
  readonly remedy: string
}

export const REASONS = {
  NO_EVIDENCE: {
    meaning: 'There is no bundle at all.',
    remedy: 'Give the bundles that the signing step wrote to the input bundles.',
  },
  EVIDENCE_REFUSED: {
    meaning: 'The bundle could not be read or its signature did not verify.',
    remedy: 'See what the code in front of the message asks for.',
  },
  EVIDENCE_NOT_EXAMINED: {
    meaning: 'The bundle was not looked at: others had used up the work that is allowed.',
    remedy: 'Name the bundles of this release alone in the input bundles.',
  },
  SUBJECT_MISMATCH: {
    meaning: 'The bundle speaks about other artifacts.',
    remedy:
      'Give the bundle of this very file, and deploy the file as it was signed: another build or another line break is another digest.',
  },
  NAME_MISMATCH: {
    meaning: 'The bundle calls the artifact by another name, and the policy binds names.',
    remedy:
      'Give the file the name under which it was signed, or bind names by basename where only the folder differs.',
  },
  PREDICATE_TYPE_MISMATCH: {
    meaning: 'The bundle holds another kind of statement.',
    remedy: 'Give the bundle of the kind that the policy demands.',
  },
  ATTESTOR_NOT_ALLOWED: {
    meaning: 'A trusted key or a certified identity signed, but not one that may sign this.',
    remedy: 'Sign with an attestor of this demand, or have the policy name this signer after a review.',
  },
  WITNESS_MISSING: {
    meaning: 'The signature has fewer timestamps or log entries than its attestor must have.',
    remedy: 'Sign again with the timestamp authorities and logs that the attestor must have.',
  },
  TRUSTED_TIME_MISSING: {
    meaning: 'The key has a window, and nothing that is trusted says when it signed.',
    remedy: 'Sign again with a timestamp authority or a log of the trusted roots.',
  },
  OUTSIDE_KEY_WINDOW: {
    meaning: 'The key signed before or after the time in which the policy trusts it.',
    remedy: 'Sign again with a key that the policy trusts now.',
  },
  CERTIFICATE_MISMATCH: {
    meaning: 'The certificate of the signer contradicts the provenance.',
    remedy:
      'Do not deploy: find out which build wrote this provenance, since its own platform contradicts it.',
  },
  PROVENANCE_INCOMPLETE: {
    meaning: 'The provenance does not say what the policy asks.',
    remedy:
      'Take this rule out of the policy where the builder does not state it, or build with one that does.',
  },
  REPOSITORY_MISMATCH: {
    meaning: 'It was built from another repository.',
    remedy: 'Deploy the build of the repository that the policy names.',
  },
  REPOSITORY_ID_MISMATCH: {
    meaning: 'The repository has the name, but not the id.',
    remedy:
      'Find out whether the name was given up and taken by somebody else before you change the id in the policy.',
  },
  REF_MISMATCH: {
    meaning: 'It was built from another branch or tag.',
    remedy: 'Deploy a build of a ref that the policy allows, or add the ref to the policy after a review.',
  },
  BUILDER_MISMATCH: {
    meaning: 'Another workflow built it.',
    remedy: 'Build with a builder that the policy allows, or add this one to builders after a review.',
  },
  EVENT_MISMATCH: {
    meaning: 'Another event started the build.',
    remedy: 'Start the build by an event that the policy allows, or add this one to events after a review.',
  },
  ISOLATION_MISMATCH: {
    meaning: 'The build was less isolated than demanded.',
    remedy: 'Build where the demanded isolation is given, or demand what your builds can give.',
  },
  RUNNER_ENVIRONMENT_MISMATCH: {
    meaning: 'It was built on another kind of runner.',
    remedy: 'Build on the kind of runner that the policy demands.',
  },
} as const satisfies Record<string, ReasonFact>

export type ReasonCode = keyof typeof REASONS

/** One demand that was not met. */
export interface Mismatch {
  readonly code: ReasonCode
  /** Name of the compared value. */
  readonly what: string
  readonly expected: string
  /** Undefined if the evidence does not say. */
  readonly found: string | undefined
}

export interface Reason {
  readonly code: ReasonCode
  /** Name of the compared value, printable; so are the following. */
  readonly what: string
  readonly expected: string
  readonly found: string
  /** "<what>: expected X, found Y" */
  readonly message: string
  /** What to do: one sentence. */
  readonly remedy: string
  /** Path of the bundle; undefined if there is none. */
  readonly bundle: string | undefined
}
