// The client of STS, loaded on first use, and the meaning of its failures. An endpoint from elsewhere would
// receive the token of the job.
import type { STSClient, STSClientConfig } from '@aws-sdk/client-sts'
import { knownCause, clockSkew, CONNECTION_CAUSES, retryAfter, RequestFailure } from '@open-claw/net'
import { systemCode, isJsonObject, type Clock } from '@open-claw/core'
import { clientSettings, NOTHING_LOOKED_UP } from './client.ts'
import { STS_CAUSES } from './sts-causes.ts'

/** The call needs only the token of the job: no credentials are looked for. */
const ANONYMOUS: STSClientConfig = { authSchemePreference: ['smithy.api#noAuth'] }

/** Returns the endpoint of STS in a region, in the partition that the client knows for it. */
export async function awsStsEndpoint(region: string): Promise<URL> {
  const { STSClient: Client } = await import('@aws-sdk/client-sts')
  const { config } = new Client({ ...NOTHING_LOOKED_UP, ...ANONYMOUS, region })
  const options = { Region: region, UseFIPS: false, UseDualStack: false, UseGlobalEndpoint: false }
  return config.endpointProvider(options).url
}

/** Opens the client for a region; without `endpoint` it uses the endpoint of the region, in its partition. */
export async function openSts(region: string, endpoint: URL | undefined): Promise<STSClient> {
  const { STSClient: Client } = await import('@aws-sdk/client-sts')
  const target = endpoint ?? (await awsStsEndpoint(region))
  return new Client({ ...clientSettings(region, target), ...ANONYMOUS })
}

function noAnswer(error: unknown): RequestFailure {
  const reason = systemCode(error)
  return new RequestFailure({ reason, told: knownCause(CONNECTION_CAUSES, { reason }) })
}

const textHeader = (headers: unknown, name: string): string | undefined => {
  const value = isJsonObject(headers) ? headers[name] : undefined
  return typeof value === 'string' ? value : undefined
}

function answerFailure(
  { statusCode: status, headers }: { readonly [key: string]: unknown },
  { name, message }: Error,
  clock: Clock,
): RequestFailure {
  if (typeof status !== 'number') return noAnswer(undefined)
  // An unreadable answer was cut off in transit.
  if (status < 300) return new RequestFailure({ status, reason: 'cut or malformed', passes: true })
  const reason = /^[A-Za-z]{1,64}$/.test(name) ? name : undefined
  const skew = clockSkew(textHeader(headers, 'date'), clock)
  return new RequestFailure({
    status,
    reason,
    after: retryAfter(textHeader(headers, 'retry-after'), clock),
    told: knownCause(STS_CAUSES, { reason, text: message, skew }),
  })
}

/** Reads an error of the client. It holds the answer and may quote the request: only status and name are shown. */
export function stsFailure(error: unknown, clock: Clock): RequestFailure {
  if (!(error instanceof Error && '$response' in error)) return noAnswer(error)
  const { $response: response } = error
  return isJsonObject(response) ? answerFailure(response, error, clock) : noAnswer(error)
}
