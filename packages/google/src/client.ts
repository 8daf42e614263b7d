// Sets up the genuine client of any Google API: loaded on first use, pointed at the endpoint, without retries
// of its own, because two retry policies multiply. A guard for one API guards all of them.
import { getCACertificates } from 'node:tls'
import type { ClientOptions } from 'google-gax'
import { isLoopback } from '@open-claw/net'
import { grpcProxyOption } from './grpc-proxy.ts'
import { requestHeaders, type AccessTokens, type RequestHeaders } from '@open-claw/core'

/** What differs between APIs. */
export interface GoogleApi<Client> {
  /** Google's own endpoint. */
  readonly endpoint: URL
  /** Larger than any answer of the API. */
  readonly maxAnswerBytes: number
  /** Loads one file: the whole package also has clients of other APIs. */
  readonly load: () => Promise<new (options: ClientOptions) => Client>
}

/** Where an API is and who asks. */
export interface GoogleAccess {
  /** undefined means Google's endpoint; http is only for loopback. */
  readonly endpoint: URL | undefined
  readonly tokens: AccessTokens | RequestHeaders
}

async function openClient<Client>(api: GoogleApi<Client>, endpoint: URL | undefined): Promise<Client> {
  const [Client, { PassThroughClient }, { grpc }] = await Promise.all([
    api.load(),
    import('google-auth-library'),
    import('google-gax'),
  ])
  const target = endpoint ?? api.endpoint
  // parseEndpoint allows http only for loopback; checked again where it matters.
  const insecure = target.protocol === 'http:' && isLoopback(target)
  // Node's roots: without them gRPC would read its roots from an environment variable, which an earlier
  // step could have set.
  const roots = Buffer.from(getCACertificates('default').join('\n'))
  return new Client({
    // Set even though they are the defaults: the client would read them from the environment, where an
    // earlier step could name its own domain and receive the access token.
    universeDomain: 'googleapis.com',
    apiEndpoint: target.hostname,
    // A port inside apiEndpoint would be taken as part of the host.
    port: Number(target.port === '' ? '443' : target.port),
    ...grpcProxyOption(target),
    sslCreds: insecure ? grpc.credentials.createInsecure() : grpc.credentials.createSsl(roots),
    // Without it the client would look for ambient credentials that were not asked for.
    authClient: new PassThroughClient(),
    'grpc.max_receive_message_length': api.maxAnswerBytes,
  })
}

/** Options of one call: its timeout in milliseconds, no retries, the token in its metadata. */
export interface CallOptions {
  readonly timeout: number
  readonly retry: { readonly retryCodes: number[] }
  readonly otherArgs: { readonly headers: { readonly [name: string]: string } }
}

/** One attempt at a call: the client, and the options to pass. */
export type Call<Client, T> = (client: Client, options: CallOptions) => Promise<T>

/** Makes calls on one client, which the first call opens. `timeout` in milliseconds. */
export type Caller<Client> = <T>(call: Call<Client, T>, timeout: number) => Promise<T>

/** Makes calls of `api`. Throws what the client throws, and the ClawErrors of the credentials. */
export function googleCaller<Client>(
  api: GoogleApi<Client>,
  { endpoint, tokens }: GoogleAccess,
): Caller<Client> {
  // Sent in the metadata of each call, not through an authentication client: a client that fails to get a
  // token turns our error into its own UNAUTHENTICATED, with a text that may quote it.
  const authorization = requestHeaders(tokens)
  let client: Promise<Client> | undefined
  return async (call, timeout) => {
    client ??= openClient(api, endpoint)
    const [opened, headers] = await Promise.all([client, authorization()])
    return call(opened, { timeout, retry: { retryCodes: [] }, otherArgs: { headers } })
  }
}
