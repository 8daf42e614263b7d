// Documents, and what a bundle holds.
import type { ErrorFact } from './error-fact.ts'

export const BUNDLE_ERRORS = {
  JSON_INVALID: {
    exit: 2,
    meaning: 'A document is not JSON, has a duplicate key, or is over the limits of size and depth.',
    remedy: 'Make the document again with the tool that wrote it.',
  },
  BUNDLE_INVALID: {
    exit: 1,
    meaning: 'A document is not a Sigstore bundle of a known version, nor a DSSE envelope.',
    remedy: 'Sign the artifact again.',
  },
  STATEMENT_INVALID: {
    exit: 1,
    meaning: 'The payload is not an in-toto statement.',
    remedy: 'Sign the artifact again.',
  },
  SIGNATURE_INVALID: {
    exit: 1,
    meaning: 'A signature does not verify with the key it names.',
    remedy: 'Do not use the artifact; find out where the bundle comes from.',
  },
  KEY_UNTRUSTED: {
    exit: 1,
    meaning: 'No trusted key made the signature.',
    remedy: 'Sign with a key that the policy trusts, or add the key to the policy after a review.',
  },
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
} as const satisfies Record<string, ErrorFact>
