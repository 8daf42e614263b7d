// Errors of failed token exchanges, and the tokens that exchanges give.
import { ClawError, printable, Token, type Mask } from '@open-claw/core'
import { RequestFailure } from './failure.ts'
import { tokenClaims } from './token-claims.ts'

function shownClaim(token: Token, name: 'sub' | 'iss'): string {
  const { [name]: claim } = tokenClaims(token)
  return typeof claim === 'string' ? printable(claim) : 'unknown'
}

/** The sub of our own token, for a person to compare with the trust condition. */
export const shownSubject = (token: Token): string => shownClaim(token, 'sub')

/** Its iss, which differs between GitHub instances. */
export const shownIssuer = (token: Token): string => shownClaim(token, 'iss')

/** The words for an exchange, beside the answer of the service. */
export interface Asked {
  /** `The login at Vault as role "release"` */
  readonly step: string
  /** A sentence on what the service was shown, for comparison. */
  readonly shown?: string
  /** What to do where the service names no known cause. */
  readonly remedy?: string
}

/** `status 400, invalid_grant: the cause` */
function answerClause({ status, reason, told }: RequestFailure): string {
  const words = [status === undefined ? 'no answer' : `status ${status}`, reason]
  const shown = words.filter((word) => word !== undefined).join(', ')
  return told === undefined ? `(${shown})` : `(${shown}): ${told.what}`
}

const refusal = (error: RequestFailure, { step, shown = '', remedy }: Asked): ClawError =>
  new ClawError(
    error.told?.code ?? 'CREDENTIALS_REFUSED',
    `${step} was refused ${answerClause(error)}. ${shown}`.trimEnd(),
    { remedy: error.told?.remedy ?? remedy },
  )

/** The error for a failed exchange: CREDENTIALS_REFUSED where the service said no, CREDENTIALS_FAILED where it failed, or the code of a known cause. */
export function exchangeError(error: unknown, asked: Asked): ClawError {
  const { step } = asked
  if (!(error instanceof RequestFailure))
    return new ClawError('CREDENTIALS_FAILED', `${step} failed: the answer is not JSON.`)
  if (error.refused) return refusal(error, asked)
  const { code = 'CREDENTIALS_FAILED', remedy } = error.told ?? {}
  return new ClawError(code, `${step} failed ${answerClause(error)}.`, { remedy })
}

/** Visible characters of ASCII, as a header takes them. No token in use has half of the length. */
const TOKEN = /^[\x21-\x7e]{1,16384}$/

/** The token in an answer, masked before anything else looks at it. Throws CREDENTIALS_FAILED where there is none. */
export function receivedToken(value: unknown, step: string, mask: Mask): Token {
  const token = typeof value === 'string' ? Token.receive(value, mask) : undefined
  if (token !== undefined && TOKEN.test(token.reveal())) return token
  throw new ClawError('CREDENTIALS_FAILED', `${step} gave no token.`)
}
