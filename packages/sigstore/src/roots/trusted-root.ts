// Reads trusted roots (sigstore_trustroot.proto, JSON form). Reading only half of a root would trust only half
// of what it says, so unknown fields, unknown kinds of keys and periods without a start are refused.
import {
  Base64Bytes,
  ClawError,
  decodedText,
  exactObject,
  optionalField,
  parseJson,
  printable,
} from '@open-claw/core'
import * as v from 'valibot'
import { parseRfc3339, type Period } from '@open-claw/asn1'
import { isKeyDetailsName, type KeyDetailsName } from './key-details.ts'

const MEDIA_TYPES = [
  'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
  'application/vnd.dev.sigstore.trustedroot.v0.1+json',
  'application/vnd.dev.sigstore.trustedroot.v0.2+json',
] as const

/** The root of the public-good instance has 10 kB after five years. */
export const MAX_TRUSTED_ROOT_BYTES: number = 1024 * 1024
/** Limits the authorities and logs of a root, and the certificates of a chain. */
const MAX_ITEMS = 64

const Time = decodedText(parseRfc3339, 'is not a time of RFC 3339')
/** If the start is missing, some readers assume 1970, which would trust a key before it was made. */
const TimeRange = v.pipe(
  exactObject({ start: Time, end: optionalField(Time) }),
  v.check(({ start, end }) => end === undefined || start <= end, 'ends before it begins'),
  v.transform(({ start, end }): Period => ({ start, end })),
)
const LogId = exactObject({ keyId: Base64Bytes })
const Text = v.nullish(v.string(), '')

const Log = exactObject({
  baseUrl: v.string(),
  hashAlgorithm: v.literal('SHA2_256'),
  publicKey: exactObject({
    rawBytes: Base64Bytes,
    keyDetails: v.custom<KeyDetailsName>(isKeyDetailsName, 'is a kind of key that is not supported'),
    validFor: TimeRange,
  }),
  logId: LogId,
  checkpointKeyId: optionalField(LogId),
  operator: Text,
})
const Authority = exactObject({
  subject: v.nullish(exactObject({ organization: Text, commonName: Text }), {}),
  uri: Text,
  certChain: exactObject({
    certificates: v.pipe(
      v.array(exactObject({ rawBytes: Base64Bytes })),
      v.minLength(1, 'has no certificate'),
      v.maxLength(MAX_ITEMS),
    ),
  }),
  validFor: TimeRange,
  operator: Text,
})
const boundedList = <S extends v.GenericSchema>(item: S) =>
  v.nullish(v.pipe(v.array(item), v.maxLength(MAX_ITEMS)), [])

const TrustedRoot = exactObject({
  mediaType: v.picklist(MEDIA_TYPES, 'is not a media type of a trusted root'),
  tlogs: boundedList(Log),
  certificateAuthorities: boundedList(Authority),
  ctlogs: boundedList(Log),
  timestampAuthorities: boundedList(Authority),
})

type TrustedRootJson = v.InferOutput<typeof TrustedRoot>
export type LogJson = TrustedRootJson['tlogs'][number]
export type AuthorityJson = TrustedRootJson['timestampAuthorities'][number]

/** A well-formed trusted root. Its certificates and keys have not been read yet. */
export interface TrustedRootMaterial extends Omit<TrustedRootJson, 'mediaType'> {
  /** For messages. */
  readonly name: string
}

export const rootInvalid = (message: string): ClawError => new ClawError('TRUSTED_ROOT_INVALID', message)

/** Reads a trusted root from a JSON value. Throws TRUSTED_ROOT_INVALID. */
export function trustedRootFromJson(json: unknown, name: string): TrustedRootMaterial {
  const result = v.safeParse(TrustedRoot, json, { abortEarly: true })
  if (!result.success) {
    const [issue] = result.issues
    const where = printable(v.getDotPath(issue) ?? 'its top')
    throw rootInvalid(
      `The trusted root "${printable(name)}" is not valid at ${where}: ${printable(issue.message)}.`,
    )
  }
  const { mediaType: _, ...material } = result.output
  return { ...material, name }
}

/** Reads a trusted root; `name` is its path, for messages. Throws TRUSTED_ROOT_INVALID. */
export function parseTrustedRoot(document: Uint8Array, name: string): TrustedRootMaterial {
  let json: unknown
  try {
    json = parseJson(document, `The trusted root "${name}"`, { bytes: MAX_TRUSTED_ROOT_BYTES })
  } catch (cause) {
    throw cause instanceof ClawError ? new ClawError('TRUSTED_ROOT_INVALID', cause.message, { cause }) : cause
  }
  return trustedRootFromJson(json, name)
}
