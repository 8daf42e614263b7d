// POST of JSON or of a form, with limits. What fails is told by status and error code alone: requests and answers hold tokens.
import { causeOf, type KnownCause, type ToldCause } from './known-cause.ts'
import { clockSkew } from './clock-skew.ts'
import { CONNECTION_CAUSES } from './connection-causes.ts'
import { googleReasons } from './google-reasons.ts'
import { httpClient, HttpFailure } from './http-client.ts'
import { isJsonObject, parseJson, printable, type Clock } from '@open-claw/core'
import { isTransientStatus, retryAfter, withRetry, type RetryHint } from './retry.ts'

const MAX_ANSWER_BYTES = 256 * 1024
const ATTEMPT_MS = 10_000

const http = httpClient()

/** A request that was not answered with a JSON object and status 200. Holds neither headers nor bodies. */
export class ExchangeFailure extends Error {
  readonly status: number | undefined
  /** The service's own error code, such as `invalid_grant`; a short word or nothing. */
  readonly reason: string | undefined
  readonly after: number | undefined
  /** What the answer tells of its cause; undefined where only status and reason are known. */
  readonly told: ToldCause | undefined
  /** Whether another try may end otherwise. */
  readonly passes: boolean

  constructor(
    status: number | undefined,
    reason: string | undefined,
    after: number | undefined,
    { told, passes }: { readonly told?: ToldCause | undefined; readonly passes?: boolean } = {},
  ) {
    super(`status ${status ?? 'none'}`)
    this.name = 'ExchangeFailure'
    this.status = status
    this.reason = reason
    this.after = after
    this.told = told
    this.passes = told?.retry ?? passes ?? (status === undefined || isTransientStatus(status))
  }

  /** Whether the service said no, as opposed to failing. */
  get refused(): boolean {
    return this.status !== undefined && this.status >= 400 && this.status < 500 && !this.passes
  }
}

/** A request that got no answer. */
export const withoutAnswer = (failure: HttpFailure): ExchangeFailure =>
  new ExchangeFailure(undefined, failure.reason, undefined, {
    told: causeOf(CONNECTION_CAUSES, failure),
    passes: failure.transient,
  })

/** Entra ID tells its causes apart by a code at the head of a text, which may quote the token. */
const entraCode = (description: unknown): string | undefined =>
  typeof description === 'string' ? /^AADSTS[0-9]{4,9}(?=:)/.exec(description)?.[0] : undefined

interface ServiceError {
  /** A bare word, or several of Google's between spaces. */
  readonly reason: string | undefined
  /** May quote the token: it is compared, and never shown. */
  readonly text: string | undefined
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** `{"error":"invalid_grant"}` of OAuth, `{"error":{"status":"PERMISSION_DENIED"}}` of Google. Only a bare word is shown. */
function errorIn(body: Uint8Array): ServiceError {
  const unknown = { reason: undefined, text: undefined }
  try {
    const answer = parseJson(body, 'The answer')
    if (!isJsonObject(answer)) return unknown
    const { error, error_description: description } = answer
    if (isJsonObject(error)) {
      const reason = [textOf(error['status']) ?? '', googleReasons(error['details']) ?? ''].join(' ').trim()
      return { reason: /^[A-Z_ ]{1,160}$/.test(reason) ? reason : undefined, text: textOf(error['message']) }
    }
    const word = entraCode(description) ?? error
    const isWord = typeof word === 'string' && /^(?:[A-Za-z_]{1,40}|AADSTS[0-9]{4,9})$/.test(word)
    return { reason: isWord ? printable(word) : undefined, text: textOf(description) }
  } catch {
    return unknown
  }
}

/** A JSON request, with a bearer token where one is needed. */
export interface PostRequest {
  readonly url: URL
  readonly body: { readonly [key: string]: unknown }
  readonly bearer: string | undefined
  /** What the service is known to answer. */
  readonly causes: readonly KnownCause[]
  readonly clock: Clock
}

/** A request whose body is a form (application/x-www-form-urlencoded). */
export interface FormRequest {
  readonly url: URL
  readonly form: { readonly [key: string]: string }
  readonly causes: readonly KnownCause[]
  readonly clock: Clock
}

/** A request as it is sent. */
interface Sent {
  readonly url: URL
  readonly headers: { readonly [name: string]: string }
  readonly body: string
  readonly causes: readonly KnownCause[]
  readonly clock: Clock
}

async function post(
  { url, headers, body, causes, clock }: Sent,
  budget: number,
): Promise<{ readonly [key: string]: unknown }> {
  const answer = await http(url, {
    method: 'POST',
    headers: { accept: 'application/json', ...headers },
    body,
    timeout: Math.min(budget, ATTEMPT_MS),
    maxBytes: MAX_ANSWER_BYTES,
  }).catch((error: unknown) => {
    throw error instanceof HttpFailure ? withoutAnswer(error) : error
  })
  if (answer.status !== 200) {
    const { reason, text } = errorIn(answer.body)
    const skew = clockSkew(answer.headers['date'], clock)
    const after = retryAfter(answer.headers['retry-after'], clock)
    throw new ExchangeFailure(answer.status, reason, after, {
      told: causeOf(causes, { reason, text, skew }),
    })
  }
  const document = parseJson(answer.body, `The answer of ${url.host}`)
  if (!isJsonObject(document)) throw new ExchangeFailure(answer.status, 'no object', undefined)
  return document
}

function postRetried(sent: Sent): Promise<{ readonly [key: string]: unknown }> {
  const classify = (error: unknown): RetryHint =>
    error instanceof ExchangeFailure
      ? {
          retry: error.passes,
          after: error.after,
          why: `${sent.url.host} answers ${error.status === undefined ? error.reason : error.message}`,
        }
      : { retry: false }
  return withRetry((budget) => post(sent, budget), classify, sent.clock)
}

/** Throws ExchangeFailure, or JSON_INVALID for an answer that is not JSON. */
export function postJson({
  url,
  body,
  bearer,
  causes,
  clock,
}: PostRequest): Promise<{ readonly [key: string]: unknown }> {
  const authorization = bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }
  const headers = { 'content-type': 'application/json', ...authorization }
  return postRetried({ url, headers, body: JSON.stringify(body), causes, clock })
}

/** Throws as postJson. */
export function postForm({
  url,
  form,
  causes,
  clock,
}: FormRequest): Promise<{ readonly [key: string]: unknown }> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  return postRetried({ url, headers, body: new URLSearchParams(form).toString(), causes, clock })
}
