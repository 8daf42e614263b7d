// The few calls of Vault that give a token and take it back. Vault's own texts may quote what was sent,
// so only what is known of them is told, in our words.
import {
  causeOf,
  clockSkew,
  HttpFailure,
  retryAfter,
  withRetry,
  type HttpAnswer,
  type HttpClient,
  type KnownCause,
  type RetryHint,
  ExchangeFailure,
  withoutAnswer,
} from '@open-claw/net'
import { isJsonObject, parseJson, type Clock } from '@open-claw/core'
import { standbyOf, VAULT_SERVER_CAUSES } from './causes.ts'

const MAX_ANSWER_BYTES = 256 * 1024
const ATTEMPT_MS = 10_000

/** The `errors` of an answer, sometimes a list over several lines. */
function textOf(body: Uint8Array): string {
  try {
    const answer = parseJson(body, 'The answer')
    const errors = isJsonObject(answer) ? answer['errors'] : undefined
    return Array.isArray(errors) ? errors.map(String).join('; ') : ''
  } catch {
    return ''
  }
}

const INVALID_TOKEN = /invalid token|bad token/

/** An answer that is no result. */
function failureOf(
  { status, headers, body }: HttpAnswer,
  causes: readonly KnownCause[],
  clock: Clock,
): ExchangeFailure {
  const text = textOf(body)
  const reason = standbyOf(status, headers['location'])
  const skew = clockSkew(headers['date'], clock)
  const gone = status === 403 && INVALID_TOKEN.test(text)
  return new ExchangeFailure(
    status,
    // Vault has no reason codes; this one is for whoever revokes a token that is gone.
    gone ? GONE : undefined,
    retryAfter(headers['retry-after'], clock),
    { told: causeOf([...VAULT_SERVER_CAUSES, ...causes], { reason, text, skew }) },
  )
}

/** Reason of a refusal because the token is not valid any more. */
export const GONE = 'invalid token'

/** Where Vault is, and what is in the headers of each call. */
export interface VaultApi {
  readonly http: HttpClient
  readonly address: URL
  readonly namespace: string | undefined
  readonly clock: Clock
}

/** A call: the path below `/v1/`, and a token where it needs one. */
export interface VaultCall {
  readonly path: string
  readonly body: { readonly [key: string]: unknown }
  readonly token: string | undefined
  /** What Vault is known to answer to this call, beside what it answers to any. */
  readonly causes?: readonly KnownCause[] | undefined
}

async function post(api: VaultApi, call: VaultCall, budget: number): Promise<unknown> {
  const url = new URL(`${api.address.href.replace(/\/+$/, '')}/v1/${call.path}`)
  const headers = {
    'content-type': 'application/json',
    // Agents of Vault may demand it, as a guard against forged requests of browsers.
    'x-vault-request': 'true',
    ...(api.namespace === undefined ? {} : { 'x-vault-namespace': api.namespace }),
    ...(call.token === undefined ? {} : { 'x-vault-token': call.token }),
  }
  const timeout = Math.min(budget, ATTEMPT_MS)
  const body = JSON.stringify(call.body)
  const answer = await api.http(url, { method: 'POST', headers, body, timeout, maxBytes: MAX_ANSWER_BYTES })
  if (answer.status === 204) return {}
  if (answer.status === 200) return parseJson(answer.body, `The answer of ${url.host}`)
  throw failureOf(answer, call.causes ?? [], api.clock)
}

function hintFor(error: unknown): RetryHint {
  if (error instanceof HttpFailure) return { retry: error.transient, why: `Vault: ${error.reason}` }
  if (!(error instanceof ExchangeFailure)) return { retry: false }
  return { retry: error.passes, after: error.after, why: `Vault answers ${error.message}` }
}

/** The object that Vault answers; empty for an answer without a body. Throws ExchangeFailure, or JSON_INVALID. */
export async function postVault(
  api: VaultApi,
  call: VaultCall,
): Promise<{ readonly [key: string]: unknown }> {
  try {
    const answer = await withRetry((budget) => post(api, call, budget), hintFor, api.clock)
    if (isJsonObject(answer)) return answer
  } catch (error) {
    throw error instanceof HttpFailure ? withoutAnswer(error) : error
  }
  throw new ExchangeFailure(200, 'no object', undefined)
}
