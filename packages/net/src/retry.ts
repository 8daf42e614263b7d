// The one retry policy for every service. It retries 408, 429, 5xx, network errors and answers that are known to
// pass, with jitter, for 30 s in all; for 90 s where the service says how long to wait, as quotas by the minute
// do. It throws the error of an attempt, unchanged.
import { httpDate } from './http-date.ts'
import { HTTP_STATUS } from './http-status.ts'
import type { Clock } from '@open-claw/core'

const TOTAL_MS = 30_000
const TOTAL_WHEN_ASKED_MS = 90_000
/** The time of one attempt, which leaves room for others within the 30 s. */
const ATTEMPT_MS = 10_000
/** The seven waits between them take 10 to 21 s, so a service that answers at once gets this many. */
const MAX_ATTEMPTS = 8
const FIRST_DELAY_MS = 200
const LONGEST_DELAY_MS = 8000
/** How far a timer and a clock may differ. */
const TIMER_MS = 100

export interface RetryHint {
  readonly retry: boolean
  /** Milliseconds that the service asked to wait, from Retry-After or google.rpc.RetryInfo. */
  readonly after?: number | undefined
  /** The answer in words, printable: `Cloud KMS answers RESOURCE_EXHAUSTED`. */
  readonly why?: string | undefined
}

/** Whether an HTTP status may answer differently the next time. */
export const isTransientStatus = (status: number): boolean =>
  status === HTTP_STATUS.requestTimeout ||
  status === HTTP_STATUS.tooManyRequests ||
  (status >= 500 && status <= 599)

/** Milliseconds from a Retry-After header in seconds or as an HTTP date; undefined where it is neither. */
export function retryAfter(header: string | null | undefined, clock: Clock): number | undefined {
  if (header === null || header === undefined || header === '') return undefined
  if (/^\d{1,6}$/.test(header)) return Number(header) * 1000
  const date = httpDate(header)
  return date === undefined ? undefined : Math.max(0, date - clock.now())
}

/** The wait after `count` attempts: longer each time, up to a limit. Jitter separates jobs that failed together. */
const backoff = (count: number): number =>
  Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (count - 1)) * (0.5 + Math.random() / 2)

/** The time that all attempts have together. */
class Budget {
  readonly #clock: Clock
  readonly #start: number
  readonly #attemptMs: number
  #total = TOTAL_MS

  constructor(clock: Clock, attemptMs: number = ATTEMPT_MS) {
    this.#clock = clock
    this.#attemptMs = attemptMs
    this.#start = clock.now()
  }

  /** Milliseconds. A clock that is set back makes no wait longer. */
  left(): number {
    return this.#total - Math.max(0, this.#clock.now() - this.#start)
  }

  /** The share of the next attempt. */
  forAttempt(): number {
    return Math.max(1, Math.min(this.left(), this.#attemptMs))
  }

  /** Extends the time where the service asked to wait, for `after` milliseconds. */
  extendFor(after: number): void {
    if (after > 0) this.#total = TOTAL_WHEN_ASKED_MS
  }
}

/**
 * Runs `attempt` until it succeeds, `classify` says that another try is pointless, or the time is up.
 * `attempt` gets the milliseconds that it has: `attemptMs`, or what is left of the time of all.
 */
export async function withRetry<T>(
  attempt: (timeout: number) => Promise<T>,
  classify: (error: unknown) => RetryHint,
  clock: Clock,
  attemptMs?: number,
): Promise<T> {
  const budget = new Budget(clock, attemptMs)
  const failures: unknown[] = []
  for (let count = 1; ; count += 1) {
    try {
      return await attempt(budget.forAttempt())
    } catch (error) {
      const { retry, after = 0, why = 'a service did not answer' } = classify(error)
      if (!retry) throw error
      // An attempt that the end of the time cuts short tells nothing: an earlier answer tells the cause.
      if (budget.left() > TIMER_MS || count === 1) failures.push(error)
      budget.extendFor(after)
      const delay = Math.max(backoff(count), after)
      if (count >= MAX_ATTEMPTS || delay >= budget.left()) throw failures.at(-1)
      await clock.sleep(delay, why)
    }
  }
}
