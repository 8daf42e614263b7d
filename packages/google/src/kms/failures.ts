// Reads the failures that Cloud KMS answers.
import { ask, knownCause, RequestFailure } from '@open-claw/net'
import type { Call } from '../client.ts'
import { rpcStatus } from '../status.ts'
import type { Clock, ErrorCode, KeyPermission } from '@open-claw/core'
import { KMS_CAUSES } from './causes.ts'
import type { KmsCaller, KmsClient } from './client.ts'

interface CodeFact {
  readonly name: string
  readonly code: ErrorCode
  readonly retry: boolean
}

/** google.rpc.Code. Any other code is a failure that a retry does not mend. */
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

function classify(error: unknown): RequestFailure {
  const { code: number, reason, text, after } = rpcStatus(error)
  const fact = number === undefined ? undefined : RPC_CODES.get(number)
  const { name, code, retry } = fact ?? { name: `status ${number ?? 'none'}`, ...UNKNOWN }
  return new RequestFailure({
    reason: reason === undefined ? name : `${name} (${reason})`,
    code,
    passes: retry,
    after,
    details: text,
    told: knownCause(KMS_CAUSES, { reason, text }),
  })
}

/** Calls `ask` with Google's client. Throws KEY_NOT_FOUND, KEY_FORBIDDEN (naming `permission`), KEY_UNUSABLE, SIGNATURE_CORRUPT or KMS_FAILED. */
export function askGoogle<A, R>(
  caller: KmsCaller,
  about: { readonly resource: string; readonly permission: KeyPermission; readonly clock: Clock },
  call: Call<KmsClient, A>,
  read: (answer: A) => R,
): Promise<R> {
  return ask({ ...about, service: 'Cloud KMS', classify }, (timeout) => caller(call, timeout), read)
}
