// Trusted roots.
import type { ErrorFact } from './error-fact.ts'

export const TRUSTED_ROOT_ERRORS = {
  TRUSTED_ROOT_INVALID: {
    exit: 2,
    meaning: 'A trusted root or a signing config cannot be read, or is not what is pinned or signed.',
    remedy: 'Get it again from whoever runs the authorities.',
  },
  TRUSTED_ROOT_UNAVAILABLE: {
    exit: 3,
    meaning: 'The trusted root could not be fetched or is out of date.',
    remedy: 'Run again later, or use a trusted root from a file.',
  },
} as const satisfies Record<string, ErrorFact>
