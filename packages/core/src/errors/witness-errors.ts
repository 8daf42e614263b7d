import type { ErrorFact } from './error-fact.ts'

export const WITNESS_ERRORS = {
  // Certificates, timestamps and logs, while signing
  CERTIFICATE_REFUSED: {
    exit: 2,
    meaning: 'The certificate authority refused to certify the identity of the job.',
    remedy: 'Check certificate-authority, and that it trusts the issuer of the token of the job.',
  },
  CERTIFICATE_FAILED: {
    exit: 3,
    meaning:
      'The certificate authority failed, was throttled, or gave a certificate for another key or identity.',
    remedy: 'Run again; if it repeats, look at the authority and at the clock of the runner.',
  },
  TIMESTAMP_FAILED: {
    exit: 3,
    meaning: 'A timestamp authority failed, or answered for other bytes than it was asked for.',
    remedy: 'Run again later, or name another authority in timestamp-authority.',
  },
  LOG_REFUSED: {
    exit: 2,
    meaning: 'The transparency log does not take this entry.',
    remedy: 'Use an algorithm that the log knows, another log, or transparency-log: none.',
  },
  LOG_FAILED: {
    exit: 3,
    meaning: 'The transparency log failed, was throttled, or answered with an entry that does not verify.',
    remedy: 'Run again later.',
  },
  PUBLIC_LOG_REFUSED: {
    exit: 2,
    meaning: 'A private repository would be written to a public log.',
    remedy: 'Use a log of your own, or set allow-public-log: true once its owners agree.',
  },

  // The same, while verifying
  CERTIFICATE_INVALID: {
    exit: 1,
    meaning: 'A certificate cannot be read, or lacks what a signing certificate has.',
    remedy: 'Sign the artifact again.',
  },
  CERTIFICATE_UNTRUSTED: {
    exit: 1,
    meaning: 'A certificate does not lead to an authority of the trusted root.',
    remedy: 'Find out who signed; add the authority to the trusted root after a review.',
  },
  CERTIFICATE_EXPIRED: {
    exit: 1,
    meaning: 'A certificate was not valid at the time that is established for the signature.',
    remedy: 'Sign the artifact again; check the clock of whoever signed.',
  },
  SCT_INVALID: {
    exit: 1,
    meaning: 'A certificate is not proven to be in a certificate transparency log of the trusted root.',
    remedy: 'Find out who issued the certificate.',
  },
  TIMESTAMP_INVALID: {
    exit: 1,
    meaning: 'A timestamp is over other bytes, cannot be read, or no authority of the trusted root made it.',
    remedy: 'Do not use the artifact; find out where the bundle comes from.',
  },
  LOG_ENTRY_INVALID: {
    exit: 1,
    meaning: 'A log entry is not proven by a log of the trusted root.',
    remedy: 'Do not use the artifact; find out where the bundle comes from.',
  },
  LOG_ENTRY_MISMATCH: {
    exit: 1,
    meaning: 'A log entry is about another artifact, signature or key.',
    remedy: 'Do not use the artifact; find out where the bundle comes from.',
  },
  TRUSTED_TIME_MISSING: {
    exit: 1,
    meaning: 'Nothing establishes when the signature was made.',
    remedy: 'Sign with a timestamp-authority that the trusted root knows.',
  },
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
