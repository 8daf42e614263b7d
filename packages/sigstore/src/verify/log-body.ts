// Reads the bodies that Rekor v1 and v2 write, and checks whether one is about a bundle.
import { createHash } from 'node:crypto'
import {
  ClawError,
  decodeBase64,
  decodedText,
  decodePem,
  MAX_MATERIAL_BYTES,
  parseJson,
  preAuthEncoding,
  type HashName,
  type SigstoreBundle,
} from '@open-claw/core'
import * as v from 'valibot'

/** The certificate or the SubjectPublicKeyInfo of the key, in DER, that verifies the signature of a bundle. */
export interface Verifier {
  readonly kind: 'certificate' | 'key'
  readonly der: Uint8Array
}

/** The signature that an entry must be about. */
export interface LoggedSignature {
  readonly content: SigstoreBundle['content']
  readonly verifier: Verifier
}

/** The claims of one body. */
interface Body {
  readonly digest: {
    /** The digest is over what the bundle signs, or over the payload of its envelope. */
    readonly of: 'signed' | 'payload'
    readonly hash: HashName
    readonly value: Buffer
  }
  readonly signature: Buffer
  readonly verifier: { readonly kind: string; readonly der: Buffer }
}

const decoded = <T>(decode: (text: string) => T | undefined) => decodedText(decode, 'cannot be decoded')

const Base64 = decoded(decodeBase64)
const Hex = decoded((text) => (/^(?:[0-9a-f]{2})+$/.test(text) ? Buffer.from(text, 'hex') : undefined))
/** Rekor keeps the base64 of a signature as bytes, and encodes these in base64 again. */
const TwiceBase64 = decoded((text) => {
  const once = decodeBase64(text)
  return once === undefined ? undefined : (decodeBase64(once.toString('latin1')) ?? once)
})

const KINDS: ReadonlyMap<string | undefined, Verifier['kind']> = new Map([
  ['CERTIFICATE', 'certificate'],
  ['PUBLIC KEY', 'key'],
])

/** One PEM block in base64. Undefined for anything else. */
const PemVerifier = v.pipe(
  Base64,
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const { label, der } = decodePem(dataset.value.toString('latin1')) ?? {}
    const kind = KINDS.get(label)
    if (kind !== undefined && der !== undefined) return { kind, der }
    addIssue({ message: 'is no certificate or public key' })
    return NEVER
  }),
)
const RawVerifier = v.pipe(
  v.union([
    v.object({ x509Certificate: v.object({ rawBytes: Base64 }) }),
    v.object({ publicKey: v.object({ rawBytes: Base64 }) }),
  ]),
  v.transform((verifier) =>
    'publicKey' in verifier
      ? { kind: 'key', der: verifier.publicKey.rawBytes }
      : { kind: 'certificate', der: verifier.x509Certificate.rawBytes },
  ),
)

const HashV1 = v.object({ algorithm: v.picklist(['sha256', 'sha384', 'sha512']), value: Hex })
const HASHES = { SHA2_256: 'sha256', SHA2_384: 'sha384', SHA2_512: 'sha512' } as const
const HashV2 = v.object({ algorithm: v.picklist(['SHA2_256', 'SHA2_384', 'SHA2_512']), digest: Base64 })
const SignatureV2 = v.object({ content: Base64, verifier: RawVerifier })

const bodyWith = <S extends v.GenericSchema>(spec: S) =>
  v.object({ kind: v.string(), apiVersion: v.string(), spec })

