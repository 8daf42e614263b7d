// Compares the clock of this machine with that of a service, by the Date header of an answer (RFC 9110 §6.6.1).
import { httpDate } from './http-date.ts'
import type { Clock } from '@open-claw/core'

/** Up to this difference clocks agree: the header has whole seconds, and the answer may be slow. */
const AGREES_SECONDS = 30

/** Seconds by which our clock is ahead, negative where it is behind; undefined without a date. */
export function clockSkew(date: string | null | undefined, clock: Clock): number | undefined {
  const time = httpDate(date ?? '')
  return time === undefined ? undefined : Math.round((clock.now() - time) / 1000)
}

/** Whether a skew is large enough to be the cause of a refusal. */
export const isSkewed = (skew: number | undefined): boolean => Math.abs(skew ?? 0) > AGREES_SECONDS

/** The difference of the clocks, as a clause. */
export const timeProblem = (skew: number | undefined): string =>
  skew === undefined
    ? 'the clock of this machine may be wrong'
    : `the clock of this machine is ${Math.abs(skew)} s ${skew > 0 ? 'ahead of' : 'behind'} that of the service`
