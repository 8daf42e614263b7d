// JSON over HTTPS with limits: a time, a size, no redirect that could carry a token elsewhere.
import {
  boundedBytes,
  isTransientStatus,
  parseJson,
  retryAfter,
  withRetry,
  type Clock,
} from '@open-claw/core'

const MAX_ANSWER_BYTES = 1024 * 1024
const ATTEMPT_MS = 10_000

/** What came back where it was not a JSON document with status 200. Holds neither headers nor a body. */
export class HttpFailure extends Error {
  readonly status: number | undefined
  readonly after: number | undefined

  constructor(message: string, status: number | undefined, after: number | undefined) {
    super(message)
    this.name = 'HttpFailure'
    this.status = status
    this.after = after
  }
}

async function attempt(
  url: URL,
  headers: Record<string, string>,
  budget: number,
  clock: Clock,
): Promise<unknown> {
  let response: Response
  let body: Uint8Array
  try {
    const signal = AbortSignal.timeout(Math.min(budget, ATTEMPT_MS))
    response = await fetch(url, { headers, signal, redirect: 'manual' })
    const { status } = response
    const tooLarge = (): HttpFailure => new HttpFailure('the answer is too large', status, undefined)
    body = await boundedBytes(response.body ?? [], MAX_ANSWER_BYTES, tooLarge)
  } catch (error) {
    if (error instanceof HttpFailure) throw error
    // The cause of a failed fetch may quote the URL; its name says enough.
    throw new HttpFailure(
      `no answer (${error instanceof Error ? error.name : 'unknown'})`,
      undefined,
      undefined,
    )
  }
  if (response.status !== 200) {
    throw new HttpFailure(
      `status ${response.status}`,
      response.status,
      retryAfter(response.headers.get('retry-after'), clock),
    )
  }
  return parseJson(body, `The answer of ${url.host}`)
}

/** Whether another try may help: no answer at all, or a status that passes. */
const isTransientFailure = (error: unknown): { retry: boolean; after?: number | undefined } =>
  error instanceof HttpFailure
    ? { retry: error.status === undefined || isTransientStatus(error.status), after: error.after }
    : { retry: false }

/** GET `url` as JSON. Throws HttpFailure, or JSON_INVALID for a document that is none. */
export function getJson(url: URL, headers: Record<string, string>, clock: Clock): Promise<unknown> {
  return withRetry(
    (budget) => attempt(url, { accept: 'application/json', ...headers }, budget, clock),
    isTransientFailure,
    clock,
  )
}
