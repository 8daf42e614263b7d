// Requests to certificate authorities, timestamp authorities and logs, with limits. A failure shows its status
// only: a request may hold a token, and an answer may quote it.
import { jsonBody, request, type ReadFailure, type RequestBody, type RequestFailure } from '@open-claw/net'
import type { Clock } from '@open-claw/core'

const MAX_ANSWER_BYTES = 1024 * 1024
/** Rekor v2 answers after its next checkpoint; its authors ask clients to wait at least 20 s. */
const ATTEMPT_MS = 25_000

/** A request; without a body it is a GET. */
export interface WitnessRequest {
  readonly url: URL
  readonly body?: RequestBody
  readonly accept: string
  readonly clock: Clock
}

const readFailure: ReadFailure = ({ status }) =>
  status >= 300 && status < 400 ? { reason: 'a redirect, which is not followed' } : {}

/** Sends a request and returns the body of the answer. Throws RequestFailure. */
export async function requestWitness({ url, body, accept, clock }: WitnessRequest): Promise<Buffer> {
  const answer = await request({
    url,
    headers: { accept },
    body,
    wished: [200, 201],
    readFailure,
    maxBytes: MAX_ANSWER_BYTES,
    attemptMs: ATTEMPT_MS,
    clock,
  })
  return answer.body
}

/** Calls `requestWitness` with JSON both ways. */
export function requestWitnessJson(url: URL, value: unknown, clock: Clock): Promise<Buffer> {
  return requestWitness({ url, body: jsonBody(value), accept: 'application/json', clock })
}

/** Describes a failure: `(status 503)`, `(no usable answer: ENOTFOUND): its name cannot be resolved here`. */
export function answered({ status, reason, told }: RequestFailure): string {
  const what = status === undefined ? 'no usable answer' : `status ${status}`
  const shown = reason === undefined ? `(${what})` : `(${what}: ${reason})`
  return told === undefined ? shown : `${shown}: ${told.what}`
}
