// Asks a key service, again where that can help, and gives one typed error where it does not.
import { ClawError, permissionText, printable, type Clock, type KeyPermission } from '@open-claw/core'
import { RequestFailure } from './failure.ts'
import { withRetry, type RetryHint } from './retry.ts'

/** Corruption three times in a row is no accident on the way. */
const MAX_CORRUPT = 3

/** A question to a service, and how to read its failures. */
export interface Question {
  /** The service in the words of the person who wrote the URI: `Cloud KMS`. */
  readonly service: string
  /** The name of the key or key version. */
  readonly resource: string
  /** The permission that this call needs. */
  readonly permission: KeyPermission
  readonly clock: Clock
  /** Reads an error of the client. Never called with a ClawError or with a failure that has a code. */
  readonly classify: (error: unknown) => RequestFailure
}

const SECRET_LIKE = /Bearer \S+|\bya29\.\S+|\beyJ\S+|\bhv[sb]\.\S+|\b(?:AKIA|ASIA)\w+/gi

/** Makes a new error: the client's own carries the request, which holds credentials. */
function readable(failure: RequestFailure, { service, resource, permission }: Question): ClawError {
  const { word, details, told } = failure
  const code = told?.code ?? failure.code ?? 'KMS_FAILED'
  const what = told === undefined ? '' : `: ${told.what}`
  const remedy =
    code === 'KEY_FORBIDDEN' ? `Grant the identity of the job ${permissionText(permission)}.` : undefined
  const cause = new Error(
    `${word}: ${printable((details ?? 'no details').replace(SECRET_LIKE, '[redacted]'))}`,
  )
  return new ClawError(code, `${resource}: ${service} answers ${printable(word)}${what}.`, {
    cause,
    remedy: told?.remedy ?? remedy,
  })
}

/** The error for an answer that fails its checksum or is about something else. It is asked for again: most corruption happens on the way. */
export const corrupt = (resource: string, problem: string): ClawError =>
  new ClawError('SIGNATURE_CORRUPT', `${resource}: ${problem}; nothing was published.`)

/**
 * Makes `call` and checks its answer with `read`, again where that can help. `call` gets its time in
 * milliseconds. Throws a ClawError: that of `classify`, SIGNATURE_CORRUPT, or what `read` throws.
 */
export async function ask<A, R>(
  question: Question,
  call: (timeout: number) => Promise<A>,
  read: (answer: A) => R | Promise<R>,
): Promise<R> {
  // A service answers the state of a key as a result; here it is thrown as a failure.
  const classify = (error: unknown): RequestFailure =>
    error instanceof RequestFailure && error.code !== undefined ? error : question.classify(error)
  let corrupted = 0
  const hint = (error: unknown): RetryHint => {
    if (!(error instanceof ClawError)) {
      const { passes, after, word } = classify(error)
      return { retry: passes, after, why: `${question.service} answers ${printable(word)}` }
    }
    if (error.code === 'SIGNATURE_CORRUPT') corrupted += 1
    return { retry: error.code === 'SIGNATURE_CORRUPT' && corrupted < MAX_CORRUPT }
  }
  try {
    return await withRetry(async (timeout) => read(await call(timeout)), hint, question.clock)
  } catch (error) {
    throw error instanceof ClawError ? error : readable(classify(error), question)
  }
}
