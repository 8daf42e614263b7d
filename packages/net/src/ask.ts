// One question to a key service, whichever it is: asked again where that can help, then one typed error.
import { ClawError, permissionText, printable, type Clock, type KeyPermission } from '@open-claw/core'
import { RequestFailure } from './failure.ts'
import { withRetry, type RetryHint } from './retry.ts'

/** Corruption that happens three times in a row is no accident on the way. */
const MAX_CORRUPT = 3

/** Who is asked, about what, and how its failures are read. */
export interface Question {
  /** As the person who wrote the URI would name the service: `Cloud KMS`. */
  readonly service: string
  /** Name of the key or key version. */
  readonly resource: string
  /** What the identity has to be granted for this call. */
  readonly permission: KeyPermission
  readonly clock: Clock
  /** What an error of the client means, with its code; called with neither a ClawError nor a failure that has one. */
  readonly classify: (error: unknown) => RequestFailure
}

const SECRET_LIKE = /Bearer \S+|\bya29\.\S+|\beyJ\S+|\bhv[sb]\.\S+|\b(?:AKIA|ASIA)\w+/gi

/** A new error: the client's own carries the request, and the request holds credentials. */
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

/** An answer that fails its checksum or is about something else. Asked for again: most corruption is on the way. */
export const corrupt = (resource: string, problem: string): ClawError =>
  new ClawError('SIGNATURE_CORRUPT', `${resource}: ${problem}; nothing was published.`)

/**
 * Makes `call` and checks its answer with `read`, again where that can help. `call` gets its time in
 * milliseconds. Throws a ClawError: what `classify` says, SIGNATURE_CORRUPT, or what `read` throws.
 */
export async function ask<A, R>(
  question: Question,
  call: (timeout: number) => Promise<A>,
  read: (answer: A) => R | Promise<R>,
): Promise<R> {
  // A state of the key is answered as a result, and is thrown as the failure that it is here.
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
