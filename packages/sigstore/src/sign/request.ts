// Requests to certificate authorities, timestamp authorities and logs, with limits. What fails is told by
// its status alone: a request may hold a token, and an answer may quote it.
import { isTransientStatus, retryAfter, withRetry, type Clock } from '@open-claw/core'

const MAX_ANSWER_BYTES = 1024 * 1024
/** A log of the second version answers after its next checkpoint; its authors ask for 20 s at least. */
const ATTEMPT_MS = 25_000

/** A request that was not answered with success. Holds neither headers nor bodies. */
export class ServiceFailure extends Error {
  readonly status: number | undefined
  /** Where it exists already, for status 409; unchecked. */
  readonly location: string | undefined
  /** Milliseconds. */
  readonly after: number | undefined

  constructor(status?: number, location?: string, after?: number) {
    super(`status ${status ?? 'none'}`)
    this.name = 'ServiceFailure'
    this.status = status
    this.location = location
    this.after = after
  }

  /** Whether the service said no, as opposed to failing. */
  get refused(): boolean {
    const { status } = this
    return status !== undefined && status >= 400 && status < 500 && !isTransientStatus(status)
  }

  /** For messages. */
  get why(): string {
    return this.status === undefined ? 'no answer' : `status ${this.status}`
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

async function boundedBody(response: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.length
    // A larger one would be as large the next time.
    if (size > MAX_ANSWER_BYTES) throw new ServiceFailure(response.status)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

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
    bytes = await boundedBody(response)
  } catch (error) {
    throw error instanceof ServiceFailure ? error : new ServiceFailure()
  }
  if (response.status === 200 || response.status === 201) return bytes
  const { headers, status } = response
  throw new ServiceFailure(
    status,
    headers.get('location') ?? undefined,
    retryAfter(headers.get('retry-after'), clock),
  )
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
