// The client of AWS KMS, loaded on first use, and its credentials.
import type { KMSClient, KMSClientConfig } from '@aws-sdk/client-kms'
import { MACHINE_MS, maskingOnce, within } from '@open-claw/net'
import { ClawError, type Clock, type Mask } from '@open-claw/core'
import type { SessionTokens } from '../session-credentials.ts'
import { clientSettings, NOTHING_LOOKED_UP } from '../client.ts'
import type { AwsKeyName } from '../key-uri.ts'
import { keyRegion } from '../regions.ts'

/** Where the keys are and who asks. */
export interface AwsKeyOptions {
  /** Input `key-endpoint`, which overrides the host in a URI; undefined means that host, or the endpoint of the region. http is only for loopback. */
  readonly endpoint: URL | undefined
  /** Input `aws-region`, for keys named by alias or id; an ARN names its own. */
  readonly region: string | undefined
  /** `ambient` uses what the machine has: environment, profile or metadata server. */
  readonly credentials: SessionTokens | 'ambient'
  /** Masks what `ambient` finds. */
  readonly mask?: Mask | undefined
  readonly clock: Clock
}

/** One attempt at a call: the client, and the options to pass. */
export type Call<T> = (client: KMSClient, options: { readonly abortSignal: AbortSignal }) => Promise<T>

/** Makes calls on one client, which the first call opens. `timeout` in milliseconds. */
export type Caller = <T>(call: Call<T>, timeout: number) => Promise<T>

/** Requests are signed with the time of the service, from its answers. */
const SIGNED: KMSClientConfig = {
  authSchemePreference: ['aws.auth#sigv4'],
  disableClockSkewCorrection: false,
}

/**
 * Returns the client's provider of session credentials. They are marked as expired, so that the client keeps
 * none: `tokens` renews them, on its own clock.
 */
const sessionProvider = (tokens: SessionTokens): NonNullable<KMSClientConfig['credentials']> => {
  const expiration = new Date(0)
  return async () => {
    const { accessKeyId, secretAccessKey, sessionToken } = await tokens.mint()
    return {
      accessKeyId: accessKeyId.reveal(),
      secretAccessKey: secretAccessKey.reveal(),
      sessionToken: sessionToken.reveal(),
      expiration,
    }
  }
}

/**
 * Returns the endpoint of AWS KMS in a region, in the partition that the client knows for it. A client
 * without an endpoint would look for one in variables and profiles first.
 */
export async function awsKmsEndpoint(region: string): Promise<URL> {
  const { KMSClient: Client } = await import('@aws-sdk/client-kms')
  const { config } = new Client({ ...NOTHING_LOOKED_UP, ...SIGNED, region })
  return config.endpointProvider({ Region: region, UseFIPS: false, UseDualStack: false }).url
}

async function openClient(
  credentials: AwsKeyOptions['credentials'],
  region: string,
  endpoint: string | undefined,
): Promise<KMSClient> {
  const { KMSClient: Client } = await import('@aws-sdk/client-kms')
  const target = endpoint === undefined ? await awsKmsEndpoint(region) : new URL(endpoint)
  return new Client({
    ...clientSettings(region, target),
    ...SIGNED,
    ...(credentials === 'ambient' ? {} : { credentials: sessionProvider(credentials) }),
  })
}

/** Gets the credentials before the client is called, which would add details of the request to our error. */
async function checkCredentials(
  client: KMSClient,
  credentials: AwsKeyOptions['credentials'],
  hide: Mask,
): Promise<void> {
  if (credentials !== 'ambient') {
    await credentials.mint()
    return
  }
  // A provider's error may quote the file or the answer that it read.
  const none = (): ClawError =>
    new ClawError(
      'CREDENTIALS_MISSING',
      'credentials: ambient was asked for, but this machine has no credentials for AWS.',
    )
  const given = client.config.credentials().catch(() => {
    throw none()
  })
  const found = await within(MACHINE_MS, given, none)
  for (const value of [found.accessKeyId, found.secretAccessKey, found.sessionToken])
    if (value !== undefined) hide(value)
}

/** Returns callers by key: one client for each region and endpoint. Throws INPUT_MISSING or INPUT_INVALID for a key without a region. */
export function kmsCallers({
  endpoint,
  region: input,
  credentials,
  mask,
}: AwsKeyOptions): (name: AwsKeyName) => Caller {
  const clients = new Map<string, Promise<KMSClient>>()
  const hide = maskingOnce(mask)
  return (name) => {
    const region = keyRegion(name, input)
    const host = name.host === undefined ? undefined : `https://${name.host}`
    const target = endpoint?.href ?? host
    const place = `${region} ${target ?? ''}`
    return async (call, timeout) => {
      const pending = clients.get(place) ?? openClient(credentials, region, target)
      clients.set(place, pending)
      const client = await pending
      await checkCredentials(client, credentials, hide)
      return call(client, { abortSignal: AbortSignal.timeout(timeout) })
    }
  }
}
