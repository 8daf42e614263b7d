// All errors of Open Claw. docs/errors.md is generated from these tables.
import type { Exit } from './error-fact.ts'
import { INPUT_ERRORS } from './input-errors.ts'
import { HOST_ERRORS } from './host-errors.ts'
import { SUBJECT_ERRORS } from './subject-errors.ts'
import { IDENTITY_ERRORS } from './identity-errors.ts'
import { CREDENTIAL_ERRORS } from './credential-errors.ts'
import { KEY_ERRORS } from './key-errors.ts'
import { PREDICATE_ERRORS } from './predicate-errors.ts'
import { WITNESS_ERRORS } from './witness-errors.ts'
import { BUNDLE_ERRORS } from './bundle-errors.ts'
import { TRUSTED_ROOT_ERRORS } from './trusted-root-errors.ts'
import { EVIDENCE_ERRORS } from './evidence-errors.ts'
import { POLICY_ERRORS } from './policy-errors.ts'
import { SECRET_ERRORS } from './secret-errors.ts'

export const ERRORS = {
  ...INPUT_ERRORS,
  ...HOST_ERRORS,
  ...SUBJECT_ERRORS,
  ...IDENTITY_ERRORS,
  ...CREDENTIAL_ERRORS,
  ...KEY_ERRORS,
  ...PREDICATE_ERRORS,
  ...WITNESS_ERRORS,
  ...BUNDLE_ERRORS,
  ...TRUSTED_ROOT_ERRORS,
  ...EVIDENCE_ERRORS,
  ...POLICY_ERRORS,
  ...SECRET_ERRORS,
} as const

export type ErrorCode = keyof typeof ERRORS

export interface ErrorOptions {
  readonly cause?: unknown
  /** One sentence on what to do, in place of the code's own where that does not fit. */
  readonly remedy?: string | undefined
}

/**
 * The one error class. `message` says what failed and for which input or artifact, `remedy` what to do.
 * Neither holds a token, a secret or text from outside that was not made printable. Only `errorLine` puts them
 * together, so that nothing is advised twice.
 */
export class ClawError extends Error {
  readonly code: ErrorCode
  readonly remedy: string

  constructor(code: ErrorCode, message: string, { remedy, ...options }: ErrorOptions = {}) {
    super(message, options)
    this.name = 'ClawError'
    this.code = code
    this.remedy = remedy ?? ERRORS[code].remedy
  }

  get exit(): Exit {
    return ERRORS[this.code].exit
  }
}
