// A request that was not answered as was wished, whoever was asked: the one class for all of them.
import type { ErrorCode } from '@open-claw/core'
import type { ToldCause } from './known-cause.ts'
import { isTransientStatus, type RetryHint } from './retry.ts'

/** What is known of a failure. */
export interface FailureFacts {
  /** Of the answer; undefined where there is none of any use. */
  readonly status?: number | undefined
  /** Words that may be shown: `ECONNREFUSED`, `timeout at the proxy`, `invalid_grant`, `KeyDisabled`. */
  readonly reason?: string | undefined
  /** The text of the service, where it can be shown once what looks like a token is taken out. */
  readonly details?: string | undefined
  /** Milliseconds that the service asked to wait. */
  readonly after?: number | undefined
  /** Where the answer sends us, unchecked and not followed. */
  readonly location?: string | undefined
  /** What the answer tells of its cause; undefined where only status and reason are known. */
  readonly told?: ToldCause | undefined
  /** What it means to whoever asked, where `told` has no code of its own. */
  readonly code?: ErrorCode | undefined
  /** Whether another try may end otherwise, where `told` does not say. The status says it where this is left out. */
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

  /** Whether the service said no, as opposed to failing. */
  get refused(): boolean {
    return this.status !== undefined && this.status >= 400 && this.status < 500 && !this.passes
  }

  /** The failure in one word, where there is one. */
  get word(): string {
    return this.reason ?? this.message
  }

  /** The same failure with more that is known of it. */
  with(facts: FailureFacts): RequestFailure {
    return new RequestFailure({ ...this.#facts, ...facts })
  }
}

/** Whether `service` is asked again, where it was a request that failed. */
export const hintAfter =
  (service: string) =>
  (error: unknown): RetryHint =>
    error instanceof RequestFailure
      ? { retry: error.passes, after: error.after, why: `${service} answers ${error.message}` }
      : { retry: false }
