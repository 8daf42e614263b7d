// Calls of the transit engine over its HTTP API: there is no maintained Vault client for Node.js.
import {
  answeredObject,
  httpClient,
  jsonBody,
  RequestFailure,
  requestOnce,
  type ReadFailure,
  type TlsOptions,
} from '@open-claw/net'
import { parseJson, type AccessTokens, type Clock } from '@open-claw/core'
import { vaultHeaders } from '../headers.ts'
import { parseVaultPath } from '../paths.ts'

/** Where the keys are and who asks. */
export interface VaultKeyOptions {
  /** https, or http on loopback. */
  readonly address: URL
  readonly namespace: string | undefined
  /** Mount of the transit engine; `transit` by default. */
  readonly mount?: string | undefined
  readonly tls: TlsOptions | undefined
  readonly tokens: AccessTokens
  readonly clock: Clock
}

const DEFAULT_MOUNT = 'transit'
/** A key answers a kilobyte for each of its versions. */
const MAX_ANSWER_BYTES = 4 * 1024 * 1024

/** A call below the mount: `GET` without a body, `POST` with one. */
export interface TransitCall {
  readonly path: string
  readonly body?: { readonly [name: string]: unknown } | undefined
}

/** Makes calls on one mount. */
export interface Caller {
  /** `keys/k` as a policy of Vault names it: `transit/keys/k`. */
  readonly policyPath: (path: string) => string
  readonly clock: Clock
  /** Returns the JSON of an answer with status 200. `timeout` in milliseconds. Throws RequestFailure, and what the tokens throw. */
  readonly call: (call: TransitCall, timeout: number) => Promise<unknown>
}

/** Reads Vault's `errors`, listed over several lines. */
const readFailure: ReadFailure = ({ body }) => {
  const { errors } = answeredObject(body)
  const texts = Array.isArray(errors) ? errors.filter((error) => typeof error === 'string') : []
  return { details: texts.join('; ').replaceAll(/\s+/g, ' ') }
}

/** Parses an answer. Without JSON it is a page of a proxy, or was cut off. */
function parseAnswer(body: Uint8Array): unknown {
  try {
    return parseJson(body, 'The answer')
  } catch {
    throw new RequestFailure({ status: 200, reason: 'no JSON' })
  }
}

/** Returns the caller for `options`. Throws INPUT_INVALID for a mount or a namespace that is not a path. */
export function transitCaller({ address, namespace, mount, tls, tokens, clock }: VaultKeyOptions): Caller {
  const path = parseVaultPath(mount ?? DEFAULT_MOUNT, 'vault-transit-path')
  if (namespace !== undefined) parseVaultPath(namespace, 'vault-namespace')
  const http = httpClient(tls)
  const base = `${address.href.replace(/\/+$/, '')}/v1/${path}/`
  const policyPath = (below: string): string =>
    `${path}/${below}${namespace === undefined ? '' : ` in namespace ${namespace}`}`
  const call = async (asked: TransitCall, timeout: number): Promise<unknown> => {
    const headers = vaultHeaders(namespace, (await tokens.mint()).token)
    const url = new URL(`${base}${asked.path}`)
    const body = asked.body === undefined ? undefined : jsonBody(asked.body)
    const request = { url, headers, body, readFailure, maxBytes: MAX_ANSWER_BYTES, http, clock }
    return parseAnswer((await requestOnce(request, timeout)).body)
  }
  return { policyPath, clock, call }
}
