// Causes of failures that a service states in a word or a text, and their remedies. Each vendor has its own table.
import { isSkewed, timeProblem } from './clock-skew.ts'
import type { ErrorCode } from '@open-claw/core'

/** One cause. */
export interface KnownCause {
  /**
   * Tested against the reason code, a line break, and the text of the service. The text may quote a token, so
   * only the group `where` is shown of it, which must match harmless characters alone.
   */
  readonly pattern: RegExp
  /** A clause after "the service answers X:". */
  readonly what: string
  /** One sentence. Left out where the remedy is to grant what the call needs. */
  readonly remedy?: string
  /** Replaces the code for the status where that does not fit. */
  readonly code?: ErrorCode
  /** Whether it passes by itself, where the status says otherwise. */
  readonly retry?: boolean
  /** The service refused a time, so the clocks are compared. */
  readonly clock?: boolean
}

/** A cause in the words for one answer. */
export interface ToldCause {
  readonly what: string
  readonly remedy: string | undefined
  readonly code: ErrorCode | undefined
  readonly retry: boolean | undefined
}

/** The answer of a service. */
export interface Answered {
  /** The reason code of the service, or several between spaces. */
  readonly reason?: string | undefined
  readonly text?: string | undefined
  /** As clockSkew gives it. */
  readonly skew?: number | undefined
}

function told(
  { what, remedy, code, retry, clock }: KnownCause,
  where: string | undefined,
  skew?: number,
): ToldCause {
  // Where the clocks agree, the token or the request is old for another reason.
  if (clock !== true || (skew !== undefined && !isSkewed(skew)))
    return { what: where === undefined ? what : `${what} (${where})`, remedy, code, retry }
  return {
    what: `${what}; ${timeProblem(skew)}`,
    remedy: 'Set the clock of the runner by NTP, and run again.',
    code: 'CLOCK_SKEWED',
    retry,
  }
}

/** Returns the first cause that the answer names, if any. */
export function knownCause(
  causes: readonly KnownCause[],
  { reason = '', text = '', skew }: Answered,
): ToldCause | undefined {
  const answer = `${reason}\n${text.replaceAll(/\s+/g, ' ')}`
  for (const cause of causes) {
    const found = cause.pattern.exec(answer)
    if (found !== null) return told(cause, found.groups?.['where'], skew)
  }
  return undefined
}
