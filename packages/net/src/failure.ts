// The one class for requests that failed, whatever the service.
import type { ErrorCode } from '@open-claw/core'
import type { ToldCause } from './known-cause.ts'
import { isTransientStatus, type RetryHint } from './retry.ts'

/** The facts of a failure. */
export interface FailureFacts {
  /** The status of the answer; undefined where there is no usable answer. */
  readonly status?: number | undefined
  /** Words that can be shown: `ECONNREFUSED`, `timeout at the proxy`, `invalid_grant`, `KeyDisabled`. */
  readonly reason?: string | undefined
  /** The text of the service, where it can be shown once anything like a token is taken out. */
  readonly details?: string | undefined
  /** Milliseconds that the service asked to wait. */
  readonly after?: number | undefined
  /** The address of a redirect, unchecked and not followed. */
  readonly location?: string | undefined
  /** The known cause that the answer names, if any. */
  readonly told?: ToldCause | undefined
  /** The code for the caller, where `told` has none of its own. */
  readonly code?: ErrorCode | undefined
  /** Whether another try may succeed, where `told` does not say. The status decides where this is left out. */
  readonly passes?: boolean | undefined
}

/** Holds neither headers nor bodies: requests and answers hold tokens. */
export class RequestFailure extends Error implements FailureFacts {
  readonly status: number | undefined
  readonly reason: string | undefined
  readonly details: string | undefined
  readonly after: number | undefined
  readonly location: string | undefined
  readonly told: ToldCause | undefined
  readonly code: ErrorCode | undefined
  readonly passes: boolean

  readonly #facts: FailureFacts

  constructor(facts: FailureFacts) {
    const { status, reason, details, after, location, told, code, passes } = facts
    super(status === undefined ? (reason ?? 'nothing in time') : `status ${status}`)
    this.name = 'RequestFailure'
    this.#facts = facts
    this.status = status
    this.reason = reason
    this.details = details
    this.after = after
    this.location = location
    this.told = told
    this.code = code
    this.passes = told?.retry ?? passes ?? (status === undefined || isTransientStatus(status))
  }

  /** Whether the service said no rather than failed. */
  get refused(): boolean {
    return this.status !== undefined && this.status >= 400 && this.status < 500 && !this.passes
  }

  /** The failure in one word where there is one. */
  get word(): string {
    return this.reason ?? this.message
  }

  /** The same failure with further facts. */
  with(facts: FailureFacts): RequestFailure {
    return new RequestFailure({ ...this.#facts, ...facts })
  }
}

/** Decides whether `service` is asked again after an error: only after a failed request. */
export const hintAfter =
  (service: string) =>
  (error: unknown): RetryHint =>
    error instanceof RequestFailure
      ? { retry: error.passes, after: error.after, why: `${service} answers ${error.message}` }
      : { retry: false }
