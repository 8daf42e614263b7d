// One retry policy for every service: 408, 429, 5xx and network errors only, with jitter and
// Retry-After, at most 30 s in all. The last error is thrown unchanged.
import type { Clock } from './ports.ts'

const TOTAL_MS = 30_000
const MAX_ATTEMPTS = 5
const FIRST_DELAY_MS = 200

export interface RetryHint {
  readonly retry: boolean
  /** Milliseconds that the service asked to wait, from Retry-After. */
  readonly after?: number | undefined
}

/** Whether an HTTP status may answer differently the next time. */
export const isTransientStatus = (status: number): boolean =>
  status === 408 || status === 429 || (status >= 500 && status <= 599)

/** Milliseconds from a Retry-After header in seconds or as an HTTP date; undefined where it is neither. */
export function retryAfter(header: string | null | undefined, clock: Clock): number | undefined {
  if (header === null || header === undefined || header === '') return undefined
  if (/^\d{1,6}$/.test(header)) return Number(header) * 1000
  // Date.parse alone takes almost anything for a date.
  const date = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} [\d:]{8} GMT$/.test(header)
    ? Date.parse(header)
    : Number.NaN
  return Number.isNaN(date) ? undefined : Math.max(0, date - clock.now())
}

/**
 * Runs `attempt` until it succeeds, `classify` says that another try is pointless, or the time is up.
 * `attempt` gets the milliseconds left, to bound its own request.
 */
export async function withRetry<T>(
  attempt: (budget: number) => Promise<T>,
  classify: (error: unknown) => RetryHint,
  clock: Clock,
): Promise<T> {
  const deadline = clock.now() + TOTAL_MS
  for (let count = 1; ; count += 1) {
    try {
      return await attempt(Math.max(1, deadline - clock.now()))
    } catch (error) {
      const hint = classify(error)
      const backoff = FIRST_DELAY_MS * 2 ** (count - 1) * (0.5 + Math.random())
      const delay = Math.max(backoff, hint.after ?? 0)
      if (!hint.retry || count >= MAX_ATTEMPTS || clock.now() + delay >= deadline) throw error
      await clock.sleep(delay)
    }
  }
}
