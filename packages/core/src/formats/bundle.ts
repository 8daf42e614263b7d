// Reads Sigstore bundles (sigstore_bundle.proto, JSON form). It is strict where protobuf readers are lenient, and
// refuses unknown fields, duplicate keys and loose base64. As in protobuf's JSON, null is an absent field.
import { createHash } from 'node:crypto'
import * as v from 'valibot'
import type { HashName } from '../keys/algorithms.ts'
import { ClawError } from '../errors/claw-error.ts'
import { MAX_JSON_BYTES, parseJson } from './json.ts'
import { printable } from './printable.ts'
import {
  AnyObject,
  Base64Bytes,
  MaterialBytes,
  PayloadType,
  ShortText,
  exactObject,
  optionalField,
} from './schemas.ts'
import { sha256FromBytes, type Sha256 } from './sha256.ts'

const VERSIONS = {
  'application/vnd.dev.sigstore.bundle.v0.3+json': '0.3',
  'application/vnd.dev.sigstore.bundle+json;version=0.1': '0.1',
  'application/vnd.dev.sigstore.bundle+json;version=0.2': '0.2',
  'application/vnd.dev.sigstore.bundle+json;version=0.3': '0.3',
} as const
type MediaType = keyof typeof VERSIONS

const isMediaType = (text: unknown): text is MediaType =>
  typeof text === 'string' && Object.hasOwn(VERSIONS, text)

const HASHES = { SHA2_256: 'sha256', SHA2_384: 'sha384', SHA2_512: 'sha512' } as const satisfies Record<
  string,
  HashName
>
/** A statement at its limit, in base64, with room for keys, log entries and timestamps. */
export const MAX_BUNDLE_BYTES: number = 1.5 * MAX_JSON_BYTES
/** Log entries or timestamps: more than any signer writes. */
const MAX_ENTRIES = 32
/**
 * Values of the document itself; its payload is one of them. As many log entries as there may be, each with
 * the longest proof (63 hashes) and 17 fields, come to 2,560, and certificates and timestamps to 128.
 */
export const BUNDLE_LIMITS = { bytes: MAX_BUNDLE_BYTES, nodes: 4096 } as const

/** Their verifier reads them further. */
const LogEntries = v.pipe(v.array(AnyObject), v.maxLength(MAX_ENTRIES))
const Timestamps = v.pipe(v.array(exactObject({ signedTimestamp: MaterialBytes })), v.maxLength(MAX_ENTRIES))
const Certificate = exactObject({ rawBytes: MaterialBytes })

const Bundle = exactObject({
  mediaType: v.custom<MediaType>(isMediaType, 'is not a media type of a Sigstore bundle'),
  verificationMaterial: exactObject({
    publicKey: optionalField(exactObject({ hint: v.nullish(ShortText, '') })),
    certificate: optionalField(Certificate),
    x509CertificateChain: optionalField(
      exactObject({ certificates: v.pipe(v.array(Certificate), v.maxLength(MAX_ENTRIES)) }),
    ),
    tlogEntries: v.nullish(LogEntries, []),
    timestampVerificationData: optionalField(exactObject({ rfc3161Timestamps: v.nullish(Timestamps, []) })),
  }),
  dsseEnvelope: optionalField(
    exactObject({
      payload: Base64Bytes,
      payloadType: PayloadType,
      // sigstore_bundle.proto: "dsse_envelope MUST contain exactly one signature".
      signatures: v.pipe(
        v.array(exactObject({ sig: MaterialBytes, keyid: v.nullish(ShortText, '') })),
        v.length(1),
      ),
    }),
  ),
  messageSignature: optionalField(
    exactObject({
      messageDigest: optionalField(
        exactObject({ algorithm: v.picklist(['SHA2_256', 'SHA2_384', 'SHA2_512']), digest: Base64Bytes }),
      ),
      signature: MaterialBytes,
    }),
  ),
})

type BundleJson = v.InferOutput<typeof Bundle>

export type BundleContent =
  | {
      readonly kind: 'envelope'
      readonly payloadType: string
      readonly payload: Buffer
      readonly signature: Buffer
    }
  | { readonly kind: 'message'; readonly hash: HashName; readonly digest: Buffer; readonly signature: Buffer }

/** A signature over a file that the bundle does not identify: the digest is optional (sigstore_common.proto, MessageSignature). */
interface UnidentifiedContent {
  readonly kind: 'unidentified'
  readonly signature: Buffer
}

/** The signer that the bundle claims. */
export type BundleSigner =
  /** `hint` is an unauthenticated pointer to the key. */
  | { readonly kind: 'key'; readonly hint: string }
  /** DER, the signing certificate first. The others are not trusted for being there. */
  | { readonly kind: 'certificate'; readonly chain: readonly [Buffer, ...Buffer[]] }

