// Reads the failures that Secret Manager answers.
import { knownCause, RequestFailure, type KnownCause, type RetryHint } from '@open-claw/net'
import { ClawError, type ErrorCode } from '@open-claw/core'
import { GOOGLE_CAUSES } from '../causes.ts'
import { RPC_CODE, rpcName, rpcStatus } from '../status.ts'

interface CodeFact {
  readonly code: ErrorCode
  readonly retry: boolean
  /** What to do if the answer names no cause; more precise than the remedy of the code. */
  readonly remedy?: string | undefined
}

const failed = (retry: boolean): CodeFact => ({ code: 'SECRET_FAILED', retry })

/** By google.rpc.Code. Any other code is a failure that a retry does not mend. */
const RPC_FACTS: ReadonlyMap<number | undefined, CodeFact> = new Map<number | undefined, CodeFact>([
  [RPC_CODE.INVALID_ARGUMENT, { code: 'SECRET_REFERENCE_INVALID', retry: false }],
  [RPC_CODE.DEADLINE_EXCEEDED, failed(true)],
  [
    RPC_CODE.NOT_FOUND,
    {
      code: 'SECRET_NOT_FOUND',
      retry: false,
      remedy: 'Check project, secret and version, or add a version to the secret.',
    },
  ],
  [
    RPC_CODE.PERMISSION_DENIED,
    {
      code: 'SECRET_FORBIDDEN',
      retry: false,
      remedy: 'Grant secretmanager.versions.access on this secret to the identity of the job.',
    },
  ],
  [RPC_CODE.RESOURCE_EXHAUSTED, failed(true)],
  [
    RPC_CODE.FAILED_PRECONDITION,
    {
      code: 'SECRET_UNUSABLE',
      retry: false,
      remedy: 'Name an enabled version, or enable this one.',
    },
  ],
  [RPC_CODE.INTERNAL, failed(true)],
  [RPC_CODE.UNAVAILABLE, failed(true)],
  [RPC_CODE.DATA_LOSS, { code: 'SECRET_CORRUPT', retry: false, remedy: 'Store the secret again.' }],
  [
    RPC_CODE.UNAUTHENTICATED,
    {
      code: 'SECRET_FORBIDDEN',
      retry: false,
      remedy: 'Check the workload identity provider and the service account.',
    },
  ],
])

/** States of a version, which only the text of the service names. */
const SECRET_CAUSES: readonly KnownCause[] = [
  {
    pattern: /\bis in DESTROYED state/,
    what: 'the version is destroyed; latest is the newest version even then',
    remedy: 'Name another version, or add one.',
  },
  {
    pattern: /\bis in DISABLED state/,
    what: 'the version is disabled; latest is the newest version even then',
    remedy: 'Enable it, or name another version.',
  },
  {
    pattern: /not found or has no versions/,
    what: 'there is no such secret, or it has no version',
    remedy: 'Check project and secret, or add a version to the secret.',
  },
  ...GOOGLE_CAUSES,
]

const codeFact = (code: number | undefined): CodeFact => RPC_FACTS.get(code) ?? failed(false)

/** Reads the failure in an error of the client. The service's text is matched and never shown. */
function serviceFailure(error: unknown): RequestFailure {
  const { code: number, reason, text, after } = rpcStatus(error)
  const { code, retry } = codeFact(number)
  const name = number === undefined ? 'no status' : rpcName(number)
  return new RequestFailure({
    reason: reason === undefined ? name : `${name} (${reason})`,
    code,
    passes: retry,
    after,
    told: knownCause(SECRET_CAUSES, { reason, text }),
  })
}

/** Describes an answer that fails a check. */
export const corrupt = (resource: string, problem: string): ClawError =>
  new ClawError('SECRET_CORRUPT', `${resource}: ${problem}, and the value is not used.`)

/** Says whether to try again after `error`. A corrupt answer is retried: most corruption happens in transit. */
export function retryHint(error: unknown): RetryHint {
  if (error instanceof ClawError) return { retry: error.code === 'SECRET_CORRUPT', why: error.message }
  const { passes, word, after } = serviceFailure(error)
  return { retry: passes, after, why: `Secret Manager answers ${word}` }
}

/** Makes a new error: the client's own carries the request, and the request holds credentials. */
export function secretError(error: unknown, resource: string): ClawError {
  if (error instanceof ClawError) return error
  const { word, code = 'SECRET_FAILED', told } = serviceFailure(error)
  const cause = told === undefined ? '' : `: ${told.what}`
  return new ClawError(told?.code ?? code, `${resource}: Secret Manager answers ${word}${cause}.`, {
    remedy: told?.remedy ?? codeFact(rpcStatus(error).code).remedy,
  })
}
