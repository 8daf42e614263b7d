// Evidence and its stores.
import type { ErrorFact } from './error-fact.ts'

export const EVIDENCE_ERRORS = {
  EVIDENCE_NOT_FOUND: {
    exit: 1,
    meaning: 'There is no bundle to verify.',
    remedy: 'Correct the pattern, or sign the artifact first.',
  },
  EVIDENCE_EXISTS: {
    exit: 2,
    meaning: 'A file stands where the bundle would be written.',
    remedy: 'Remove it, or write to another folder.',
  },
  EVIDENCE_WRITE_FAILED: {
    exit: 3,
    meaning: 'The bundle could not be written.',
    remedy: 'Check the folder, its permissions, the free space and the length of the names.',
  },
} as const satisfies Record<string, ErrorFact>
