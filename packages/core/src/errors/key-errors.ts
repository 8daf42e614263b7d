import type { ErrorFact } from './error-fact.ts'

export const KEY_ERRORS = {
  // Keys and signing
  KEY_URI_INVALID: {
    exit: 2,
    meaning: 'A key URI does not follow the grammar of its scheme.',
    remedy:
      'Write gcpkms://, awskms://, azurekms:// or hashivault:// and the key as docs/keys.md has it, or keyless.',
  },
  KEY_NOT_FOUND: {
    exit: 2,
    meaning: 'The key or the key version does not exist, or may not be seen.',
    remedy: 'Check the URI, and that the identity may view the key.',
  },
  KEY_FORBIDDEN: {
    exit: 2,
    meaning: 'The identity may not use the key.',
    remedy: 'Grant the identity of the job the permission to sign with the key and to see its public half.',
  },
  KEY_UNUSABLE: {
    exit: 2,
    meaning: 'The key version is disabled, destroyed or not made for signing.',
    remedy: 'Enable the version or name another one.',
  },
  KEY_ALGORITHM_UNSUPPORTED: {
    exit: 2,
    meaning: 'The algorithm of the key cannot be used for this signature.',
    remedy: 'Use a key with one of the algorithms in the documentation.',
  },
  KEY_CHANGED: {
    exit: 2,
    meaning: 'The service answered for another key, version or algorithm than the one that was pinned.',
    remedy: 'Find out who moved the key before running again.',
  },
  KEY_MESSAGE_TOO_LARGE: {
    exit: 2,
    meaning: 'The key signs whole messages and the message is over its limit.',
    remedy: 'Name fewer artifacts, or use a key that signs digests.',
  },
  SIGNATURE_CORRUPT: {
    exit: 3,
    meaning:
      'A signature or a response of the key service fails its checksum, or does not verify with the pinned public key.',
    remedy: 'Run again; if it repeats, treat the key service or the path to it as compromised.',
  },
  KMS_FAILED: {
    exit: 3,
    meaning: 'The key service failed, was throttled or did not answer in time.',
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

  // Identity and credentials
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

  // Provenance
  PREDICATE_INVALID: {
    exit: 2,
    meaning:
      'The predicate is not a JSON object of an allowed size and depth, or would override what the platform vouches for.',
    remedy: 'Correct the predicate file or the predicate type.',
  },
  EVENT_MISMATCH: {
    exit: 2,
    meaning:
      'The event file of the runner disagrees with the platform or with the OIDC token, or lacks what such an event has.',
    remedy: 'Find out which step or process changed it.',
  },
  GITHUB_FAILED: {
    exit: 3,
    meaning: 'The GitHub API failed, was throttled or did not answer in time.',
    remedy: 'Run again later.',
  },
  GITHUB_FORBIDDEN: {
    exit: 2,
    meaning: 'The GitHub token may not do what was asked.',
    remedy: 'Grant the token the permission to read the run ("permissions: actions: read").',
  },
} as const satisfies Record<string, ErrorFact>
