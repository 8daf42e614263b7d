// How the genuine client of STS is reached: loaded on first use, without retries of its own, and with
// nothing taken from the environment or a profile, where an earlier step could have left an endpoint of
// its own for the token of the job.
import type { STSClient, STSClientConfig } from '@aws-sdk/client-sts'
import {
  boundedBytes,
  knownCause,
  clockSkew,
  CONNECTION_CAUSES,
  retryAfter,
  tlsAgent,
  RequestFailure,
} from '@open-claw/net'
import { systemCode, isJsonObject, type Clock } from '@open-claw/core'
import { STS_CAUSES } from './sts-causes.ts'

/** Above any session that STS gives. */
const MAX_ANSWER_BYTES = 256 * 1024

const collectAnswer = async (stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> =>
  new Uint8Array(
    await boundedBytes(
      stream,
      MAX_ANSWER_BYTES,
      () => new Error('The answer is larger than any that is expected.'),
    ),
  )

/** Each of these would otherwise be a variable or a line of a profile. */
const NOTHING_LOOKED_UP: STSClientConfig = {
  useDualstackEndpoint: false,
  useFipsEndpoint: false,
  // The token of the job is all that the call needs: no credentials are looked for.
  authSchemePreference: ['smithy.api#noAuth'],
  defaultsMode: 'standard',
  retryMode: 'standard',
  // Two retry policies multiply.
  maxAttempts: 1,
  userAgentAppId: 'open-claw',
}

/** Where STS is in a region, in the partition that the client knows for it. */
export async function awsStsEndpoint(region: string): Promise<URL> {
  const { STSClient: Client } = await import('@aws-sdk/client-sts')
  const { config } = new Client({ ...NOTHING_LOOKED_UP, region })
  const options = { Region: region, UseFIPS: false, UseDualStack: false, UseGlobalEndpoint: false }
  return config.endpointProvider(options).url
}

/** The client for a region; without `endpoint` it asks the one of the region, in the partition of the region. */
export async function openSts(region: string, endpoint: URL | undefined): Promise<STSClient> {
  const { STSClient: Client } = await import('@aws-sdk/client-sts')
  const target = endpoint ?? (await awsStsEndpoint(region))
  return new Client({
    ...NOTHING_LOOKED_UP,
    region,
    endpoint: target.href,
    // The client's own agent knows no proxy.
    requestHandler: { httpsAgent: tlsAgent(target) },
    streamCollector: collectAnswer,
  })
}

function noAnswer(error: unknown): RequestFailure {
  const reason = systemCode(error)
  return new RequestFailure({ reason, told: knownCause(CONNECTION_CAUSES, { reason }) })
}

const headerOf = (headers: unknown, name: string): string | undefined => {
  const value = isJsonObject(headers) ? headers[name] : undefined
  return typeof value === 'string' ? value : undefined
}

function failureOf(
  { statusCode: status, headers }: { readonly [key: string]: unknown },
  { name, message }: Error,
  clock: Clock,
): RequestFailure {
  if (typeof status !== 'number') return noAnswer(undefined)
  // An answer that cannot be read was cut on its way.
  if (status < 300) return new RequestFailure({ status, reason: 'cut or malformed', passes: true })
  const reason = /^[A-Za-z]{1,64}$/.test(name) ? name : undefined
  const skew = clockSkew(headerOf(headers, 'date'), clock)
  return new RequestFailure({
    status,
    reason,
    after: retryAfter(headerOf(headers, 'retry-after'), clock),
    told: knownCause(STS_CAUSES, { reason, text: message, skew }),
  })
}

/** The client's own error holds the answer and may quote the request: status and name alone are shown. */
export function stsFailure(error: unknown, clock: Clock): RequestFailure {
  if (!(error instanceof Error && '$response' in error)) return noAnswer(error)
  const { $response: response } = error
  return isJsonObject(response) ? failureOf(response, error, clock) : noAnswer(error)
}
