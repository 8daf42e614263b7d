// Rekor v2 (rekor-tiles): hashedrekord 0.0.2 for everything. For an envelope it holds the digest of the signed
// bytes; the dsse entries of its first releases are gone.
import { createHash } from 'node:crypto'
import type { TransparencyLogEntry } from '@sigstore/bundle'
import { ALGORITHMS, ClawError, parseJson, preAuthEncoding, type SignedContent } from '@open-claw/core'
import * as v from 'valibot'
import { bytesIn, checkedEntry, logFailed, type LogRequest, type TransparencyLog } from './log-entry.ts'
import { HTTP_STATUS, below, RequestFailure } from '@open-claw/net'
import { requestWitnessJson } from './witness-request.ts'

const KIND_VERSION = { kind: 'hashedrekord', version: '0.0.2' } as const
/** int64 in protobuf's JSON, which omits a zero. */
const int64 = v.optional(v.pipe(v.string(), v.regex(/^(?:0|[1-9]\d{0,18})$/)), '0')

const Entry = v.object({
  logIndex: int64,
  logId: v.object({ keyId: bytesIn('base64') }),
  kindVersion: v.object({ kind: v.literal(KIND_VERSION.kind), version: v.literal(KIND_VERSION.version) }),
  inclusionProof: v.object({
    logIndex: int64,
    rootHash: bytesIn('base64'),
    treeSize: int64,
    hashes: v.optional(v.pipe(v.array(bytesIn('base64')), v.maxLength(63)), []),
    checkpoint: v.object({ envelope: v.string() }),
  }),
  canonicalizedBody: bytesIn('base64'),
})

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

function contentDigest({ content, key }: SignedContent): Buffer {
  if (content.kind === 'message') return content.digest
  const { hash } = ALGORITHMS[key.algorithm]
  const encoded = preAuthEncoding(content.payloadType, content.payload)
  return createHash(hash ?? 'sha256')
    .update(encoded)
    .digest()
}

function entryRequest(signed: SignedContent, keyDetails: string): unknown {
  const { content, key } = signed
  const verifier =
    key.certificate === undefined
      ? { publicKey: { rawBytes: base64(key.publicKey) } }
      : { x509Certificate: { rawBytes: base64(key.certificate) } }
  const signature = { content: base64(content.signature), verifier: { ...verifier, keyDetails } }
  return { hashedRekordRequestV002: { digest: base64(contentDigest(signed)), signature } }
}

function parseEntry(answer: Buffer, log: TransparencyLog): TransparencyLogEntry {
  let json: unknown
  try {
    json = parseJson(answer, 'The answer')
  } catch {
    // The error below says so.
  }
  const result = v.safeParse(Entry, json)
  if (!result.success) throw logFailed(log, 'gave an answer that cannot be read')
  // The log signs no time.
  return { ...result.output, integratedTime: '0', inclusionPromise: undefined }
}

/** Such an answer has the number of the entry and proves nothing, and the log's id is unknown without its key. */
function knownSignature({ log, signed }: LogRequest): ClawError {
  // RSA PKCS #1 signatures come out the same each time, so running again would not help.
  if (ALGORITHMS[signed.key.algorithm].padding !== 'pkcs1')
    return logFailed(log, 'took the entry, whose answer was lost, and does not prove it a second time')
  return new ClawError(
    'LOG_REFUSED',
    `The transparency log ${log.url.host} has this very signature already, and does not prove it a second time.`,
    { remedy: 'Use a key of ecdsa-p256-sha256, whose signatures differ, or transparency-log: none.' },
  )
}

/** Puts a signature into the log. Throws LOG_FAILED, LOG_REFUSED or RequestFailure. */
export async function rekorV2Entry(request: LogRequest, keyDetails: string): Promise<TransparencyLogEntry> {
  const { log, signed, clock } = request
  const url = below(log.url, 'api/v2/log/entries')
  const answer = await requestWitnessJson(url, entryRequest(signed, keyDetails), clock).catch(
    (error: unknown) => {
      throw error instanceof RequestFailure && error.status === HTTP_STATUS.conflict
        ? knownSignature(request)
        : error
    },
  )
  return checkedEntry(parseEntry(answer, log), request)
}
