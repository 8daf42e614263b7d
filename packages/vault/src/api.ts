// The few Vault calls that issue and revoke a token. Vault's texts may quote the request, so only known causes
// are reported, in our words.
import {
  HTTP_STATUS,
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
import { standbyReason, VAULT_SERVER_CAUSES } from './causes.ts'
import { vaultHeaders } from './headers.ts'

/** Returns the `errors` of an answer, sometimes a list over several lines. */
function errorText(body: Uint8Array): string {
  const { errors } = answeredObject(body)
  return Array.isArray(errors) ? errors.map(String).join('; ') : ''
}

const INVALID_TOKEN = /invalid token|bad token/

/** Returns the reader of failures. Vault has no reason codes; ours marks a token that is already gone when it is revoked. */
const failureReader =
  (causes: readonly KnownCause[]): ReadFailure =>
  ({ status, headers, body }, skew) => {
    const text = errorText(body)
    const told = knownCause([...VAULT_SERVER_CAUSES, ...causes], {
      reason: standbyReason(status, headers['location']),
      text,
      skew,
    })
    return { reason: status === HTTP_STATUS.forbidden && INVALID_TOKEN.test(text) ? GONE : undefined, told }
  }

/** Reason for a refusal because the token is no longer valid. */
export const GONE = 'invalid token'

/** Where Vault is, and how it is called. */
export interface VaultApi {
  readonly http: HttpClient
  readonly address: URL
  readonly namespace: string | undefined
  readonly clock: Clock
}

/** A call: the path below `/v1/`, and a token if it needs one. */
export interface VaultCall {
  readonly path: string
  readonly body: { readonly [key: string]: unknown }
  readonly token: Token | undefined
  /** Known causes of this call, beside those of any call. */
  readonly causes?: readonly KnownCause[] | undefined
}

/** Returns the object that Vault answers; empty for an answer without a body. Throws RequestFailure or JSON_INVALID. */
export function postVault(api: VaultApi, call: VaultCall): Promise<{ readonly [key: string]: unknown }> {
  const { http, address, namespace, clock } = api
  return requestObject({
    service: 'Vault',
    url: below(address, `v1/${call.path}`),
    headers: vaultHeaders(namespace, call.token),
    body: jsonBody(call.body),
    wished: [HTTP_STATUS.ok, HTTP_STATUS.noContent],
    readFailure: failureReader(call.causes ?? []),
    http,
    clock,
  })
}
