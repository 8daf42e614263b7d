// A whole instance for tests: certificate authority, certificate transparency log, timestamp authority and
// two logs, with the trusted root that names them, and bundles that verify with it until a test spoils them.
import { generateKeyPairSync, sign } from 'node:crypto'
import { parseBundle, preAuthEncoding, verifyBundle, type EvidenceFacts } from '@open-claw/core'
import { parseTrustedRoot, readTrustedRoots } from '@open-claw/sigstore'
import {
  authority,
  certify,
  CODE_SIGNING,
  der,
  DIGITAL_SIGNATURE,
  ecKeys,
  eku,
  extension,
  keyUsage,
  MINUTE,
  nameOf,
  seq,
  sha256,
  SIGNED_AT,
  spkiOf,
  TIME_STAMPING,
  utf8,
  YEAR,
  type CertificatePlan,
  type Holder,
  type Keys,
} from './verify-authorities.ts'
import {
  entryV1,
  entryV2,
  pem,
  sct,
  sctList,
  stamp,
  type SctPlan,
  type StampPlan,
  type TestLog,
} from './verify-witness-makers.ts'

export type Json = any

const SHORT = 10 * MINUTE
const ISSUER = 'https://token.example'
export const SUBJECT = 'https://github.com/octo-org/octo-repo/.github/workflows/release.yml@refs/heads/main'
const FULCIO = '1.3.6.1.4.1.57264.1'

export const san = (...names: Buffer[]): Buffer => extension('2.5.29.17', seq(...names), true)
export const uriName = (text: string): Buffer => der(0x86, Buffer.from(text))

/** The extensions of a leaf by what they say, so that a test can replace or drop one. */
export const LEAF_EXTENSIONS = {
  usage: keyUsage(DIGITAL_SIGNATURE),
  purpose: eku(false, CODE_SIGNING),
  san: san(uriName(SUBJECT)),
  issuer: extension(`${FULCIO}.1`, Buffer.from(ISSUER)),
  issuerV2: extension(`${FULCIO}.8`, utf8(ISSUER)),
  trigger: extension(`${FULCIO}.2`, Buffer.from('push')),
  repository: extension(`${FULCIO}.15`, utf8('456789')),
} as const
export type LeafExtensions = Readonly<Record<string, Buffer | undefined>>

const logOf = (keys: Keys, origin: string): TestLog => ({ ...keys, origin, id: sha256(spkiOf(keys)) })

export const fulcioRoot: Holder = authority('fulcio root')
export const fulcio: Holder = authority('fulcio', fulcioRoot)
export const tsaRoot: Holder = authority('tsa root')
export const tsa: Holder = certify({
  subject: nameOf('tsa'),
  issuer: tsaRoot,
  extensions: [keyUsage(DIGITAL_SIGNATURE), eku(true, TIME_STAMPING)],
})
export const ctLog: Keys = ecKeys()
export const rekor: TestLog = logOf(ecKeys(), 'rekor.example - 42')
export const tiles: TestLog = logOf(generateKeyPairSync('ed25519'), 'tiles.example')

const chain = (...holders: readonly Holder[]) => ({
  certificates: holders.map(({ certificate }) => ({ rawBytes: certificate.toString('base64') })),
})
const VALID = { start: new Date(SIGNED_AT - YEAR).toISOString() }
const log = (keys: Keys, baseUrl: string, keyDetails = 'PKIX_ECDSA_P256_SHA_256') => ({
  baseUrl,
  hashAlgorithm: 'SHA2_256',
  publicKey: { rawBytes: spkiOf(keys).toString('base64'), keyDetails, validFor: VALID },
  logId: { keyId: sha256(spkiOf(keys)).toString('base64') },
})

/** Shares nothing, as structuredClone would within one value. */
const copyOf = (value: Json): Json => JSON.parse(JSON.stringify(value))

