// Reads the failures that Cloud KMS answers.
import { ask, knownCause, RequestFailure } from '@open-claw/net'
import type { Call } from '../client.ts'
import { RPC_CODE, rpcName, rpcStatus } from '../status.ts'
import type { Clock, ErrorCode, KeyPermission } from '@open-claw/core'
import { KMS_CAUSES } from './causes.ts'
import type { KmsCaller, KmsClient } from './client.ts'

interface CodeFact {
  readonly code: ErrorCode
  readonly retry: boolean
}

/** By google.rpc.Code. Any other code is a failure that a retry does not mend. */
const RPC_FACTS: ReadonlyMap<number | undefined, CodeFact> = new Map<number | undefined, CodeFact>([
  [RPC_CODE.INVALID_ARGUMENT, { code: 'KEY_UNUSABLE', retry: false }],
  [RPC_CODE.DEADLINE_EXCEEDED, { code: 'KMS_FAILED', retry: true }],
  [RPC_CODE.NOT_FOUND, { code: 'KEY_NOT_FOUND', retry: false }],
  [RPC_CODE.PERMISSION_DENIED, { code: 'KEY_FORBIDDEN', retry: false }],
  [RPC_CODE.RESOURCE_EXHAUSTED, { code: 'KMS_FAILED', retry: true }],
  [RPC_CODE.FAILED_PRECONDITION, { code: 'KEY_UNUSABLE', retry: false }],
  [RPC_CODE.INTERNAL, { code: 'KMS_FAILED', retry: true }],
  [RPC_CODE.UNAVAILABLE, { code: 'KMS_FAILED', retry: true }],
  [RPC_CODE.UNAUTHENTICATED, { code: 'KEY_FORBIDDEN', retry: false }],
])

const UNKNOWN = { code: 'KMS_FAILED', retry: false } as const

function classify(error: unknown): RequestFailure {
  const { code: number, reason, text, after } = rpcStatus(error)
  const { code, retry } = RPC_FACTS.get(number) ?? UNKNOWN
  const name = number === undefined ? 'status none' : rpcName(number)
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
