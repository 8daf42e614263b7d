// What Vault answers instead of a result.
import {
  CONNECTION_CAUSES,
  HttpFailure,
  isTransientStatus,
  ask,
  explained,
  type Failure,
} from '@open-claw/net'
import { standbyOf } from '../causes.ts'
import type { ErrorCode } from '@open-claw/core'
import { TRANSIT_CAUSES } from './causes.ts'
import { VaultRefusal, type Caller, type TransitCall } from './client.ts'

type Fact = Pick<Failure, 'code' | 'retry'>

const final = (code: ErrorCode): Fact => ({ code, retry: false })
const passing: Fact = { code: 'KMS_FAILED', retry: true }

const STATUSES: ReadonlyMap<number, Fact> = new Map([
  // No JSON: a page of a proxy, or an answer that was cut off.
  [200, passing],
  [400, final('KEY_UNUSABLE')],
  [403, final('KEY_FORBIDDEN')],
  [404, final('KEY_NOT_FOUND')],
  // A standby that has not caught up with the state that the request needs.
  [412, passing],
])

const factOf = ({ status }: VaultRefusal): Fact =>
  STATUSES.get(status) ?? { code: 'KMS_FAILED', retry: isTransientStatus(status) }

function classify(error: unknown): Failure {
  if (error instanceof HttpFailure) {
    const { reason, transient: retry } = error
    const failure = { name: reason, code: 'KMS_FAILED', retry, details: 'no answer' } as const
    return explained(failure, CONNECTION_CAUSES, { reason })
  }
  if (!(error instanceof VaultRefusal)) return { name: 'no answer', ...final('KMS_FAILED') }
  const name = error.status === 200 ? 'no JSON' : `status ${error.status}`
  // Vault lists errors over several lines.
  const details = error.texts.join('; ').replaceAll(/\s+/g, ' ')
  const failure = { name, ...factOf(error), after: error.after, details }
  return explained(failure, TRANSIT_CAUSES, {
    reason: standbyOf(error.status, error.location),
    text: details,
  })
}

/** What is asked about which key version. */
export interface About {
  /** A key URI. */
  readonly resource: string
  /** As Vault's policies name it: `read`, `update`. */
  readonly capability: 'read' | 'update'
}

/** `ask` with a call of Vault. Throws KEY_NOT_FOUND, KEY_FORBIDDEN (naming the capability and the path), KEY_UNUSABLE, KEY_MESSAGE_TOO_LARGE, SIGNATURE_CORRUPT or KMS_FAILED. */
export function askVault<R>(
  caller: Caller,
  { resource, capability }: About,
  call: TransitCall,
  read: (answer: unknown) => R,
): Promise<R> {
  const permission = `${capability} on ${caller.pathOf(call.path)}`
  return ask(
    { resource, permission, service: 'Vault', clock: caller.clock, classify },
    (timeout) => caller.call(call, timeout),
    read,
  )
}