/** JSON of the trusted root; every call gives a new one. */
export const rootJson = (): Json =>
  copyOf({
    mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
    tlogs: [log(rekor, 'https://rekor.example'), log(tiles, 'https://tiles.example', 'PKIX_ED25519')],
    certificateAuthorities: [
      { uri: 'https://fulcio.example', certChain: chain(fulcio, fulcioRoot), validFor: VALID },
    ],
    ctlogs: [log(ctLog, 'https://ct.example')],
    timestampAuthorities: [{ uri: 'https://tsa.example', certChain: chain(tsa, tsaRoot), validFor: VALID }],
  })

export const authorityJson = (...holders: readonly Holder[]): Json => ({
  uri: 'https://another.example',
  certChain: chain(...holders),
  validFor: VALID,
})

export interface LeafPlan extends Partial<Omit<CertificatePlan, 'extensions'>> {
  readonly extensions?: LeafExtensions
  /** Undefined for the usual one. */
  readonly scts?: (precertificate: Buffer) => Buffer[]
  readonly sct?: SctPlan
  readonly extra?: readonly Buffer[]
}

/** The part of a certificate that is signed, as it stands in it. */
function bodyOf({ certificate }: Holder): Buffer {
  const start = (certificate[1] ?? 0) === 0x82 ? 4 : 3
  const body = certificate.subarray(start)
  return body.subarray(0, 4 + body.readUInt16BE(2))
}

/** A certificate of Fulcio's, ten minutes long. */
export function leaf(plan: LeafPlan = {}): Holder {
  const { extensions, scts, sct: sctPlan, extra, ...rest } = plan
  const keys = plan.keys ?? ecKeys()
  const named = Object.values({ ...LEAF_EXTENSIONS, ...extensions }).filter((value) => value !== undefined)
  const common = {
    issuer: fulcio,
    from: SIGNED_AT - MINUTE,
    to: SIGNED_AT - MINUTE + SHORT,
    serial: Buffer.from([0x11, 0x22]),
    ...rest,
    keys,
  }
  const without = [...named, ...(extra ?? [])]
  const precertificate = bodyOf(certify({ ...common, extensions: without }))
  const list = scts?.(precertificate) ?? [sct(precertificate, fulcio, ctLog, sctPlan)]
  return certify({ ...common, extensions: list.length === 0 ? without : [...without, sctList(...list)] })
}

export interface BundlePlan {
  readonly leaf?: Holder
  readonly stamps?: readonly Buffer[] | ((signature: Buffer) => readonly Buffer[])
  readonly stamp?: StampPlan
  readonly entries?: (parts: Parts) => readonly Json[]
  readonly version?: '0.1' | '0.2' | '0.3'
  readonly statement?: object
}

/** What the witnesses of a bundle are about. */
export interface Parts {
  readonly holder: Holder
  readonly signature: Buffer
  readonly payload: Buffer
  readonly signed: Buffer
}

const STATEMENT = {
  _type: 'https://in-toto.io/Statement/v1',
  subject: [{ name: 'app', digest: { sha256: 'a'.repeat(64) } }],
  predicateType: 'https://example.com/predicate/v1',
  predicate: {},
}

const PAYLOAD_TYPE = 'application/vnd.in-toto+json'
const hex = (bytes: Buffer): string => sha256(bytes).toString('hex')
const b64 = (bytes: Buffer): string => bytes.toString('base64')

