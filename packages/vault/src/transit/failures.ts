// Reads the failures that Vault answers.
import {
  HTTP_STATUS,
  ask,
  knownCause,
  isTransientStatus,
  RequestFailure,
  type FailureFacts,
} from '@open-claw/net'
import { standbyReason } from '../causes.ts'
import type { ErrorCode } from '@open-claw/core'
import { TRANSIT_CAUSES } from './causes.ts'
import { vaultPermission, type Capability } from '../permissions.ts'
import type { Caller, TransitCall } from './client.ts'

type Fact = Pick<FailureFacts, 'code' | 'passes'>

const final = (code: ErrorCode): Fact => ({ code, passes: false })
const passing: Fact = { code: 'KMS_FAILED', passes: true }

const STATUSES: ReadonlyMap<number, Fact> = new Map([
  // No JSON: a page of a proxy, or a truncated answer.
  [HTTP_STATUS.ok, passing],
  [HTTP_STATUS.badRequest, final('KEY_UNUSABLE')],
  [HTTP_STATUS.forbidden, final('KEY_FORBIDDEN')],
  [HTTP_STATUS.notFound, final('KEY_NOT_FOUND')],
  // A standby that has not caught up with the state that the request needs.
  [HTTP_STATUS.preconditionFailed, passing],
])

const statusFact = (status: number): Fact =>
  STATUSES.get(status) ?? { code: 'KMS_FAILED', passes: isTransientStatus(status) }

function classify(error: unknown): RequestFailure {
  if (!(error instanceof RequestFailure))
    return new RequestFailure({ reason: 'no answer', ...final('KMS_FAILED') })
  const { status, details = '', location } = error
  if (status === undefined) return error.with({ code: 'KMS_FAILED', details: 'no answer' })
  const told = knownCause(TRANSIT_CAUSES, { reason: standbyReason(status, location), text: details })
  return error.with({ ...statusFact(status), details, told })
}

/** The capability that a call needs, and on which key. */
export interface About {
  /** A key URI. */
  readonly resource: string
  /** As Vault's policies name it: `read`, `update`. */
  readonly capability: Capability
}

/** Calls `ask` with Vault. Throws KEY_NOT_FOUND, KEY_FORBIDDEN (naming the capability and the path), KEY_UNUSABLE, KEY_MESSAGE_TOO_LARGE, SIGNATURE_CORRUPT or KMS_FAILED. */
export function askVault<R>(
  caller: Caller,
  { resource, capability }: About,
  call: TransitCall,
  read: (answer: unknown) => R,
): Promise<R> {
  const permission = vaultPermission(capability, caller.policyPath(call.path))
  return ask(
    { resource, permission, service: 'Vault', clock: caller.clock, classify },
    (timeout) => caller.call(call, timeout),
    read,
  )
}
