// Rekor v2 (rekor-tiles): entries with an inclusion proof and a checkpoint, and no time.
import { createHash, createPublicKey, X509Certificate, type KeyObject } from 'node:crypto'
import { preAuthEncoding } from '@open-claw/core'
import * as v from 'valibot'
import { RawAnswer, type Operation } from '../gateway.ts'
import type { Route } from '../http.ts'
import { parseRequest } from '../requests.ts'
import type { FaultKind } from '../services.ts'
import { canonicalJson } from './canonical-json.ts'
import { checkDigest, LOGGED_ALGORITHMS, loggedAlgorithm, readKey, refused } from './log-signatures.ts'
import type { TransparencyLog } from './transparency-log.ts'

const base64 = v.pipe(v.string(), v.nonEmpty(), v.base64())
const raw = v.object({ rawBytes: base64 })
const verifierSchema = v.object({
  publicKey: v.optional(raw),
  x509Certificate: v.optional(raw),
  keyDetails: v.string(),
})
type Verifier = v.InferOutput<typeof verifierSchema>

const hashedRekord = v.object({
  digest: base64,
  signature: v.object({ content: base64, verifier: verifierSchema }),
})
/** Accepted by servers before 2.1; later ones want a hashedrekord over the encoded envelope. */
const dsse = v.object({
  envelope: v.object({
    payload: base64,
    payloadType: v.string(),
    signatures: v.pipe(v.array(v.object({ sig: base64 })), v.length(1)),
  }),
  verifiers: v.pipe(v.array(verifierSchema), v.length(1)),
})
const request = v.object({
  body: v.object({
    hashedRekordRequestV002: v.optional(hashedRekord),
    dsseRequestV002: v.optional(dsse),
  }),
})

const HASHES = {
  sha256: 'SHA2_256',
  sha384: 'SHA2_384',
  sha512: 'SHA2_512',
} as const

const decode = (text: string): Buffer => Buffer.from(text, 'base64')

function readVerifierKey({ publicKey, x509Certificate }: Verifier): KeyObject {
  return readKey(() => {
    if (x509Certificate !== undefined) return new X509Certificate(decode(x509Certificate.rawBytes)).publicKey
    return createPublicKey({ key: decode(publicKey?.rawBytes ?? ''), format: 'der', type: 'spki' })
  })
}

/** Returns the hash that `keyDetails` names, if the key fits it. */
function verifierHash(verifier: Verifier, key: KeyObject): keyof typeof HASHES {
  const fact = Object.values(LOGGED_ALGORITHMS).find(({ details }) => details === verifier.keyDetails)
  if (fact === undefined) throw refused('getting key algorithm details')
  loggedAlgorithm(key, fact.hash)
  return fact.hash
}

/** Returns one of the two, as in protobuf's oneof. */
const loggedVerifier = ({ publicKey, x509Certificate, keyDetails }: Verifier) =>
  x509Certificate === undefined ? { keyDetails, publicKey } : { keyDetails, x509Certificate }

interface LogBody {
  readonly kind: 'hashedrekord' | 'dsse'
  readonly spec: unknown
}

const spoiled = (content: string, fault: FaultKind | undefined): string => {
  if (fault !== 'wrong-entry') return content
  const bytes = decode(content)
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
  return bytes.toString('base64')
}

async function hashedRekordBody(
  { digest, signature: { content, verifier } }: v.InferOutput<typeof hashedRekord>,
  fault: FaultKind | undefined,
): Promise<LogBody> {
  const key = readVerifierKey(verifier)
  const hash = verifierHash(verifier, key)
  await checkDigest(key, hash, decode(digest), decode(content))
  const signature = { content: spoiled(content, fault), verifier: loggedVerifier(verifier) }
  const spec = { hashedRekordV002: { data: { algorithm: HASHES[hash], digest }, signature } }
  return { kind: 'hashedrekord', spec }
}

async function dsseBody(
  { envelope: { payload, payloadType, signatures }, verifiers }: v.InferOutput<typeof dsse>,
  fault: FaultKind | undefined,
): Promise<LogBody> {
  const [verifier] = verifiers
  const [signature] = signatures
  if (verifier === undefined || signature === undefined) throw refused('missing signatures or verifiers')
  const key = readVerifierKey(verifier)
  const hash = verifierHash(verifier, key)
  const digest = createHash(hash)
    .update(preAuthEncoding(payloadType, decode(payload)))
    .digest()
  await checkDigest(key, hash, digest, decode(signature.sig))
  const payloadHash = {
    algorithm: HASHES.sha256,
    digest: createHash('sha256').update(decode(payload)).digest('base64'),
  }
  const logged = { content: spoiled(signature.sig, fault), verifier: loggedVerifier(verifier) }
  return { kind: 'dsse', spec: { dsseV002: { payloadHash, signatures: [logged] } } }
}

const VERSION = '0.0.2'

/** Routes `POST /api/v2/log/entries`. */
export function rekorTilesRoutes(log: TransparencyLog): readonly Route[] {
  const operation: Operation = async (message, { fault }) => {
    const { hashedRekordRequestV002: record, dsseRequestV002: envelope } = parseRequest(request, message).body
    if ((record === undefined) === (envelope === undefined)) throw refused('invalid type')
    const { kind, spec } =
      record === undefined
        ? await dsseBody(parseRequest(dsse, envelope), fault)
        : await hashedRekordBody(record, fault)
    const body = Buffer.from(canonicalJson({ apiVersion: VERSION, kind, spec }))
    if (log.find(body) !== undefined) {
      const again = JSON.stringify({ code: 6, message: 'an equivalent entry already exists in the log' })
      return new RawAnswer(again, { contentType: 'application/json', status: 409 })
    }
    const { index, size, root, hashes, checkpoint } = log.inclusion(log.add(body), fault)
    const entry = {
      logIndex: String(index),
      logId: { keyId: log.key(fault).id.toString('base64') },
      kindVersion: { kind, version: VERSION },
      ...(fault === 'no-proof'
        ? {}
        : {
            inclusionProof: {
              logIndex: String(index),
              rootHash: root.toString('base64'),
              treeSize: String(size),
              hashes: hashes.map((hash) => hash.toString('base64')),
              checkpoint: { envelope: checkpoint },
            },
          }),
      canonicalizedBody: body.toString('base64'),
    }
    return new RawAnswer(JSON.stringify(entry), { contentType: 'application/json', status: 201 })
  }
  const path = /^\/api\/v2\/log\/entries$/
  return [{ verb: 'POST', path, service: 'rekor-tiles', method: 'CreateEntry', operation }]
}
