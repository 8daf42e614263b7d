// Checkpoints: the state of its tree that a log signs (https://c2sp.org/tlog-checkpoint, https://c2sp.org/signed-note).
import { decodeBase64, MAX_MATERIAL_BYTES } from '@open-claw/core'
import { isSignedBy } from '@open-claw/asn1'
import type { TrustedLog } from './trusted-log.ts'

const HASH_BYTES = 32
const KEY_ID_BYTES = 4
/** Logs and their witnesses; more than any log has. */
const MAX_SIGNATURES = 64
/** A log signs once, but the ids of two of its keys may begin alike. Each line in its name costs one more check. */
const MAX_OWN_SIGNATURES = 4
/** Lacks the flag u: with it, a line of megabytes exhausts the matcher's stack. */
const SIGNATURE_LINE = /^\u2014 (?<name>[^\s+]+) (?<signature>[A-Za-z0-9+/=]+)$/

interface NoteSignature {
  readonly name: string
  /** The first bytes of the key's id. */
  readonly keyId: Buffer
  readonly signature: Buffer
}

/** A checkpoint before its signatures are checked. */
export interface Checkpoint {
  /** The signed part. */
  readonly text: string
  /** Name of the log; Rekor v1 appends ` - ` and a number for each of its trees. */
  readonly origin: string
  readonly size: bigint
  readonly rootHash: Buffer
  readonly signatures: readonly NoteSignature[]
}

function parseSignature(line: string): NoteSignature | undefined {
  const { name, signature } = SIGNATURE_LINE.exec(line)?.groups ?? {}
  const bytes = signature === undefined ? undefined : decodeBase64(signature)
  if (name === undefined || bytes === undefined || bytes.length <= KEY_ID_BYTES) return undefined
  return { name, keyId: bytes.subarray(0, KEY_ID_BYTES), signature: bytes.subarray(KEY_ID_BYTES) }
}

function parseSignatures(block: string): NoteSignature[] | undefined {
  if (!block.endsWith('\n')) return undefined
  const lines = block.slice(0, -1).split('\n')
  if (lines.length > MAX_SIGNATURES) return undefined
  const signatures = lines.map(parseSignature)
  return signatures.every((signature) => signature !== undefined) ? signatures : undefined
}

/** The text may hold blank lines, so the last one separates. Negative if there is none, or the envelope is too long. */
const endOfText = (envelope: string): number =>
  envelope.length > MAX_MATERIAL_BYTES ? -1 : envelope.lastIndexOf('\n\n')

/** Returns undefined for anything that is not a checkpoint. */
export function parseCheckpoint(envelope: string): Checkpoint | undefined {
  const end = endOfText(envelope)
  if (end < 0) return undefined
  const text = envelope.slice(0, end + 1)
  const signatures = parseSignatures(envelope.slice(end + 2))
  const [origin = '', size = '', hash = ''] = text.split('\n')
  const rootHash = decodeBase64(hash)
  if (signatures === undefined || origin === '' || !/^(?:0|[1-9]\d{0,18})$/.test(size)) return undefined
  if (rootHash?.length !== HASH_BYTES) return undefined
  return { text, origin, size: BigInt(size), rootHash, signatures }
}

/** Rekor v1 writes the origin of `rekor.example` as `rekor.example - 42`. */
const isOriginName = (origin: string, name: string): boolean =>
  origin === name || (origin.startsWith(`${name} - `) && /^\d+$/.test(origin.slice(name.length + 3)))

/** Checks whether `log` signed the checkpoint in its own name. Signatures by others, such as witnesses, are ignored. */
export async function isSignedByLog(checkpoint: Checkpoint, log: TrustedLog): Promise<boolean> {
  const data = Buffer.from(checkpoint.text)
  const own = checkpoint.signatures.filter(
    ({ name, keyId }) =>
      isOriginName(checkpoint.origin, name) &&
      log.ids.some((id) => id.subarray(0, KEY_ID_BYTES).equals(keyId)),
  )
  for (const { signature } of own.slice(0, MAX_OWN_SIGNATURES))
    if (await isSignedBy(log.key, { scheme: log.scheme, data, signature })) return true
  return false
}
