// Entries of transparency logs: TransparencyLogEntry of sigstore_rekor.proto.
import {
  MaterialBytes,
  ClawError,
  optionalField,
  printable,
  type SigstoreBundle,
  exactObject,
  MAX_MATERIAL_BYTES,
  ShortText,
} from '@open-claw/core'
import * as v from 'valibot'
import { canonicalJson } from '../log/canonical-json.ts'
import { isSignedByLog, parseCheckpoint } from '../log/checkpoint.ts'
import { leafHash, rootFromPath } from '../log/merkle.ts'
import type { TrustedLog } from '../log/trusted-log.ts'
import type { LoggedSignature } from './log-body.ts'
import { isSignedBy, isWithin } from '@open-claw/asn1'

/** A SHA-256, with which logs build their trees (RFC 6962 §2.1). */
const HASH_BYTES = 32
/** A path in a tree of 2^63 leaves. */
const MAX_HASHES = 63

const Hash = v.pipe(
  MaterialBytes,
  v.check(({ length }) => length === HASH_BYTES, 'is not a SHA-256'),
)
/** int64 in protobuf's JSON, without a sign: nothing here is negative. Writers omit a zero. */
const Int64 = v.pipe(
  v.nullish(v.string(), '0'),
  v.regex(/^(?:0|[1-9]\d{0,18})$/),
  v.transform((digits) => BigInt(digits)),
)

const Entry = exactObject({
  logIndex: Int64,
  logId: exactObject({ keyId: MaterialBytes }),
  kindVersion: exactObject({ kind: ShortText, version: ShortText }),
  integratedTime: Int64,
  inclusionPromise: optionalField(exactObject({ signedEntryTimestamp: MaterialBytes })),
  inclusionProof: optionalField(
    exactObject({
      logIndex: Int64,
      rootHash: Hash,
      treeSize: Int64,
      hashes: v.nullish(v.pipe(v.array(Hash), v.maxLength(MAX_HASHES)), []),
      checkpoint: exactObject({ envelope: v.pipe(v.string(), v.maxLength(MAX_MATERIAL_BYTES)) }),
    }),
  ),
  canonicalizedBody: MaterialBytes,
})
export type Entry = v.InferOutput<typeof Entry>

/** An entry that a log proves to hold. */
export interface ProvenEntry {
  readonly log: TrustedLog
  /** Index in the whole log if the log signed it, otherwise in the tree; decimal. */
  readonly index: string
  /** Milliseconds since the epoch; undefined if the log signed no time. */
  readonly time: number | undefined
}

/** The values that an entry is checked against. */
export interface EntryContext {
  readonly version: SigstoreBundle['version']
  readonly logged: LoggedSignature
  readonly logs: readonly TrustedLog[]
  /** Times established by timestamps. A log that signs no time itself must have been trusted at these. */
  readonly times: readonly number[]
}

const invalid = (message: string): ClawError => new ClawError('LOG_ENTRY_INVALID', message)

/** Reads an entry of the bundle. Throws LOG_ENTRY_INVALID. */
export function readEntry(json: unknown): Entry {
  const result = v.safeParse(Entry, json, { abortEarly: true })
  if (result.success) return result.output
  throw invalid(
    `A log entry of the bundle is not valid at ${printable(v.getDotPath(result.issues[0]) ?? 'its top')}.`,
  )
}

/** Checks Rekor's promise: the log signs when it accepted the entry, and its place (RFC 8785 of four members). */
async function checkPromise(entry: Entry, promise: Buffer, log: TrustedLog): Promise<void> {
  const payload = canonicalJson({
    body: entry.canonicalizedBody.toString('base64'),
    integratedTime: entry.integratedTime,
    logID: entry.logId.keyId.toString('hex'),
    logIndex: entry.logIndex,
  })
  const claim = { scheme: log.scheme, data: Buffer.from(payload), signature: promise }
  if (!(await isSignedBy(log.key, claim)))
    throw invalid('A log entry of the bundle has a signed entry timestamp that does not verify.')
}

type InclusionProof = NonNullable<Entry['inclusionProof']>

async function checkProof(entry: Entry, proof: InclusionProof, log: TrustedLog): Promise<void> {
  const {
    logIndex: index,
    treeSize: size,
    rootHash,
    hashes,
    checkpoint: { envelope },
  } = proof
  const checkpoint = parseCheckpoint(envelope)
  if (checkpoint === undefined)
    throw invalid('A log entry of the bundle has a checkpoint that cannot be read.')
  if (checkpoint.size !== size || !checkpoint.rootHash.equals(rootHash))
    throw invalid('A log entry of the bundle has a proof for another tree than its checkpoint.')
  if (rootFromPath(leafHash(entry.canonicalizedBody), { index, size, hashes })?.equals(rootHash) !== true)
    throw invalid('A log entry of the bundle has a proof of inclusion that does not lead to its root.')
  if (!(await isSignedByLog(checkpoint, log)))
    throw invalid('A log entry of the bundle has a checkpoint that its log did not sign.')
}

/** Checks whether the root trusts the log at each of these times. Without a time, a log with an end may have been closed. */
const isTrustedAt = ({ validFor }: TrustedLog, times: readonly number[]): boolean =>
  times.length === 0 ? validFor.end === undefined : times.every((time) => isWithin(time, validFor))

/** Finds the log of the trusted root that the entry names, trusted at these times. Throws LOG_ENTRY_INVALID. */
export function trustedLog(
  { logId }: Entry,
  logs: readonly TrustedLog[],
  times: readonly number[],
): TrustedLog {
  const named = logs.filter(({ ids }) => ids.some((id) => id.equals(logId.keyId)))
  if (named.length === 0) throw invalid('A log entry of the bundle is of no log of the trusted root.')
  const log = named.find((candidate) => isTrustedAt(candidate, times))
  if (log === undefined)
    throw invalid('A log entry of the bundle is of a log that the trusted root did not trust at the time.')
  return log
}

/** Checks that the entry has a proof. Before 0.2 the promise of the log suffices (sigstore_bundle.proto). */
export function checkProvable(
  { inclusionPromise, inclusionProof }: Entry,
  version: SigstoreBundle['version'],
): void {
  const isProvable = inclusionProof !== undefined || (version === '0.1' && inclusionPromise !== undefined)
  if (!isProvable) throw invalid('A log entry of the bundle has no proof of inclusion.')
}

/** Checks what the log signed for the entry: its promise, its tree, or both. Throws LOG_ENTRY_INVALID. */
export async function checkInclusion(entry: Entry, log: TrustedLog): Promise<void> {
  const { inclusionPromise, inclusionProof } = entry
  if (inclusionPromise !== undefined) await checkPromise(entry, inclusionPromise.signedEntryTimestamp, log)
  if (inclusionProof !== undefined) await checkProof(entry, inclusionProof, log)
}

/** Returns the proven time and index. Only the promise signs those at the top; without it, the index in the tree is proven. */
export function signedFacts(entry: Entry): Omit<ProvenEntry, 'log'> {
  if (entry.inclusionPromise === undefined)
    return { index: String(entry.inclusionProof?.logIndex), time: undefined }
  return { index: String(entry.logIndex), time: Number(entry.integratedTime) * 1000 }
}
