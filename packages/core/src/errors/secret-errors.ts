// Secrets.
import type { ErrorFact } from './error-fact.ts'

export const SECRET_ERRORS = {
  SECRET_REFERENCE_INVALID: {
    exit: 2,
    meaning: 'A secret reference does not follow its grammar.',
    remedy: 'Write NAME = gcp-sm://project/secret/version#/json/pointer.',
  },
  SECRET_NAME_REFUSED: {
    exit: 2,
    meaning: 'A variable or output name could change how programs run, or belongs to the runner.',
    remedy: 'Choose another name.',
  },
  SECRET_NOT_FOUND: {
    exit: 2,
    meaning: 'The secret, its version or the JSON pointer does not exist.',
    remedy: 'Check the reference.',
  },
  SECRET_FORBIDDEN: {
    exit: 2,
    meaning: 'The identity may not read the secret.',
    remedy: 'Grant secretmanager.versions.access on the secret.',
  },
  SECRET_UNUSABLE: {
    exit: 2,
    meaning: 'The secret is empty, disabled, destroyed, not text, or too large.',
    remedy: 'Store a usable value and name its version.',
  },
  SECRET_UNMASKABLE: {
    exit: 2,
    meaning: 'The value cannot be masked in the log, so it may not be delivered this way.',
    remedy: 'Use delivery: exec.',
  },
  SECRET_CORRUPT: {
    exit: 3,
    meaning: 'The secret arrived with a wrong checksum or for another version.',
    remedy: 'Run again.',
  },
  SECRET_FAILED: {
    exit: 3,
    meaning: 'The secret store failed, was throttled or did not answer in time.',
    remedy: 'Run again later.',
  },
} as const satisfies Record<string, ErrorFact>
