// The few calls of Vault that give a token and take it back. Vault's own texts may quote what was sent,
// so only what is known of them is told, in our words.
import {
  HttpFailure,
  isJsonObject,
  parseJson,
  retryAfter,
  withRetry,
  type Clock,
  type HttpClient,
  type RetryHint,
} from '@open-claw/core'
import { ExchangeFailure } from './exchange.ts'

const MAX_ANSWER_BYTES = 256 * 1024
const ATTEMPT_MS = 10_000

/** What Vault writes, and what it means to the person who set the role up. */
const KNOWN_TEXTS: readonly (readonly [RegExp, string])[] = [
  [/Vault is sealed/, 'Vault is sealed'],
  [/invalid token/, 'the token is not valid any more'],
  [/^role ".*" could not be found$/s, 'there is no such role'],
  [/invalid audience \(aud\) claim|audience claim/, 'the audience is not one of bound_audiences'],
  [/invalid issuer \(iss\) claim/, 'the issuer is not the bound_issuer'],
  [/invalid subject \(sub\) claim|sub claim does not match/, 'the sub is not the bound_subject'],
  [
    /claim "?[\w/]+"? (?:does not match|is missing)|error validating claims/,
    'a claim is not as in bound_claims',
  ],
  [/\(exp\) claim|\(nbf\) claim|\(iat\) claim/, 'the token of the job is not valid at this time'],
  [
    /error verifying token signature/,
    'the signature of the token of the job is not by the configured issuer',
  ],
  [/permission denied/, 'permission denied'],
]

/** Meaning of the `errors` of an answer; undefined where none of them is known. */
function meaningOf(body: Uint8Array): string | undefined {
  try {
    const answer = parseJson(body, 'The answer')
    const errors = isJsonObject(answer) ? answer['errors'] : undefined
    const texts = Array.isArray(errors) ? errors.map(String) : []
    return KNOWN_TEXTS.find(([pattern]) => texts.some((text) => pattern.test(text)))?.[1]
  } catch {
    return undefined
  }
}

const SEALED = 'Vault is sealed'
export const INVALID_TOKEN = 'the token is not valid any more'

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
  throw new ExchangeFailure(
    answer.status,
    meaningOf(answer.body),
    retryAfter(answer.headers['retry-after'], api.clock),
  )
}

function hintFor(error: unknown): RetryHint {
  if (error instanceof HttpFailure) return { retry: error.transient, why: `Vault: ${error.reason}` }
  if (!(error instanceof ExchangeFailure)) return { retry: false }
  // Only a person unseals a vault.
  return {
    retry: error.passes && error.reason !== SEALED,
    after: error.after,
    why: `Vault answers ${error.message}`,
  }
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
    throw error instanceof HttpFailure ? new ExchangeFailure(undefined, error.reason, undefined) : error
  }
  throw new ExchangeFailure(200, 'no object', undefined)
}
