// Signing configs (SigningConfig v0.2 of sigstore_trustroot.proto), read as cosign reads them.
import { ClawError, decodedText, exactObject, parseJson, printable } from '@open-claw/core'
import { parseEndpoint } from '@open-claw/net'
import * as v from 'valibot'
import { isWithin, parseRfc3339 } from '@open-claw/asn1'
import type { SigningServices } from './instances.ts'

const MEDIA_TYPE = 'application/vnd.dev.sigstore.signingconfig.v0.2+json'
const MAX_BYTES = 1024 * 1024
/** More than any instance runs. */
const MAX_SERVICES = 64

const Time = decodedText(parseRfc3339, 'is not a time')

function parseUrl(text: string): URL | undefined {
  try {
    return parseEndpoint(text, 'signing-config')
  } catch {
    return undefined
  }
}
const Url = decodedText(parseUrl, 'is not an https URL')
// Unknown fields are refused: one of them may narrow what another allows.
const Service = exactObject({
  url: Url,
  majorApiVersion: v.pipe(v.number(), v.integer(), v.minValue(1)),
  validFor: exactObject({ start: Time, end: v.optional(Time) }),
  operator: v.optional(v.string(), ''),
})
const Services = v.optional(v.pipe(v.array(Service), v.maxLength(MAX_SERVICES)), [])
const Choice = v.optional(
  exactObject({
    selector: v.picklist(['ALL', 'ANY', 'EXACT']),
    count: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_SERVICES))),
  }),
)

const Config = exactObject({
  mediaType: v.literal(MEDIA_TYPE),
  caUrls: Services,
  oidcUrls: Services,
  rekorTlogUrls: Services,
  rekorTlogConfig: Choice,
  tsaUrls: Services,
  tsaConfig: Choice,
})

type Config = v.InferOutput<typeof Config>
type Service = v.InferOutput<typeof Service>

/** Returns the services in use at `now`, of the highest version that we speak: the newest of each operator, newest first. */
function candidates(services: readonly Service[], versions: readonly number[], now: number): Service[] {
  const valid = services
    .filter(({ majorApiVersion }) => versions.includes(majorApiVersion))
    .filter(({ validFor: { start, end } }) => isWithin(now, { start, end }))
    .toSorted((one, other) => other.validFor.start - one.validFor.start)
  const highest = Math.max(...valid.map(({ majorApiVersion }) => majorApiVersion))
  const newest = new Map<string, Service>()
  for (const service of valid) {
    if (service.majorApiVersion === highest && !newest.has(service.operator))
      newest.set(service.operator, service)
  }
  return [...newest.values()]
}

/** Returns how many services to use: where any of several will do, the newest. */
function serviceCount(choice: Config['tsaConfig'], available: number): number | undefined {
  if (choice?.selector === 'ALL') return available
  return choice?.selector === 'ANY' ? 1 : choice?.count
}

/** Returns the services to use: none if none are named. A named service that cannot be used is an error. */
function select(
  services: readonly Service[],
  choice: Config['tsaConfig'],
  {
    versions,
    now,
    invalid,
  }: { versions: readonly number[]; now: number; invalid: (why: string) => ClawError },
): readonly Service[] {
  if (services.length === 0) return []
  const available = candidates(services, versions, now)
  const count = serviceCount(choice, available.length)
  if (count === undefined) throw invalid('does not say how many of its services are to be asked')
  if (available.length === 0 || available.length < count)
    throw invalid(`asks for ${count} services of a kind of which ${available.length} can be used now`)
  return available.slice(0, count)
}

/**
 * Reads the services that a signing config chooses at `now` (milliseconds since the epoch); `name` is its path,
 * for messages. Throws TRUSTED_ROOT_INVALID or JSON_INVALID.
 */
export function parseSigningConfig(document: Uint8Array, name: string, now: number): SigningServices {
  const invalid = (why: string): ClawError =>
    new ClawError('TRUSTED_ROOT_INVALID', `The signing config "${printable(name)}" ${why}.`)
  const result = v.safeParse(
    Config,
    parseJson(document, `The signing config "${name}"`, { bytes: MAX_BYTES }),
    {
      abortEarly: true,
    },
  )
  if (!result.success) {
    const [issue] = result.issues
    throw invalid(
      `is not valid at ${printable(v.getDotPath(issue) ?? 'its top')}: ${printable(issue.message)}`,
    )
  }
  const { caUrls, rekorTlogUrls, rekorTlogConfig, tsaUrls, tsaConfig } = result.output
  const [authority] = candidates(caUrls, [1], now)
  const [log, ...otherLogs] = select(rekorTlogUrls, rekorTlogConfig, { versions: [1, 2], now, invalid })
  if (otherLogs.length > 0) throw invalid('asks for several logs; one is what can be written to')
  const authorities = select(tsaUrls, tsaConfig, { versions: [1], now, invalid })
  return {
    certificateAuthority: authority?.url,
    timestampAuthorities: authorities.map(({ url }) => url),
    log: log === undefined ? undefined : { url: log.url, version: log.majorApiVersion === 1 ? 1 : 2 },
  }
}
