// Errors in what a user gave.
import type { ErrorFact } from './error-fact.ts'

export const INPUT_ERRORS = {
  INPUT_MISSING: { exit: 2, meaning: 'A required input is absent or empty.', remedy: 'Set the named input.' },
  INPUT_INVALID: {
    exit: 2,
    meaning: 'An input has a value that its grammar does not allow.',
    remedy: 'Correct the named input.',
  },
  ENDPOINT_INSECURE: {
    exit: 2,
    meaning: 'An endpoint is neither https nor loopback, or carries credentials, a query or a fragment.',
    remedy: 'Use an https URL.',
  },
} as const satisfies Record<string, ErrorFact>
