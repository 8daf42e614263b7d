// What is told of an exchange that failed, and what never is.
import { ClawError, isJsonObject, printable, type Mask } from '@open-claw/core'
import { ExchangeFailure } from './exchange.ts'

/** The sub of our own token, for the message that a person compares with the trust condition. */
export function subjectOf(token: string): string {
  try {
    const payload: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'))
    return isJsonObject(payload) && typeof payload['sub'] === 'string' ? printable(payload['sub']) : 'unknown'
  } catch {
    return 'unknown'
  }
}

/** CREDENTIALS_REFUSED with `advice` where the service said no, CREDENTIALS_FAILED where it failed. */
export function exchangeError(error: unknown, step: string, advice: string): ClawError {
  if (!(error instanceof ExchangeFailure))
    return new ClawError('CREDENTIALS_FAILED', `${step} failed: the answer is not JSON.`)
  const { status, reason } = error
  const why = `${status === undefined ? 'no answer' : `status ${status}`}${reason === undefined ? '' : `, ${reason}`}`
  return error.refused
    ? new ClawError('CREDENTIALS_REFUSED', `${step} was refused (${why}). ${advice}`)
    : new ClawError('CREDENTIALS_FAILED', `${step} failed (${why}).`)
}

/** A token out of an answer, masked before anything else looks at it. */
export function maskedToken(value: unknown, step: string, mask: Mask): string {
  if (typeof value === 'string' && value !== '') mask(value)
  if (typeof value !== 'string' || !/^[\x21-\x7e]{1,16384}$/.test(value))
    throw new ClawError('CREDENTIALS_FAILED', `${step} gave no token.`)
  return value
}
