// Policies and their verdicts.
import type { ErrorFact } from './error-fact.ts'

export const POLICY_ERRORS = {
  POLICY_INVALID: {
    exit: 2,
    meaning: 'The policy is not valid: an unknown field, a wrong type, an empty list.',
    remedy: 'Correct the named field of the policy.',
  },
  POLICY_DIGEST_MISMATCH: {
    exit: 2,
    meaning: 'The policy is not the one that the workflow pins, or no pin was given.',
    remedy: 'Review the policy, then set policy-digest to its digest.',
  },
  DENIED: {
    exit: 1,
    meaning: 'The policy denies the artifact.',
    remedy: 'Read the reasons in the summary of the job; each has a code of its own.',
  },
} as const satisfies Record<string, ErrorFact>