/** The bodies that Rekor writes, by kind and version. Fields that are not compared are not read. */
const BODIES = {
  'hashedrekord 0.0.1': v.pipe(
    bodyWith(
      v.object({
        data: v.object({ hash: HashV1 }),
        signature: v.object({ content: Base64, publicKey: v.object({ content: PemVerifier }) }),
      }),
    ),
    v.transform(({ spec: { data, signature } }): Body => ({
      digest: { of: 'signed', hash: data.hash.algorithm, value: data.hash.value },
      signature: signature.content,
      verifier: signature.publicKey.content,
    })),
  ),
  'dsse 0.0.1': v.pipe(
    bodyWith(
      v.object({
        payloadHash: HashV1,
        signatures: v.strictTuple([v.object({ signature: Base64, verifier: PemVerifier })]),
      }),
    ),
    v.transform(
      ({
        spec: {
          payloadHash,
          signatures: [{ signature, verifier }],
        },
      }): Body => ({
        digest: { of: 'payload', hash: payloadHash.algorithm, value: payloadHash.value },
        signature,
        verifier,
      }),
    ),
  ),
  'intoto 0.0.2': v.pipe(
    bodyWith(
      v.object({
        content: v.object({
          payloadHash: HashV1,
          envelope: v.object({
            signatures: v.strictTuple([v.object({ sig: TwiceBase64, publicKey: PemVerifier })]),
          }),
        }),
      }),
    ),
    v.transform(
      ({
        spec: {
          content: {
            payloadHash,
            envelope: {
              signatures: [{ sig, publicKey }],
            },
          },
        },
      }): Body => ({
        digest: { of: 'payload', hash: payloadHash.algorithm, value: payloadHash.value },
        signature: sig,
        verifier: publicKey,
      }),
    ),
  ),
  'hashedrekord 0.0.2': v.pipe(
    bodyWith(v.object({ hashedRekordV002: v.object({ data: HashV2, signature: SignatureV2 }) })),
    v.transform(
      ({
        spec: {
          hashedRekordV002: { data, signature },
        },
      }): Body => ({
        digest: { of: 'signed', hash: HASHES[data.algorithm], value: data.digest },
        signature: signature.content,
        verifier: signature.verifier,
      }),
    ),
  ),
  'dsse 0.0.2': v.pipe(
    bodyWith(
      v.object({ dsseV002: v.object({ payloadHash: HashV2, signatures: v.strictTuple([SignatureV2]) }) }),
    ),
    v.transform(
      ({
        spec: {
          dsseV002: {
            payloadHash,
            signatures: [signature],
          },
        },
      }): Body => ({
        digest: { of: 'payload', hash: HASHES[payloadHash.algorithm], value: payloadHash.digest },
        signature: signature.content,
        verifier: signature.verifier,
      }),
    ),
  ),
} as const

const isKnown = (name: string): name is keyof typeof BODIES => Object.hasOwn(BODIES, name)

const invalid = (message: string): ClawError => new ClawError('LOG_ENTRY_INVALID', message)
const mismatch = (message: string): ClawError => new ClawError('LOG_ENTRY_MISMATCH', message)

/** Only bodies of one signature are read; they hold some thirty values. */
const BODY_LIMITS = { bytes: MAX_MATERIAL_BYTES, nodes: 256 } as const

function parseBody(bytes: Buffer): unknown {
  try {
    return parseJson(bytes, 'A log entry of the bundle', BODY_LIMITS)
  } catch (cause) {
    throw cause instanceof ClawError ? new ClawError('LOG_ENTRY_INVALID', cause.message, { cause }) : cause
  }
}

function readBody(
  bytes: Buffer,
  { kind, version }: { readonly kind: string; readonly version: string },
): Body {
  const name = `${kind} ${version}`
  if (!isKnown(name)) throw invalid('A log entry of the bundle is of a kind that is not supported.')
  const body = parseBody(bytes)
  const labels = v.safeParse(v.object({ kind: v.literal(kind), apiVersion: v.literal(version) }), body)
  if (!labels.success) throw invalid('A log entry of the bundle is of another kind than it says.')
  const result = v.safeParse(BODIES[name], body, { abortEarly: true })
  if (!result.success) throw invalid('A log entry of the bundle has a body that cannot be read.')
  return result.output
}

const computeDigest = (hash: HashName, bytes: Uint8Array): Buffer => createHash(hash).update(bytes).digest()

/** Returns the digest that the log must hold; undefined if the bundle has none of this kind. */
function expectedDigest(
  content: LoggedSignature['content'],
  { of, hash }: Body['digest'],
): Buffer | undefined {
  if (content.kind === 'envelope') {
    const { payloadType, payload } = content
    return computeDigest(hash, of === 'payload' ? payload : preAuthEncoding(payloadType, payload))
  }
  return of === 'signed' && content.kind === 'message' && hash === content.hash ? content.digest : undefined
}

/**
 * Checks that a body of this kind is about a signature: the same digest, signature and verifier, since a valid
 * entry of another artifact proves nothing. Throws LOG_ENTRY_INVALID or LOG_ENTRY_MISMATCH.
 */
export function checkBody(
  bytes: Buffer,
  kindVersion: { readonly kind: string; readonly version: string },
  { content, verifier }: LoggedSignature,
): void {
  const body = readBody(bytes, kindVersion)
  if (expectedDigest(content, body.digest)?.equals(body.digest.value) !== true)
    throw mismatch('A log entry of the bundle is about another artifact.')
  if (!content.signature.equals(body.signature))
    throw mismatch('A log entry of the bundle is about another signature.')
  if (verifier.kind !== body.verifier.kind || !body.verifier.der.equals(verifier.der))
    throw mismatch('A log entry of the bundle is about another certificate or key.')
}
