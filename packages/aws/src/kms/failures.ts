// Reads the failures that AWS KMS answers.
import {
  HTTP_STATUS,
  clockSkew,
  CONNECTION_CAUSES,
  retryAfter,
  ask,
  knownCause,
  RequestFailure,
  type FailureFacts,
} from '@open-claw/net'
import { systemCode, isJsonObject, type Clock, type ErrorCode, type KeyPermission } from '@open-claw/core'
import { KMS_CAUSES } from './causes.ts'
import type { Call, Caller } from './client.ts'

interface NameFact {
  readonly code: ErrorCode
  readonly retry: boolean
  /** Whether the message may be shown. */
  readonly shown: boolean
}

const final = (code: ErrorCode): NameFact => ({ code, retry: false, shown: true })
const passing: NameFact = { code: 'KMS_FAILED', retry: true, shown: true }
/** A refused request signature: AWS quotes the canonical request in its message, session token included. */
const unsigned: NameFact = { code: 'KEY_FORBIDDEN', retry: false, shown: false }

/** Facts by the name of the exception. The status says little: AWS throttles with 400. */
const NAMES: ReadonlyMap<string, NameFact> = new Map([
  ['NotFoundException', final('KEY_NOT_FOUND')],
  ['InvalidArnException', final('KEY_NOT_FOUND')],
  ['AccessDeniedException', final('KEY_FORBIDDEN')],
  ['OptInRequired', final('KEY_FORBIDDEN')],
  ['SubscriptionRequiredException', final('KEY_FORBIDDEN')],
  ['UnrecognizedClientException', unsigned],
  ['InvalidClientTokenId', unsigned],
  ['ExpiredTokenException', unsigned],
  ['RequestExpired', unsigned],
  ['RequestTimeTooSkewed', unsigned],
  ['MissingAuthenticationTokenException', unsigned],
  ['IncompleteSignatureException', unsigned],
  ['InvalidSignatureException', unsigned],
  ['SignatureDoesNotMatch', unsigned],
  ['DisabledException', final('KEY_UNUSABLE')],
  ['KMSInvalidStateException', final('KEY_UNUSABLE')],
  ['InvalidKeyUsageException', final('KEY_UNUSABLE')],
  ['UnsupportedOperationException', final('KEY_UNUSABLE')],
  ['ValidationException', final('KEY_UNUSABLE')],
  ['KeyUnavailableException', passing],
  ['DependencyTimeoutException', passing],
  ['KMSInternalException', passing],
  ['ServiceUnavailableException', passing],
  ['ThrottlingException', passing],
  ['TooManyRequestsException', passing],
  ['LimitExceededException', passing],
])

interface Answered {
  readonly status: number | undefined
  readonly retryAfter: string | undefined
  readonly date: string | undefined
}

/** AWS accepts five minutes; the client corrects anything over four. */
const REFUSED_SKEW_SECONDS = 240

/** Reads what the client keeps of the answer beside the error itself. */
function answeredWith(error: unknown): Answered {
  const response = isJsonObject(error) ? error['$response'] : undefined
  if (!isJsonObject(response)) return { status: undefined, retryAfter: undefined, date: undefined }
  const { statusCode, headers } = response
  const header = (name: string): string | undefined => {
    const value = isJsonObject(headers) ? headers[name] : undefined
    return typeof value === 'string' ? value : undefined
  }
  return {
    status: typeof statusCode === 'number' ? statusCode : undefined,
    retryAfter: header('retry-after'),
    date: header('date'),
  }
}

const isCut = (status: number): boolean => status >= 200 && status < 300

function withoutAnswer(error: unknown): RequestFailure {
  const reason = systemCode(error)
  return new RequestFailure({ reason, code: 'KMS_FAILED', told: knownCause(CONNECTION_CAUSES, { reason }) })
}

/** Returns the facts of an answer without a known name: unreadable, or only a status. */
function byStatus(status: number): FailureFacts {
  if (isCut(status)) return { reason: 'an answer that cannot be read', code: 'KMS_FAILED', passes: true }
  return {
    code:
      status === HTTP_STATUS.unauthorized || status === HTTP_STATUS.forbidden
        ? 'KEY_FORBIDDEN'
        : 'KMS_FAILED',
  }
}

/** Returns the reader of errors. They carry the answer and sometimes the request: only name, status and message are taken. */
const classifyAt =
  (clock: Clock) =>
  (error: unknown): RequestFailure => {
    const { status, retryAfter: wait, date } = answeredWith(error)
    if (status === undefined) return withoutAnswer(error)
    const after = retryAfter(wait, clock)
    const fact = error instanceof Error ? NAMES.get(error.name) : undefined
    if (fact === undefined || !(error instanceof Error))
      return new RequestFailure({ status, after, ...byStatus(status) })
    const { code, retry, shown } = fact
    const skew = clockSkew(date, clock)
    // If clocks differ, a service that only says that a signature does not match also means the time.
    const reason =
      !shown && Math.abs(skew ?? 0) > REFUSED_SKEW_SECONDS ? `RequestExpired ${error.name}` : error.name
    return new RequestFailure({
      status,
      reason: error.name,
      code,
      passes: retry,
      after,
      details: shown ? error.message : undefined,
      told: knownCause(KMS_CAUSES, { reason, text: error.message, skew }),
    })
  }

/** The subject of a call. */
export interface AwsQuestion {
  /** ARN of the key, or its name in the URI. */
  readonly resource: string
  readonly permission: KeyPermission
  readonly clock: Clock
}

/** Calls `ask` with the AWS client. Throws KEY_NOT_FOUND, KEY_FORBIDDEN (naming `permission`), KEY_UNUSABLE, SIGNATURE_CORRUPT or KMS_FAILED. */
export function askAws<A, R>(
  caller: Caller,
  about: AwsQuestion,
  call: Call<A>,
  read: (answer: A) => R,
): Promise<R> {
  const question = { ...about, service: 'AWS KMS', classify: classifyAt(about.clock) }
  return ask(question, (timeout) => caller(call, timeout), read)
}
