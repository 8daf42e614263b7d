// What Cloud KMS answers instead of a result.
import { ask, causeOf, RequestFailure } from '@open-claw/net'
import { googleRetryDelay } from '../causes.ts'
import { googleReasons } from '../reasons.ts'
import type { Clock, ErrorCode } from '@open-claw/core'
import { KMS_CAUSES } from './causes.ts'
import type { Call, Caller } from './client.ts'

interface CodeFact {
  readonly name: string
  readonly code: ErrorCode
  readonly retry: boolean
}

/** google.rpc.Code. What is not here failed for a reason that trying again does not mend. */
const RPC_CODES: ReadonlyMap<number, CodeFact> = new Map([
  [3, { name: 'INVALID_ARGUMENT', code: 'KEY_UNUSABLE', retry: false }],
  [4, { name: 'DEADLINE_EXCEEDED', code: 'KMS_FAILED', retry: true }],
  [5, { name: 'NOT_FOUND', code: 'KEY_NOT_FOUND', retry: false }],
  [7, { name: 'PERMISSION_DENIED', code: 'KEY_FORBIDDEN', retry: false }],
  [8, { name: 'RESOURCE_EXHAUSTED', code: 'KMS_FAILED', retry: true }],
  [9, { name: 'FAILED_PRECONDITION', code: 'KEY_UNUSABLE', retry: false }],
  [13, { name: 'INTERNAL', code: 'KMS_FAILED', retry: true }],
  [14, { name: 'UNAVAILABLE', code: 'KMS_FAILED', retry: true }],
  [16, { name: 'UNAUTHENTICATED', code: 'KEY_FORBIDDEN', retry: false }],
])

const UNKNOWN = { code: 'KMS_FAILED', retry: false } as const

/** The google.rpc.Code of an error of the client. */
export function rpcCode(error: unknown): number | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'number' ? error.code : undefined
}

/** The client's own error carries metadata, which holds the headers of the request: only its details are taken. */
function classify(error: unknown): RequestFailure {
  const number = rpcCode(error)
  const fact = number === undefined ? undefined : RPC_CODES.get(number)
  const details = error instanceof Error && 'details' in error ? String(error.details) : undefined
  const { name, code, retry } = fact ?? { name: `status ${number ?? 'none'}`, ...UNKNOWN }
  const reason =
    error instanceof Error && 'statusDetails' in error ? googleReasons(error.statusDetails) : undefined
  return new RequestFailure({
    reason: reason === undefined ? name : `${name} (${reason})`,
    code,
    passes: retry,
    after: googleRetryDelay(error),
    details,
    told: causeOf(KMS_CAUSES, { reason, text: details }),
  })
}

/** `ask` with a call on the client of Google. Throws KEY_NOT_FOUND, KEY_FORBIDDEN (naming `permission`), KEY_UNUSABLE, SIGNATURE_CORRUPT or KMS_FAILED. */
export function askGoogle<A, R>(
  caller: Caller,
  about: { readonly resource: string; readonly permission: string; readonly clock: Clock },
  call: Call<A>,
  read: (answer: A) => R,
): Promise<R> {
  return ask({ ...about, service: 'Cloud KMS', classify }, (timeout) => caller(call, timeout), read)
}
