// How the genuine client is reached: loaded on first use, pointed at the endpoint, without retries of
// its own, because two retry policies multiply.
import { getCACertificates } from 'node:tls'
import type { KeyManagementServiceClient } from '@google-cloud/kms/build/src/v1/key_management_service_client.js'
import { grpcProxyOption, isLoopback } from '@open-claw/net'
import { requestHeaders, type AccessTokens, type Clock, type RequestHeaders } from '@open-claw/core'

/** Scope of Cloud KMS alone; the clients' default is every API of Google Cloud. */
export const KMS_SCOPE = 'https://www.googleapis.com/auth/cloudkms'

/** Where the keys are and who asks. */
export interface GoogleKeyOptions {
  /** undefined means Google's endpoint; http is for loopback alone. */
  readonly endpoint: URL | undefined
  /** Of KMS_SCOPE. */
  readonly tokens: AccessTokens | RequestHeaders
  readonly clock: Clock
}

const GOOGLE = new URL('https://cloudkms.googleapis.com')
/** Above any public key, signature or page of versions that the API gives. */
const MAX_ANSWER_BYTES = 4 * 1024 * 1024

async function openClient(endpoint: URL | undefined): Promise<KeyManagementServiceClient> {
  const [{ KeyManagementServiceClient: Client }, { PassThroughClient }, { grpc }] = await Promise.all([
    import('@google-cloud/kms/build/src/v1/key_management_service_client.js'),
    import('google-auth-library'),
    import('google-gax'),
  ])
  const target = endpoint ?? GOOGLE
  // parseEndpoint lets http through for loopback alone; checked again where it matters.
  const insecure = target.protocol === 'http:' && isLoopback(target)
  // The roots of Node: without them gRPC would take its own from an environment variable, which an
  // earlier step could have set.
  const roots = Buffer.from(getCACertificates('default').join('\n'))
  return new Client({
    // Set even where they are the default: the client would take them from the environment, where an
    // earlier step could name a domain of its own and be sent the access token.
    universeDomain: 'googleapis.com',
    apiEndpoint: target.hostname,
    // A port inside apiEndpoint is taken for a part of the host.
    port: Number(target.port === '' ? '443' : target.port),
    ...grpcProxyOption(target),
    sslCreds: insecure ? grpc.credentials.createInsecure() : grpc.credentials.createSsl(roots),
    // Without it the client would look for ambient credentials nobody asked for.
    authClient: new PassThroughClient(),
    'grpc.max_receive_message_length': MAX_ANSWER_BYTES,
  })
}

/** Options of one call: its time in milliseconds, no retries, the token in its metadata. */
export interface CallOptions {
  readonly timeout: number
  readonly retry: { readonly retryCodes: number[] }
  readonly otherArgs: { readonly headers: { readonly [name: string]: string } }
}

/** One attempt at a call: the client, and the options to pass. */
export type Call<T> = (client: KeyManagementServiceClient, options: CallOptions) => Promise<T>

/** Makes calls on one client, which is opened on the first. `timeout` in milliseconds. */
export type Caller = <T>(call: Call<T>, timeout: number) => Promise<T>

/** The caller for `options`. Throws what the client throws, and the ClawErrors of the credentials. */
export function callerOf({ endpoint, tokens }: GoogleKeyOptions): Caller {
  // In the metadata of each call, and not in an authentication client: one that fails to get a token turns
  // our error into an UNAUTHENTICATED of its own, with a text that may quote it.
  const authorization = requestHeaders(tokens)
  let client: Promise<KeyManagementServiceClient> | undefined
  return async (call, timeout) => {
    client ??= openClient(endpoint)
    const [opened, headers] = await Promise.all([client, authorization()])
    return call(opened, { timeout, retry: { retryCodes: [] }, otherArgs: { headers } })
  }
}
