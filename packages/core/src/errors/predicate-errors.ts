// Predicates.
import type { ErrorFact } from './error-fact.ts'

export const PREDICATE_ERRORS = {
  PREDICATE_INVALID: {
    exit: 2,
    meaning:
      'The predicate is not a JSON object of an allowed size and depth, or would override what the platform vouches for.',
    remedy: 'Correct the predicate file or the predicate type.',
  },
} as const satisfies Record<string, ErrorFact>