/** A well-formed bundle. Nothing in it is verified yet. */
export interface SigstoreBundle {
  /** The SHA-256 of the document. */
  readonly digest: Sha256
  /** From 0.2 on, a log entry needs a proof of inclusion. */
  readonly version: '0.1' | '0.2' | '0.3'
  readonly signer: BundleSigner
  readonly content: BundleContent | UnidentifiedContent
  /** JSON of TransparencyLogEntry (sigstore_rekor.proto). */
  readonly logEntries: readonly { readonly [field: string]: unknown }[]
  /** DER of RFC 3161 TimeStampResp. */
  readonly timestamps: readonly Buffer[]
}

function readContent({ dsseEnvelope, messageSignature }: BundleJson): SigstoreBundle['content'] | undefined {
  if ((dsseEnvelope === undefined) === (messageSignature === undefined)) return undefined
  if (messageSignature !== undefined) {
    const { messageDigest, signature } = messageSignature
    if (messageDigest === undefined) return { kind: 'unidentified', signature }
    return { kind: 'message', hash: HASHES[messageDigest.algorithm], digest: messageDigest.digest, signature }
  }
  const signature = dsseEnvelope?.signatures[0]?.sig
  if (dsseEnvelope === undefined || signature === undefined) return undefined
  return { kind: 'envelope', payloadType: dsseEnvelope.payloadType, payload: dsseEnvelope.payload, signature }
}

type Material = BundleJson['verificationMaterial']

function certificateSigner(
  { certificate, x509CertificateChain }: Material,
  refusal: (why: string) => ClawError,
): BundleSigner {
  const certificates = certificate === undefined ? (x509CertificateChain?.certificates ?? []) : [certificate]
  const [leaf, ...others] = certificates.map(({ rawBytes }) => rawBytes)
  if (leaf === undefined) throw refusal('has an empty certificate chain')
  return { kind: 'certificate', chain: [leaf, ...others] }
}

function readSigner(
  { verificationMaterial, dsseEnvelope }: BundleJson,
  refusal: (why: string) => ClawError,
): BundleSigner {
  const { publicKey, certificate, x509CertificateChain } = verificationMaterial
  const given = [publicKey, certificate, x509CertificateChain].filter((material) => material !== undefined)
  if (given.length !== 1)
    throw refusal('needs exactly one of publicKey, certificate and x509CertificateChain')
  if (publicKey === undefined) return certificateSigner(verificationMaterial, refusal)
  const keyid = dsseEnvelope?.signatures[0]?.keyid ?? ''
  // sigstore_common.proto, PublicKeyIdentifier: a DSSE keyid must be the hint.
  if (keyid !== '' && keyid !== publicKey.hint)
    throw refusal('names one key in its hint and another in its envelope')
  return { kind: 'key', hint: publicKey.hint }
}

/** The field that makes a JSON document a Sigstore bundle. */
export const BUNDLE_FORM = 'mediaType'

/** Reads a bundle from the value of a JSON document; `name` is for messages. Throws BUNDLE_INVALID. */
export function bundleFromJson(json: unknown, document: Uint8Array, name: string): SigstoreBundle {
  const refusal = (why: string): ClawError =>
    new ClawError('BUNDLE_INVALID', `The bundle "${printable(name)}" ${why}.`)
  const result = v.safeParse(Bundle, json, { abortEarly: true })
  if (!result.success) {
    const [issue] = result.issues
    throw refusal(
      `is not valid at ${printable(v.getDotPath(issue) ?? 'its top')}: ${printable(issue.message)}`,
    )
  }
  const content = readContent(result.output)
  if (content === undefined) throw refusal('needs exactly one of dsseEnvelope and messageSignature')
  const { tlogEntries, timestampVerificationData } = result.output.verificationMaterial
  return {
    digest: sha256FromBytes(createHash('sha256').update(document).digest()),
    version: VERSIONS[result.output.mediaType],
    signer: readSigner(result.output, refusal),
    content,
    logEntries: tlogEntries,
    timestamps: (timestampVerificationData?.rfc3161Timestamps ?? []).map(
      ({ signedTimestamp }) => signedTimestamp,
    ),
  }
}

/** Reads one bundle; `name` is its path, for messages. Throws BUNDLE_INVALID or JSON_INVALID. */
export const parseBundle = (document: Uint8Array, name: string): SigstoreBundle =>
  bundleFromJson(parseJson(document, `The bundle "${name}"`, BUNDLE_LIMITS), document, name)
