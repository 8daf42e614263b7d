// How the genuine client is reached: loaded on first use, pointed at the endpoint, without retries of
// its own, because two retry policies multiply.
import type { KeyManagementServiceClient } from '@google-cloud/kms/build/src/v1/key_management_service_client.js'
import { isLoopback, type AccessTokens, type Clock } from '@open-claw/core'

/** Enough for keys alone; narrower than the default of the client. */
export const KMS_SCOPE = 'https://www.googleapis.com/auth/cloudkms'

export interface GoogleKeyOptions {
  /** undefined means Google's endpoint; http is for loopback alone. */
  readonly endpoint: URL | undefined
  /** `ambient` uses what the machine has: metadata server, profile or environment. */
  readonly tokens: AccessTokens | 'ambient'
  readonly clock: Clock
}

const GOOGLE = new URL('https://cloudkms.googleapis.com')

async function openClient(endpoint: URL | undefined, ambient: boolean): Promise<KeyManagementServiceClient> {
  const [{ KeyManagementServiceClient: Client }, { PassThroughClient }, { grpc }] = await Promise.all([
    import('@google-cloud/kms/build/src/v1/key_management_service_client.js'),
    import('google-auth-library'),
    import('google-gax'),
  ])
  const target = endpoint ?? GOOGLE
  // parseEndpoint lets http through for loopback alone; checked again where it matters.
  const insecure = target.protocol === 'http:' && isLoopback(target)
  return new Client({
    // Set even where they are the default: the client would take them from the environment, where an
    // earlier step could name a domain of its own and be sent the access token.
    universeDomain: 'googleapis.com',
    apiEndpoint: target.hostname,
    // A port inside apiEndpoint is taken for a part of the host.
    port: Number(target.port === '' ? '443' : target.port),
    ...(insecure ? { sslCreds: grpc.credentials.createInsecure() } : {}),
    // Without it the client would look for ambient credentials nobody asked for.
    ...(ambient ? {} : { authClient: new PassThroughClient() }),
  })
}

/** Options of one call: its time, no retries, the token in its metadata. */
export interface CallOptions {
  readonly timeout: number
  readonly retry: { readonly retryCodes: number[] }
  readonly otherArgs: { readonly headers: { readonly [name: string]: string } }
}

/** One attempt at a call: the client, and the options to pass. */
export type Call<T> = (client: KeyManagementServiceClient, options: CallOptions) => Promise<T>

/** Makes calls on one client, which is opened on the first. `timeout` in milliseconds. */
export type Caller = <T>(call: Call<T>, timeout: number) => Promise<T>

/**
 * The token goes into the metadata of each call and not into an authentication client: one that fails
 * to get a token turns our error into an UNAUTHENTICATED of its own, with a text that may quote it.
 */
export function callerOf({ endpoint, tokens }: GoogleKeyOptions): Caller {
  let client: Promise<KeyManagementServiceClient> | undefined
  return async (call, timeout) => {
    client ??= openClient(endpoint, tokens === 'ambient')
    const [opened, headers] = await Promise.all([
      client,
      tokens === 'ambient' ? {} : tokens.mint().then(({ token }) => ({ authorization: `Bearer ${token}` })),
    ])
    return call(opened, { timeout, retry: { retryCodes: [] }, otherArgs: { headers } })
  }
}
