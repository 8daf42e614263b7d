// Requests to certificate authorities, timestamp authorities and logs, with limits. What fails is told by
// its status alone: a request may hold a token, and an answer may quote it.
import { httpClient, HttpFailure, type HttpAnswer } from './http-client.ts'
import { isTransientStatus, retryAfter, withRetry, type RetryHint } from './retry.ts'
import type { Clock } from '@open-claw/core'

const MAX_ANSWER_BYTES = 1024 * 1024
/** A log of the second version answers after its next checkpoint; its authors ask for 20 s at least. */
const ATTEMPT_MS = 25_000

const http = httpClient()

/** What is known of a failure beside its status. */
interface FailureDetails {
  readonly location?: string | undefined
  readonly after?: number | undefined
  readonly reason?: string | undefined
}

/** A request that was not answered with success. Holds neither headers nor bodies. */
export class ServiceFailure extends Error {
  readonly status: number | undefined
  /** Where it exists already, for status 409; unchecked. */
  readonly location: string | undefined
  /** Milliseconds. */
  readonly after: number | undefined
  /** Bare words. */
  readonly reason: string | undefined

  constructor(status?: number, { location, after, reason }: FailureDetails = {}) {
    super(`status ${status ?? 'none'}`)
    this.name = 'ServiceFailure'
    this.status = status
    this.location = location
    this.after = after
    this.reason = reason
  }

  /** Whether the service said no, as opposed to failing. */
  get refused(): boolean {
    const { status } = this
    return status !== undefined && status >= 400 && status < 500 && !isTransientStatus(status)
  }

  /** For messages. */
  get why(): string {
    const what = this.status === undefined ? 'no usable answer' : `status ${this.status}`
    return this.reason === undefined ? what : `${what}: ${this.reason}`
  }
}

/** One request. Without a body it is a GET. */
export interface ServiceRequest {
  readonly url: URL
  readonly body?: { readonly type: string; readonly bytes: Uint8Array | string }
  readonly accept: string
  readonly clock: Clock
}

/** The address of `path` below a service, which may have a path of its own. */
export const below = (service: URL, path: string): URL =>
  new URL(`${service.href.replace(/\/+$/, '')}/${path}`)

const failureOf = ({ status, headers }: HttpAnswer, clock: Clock): ServiceFailure =>
  new ServiceFailure(status, {
    location: headers['location'],
    after: retryAfter(headers['retry-after'], clock),
    reason: status >= 300 && status < 400 ? 'a redirect, which is not followed' : undefined,
  })

async function send({ url, body, accept, clock }: ServiceRequest, budget: number): Promise<Buffer> {
  const answer = await http(url, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { accept, ...(body === undefined ? {} : { 'content-type': body.type }) },
    body: body?.bytes,
    timeout: Math.min(budget, ATTEMPT_MS),
    maxBytes: MAX_ANSWER_BYTES,
  })
  if (answer.status === 200 || answer.status === 201) return answer.body
  throw failureOf(answer, clock)
}

/** The body of the answer. Throws ServiceFailure. */
export async function askWitness(request: ServiceRequest): Promise<Buffer> {
  const classify = (error: unknown): RetryHint => {
    if (error instanceof HttpFailure)
      return { retry: error.transient, why: `${request.url.host}: ${error.reason}` }
    if (!(error instanceof ServiceFailure)) return { retry: false }
    const { status, after, why } = error
    const retry = status !== undefined && isTransientStatus(status)
    return { retry, after, why: `${request.url.host} answers ${why}` }
  }
  try {
    return await withRetry((budget) => send(request, budget), classify, request.clock)
  } catch (error) {
    throw error instanceof HttpFailure ? new ServiceFailure(undefined, { reason: error.reason }) : error
  }
}

/** `askWitness` with JSON both ways. */
export function askJson(url: URL, body: unknown, clock: Clock): Promise<Buffer> {
  const type = 'application/json'
  return askWitness({ url, body: { type, bytes: JSON.stringify(body) }, accept: type, clock })
}