/** Bodies of Rekor by kind. */
export const BODIES = {
  hashedrekord: ({ holder, signature, signed }: Parts) => ({
    apiVersion: '0.0.1',
    kind: 'hashedrekord',
    spec: {
      data: { hash: { algorithm: 'sha256', value: hex(signed) } },
      signature: {
        content: b64(signature),
        publicKey: { content: b64(pem('CERTIFICATE', holder.certificate)) },
      },
    },
  }),
  dsse: ({ holder, signature, payload }: Parts) => ({
    apiVersion: '0.0.1',
    kind: 'dsse',
    spec: {
      envelopeHash: { algorithm: 'sha256', value: 'b'.repeat(64) },
      payloadHash: { algorithm: 'sha256', value: hex(payload) },
      signatures: [{ signature: b64(signature), verifier: b64(pem('CERTIFICATE', holder.certificate)) }],
    },
  }),
  intoto: ({ holder, signature, payload }: Parts) => ({
    apiVersion: '0.0.2',
    kind: 'intoto',
    spec: {
      content: {
        envelope: {
          payloadType: PAYLOAD_TYPE,
          signatures: [
            {
              publicKey: b64(pem('CERTIFICATE', holder.certificate)),
              sig: b64(Buffer.from(b64(signature))),
            },
          ],
        },
        hash: { algorithm: 'sha256', value: 'b'.repeat(64) },
        payloadHash: { algorithm: 'sha256', value: hex(payload) },
      },
    },
  }),
  hashedrekordV2: ({ holder, signature, signed }: Parts) => ({
    apiVersion: '0.0.2',
    kind: 'hashedrekord',
    spec: {
      hashedRekordV002: {
        data: { algorithm: 'SHA2_256', digest: b64(sha256(signed)) },
        signature: {
          content: b64(signature),
          verifier: {
            keyDetails: 'PKIX_ECDSA_P256_SHA_256',
            x509Certificate: { rawBytes: b64(holder.certificate) },
          },
        },
      },
    },
  }),
  dsseV2: ({ holder, signature, payload }: Parts) => ({
    apiVersion: '0.0.2',
    kind: 'dsse',
    spec: {
      dsseV002: {
        payloadHash: { algorithm: 'SHA2_256', digest: b64(sha256(payload)) },
        signatures: [
          {
            content: b64(signature),
            verifier: {
              keyDetails: 'PKIX_ECDSA_P256_SHA_256',
              x509Certificate: { rawBytes: b64(holder.certificate) },
            },
          },
        ],
      },
    },
  }),
} as const

export const rekorEntry = (parts: Parts): Json => entryV1(rekor, BODIES.dsse(parts))
export const tilesEntry = (parts: Parts): Json => entryV2(tiles, BODIES.hashedrekordV2(parts))

/** A signature and what it is over. */
export function sign1(holder: Holder, statement: object = STATEMENT, hash = 'sha256'): Parts {
  const payload = Buffer.from(JSON.stringify(statement))
  const signed = preAuthEncoding(PAYLOAD_TYPE, payload)
  return { holder, payload, signed, signature: sign(hash, signed, holder.privateKey) }
}

export function assemble(parts: Parts, plan: BundlePlan = {}): Json {
  const { stamps, entries = (all: Parts) => [rekorEntry(all)] } = plan
  const responses =
    typeof stamps === 'function'
      ? stamps(parts.signature)
      : (stamps ?? [stamp(parts.signature, tsa, tsaRoot, plan.stamp)])
  return {
    mediaType: `application/vnd.dev.sigstore.bundle+json;version=${plan.version ?? '0.3'}`,
    verificationMaterial: {
      certificate: { rawBytes: b64(parts.holder.certificate) },
      tlogEntries: [...entries(parts)],
      timestampVerificationData: {
        rfc3161Timestamps: responses.map((response) => ({ signedTimestamp: b64(response) })),
      },
    },
    dsseEnvelope: {
      payload: b64(parts.payload),
      payloadType: PAYLOAD_TYPE,
      signatures: [{ sig: b64(parts.signature) }],
    },
  }
}

/** JSON of a bundle that verifies, unless `plan` spoils it. */
export const bundleJson = (plan: BundlePlan = {}): Json =>
  assemble(sign1(plan.leaf ?? leaf(), plan.statement), plan)

/** What our verifier says of a bundle under these roots. */
export function judge(bundle: Json, ...roots: readonly Json[]): Promise<EvidenceFacts> {
  const materials = (roots.length === 0 ? [rootJson()] : roots).map((root) =>
    parseTrustedRoot(Buffer.from(JSON.stringify(root)), 'root.json'),
  )
  return verifyBundle(parseBundle(Buffer.from(JSON.stringify(bundle)), 'bundle.json'), {
    keys: [],
    roots: readTrustedRoots(materials),
  })
}
