// One question to a key service, whichever it is: asked again where that can help, then one typed error.
import { causeOf, type Answered, type KnownCause, type ToldCause } from './known-cause.ts'
import { ClawError, printable, type Clock, type ErrorCode } from '@open-claw/core'
import { withRetry, type RetryHint } from './retry.ts'

/** One attempt; leaves room for others within the 30 s of all attempts. */
const ATTEMPT_MS = 10_000
/** Corruption that happens three times in a row is no accident on the way. */
const MAX_CORRUPT = 3

/** What a failure of a client means. */
export interface Failure {
  /** In the words of the service: `PERMISSION_DENIED`, `ThrottlingException`, `status 403`. Constant or checked to be a bare word. */
  readonly name: string
  readonly code: ErrorCode
  readonly retry: boolean
  /** Milliseconds that the service asked to wait. */
  readonly after?: number | undefined
  /** The text of the service, without what an answer could echo of the request. */
  readonly details?: string | undefined
  /** What the answer tells of its cause; undefined where only the name is known. */
  readonly cause?: ToldCause | undefined
}

/** Who is asked, about what, and how its failures are read. */
export interface Question {
  /** As the person who wrote the URI would name the service: `Cloud KMS`. */
  readonly service: string
  /** Name of the key or key version. */
  readonly resource: string
  /** What the identity has to be granted for this call. */
  readonly permission: string
  readonly clock: Clock
  /** What an error of the client means; never called with a ClawError. */
  readonly classify: (error: unknown) => Failure
}

const SECRET_LIKE = /Bearer \S+|\bya29\.\S+|\beyJ\S+|\bhv[sb]\.\S+|\b(?:AKIA|ASIA)\w+/gi

/** `failure`, as the first of `causes` that the answer names tells it. */
export function explained(failure: Failure, causes: readonly KnownCause[], answered: Answered): Failure {
  const cause = causeOf(causes, answered)
  if (cause === undefined) return failure
  return { ...failure, cause, code: cause.code ?? failure.code, retry: cause.retry ?? failure.retry }
}

/** A state of the key that an answer tells as a result, and that is a failure here. */
export class KeyState extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.name)
    this.name = 'KeyState'
    this.failure = failure
  }
}

/** A new error: the client's own carries the request, and the request holds credentials. */
function readable(failure: Failure, { service, resource, permission }: Question): ClawError {
  const { name, code, details, cause: known } = failure
  const what = known === undefined ? '' : `: ${known.what}`
  const remedy = code === 'KEY_FORBIDDEN' ? `Grant the identity of the job ${permission}.` : undefined
  const cause = new Error(
    `${name}: ${printable((details ?? 'no details').replace(SECRET_LIKE, '[redacted]'))}`,
  )
  return new ClawError(code, `${resource}: ${service} answers ${printable(name)}${what}.`, {
    cause,
    remedy: known?.remedy ?? remedy,
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
  const classify = (error: unknown): Failure =>
    error instanceof KeyState ? error.failure : question.classify(error)
  let corrupted = 0
  const hint = (error: unknown): RetryHint => {
    if (!(error instanceof ClawError)) {
      const { retry, after, name } = classify(error)
      return { retry, after, why: `${question.service} answers ${printable(name)}` }
    }
    if (error.code === 'SIGNATURE_CORRUPT') corrupted += 1
    return { retry: error.code === 'SIGNATURE_CORRUPT' && corrupted < MAX_CORRUPT }
  }
  try {
    return await withRetry(
      async (budget) => read(await call(Math.min(budget, ATTEMPT_MS))),
      hint,
      question.clock,
    )
  } catch (error) {
    throw error instanceof ClawError ? error : readable(classify(error), question)
  }
}
