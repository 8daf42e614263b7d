// Opens the genuine client: loaded on first use, pointed at the key vault of the key or at the endpoint that
// replaces it, without retries of its own, because two retry policies multiply.
import type { KeyClientOptions } from '@azure/keyvault-keys'
import { ClawError, type AccessTokens, type Clock, type Mask } from '@open-claw/core'
import { isLoopback } from '@open-claw/net'
import { callAuthorization } from '../authorization.ts'
import { azureCloudAt } from '../clouds.ts'
import { keyVaultPolicies } from '../pipeline.ts'

/** Where the keys are and who asks. */
export interface AzureKeyOptions {
  /** undefined means the key vault that the key URI names; http is only for loopback. */
  readonly endpoint: URL | undefined
  /** Tokens with the scope of `azureCloudAt`. `ambient` uses what the machine has. */
  readonly tokens: AccessTokens | 'ambient'
  /** Masks what `ambient` finds. */
  readonly mask?: Mask | undefined
  readonly clock: Clock
}

/** Options of one call: its abort signal, and the token in its headers. */
export interface CallOptions {
  readonly abortSignal: AbortSignal
  readonly requestOptions: { readonly headers: { readonly authorization: string } }
}

/** A key vault and the way to it. */
export interface KeyVault {
  readonly host: string
  /** Where requests go: `https://host`, or the endpoint. */
  readonly origin: string
  readonly clock: Clock
  /** Made anew for each client, since clients modify their options. */
  readonly clientOptions: () => KeyClientOptions
  /** `timeout` in milliseconds. */
  readonly callOptions: (timeout: number) => Promise<CallOptions>
}

/** A credential without tokens: the client asks it only after a challenge, and no challenge reaches the client. */
export const NO_CREDENTIAL: { getToken(): Promise<null> } = { getToken: async () => null }

function requestOrigin(endpoint: URL | undefined, host: string): string {
  if (endpoint === undefined) return `https://${host}`
  if (endpoint.pathname === '/') return endpoint.origin
  throw new ClawError(
    'INPUT_INVALID',
    'Input key-endpoint: it has a path, which the client of Azure would drop.',
    { remedy: 'Name the endpoint of a vault without a path.' },
  )
}

/** Returns the key vault at `host`. Throws KEY_URI_INVALID for a host outside Azure, which would be sent the token. */
export function keyVaultAt(host: string, { endpoint, tokens, mask, clock }: AzureKeyOptions): KeyVault {
  const authorization = callAuthorization(tokens, azureCloudAt(host).scope, mask)
  const origin = requestOrigin(endpoint, host)
  return {
    host,
    origin,
    clock,
    clientOptions: () => ({
      retryOptions: { maxRetries: 0 },
      redirectOptions: { maxRetries: 0 },
      additionalPolicies: keyVaultPolicies(clock),
      // parseEndpoint allows http only for loopback; checked again where it matters.
      allowInsecureConnection: origin.startsWith('http:') && isLoopback(new URL(origin)),
    }),
    callOptions: async (timeout) => ({
      abortSignal: AbortSignal.timeout(timeout),
      requestOptions: { headers: await authorization() },
    }),
  }
}
