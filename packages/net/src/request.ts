// Sends one request to a service, again where that can help. Its time and the size of the answer are limited. No
// redirect is followed: it could carry a token elsewhere.
import { isJsonObject, parseJson, type Clock } from '@open-claw/core'
import { clockSkew } from './clock-skew.ts'
import { hintAfter, RequestFailure, type FailureFacts } from './failure.ts'
import { HTTP_STATUS } from './http-status.ts'
import { httpClient, type HttpAnswer, type HttpClient } from './http-client.ts'
import { retryAfter, withRetry } from './retry.ts'

/** More than any token, session or error of a service takes. */
const MAX_ANSWER_BYTES = 256 * 1024
const JSON_TYPE = 'application/json'

const defaultClient = httpClient()

/** A body and its media type. */
export interface RequestBody {
  readonly type: string
  readonly bytes: string | Uint8Array
}

/**
 * Reads the failure that an answer states in the form of its service. `skew` is the difference of our clock from
 * the service's, from clockSkew. The facts that it returns override those of status and headers.
 */
export type ReadFailure = (answer: HttpAnswer, skew: number | undefined) => FailureFacts

/** A request, and how to read its answer. */
export interface ServiceRequest {
  readonly url: URL
  readonly headers?: { readonly [name: string]: string } | undefined
  /** POST with a body, GET without one. */
  readonly body?: RequestBody | undefined
  /** The name of the service in the log; the host where it is left out. */
  readonly service?: string | undefined
  /** Statuses of success; 200 alone where it is left out. */
  readonly wished?: readonly number[] | undefined
  readonly readFailure?: ReadFailure | undefined
  /** Largest answer in bytes; 256 KiB where it is left out. */
  readonly maxBytes?: number | undefined
  /** Milliseconds of one attempt, where the usual time is too short. */
  readonly attemptMs?: number | undefined
  /** A client with authorities or a certificate of its own. The default one trusts the authorities of Node.js. */
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

/** Makes one attempt of `timeout` milliseconds. Throws RequestFailure. */
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

/** Sends a request, again where that can help. Throws the RequestFailure of one of the attempts. */
export function request(asked: ServiceRequest): Promise<HttpAnswer> {
  const { url, service = url.host, clock, attemptMs } = asked
  return withRetry((timeout) => requestOnce(asked, timeout), hintAfter(service), clock, attemptMs)
}

/** Requests JSON, and returns an empty object for an empty answer (204). Throws RequestFailure, or JSON_INVALID for an answer that is not JSON. */
export async function requestJson(asked: ServiceRequest): Promise<unknown> {
  const { status, body } = await request({ ...asked, headers: { accept: JSON_TYPE, ...asked.headers } })
  return status === HTTP_STATUS.noContent ? {} : parseJson(body, `The answer of ${asked.url.host}`)
}

/** Requests a JSON object. Throws RequestFailure, also for another value with status 200, or JSON_INVALID. */
export async function requestObject(asked: ServiceRequest): Promise<{ readonly [key: string]: unknown }> {
  const answer = await requestJson(asked)
  if (isJsonObject(answer)) return answer
  throw new RequestFailure({ status: HTTP_STATUS.ok, reason: 'no object' })
}

/** Reads a JSON object from the answer of a failure. Returns an empty one for anything else, such as a page of a proxy. */
export function answeredObject(body: Uint8Array): { readonly [key: string]: unknown } {
  try {
    const answer = parseJson(body, 'The answer')
    return isJsonObject(answer) ? answer : {}
  } catch {
    return {}
  }
}
