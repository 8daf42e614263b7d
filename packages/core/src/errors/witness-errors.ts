// Errors of the authorities and logs that take part in signing.
import type { ErrorFact } from './error-fact.ts'

export const WITNESS_ERRORS = {
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
} as const satisfies Record<string, ErrorFact>
