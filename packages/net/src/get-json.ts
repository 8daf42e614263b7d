// JSON over HTTPS with limits: a time, a size, no redirect that could carry a token elsewhere.
import { httpClient, HttpFailure } from './http-client.ts'
import { isTransientStatus, retryAfter, withRetry, type RetryHint } from './retry.ts'
import { parseJson, type Clock } from '@open-claw/core'

const MAX_ANSWER_BYTES = 1024 * 1024
const ATTEMPT_MS = 10_000

const http = httpClient()

async function attempt(
  url: URL,
  headers: Record<string, string>,
  budget: number,
  clock: Clock,
): Promise<unknown> {
  const timeout = Math.min(budget, ATTEMPT_MS)
  const { status, body, ...answer } = await http(url, {
    method: 'GET',
    headers,
    timeout,
    maxBytes: MAX_ANSWER_BYTES,
  })
  if (status === 200) return parseJson(body, `The answer of ${url.host}`)
  const after = retryAfter(answer.headers['retry-after'], clock)
  throw new HttpFailure(`status ${status}`, isTransientStatus(status), after)
}

const hintFor = (error: unknown): RetryHint =>
  error instanceof HttpFailure
    ? { retry: error.transient, after: error.after, why: `GitHub answers: ${error.reason}` }
    : { retry: false }

/** GET `url` as JSON. Throws HttpFailure, or JSON_INVALID for a document that is none. */
export function getJson(url: URL, headers: Record<string, string>, clock: Clock): Promise<unknown> {
  return withRetry(
    (budget) => attempt(url, { accept: 'application/json', ...headers }, budget, clock),
    hintFor,
    clock,
  )
}
