// Rekor v1: hashedrekord and dsse 0.0.1.
import type { TransparencyLogEntry } from '@sigstore/bundle'
import { encodePem, isJsonObject, parseJson, type SignedContent } from '@open-claw/core'
import * as v from 'valibot'
import { bytesIn, checkedEntry, logFailed, type LogRequest, type TransparencyLog } from './log-entry.ts'
import { HTTP_STATUS, below, RequestFailure } from '@open-claw/net'
import { requestWitnessJson, requestWitness } from './witness-request.ts'

const ENTRIES = 'api/v1/log/entries'
const VERSION = '0.0.1'
const index = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.transform(String))
/** A SHA-256 path of 63 levels is in a tree of 2^63 leaves. */
const hashes = v.pipe(v.array(bytesIn('hex')), v.maxLength(63))

const Entry = v.object({
  body: bytesIn('base64'),
  integratedTime: index,
  logID: bytesIn('hex'),
  logIndex: index,
  verification: v.object({
    inclusionProof: v.object({
      checkpoint: v.string(),
      hashes,
      logIndex: index,
      rootHash: bytesIn('hex'),
      treeSize: index,
    }),
    signedEntryTimestamp: bytesIn('base64'),
  }),
})

const base64 = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString('base64')

function entryProposal({ content, key }: SignedContent): { readonly kind: string; readonly spec: unknown } {
  const verifier = base64(
    key.certificate === undefined
      ? encodePem('PUBLIC KEY', key.publicKey)
      : encodePem('CERTIFICATE', key.certificate),
  )
  if (content.kind === 'message') {
    const { hash: algorithm, digest, signature } = content
    const data = { hash: { algorithm, value: digest.toString('hex') } }
    const spec = { data, signature: { content: base64(signature), publicKey: { content: verifier } } }
    return { kind: 'hashedrekord', spec }
  }
  const envelope = JSON.stringify({
    payload: base64(content.payload),
    payloadType: content.payloadType,
    signatures: [{ sig: base64(content.signature) }],
  })
  return { kind: 'dsse', spec: { proposedContent: { envelope, verifiers: [verifier] } } }
}

/** Reads the one entry, under a name that the log chose. */
function parseEntry(answer: Buffer, kind: string, log: TransparencyLog): TransparencyLogEntry {
  let entries: unknown
  try {
    entries = parseJson(answer, 'The answer')
  } catch {
    // The error below says so.
  }
  const [first, ...others] = isJsonObject(entries) ? Object.values(entries) : []
  const result = v.safeParse(Entry, first)
  if (!result.success || others.length > 0) throw logFailed(log, 'gave an answer that cannot be read')
  const { body, integratedTime, logID, logIndex, verification } = result.output
  const { checkpoint, ...proof } = verification.inclusionProof
  return {
    logIndex,
    logId: { keyId: logID },
    kindVersion: { kind, version: VERSION },
    integratedTime,
    inclusionPromise: { signedEntryTimestamp: verification.signedEntryTimestamp },
    inclusionProof: { ...proof, checkpoint: { envelope: checkpoint } },
    canonicalizedBody: body,
  }
}

/** Returns the place of the entry that the log names; no other server is asked. */
function existingEntry({ location }: RequestFailure, log: TransparencyLog): URL {
  const [id] = /[0-9a-f]{64,80}$/.exec(location ?? '') ?? []
  if (id === undefined) throw logFailed(log, 'has the entry already and does not say where')
  return below(log.url, `${ENTRIES}/${id}`)
}

/**
 * Posts the proposal and returns the answer. Returns the entry that the log has already if the signature is
 * deterministic, or if an earlier answer was lost.
 */
async function postProposal(request: LogRequest, proposal: unknown): Promise<Buffer> {
  const { log, clock } = request
  try {
    return await requestWitnessJson(below(log.url, ENTRIES), proposal, clock)
  } catch (error) {
    if (!(error instanceof RequestFailure) || error.status !== HTTP_STATUS.conflict) throw error
    return requestWitness({ url: existingEntry(error, log), accept: 'application/json', clock })
  }
}

/** Puts a signature into the log. Throws LOG_FAILED or RequestFailure. */
export async function rekorV1Entry(request: LogRequest): Promise<TransparencyLogEntry> {
  const { kind, spec } = entryProposal(request.signed)
  const answer = await postProposal(request, { apiVersion: VERSION, kind, spec })
  return checkedEntry(parseEntry(answer, kind, request.log), request)
}
