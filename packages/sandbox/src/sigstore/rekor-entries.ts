// Entries of Rekor v1: the proposal, and the canonical body that the log keeps.
import { createHash, X509Certificate } from 'node:crypto'
import { isJsonObject, preAuthEncoding } from '@open-claw/core'
import * as v from 'valibot'
import { parseRequest } from '../requests.ts'
import { canonicalJson } from './canonical-json.ts'
import { checkDigest, checkMessage, readPemKey, refused } from './log-signatures.ts'

const bytes = v.pipe(
  v.string(),
  v.base64(),
  v.transform((text) => Buffer.from(text, 'base64')),
)

const hashedRekord = v.object({
  apiVersion: v.literal('0.0.1'),
  kind: v.literal('hashedrekord'),
  spec: v.object({
    data: v.object({
      hash: v.object({ algorithm: v.picklist(['sha256', 'sha384', 'sha512']), value: v.string() }),
    }),
    signature: v.object({ content: bytes, publicKey: v.object({ content: bytes }) }),
  }),
})

const dsse = v.object({
  apiVersion: v.literal('0.0.1'),
  kind: v.literal('dsse'),
  spec: v.object({
    proposedContent: v.object({ envelope: v.string(), verifiers: v.pipe(v.array(bytes), v.minLength(1)) }),
  }),
})

const proposed = v.object({ body: v.variant('kind', [hashedRekord, dsse]) })

const envelopeSchema = v.object({
  payload: bytes,
  payloadType: v.string(),
  signatures: v.pipe(v.array(v.object({ sig: bytes })), v.minLength(1)),
})

/** Encodes PEM as Rekor's `CanonicalValue` does. */
function canonicalPem(pem: Buffer): string {
  const key = readPemKey(pem)
  const text = pem.includes('CERTIFICATE')
    ? new X509Certificate(pem).toString()
    : key.export({ type: 'spki', format: 'pem' }).toString()
  return Buffer.from(text).toString('base64')
}

const sha256 = (content: string | Uint8Array) => ({
  algorithm: 'sha256',
  value: createHash('sha256').update(content).digest('hex'),
})

/** Returns the signature that the body shows; as a fault, another one. */
export type Spoil = (signature: Buffer) => Buffer

async function hashedRekordSpec(
  { data, signature }: v.InferOutput<typeof hashedRekord>['spec'],
  spoil: Spoil,
): Promise<unknown> {
  const { algorithm, value } = data.hash
  const key = readPemKey(signature.publicKey.content)
  await checkDigest(key, algorithm, Buffer.from(value, 'hex'), signature.content)
  return {
    data: { hash: { algorithm, value } },
    signature: {
      content: spoil(signature.content).toString('base64'),
      publicKey: { content: canonicalPem(signature.publicKey.content) },
    },
  }
}

function parseEnvelope(text: string): v.InferOutput<typeof envelopeSchema> {
  try {
    const parsed: unknown = JSON.parse(text)
    if (isJsonObject(parsed)) return parseRequest(envelopeSchema, parsed)
  } catch {
    // Reported below.
  }
  throw refused('the envelope cannot be parsed')
}

function dsseSpec(
  { proposedContent: { envelope: text, verifiers } }: v.InferOutput<typeof dsse>['spec'],
  spoil: Spoil,
): unknown {
  const { payload, payloadType, signatures } = parseEnvelope(text)
  const encoded = preAuthEncoding(payloadType, payload)
  const [verifier] = verifiers
  if (verifier === undefined || verifiers.length !== 1 || signatures.length !== 1)
    throw refused('The sandbox takes envelopes with one signature.')
  for (const { sig } of signatures) checkMessage(readPemKey(verifier), encoded, sig)
  return {
    envelopeHash: sha256(text),
    payloadHash: sha256(payload),
    signatures: signatures.map(({ sig }) => ({
      signature: spoil(sig).toString('base64'),
      verifier: canonicalPem(verifier),
    })),
  }
}

/** Returns the canonical body of a proposed entry. Throws INVALID_ARGUMENT if the log would not take it. */
export async function entryBody(request: unknown, spoil: Spoil): Promise<Buffer> {
  const { body } = parseRequest(proposed, request)
  const { apiVersion, kind } = body
  const spec = body.kind === 'dsse' ? dsseSpec(body.spec, spoil) : await hashedRekordSpec(body.spec, spoil)
  return Buffer.from(canonicalJson({ apiVersion, kind, spec }))
}
