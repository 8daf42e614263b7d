// What Secret Manager answers instead of a secret.
import { knownCause, type KnownCause, type RetryHint } from '@open-claw/net'
import { ClawError, type ErrorCode } from '@open-claw/core'
import { GOOGLE_CAUSES } from '../causes.ts'
import { rpcStatus } from '../status.ts'

interface CodeFact {
  readonly name: string
  readonly code: ErrorCode
  readonly retry: boolean
  /** What to do where the answer names no cause and the remedy of the code says less. */
  readonly remedy?: string | undefined
}

const failed = (name: string, retry: boolean): CodeFact => ({ name, code: 'SECRET_FAILED', retry })

/** google.rpc.Code. What is not here failed for a reason that trying again does not mend. */
const RPC_CODES: ReadonlyMap<number, CodeFact> = new Map<number, CodeFact>([
  [3, { name: 'INVALID_ARGUMENT', code: 'SECRET_REFERENCE_INVALID', retry: false }],
  [4, failed('DEADLINE_EXCEEDED', true)],
  [
    5,
    {
      name: 'NOT_FOUND',
      code: 'SECRET_NOT_FOUND',
      retry: false,
      remedy: 'Check project, secret and version, or add a version to the secret.',
    },
  ],
  [
    7,
    {
      name: 'PERMISSION_DENIED',
      code: 'SECRET_FORBIDDEN',
      retry: false,
      remedy: 'Grant secretmanager.versions.access on this secret to the identity of the job.',
    },
  ],
  [8, failed('RESOURCE_EXHAUSTED', true)],
  [
    9,
    {
      name: 'FAILED_PRECONDITION',
      code: 'SECRET_UNUSABLE',
      retry: false,
      remedy: 'Name an enabled version, or enable this one.',
    },
  ],
  [13, failed('INTERNAL', true)],
  [14, failed('UNAVAILABLE', true)],
  [15, { name: 'DATA_LOSS', code: 'SECRET_CORRUPT', retry: false, remedy: 'Store the secret again.' }],
  [
    16,
    {
      name: 'UNAUTHENTICATED',
      code: 'SECRET_FORBIDDEN',
      retry: false,
      remedy: 'Check the workload identity provider and the service account.',
    },
  ],
])

/** States of a version, which the service tells in its text alone. */
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

/** An answer of the service that is no value. */
interface Refusal extends CodeFact {
  /** A clause for a person; empty where the answer names no cause. */
  readonly what: string
  readonly after: number | undefined
}

const codeFact = (code: number | undefined): CodeFact => {
  if (code === undefined) return failed('no status', false)
  return RPC_CODES.get(code) ?? failed(`status ${code}`, false)
}

/** The text of the service is compared, and not shown. */
function refusalIn(error: unknown): Refusal {
  const { code, reason, text, after } = rpcStatus(error)
  const fact = codeFact(code)
  const name = reason === undefined ? fact.name : `${fact.name} (${reason})`
  const cause = knownCause(SECRET_CAUSES, { reason, text })
  if (cause === undefined) return { ...fact, name, what: '', after }
  return {
    name,
    code: cause.code ?? fact.code,
    retry: cause.retry ?? fact.retry,
    remedy: cause.remedy ?? fact.remedy,
    what: `: ${cause.what}`,
    after,
  }
}

/** An answer that fails a check. */
export const corrupt = (resource: string, problem: string): ClawError =>
  new ClawError('SECRET_CORRUPT', `${resource}: ${problem}, and the value is not used.`)

/** Whether to ask again after `error`. A corrupted answer is like a failed one: most corruption is on the way. */
export function retryHint(error: unknown): RetryHint {
  if (error instanceof ClawError) return { retry: error.code === 'SECRET_CORRUPT', why: error.message }
  const { retry, name, after } = refusalIn(error)
  return { retry, after, why: `Secret Manager answers ${name}` }
}

/** A new error: the client's own carries the request, and the request holds credentials. */
export function readable(error: unknown, resource: string): ClawError {
  if (error instanceof ClawError) return error
  const { name, code, what, remedy } = refusalIn(error)
  return new ClawError(code, `${resource}: Secret Manager answers ${name}${what}.`, { remedy })
}
