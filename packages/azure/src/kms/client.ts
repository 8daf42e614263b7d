// How the genuine client is reached: loaded on first use, pointed at the key vault of the key or at the
// endpoint in its place, without retries of its own, because two retry policies multiply.
import type { KeyClientOptions } from '@azure/keyvault-keys'
import { ClawError, type AccessTokens, type Clock, type Mask } from '@open-claw/core'
import { isLoopback } from '@open-claw/net'
import { authorizationOf } from '../authorization.ts'
import { azureCloudOf } from '../clouds.ts'
import { keyVaultPolicies } from '../pipeline.ts'

/** Where the keys are and who asks. */
export interface AzureKeyOptions {
  /** undefined means the key vault that the key URI names; http is for loopback alone. */
  readonly endpoint: URL | undefined
  /** Of the scope that `azureCloudOf` tells. `ambient` uses what the machine has. */
  readonly tokens: AccessTokens | 'ambient'
  /** Hides what `ambient` finds. */
  readonly mask?: Mask | undefined
  readonly clock: Clock
}

/** Options of one call: its end, and the token in its headers. */
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
  /** Made anew for each client, for clients change what they are given. */
  readonly clientOptions: () => KeyClientOptions
  /** `timeout` in milliseconds. */
  readonly callOptions: (timeout: number) => Promise<CallOptions>
}

/** The client asks it for tokens after a challenge alone, and no challenge gets that far. */
export const NO_CREDENTIAL: { getToken(): Promise<null> } = { getToken: async () => null }

function originOf(endpoint: URL | undefined, host: string): string {
  if (endpoint === undefined) return `https://${host}`
  if (endpoint.pathname === '/') return endpoint.origin
  throw new ClawError(
    'INPUT_INVALID',
    'Input key-endpoint: it has a path, which the client of Azure would drop.',
    { remedy: 'Name the endpoint of a vault without a path.' },
  )
}

/** The key vault at `host`. Throws KEY_URI_INVALID for a host that is none of Azure's: it would be sent the token. */
export function keyVaultAt(host: string, { endpoint, tokens, mask, clock }: AzureKeyOptions): KeyVault {
  const authorization = authorizationOf(tokens, azureCloudOf(host).scope, mask)
  const origin = originOf(endpoint, host)
  return {
    host,
    origin,
    clock,
    clientOptions: () => ({
      retryOptions: { maxRetries: 0 },
      redirectOptions: { maxRetries: 0 },
      additionalPolicies: keyVaultPolicies(clock),
      // parseEndpoint lets http through for loopback alone; checked again where it matters.
      allowInsecureConnection: origin.startsWith('http:') && isLoopback(new URL(origin)),
    }),
    callOptions: async (timeout) => ({
      abortSignal: AbortSignal.timeout(timeout),
      requestOptions: { headers: await authorization() },
    }),
  }
}
