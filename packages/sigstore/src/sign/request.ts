// Requests to certificate authorities, timestamp authorities and logs, with limits. What fails is told by
// its status alone: a request may hold a token, and an answer may quote it.
import { boundedBytes, isTransientStatus, retryAfter, withRetry, type Clock } from '@open-claw/core'

const MAX_ANSWER_BYTES = 1024 * 1024
/** A log of the second version answers after its next checkpoint; its authors ask for 20 s at least. */
const ATTEMPT_MS = 25_000

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
    const what = this.status === undefined ? 'no answer' : `status ${this.status}`
    return this.reason === undefined ? what : `${what}: ${this.reason}`
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** The code of the connection's error: `ECONNREFUSED`, `SELF_SIGNED_CERT_IN_CHAIN`. Its text may hold anything. */
function reasonOf(error: unknown): string | undefined {
  if (!isObject(error)) return undefined
  if ('name' in error && error.name === 'TimeoutError') return 'timeout'
  const cause = 'cause' in error && isObject(error.cause) ? error.cause : error
  const code = 'code' in cause ? cause.code : undefined
  return typeof code === 'string' && /^[A-Z0-9_]{1,64}$/.test(code) ? code : undefined
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

/** It would be as large the next time. */
const tooLarge = (status: number): ServiceFailure =>
  new ServiceFailure(status, { reason: 'its answer is too large' })

const failureOf = ({ status, headers }: Response, clock: Clock): ServiceFailure =>
  new ServiceFailure(status, {
    location: headers.get('location') ?? undefined,
    after: retryAfter(headers.get('retry-after'), clock),
    reason: status >= 300 && status < 400 ? 'a redirect, which is not followed' : undefined,
  })

async function send({ url, body, accept, clock }: ServiceRequest, budget: number): Promise<Buffer> {
  let response: Response
  let bytes: Buffer
  try {
    response = await fetch(url, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { accept, ...(body === undefined ? {} : { 'content-type': body.type }) },
      ...(body === undefined ? {} : { body: body.bytes }),
      // No redirect is followed: it would carry the token to another host.
      redirect: 'manual',
      signal: AbortSignal.timeout(Math.min(budget, ATTEMPT_MS)),
    })
    bytes = await boundedBytes(response.body ?? [], MAX_ANSWER_BYTES, () => tooLarge(response.status))
  } catch (error) {
    throw error instanceof ServiceFailure ? error : new ServiceFailure(undefined, { reason: reasonOf(error) })
  }
  if (response.status === 200 || response.status === 201) return bytes
  throw failureOf(response, clock)
}

/** The body of the answer. Throws ServiceFailure. */
export function ask(request: ServiceRequest): Promise<Buffer> {
  const classify = (error: unknown): { retry: boolean; after?: number | undefined } =>
    error instanceof ServiceFailure
      ? { retry: error.status === undefined || isTransientStatus(error.status), after: error.after }
      : { retry: false }
  return withRetry((budget) => send(request, budget), classify, request.clock)
}

/** `ask` with JSON both ways. */
export function askJson(url: URL, body: unknown, clock: Clock): Promise<Buffer> {
  const type = 'application/json'
  return ask({ url, body: { type, bytes: JSON.stringify(body) }, accept: type, clock })
}
