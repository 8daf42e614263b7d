// Errors of credentials, and of services that refuse every caller.
import type { ErrorFact } from './error-fact.ts'

export const CREDENTIAL_ERRORS = {
  CREDENTIALS_MISSING: {
    exit: 2,
    meaning: 'No way to authenticate to the service was given, or the machine has no credentials.',
    remedy: 'Set the inputs of one way to authenticate, or log the machine in and set credentials: ambient.',
  },
  CREDENTIALS_REFUSED: {
    exit: 2,
    meaning: 'The cloud refused to exchange the identity of the job.',
    remedy: 'Compare the trust condition of the cloud with the sub of the job.',
  },
  CREDENTIALS_FAILED: {
    exit: 3,
    meaning: 'The token exchange failed, was throttled or did not answer in time.',
    remedy: 'Run again later.',
  },
  SERVICE_REFUSED: {
    exit: 2,
    meaning:
      'A service does not serve this job, whatever its permissions: it is switched off, not paid for, behind a firewall or a perimeter, or at another address.',
    remedy: 'Ask whoever administers the project, the account or the network to let the job in.',
  },
  CLOCK_SKEWED: {
    exit: 2,
    meaning:
      'A service refuses the time of a request or a token, because the clock of this machine is wrong.',
    remedy: 'Set the clock of the runner by NTP, and run again.',
  },
} as const satisfies Record<string, ErrorFact>
