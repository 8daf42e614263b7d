// Calls of the transit engine over its own HTTP API: no client of Vault is maintained for Node.js.
import { httpClient, retryAfter, type TlsOptions } from '@open-claw/net'
import { isJsonObject, parseJson, type AccessTokens, type Clock } from '@open-claw/core'
import { parseVaultPath } from '../paths.ts'

/** Where the keys are and who asks. */
export interface VaultKeyOptions {
  /** https, or http on loopback. */
  readonly address: URL
  readonly namespace: string | undefined
  /** Mount of the transit engine; `transit` where absent. */
  readonly mount?: string | undefined
  readonly tls: TlsOptions | undefined
  readonly tokens: AccessTokens
  readonly clock: Clock
}

const DEFAULT_MOUNT = 'transit'
/** A key with many versions answers a kilobyte for each of them. */
const MAX_ANSWER_BYTES = 4 * 1024 * 1024

/** An answer that is no result. */
export class VaultRefusal extends Error {
  readonly status: number
  /** What Vault says in `errors`. */
  readonly texts: readonly string[]
  /** Milliseconds that Vault asked to wait. */
  readonly after: number | undefined
  /** Where it sends us, which is not followed. */
  readonly location: string | undefined

  constructor(
    status: number,
    texts: readonly string[],
    { after, location }: { readonly after: number | undefined; readonly location: string | undefined },
  ) {
    super(`status ${status}`)
    this.name = 'VaultRefusal'
    this.status = status
    this.texts = texts
    this.after = after
    this.location = location
  }
}

/** A call below the mount: `GET` without a body, `POST` with one. */
export interface TransitCall {
  readonly path: string
  readonly body?: { readonly [name: string]: unknown } | undefined
}

/** Makes calls on one mount. */
export interface Caller {
  /** `keys/k` as a policy of Vault names it: `transit/keys/k`. */
  readonly pathOf: (path: string) => string
  readonly clock: Clock
  /** Returns the JSON of an answer with status 200. `timeout` in milliseconds. Throws VaultRefusal, HttpFailure, and what the tokens throw. */
  readonly call: (call: TransitCall, timeout: number) => Promise<unknown>
}

function parseAnswer(body: Uint8Array): unknown {
  try {
    return parseJson(body, 'The answer')
  } catch {
    return undefined
  }
}

function textsOf(answer: unknown): readonly string[] {
  const errors = isJsonObject(answer) ? answer['errors'] : undefined
  return Array.isArray(errors) ? errors.filter((error) => typeof error === 'string') : []
}

/** The caller for `options`. Throws INPUT_INVALID for a mount or a namespace that is not a path. */
export function callerOf({ address, namespace, mount, tls, tokens, clock }: VaultKeyOptions): Caller {
  const path = parseVaultPath(mount ?? DEFAULT_MOUNT, 'vault-transit-path')
  if (namespace !== undefined) parseVaultPath(namespace, 'vault-namespace')
  const http = httpClient(tls)
  const base = `${address.href.replace(/\/+$/, '')}/v1/${path}/`
  const pathOf = (below: string): string =>
    `${path}/${below}${namespace === undefined ? '' : ` in namespace ${namespace}`}`
  const call = async (asked: TransitCall, timeout: number): Promise<unknown> => {
    const headers = {
      'x-vault-token': (await tokens.mint()).token,
      // Agents of Vault may demand it, as a guard against forged requests of browsers.
      'x-vault-request': 'true',
      ...(namespace === undefined ? {} : { 'x-vault-namespace': namespace }),
    }
    const request =
      asked.body === undefined
        ? ({ method: 'GET', headers } as const)
        : ({
            method: 'POST',
            headers: { ...headers, 'content-type': 'application/json' },
            body: JSON.stringify(asked.body),
          } as const)
    const {
      status,
      headers: answered,
      body,
    } = await http(new URL(`${base}${asked.path}`), {
      ...request,
      timeout,
      maxBytes: MAX_ANSWER_BYTES,
    })
    const answer = parseAnswer(body)
    if (status === 200 && answer !== undefined) return answer
    throw new VaultRefusal(status, textsOf(answer), {
      after: retryAfter(answered['retry-after'], clock),
      location: answered['location'],
    })
  }
  return { pathOf, clock, call }
}
