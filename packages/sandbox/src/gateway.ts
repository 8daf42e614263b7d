// The entrance to every service, over any transport: counts, fails on demand, then does the work.
import { setTimeout as sleep } from 'node:timers/promises'

import type { Ledger } from './ledger.ts'
import type { FaultKind, Service } from './services.ts'
import { StatusError, type Status } from './status.ts'

/** An answer in the shape that protobuf.js serialises; see json-mapping.ts for its HTTP form. */
export type Answer = Readonly<Record<string, unknown>>

/** An answer over HTTP that is not JSON, or has a status or headers of its own. */
export class RawAnswer {
  readonly [name: string]: unknown
  readonly body: Uint8Array | string
  readonly contentType: string
  readonly status: number
  readonly headers: Readonly<Record<string, string>>

  constructor(
    body: Uint8Array | string,
    form: {
      readonly contentType: string
      readonly status?: number
      readonly headers?: Readonly<Record<string, string>>
    },
  ) {
    this.body = body
    this.contentType = form.contentType
    this.status = form.status ?? 200
    this.headers = form.headers ?? {}
  }
}

/** What an operation gets beside the request. */
export interface CallContext {
  /** The Authorization header or metadata as received. */
  readonly authorization: string | undefined
  /** A fault that the operation itself must commit. */
  readonly fault: FaultKind | undefined
}

/** Answers a request, which comes from outside and is unchecked. Throws StatusError. */
export type Operation = (request: unknown, context: CallContext) => Answer | Promise<Answer>

/** One call of one method, stripped of its transport. */
export interface Call {
  readonly service: Service
  readonly method: string
  readonly operation: Operation
  readonly request: unknown
  readonly authorization: string | undefined
}

/** How a call ends; each transport has its own form of it. */
export type Outcome =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | {
      readonly kind: 'status'
      readonly status: Status
      readonly message: string
      readonly retryAfter?: number | undefined
    }
  | { readonly kind: 'hang' | 'reset' | 'malformed' | 'slow-body' }

/** Never rejects. */
export type Gateway = (call: Call) => Promise<Outcome>

const STATUS_FAULTS: Partial<Record<FaultKind, { readonly status: Status; readonly message: string }>> = {
  429: { status: 'RESOURCE_EXHAUSTED', message: 'Quota exceeded (requested fault).' },
  500: { status: 'INTERNAL', message: 'Internal error (requested fault).' },
  503: { status: 'UNAVAILABLE', message: 'The service is currently unavailable (requested fault).' },
  forbidden: { status: 'PERMISSION_DENIED', message: 'Permission denied (requested fault).' },
}

const isBroken = (kind: FaultKind): kind is 'hang' | 'reset' | 'malformed' | 'slow-body' =>
  ['hang', 'reset', 'malformed', 'slow-body'].includes(kind)

const DEFAULT_DELAY_MS = 1000

async function perform(call: Call, fault: FaultKind | undefined): Promise<Outcome> {
  try {
    const answer = await call.operation(call.request, { authorization: call.authorization, fault })
    return { kind: 'answer', answer }
  } catch (error) {
    if (error instanceof StatusError) return { kind: 'status', status: error.status, message: error.message }
    // Anything else is a bug of the sandbox, reported on stderr and not on the wire.
    process.stderr.write(`sandbox: ${call.service}.${call.method}: ${String(error)}\n`)
    return { kind: 'status', status: 'INTERNAL', message: 'The sandbox failed.' }
  }
}

/** Creates a gateway that counts in `ledger` and commits its faults. */
export function createGateway(ledger: Ledger): Gateway {
  return async (call) => {
    const fault = ledger.enter(call.service, call.method)
    if (fault === undefined) return perform(call, undefined)
    const failure = STATUS_FAULTS[fault.kind]
    if (failure !== undefined) return { kind: 'status', ...failure, retryAfter: fault.retryAfter }
    if (isBroken(fault.kind)) return { kind: fault.kind }
    if (fault.kind === 'slow') await sleep(fault.delay ?? DEFAULT_DELAY_MS)
    return perform(call, fault.kind)
  }
}
