// Causes that a service tells in a word or in a text, and what mends them. Tables of them belong to the vendors.
import { isSkewed, timeProblem } from './clock-skew.ts'
import type { ErrorCode } from '@open-claw/core'

/** One cause. */
export interface KnownCause {
  /**
   * Tested against the reason code, a line break, and the text of the service. The text may quote a token,
   * so nothing of it is shown but the group `where`, which is to match harmless characters alone.
   */
  readonly pattern: RegExp
  /** A clause after "the service answers X:". */
  readonly what: string
  /** One sentence; left out where it is to grant what the call needs. */
  readonly remedy?: string
  /** Where the code that the status stands for does not fit. */
  readonly code?: ErrorCode
  /** Whether it passes by itself, where the status does not say it right. */
  readonly retry?: boolean
  /** A time is refused: the clock is measured and told. */
  readonly clock?: boolean
}

/** A cause as it is told of one answer. */
export interface ToldCause {
  readonly what: string
  readonly remedy: string | undefined
  readonly code: ErrorCode | undefined
  readonly retry: boolean | undefined
}

/** What an answer says. */
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
  // A time that is refused while clocks agree: the token or the request is old for another reason.
  if (clock !== true || (skew !== undefined && !isSkewed(skew)))
    return { what: where === undefined ? what : `${what} (${where})`, remedy, code, retry }
  return {
    what: `${what}; ${timeProblem(skew)}`,
    remedy: 'Set the clock of the runner by NTP, and run again.',
    code: 'CLOCK_SKEWED',
    retry,
  }
}

/** The first cause of `causes` that the answer names; undefined where none does. */
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
