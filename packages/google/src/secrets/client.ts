// How the genuine client is reached: loaded on first use, pointed at the endpoint, without retries of
// its own, because two retry policies multiply.
import { getCACertificates } from 'node:tls'
import type { SecretManagerServiceClient } from '@google-cloud/secret-manager/build/src/v1/secret_manager_service_client.js'
import { type AccessTokens, requestHeaders, type RequestHeaders } from '@open-claw/core'
import { grpcProxyOption, isLoopback } from '@open-claw/net'

/** What the service answered, as untrusted as it came. */
export interface AccessedVersion {
  readonly name: string
  readonly data: unknown
  /** Decimal; an int64 comes as a number, a string or a Long. */
  readonly dataCrc32c: string | undefined
}

/** Reads `projects/P/secrets/S/versions/V` within `timeout` milliseconds. Throws what the client throws. */
export type AccessVersion = (name: string, timeout: number) => Promise<AccessedVersion>

const GOOGLE = new URL('https://secretmanager.googleapis.com')
/** Above the largest secret, which has 64 KiB. */
const MAX_ANSWER_BYTES = 1024 * 1024

async function openClient(endpoint: URL | undefined): Promise<SecretManagerServiceClient> {
  const [{ SecretManagerServiceClient: Client }, { PassThroughClient }, { grpc }] = await Promise.all([
    import('@google-cloud/secret-manager/build/src/v1/secret_manager_service_client.js'),
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
    'grpc.max_receive_message_length': MAX_ANSWER_BYTES,
    // Without it the client would look for ambient credentials nobody asked for.
    authClient: new PassThroughClient(),
  })
}

/** A call of AccessSecretVersion on one client, which is made on the first call and kept. */
export function accessVersionWith(
  endpoint: URL | undefined,
  tokens: AccessTokens | RequestHeaders,
): AccessVersion {
  // In the metadata of each call, and not in an authentication client: one that fails to get a token turns
  // our error into an UNAUTHENTICATED of its own, with a text that may quote it.
  const authorization = requestHeaders(tokens)
  let client: Promise<SecretManagerServiceClient> | undefined
  return async (name, timeout) => {
    client ??= openClient(endpoint)
    const [opened, headers] = await Promise.all([client, authorization()])
    const options = { timeout, retry: { retryCodes: [] }, otherArgs: { headers } }
    const [{ name: answered, payload }] = await opened.accessSecretVersion({ name }, options)
    return { name: answered ?? '', data: payload?.data, dataCrc32c: payload?.dataCrc32c?.toString() }
  }
}
