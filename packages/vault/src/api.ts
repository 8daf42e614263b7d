// The few calls of Vault that give a token and take it back. Vault's own texts may quote what was sent,
// so only what is known of them is told, in our words.
import {
  answeredObject,
  below,
  knownCause,
  jsonBody,
  requestObject,
  type HttpClient,
  type KnownCause,
  type ReadFailure,
} from '@open-claw/net'
import type { Clock, Token } from '@open-claw/core'
import { standbyOf, VAULT_SERVER_CAUSES } from './causes.ts'

/** The `errors` of an answer, sometimes a list over several lines. */
function textOf(body: Uint8Array): string {
  const { errors } = answeredObject(body)
  return Array.isArray(errors) ? errors.map(String).join('; ') : ''
}

const INVALID_TOKEN = /invalid token|bad token/

/** How an answer that is no result is read. Vault has no reason codes; ours is for whoever revokes a token that is gone. */
const failureReader =
  (causes: readonly KnownCause[]): ReadFailure =>
  ({ status, headers, body }, skew) => {
    const text = textOf(body)
    const told = knownCause([...VAULT_SERVER_CAUSES, ...causes], {
      reason: standbyOf(status, headers['location']),
      text,
      skew,
    })
    return { reason: status === 403 && INVALID_TOKEN.test(text) ? GONE : undefined, told }
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
  readonly token: Token | undefined
  /** What Vault is known to answer to this call, beside what it answers to any. */
  readonly causes?: readonly KnownCause[] | undefined
}

/** The object that Vault answers; empty for an answer without a body. Throws RequestFailure, or JSON_INVALID. */
export function postVault(api: VaultApi, call: VaultCall): Promise<{ readonly [key: string]: unknown }> {
  const { http, address, namespace, clock } = api
  return requestObject({
    service: 'Vault',
    url: below(address, `v1/${call.path}`),
    headers: {
      // Agents of Vault may demand it, as a guard against forged requests of browsers.
      'x-vault-request': 'true',
      ...(namespace === undefined ? {} : { 'x-vault-namespace': namespace }),
      ...(call.token === undefined ? {} : { 'x-vault-token': call.token.reveal() }),
    },
    body: jsonBody(call.body),
    wished: [200, 204],
    readFailure: failureReader(call.causes ?? []),
    http,
    clock,
  })
}
