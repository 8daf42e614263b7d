// One request to a service, asked again where that can help: with a limit on its time, on the size of the
// answer, and no redirect, which could carry a token elsewhere.
import { isJsonObject, parseJson, type Clock } from '@open-claw/core'
import { clockSkew } from './clock-skew.ts'
import { hintAfter, RequestFailure, type FailureFacts } from './failure.ts'
import { HTTP_STATUS } from './http-status.ts'
import { httpClient, type HttpAnswer, type HttpClient } from './http-client.ts'
import { retryAfter, withRetry } from './retry.ts'

/** Above any token, session or error that a service gives. */
const MAX_ANSWER_BYTES = 256 * 1024
const JSON_TYPE = 'application/json'

const defaultClient = httpClient()

/** What is sent, and its media type. */
export interface RequestBody {
  readonly type: string
  readonly bytes: string | Uint8Array
}

/**
 * What an answer says of its failure: each service has a form of its own. `skew` is how far our clock is from
 * its own, as clockSkew gives it. What is returned stands above what status and headers tell.
 */
export type ReadFailure = (answer: HttpAnswer, skew: number | undefined) => FailureFacts

/** A request, and how its answer is read. */
export interface ServiceRequest {
  readonly url: URL
  readonly headers?: { readonly [name: string]: string } | undefined
  /** POST with a body, GET without one. */
  readonly body?: RequestBody | undefined
  /** As the log names who is waited for; the host where it is left out. */
  readonly service?: string | undefined
  /** Statuses of an answer as it was wished; 200 alone where it is left out. */
  readonly wished?: readonly number[] | undefined
  readonly readFailure?: ReadFailure | undefined
  /** Largest answer in bytes; 256 KiB where it is left out. */
  readonly maxBytes?: number | undefined
  /** Milliseconds for one attempt, where the usual time is too short. */
  readonly attemptMs?: number | undefined
  /** Whom to trust and what to show of ourselves; the authorities of Node.js and nothing where it is left out. */
  readonly http?: HttpClient | undefined
  readonly clock: Clock
}

export const jsonBody = (value: unknown): RequestBody => ({ type: JSON_TYPE, bytes: JSON.stringify(value) })

export const formBody = (fields: { readonly [name: string]: string }): RequestBody => ({
  type: 'application/x-www-form-urlencoded',
  bytes: new URLSearchParams(fields).toString(),
})

/** The address of `path` below a service, which may have a path of its own. */
export const below = (service: URL, path: string): URL =>
  new URL(`${service.href.replace(/\/+$/, '')}/${path}`)

function failure(answer: HttpAnswer, { clock, readFailure }: ServiceRequest): RequestFailure {
  const { status, headers } = answer
  return new RequestFailure({
    status,
    location: headers['location'],
    after: retryAfter(headers['retry-after'], clock),
    ...readFailure?.(answer, clockSkew(headers['date'], clock)),
  })
}

/** One attempt, of `timeout` milliseconds. Throws RequestFailure. */
export async function requestOnce(asked: ServiceRequest, timeout: number): Promise<HttpAnswer> {
  const {
    url,
    headers,
    body,
    wished = [HTTP_STATUS.ok],
    maxBytes = MAX_ANSWER_BYTES,
    http = defaultClient,
  } = asked
  const answer = await http(url, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { ...headers, ...(body === undefined ? {} : { 'content-type': body.type }) },
    body: body?.bytes,
    timeout,
    maxBytes,
  })
  if (wished.includes(answer.status)) return answer
  throw failure(answer, asked)
}

/** Throws RequestFailure, that of the last attempt. */
export function request(asked: ServiceRequest): Promise<HttpAnswer> {
  const { url, service = url.host, clock, attemptMs } = asked
  return withRetry((timeout) => requestOnce(asked, timeout), hintAfter(service), clock, attemptMs)
}

/** JSON that is asked for, an empty object where nothing is answered (204). Throws RequestFailure, or JSON_INVALID for an answer that is none. */
export async function requestJson(asked: ServiceRequest): Promise<unknown> {
  const { status, body } = await request({ ...asked, headers: { accept: JSON_TYPE, ...asked.headers } })
  return status === HTTP_STATUS.noContent ? {} : parseJson(body, `The answer of ${asked.url.host}`)
}

/** `requestJson` for an object; an answer of status 200 that is another value fails. */
export async function requestObject(asked: ServiceRequest): Promise<{ readonly [key: string]: unknown }> {
  const answer = await requestJson(asked)
  if (isJsonObject(answer)) return answer
  throw new RequestFailure({ status: HTTP_STATUS.ok, reason: 'no object' })
}

/** The JSON object that an answer is; empty for any other, as a page of a proxy. For the reading of failures. */
export function answeredObject(body: Uint8Array): { readonly [key: string]: unknown } {
  try {
    const answer = parseJson(body, 'The answer')
    return isJsonObject(answer) ? answer : {}
  } catch {
    return {}
  }
}
