// Every way in which Open Claw refuses or fails. docs/errors.md is generated from these tables.
import type { Exit } from './error-fact.ts'
import { EVIDENCE_ERRORS } from './error-table-evidence.ts'
import { INPUT_ERRORS } from './error-table-input.ts'
import { KEY_ERRORS } from './error-table-key.ts'
import { WITNESS_ERRORS } from './error-table-witness.ts'

export const ERRORS = { ...INPUT_ERRORS, ...KEY_ERRORS, ...WITNESS_ERRORS, ...EVIDENCE_ERRORS } as const

export type ErrorCode = keyof typeof ERRORS

/**
 * The one error class. `message` says what failed, for which input or artifact, and what to do;
 * it never holds a token, a secret or text from outside that was not made printable.
 */
export class ClawError extends Error {
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.name = 'ClawError'
    this.code = code
  }

  get exit(): Exit {
    return ERRORS[this.code].exit
  }
}
