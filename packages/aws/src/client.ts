// Sets up the genuine AWS clients: without retries of their own, and with nothing read from the environment or
// a profile, where an earlier step could have left another endpoint. A guard for one guards all of them.
import type { KMSClientConfig } from '@aws-sdk/client-kms'
import type { STSClientConfig } from '@aws-sdk/client-sts'
import { boundedBytes, tlsAgent } from '@open-claw/net'

/** Above any session, public key or signature from AWS. */
const MAX_ANSWER_BYTES = 256 * 1024

const collectAnswer = async (stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> =>
  new Uint8Array(
    await boundedBytes(stream, MAX_ANSWER_BYTES, () => new Error('The answer is larger than expected.')),
  )

/** Everything that a client would otherwise look up in a variable or a profile. */
export const NOTHING_LOOKED_UP = {
  useDualstackEndpoint: false,
  useFipsEndpoint: false,
  defaultsMode: 'standard',
  retryMode: 'standard',
  // Two retry policies multiply.
  maxAttempts: 1,
  userAgentAppId: 'open-claw',
} as const satisfies KMSClientConfig & STSClientConfig

/** Returns the settings of a client that calls `endpoint` in `region`. */
export const clientSettings = (region: string, endpoint: URL) => ({
  ...NOTHING_LOOKED_UP,
  region,
  endpoint: endpoint.href,
  // The client's own agent ignores the proxy.
  requestHandler: { httpsAgent: tlsAgent(endpoint) },
  streamCollector: collectAnswer,
})
