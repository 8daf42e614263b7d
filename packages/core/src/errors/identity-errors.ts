// The identity of the job.
import type { ErrorFact } from './error-fact.ts'

export const IDENTITY_ERRORS = {
  OIDC_UNAVAILABLE: {
    exit: 2,
    meaning: 'The job has no OIDC identity.',
    remedy: 'Add "permissions: id-token: write" to the job; workflows of a fork get none.',
  },
  OIDC_HOST_REFUSED: {
    exit: 2,
    meaning: 'The token request URL is not a host of the expected issuer.',
    remedy: 'Set oidc-issuer to the issuer of your GitHub instance; find out who changed the variable.',
  },
  OIDC_REQUEST_FAILED: {
    exit: 3,
    meaning: 'The runner could not get an OIDC token.',
    remedy: 'Run again later.',
  },
  OIDC_TOKEN_INVALID: {
    exit: 2,
    meaning: 'The OIDC token does not verify, or a claim is missing or wrong.',
    remedy: 'Check oidc-issuer and the audience of the token.',
  },
  OIDC_KEYS_UNAVAILABLE: {
    exit: 3,
    meaning: 'The keys of the OIDC issuer could not be fetched.',
    remedy: 'Run again later.',
  },
} as const satisfies Record<string, ErrorFact>
