// Checkpoints: what a log signs of its tree (https://c2sp.org/tlog-checkpoint, https://c2sp.org/signed-note).
import { decodeBase64 } from '@open-claw/core'
import { isSignedBy } from '../verify/signature.ts'
import type { TrustedLog } from './trusted-log.ts'

const HASH_BYTES = 32
const KEY_ID_BYTES = 4
/** Logs and their witnesses; more than any log has. */
const MAX_SIGNATURES = 64
const SIGNATURE_LINE = /^\u2014 (?<name>[^\s+]+) (?<signature>[A-Za-z0-9+/=]+)$/u

interface NoteSignature {
  readonly name: string
  /** First bytes of what the key is called by. */
  readonly keyId: Buffer
  readonly signature: Buffer
}

/** A checkpoint whose signatures are not checked yet. */
export interface Checkpoint {
  /** What is signed. */
  readonly text: string
  /** Name of the log; Rekor v1 appends ` - ` and a number for each of its trees. */
  readonly origin: string
  readonly size: bigint
  readonly rootHash: Buffer
  readonly signatures: readonly NoteSignature[]
}

function signatureOf(line: string): NoteSignature | undefined {
  const { name, signature } = SIGNATURE_LINE.exec(line)?.groups ?? {}
  const bytes = signature === undefined ? undefined : decodeBase64(signature)
  if (name === undefined || bytes === undefined || bytes.length <= KEY_ID_BYTES) return undefined
  return { name, keyId: bytes.subarray(0, KEY_ID_BYTES), signature: bytes.subarray(KEY_ID_BYTES) }
}

function signaturesOf(block: string): NoteSignature[] | undefined {
  if (!block.endsWith('\n')) return undefined
  const lines = block.slice(0, -1).split('\n')
  if (lines.length > MAX_SIGNATURES) return undefined
  const signatures = lines.map(signatureOf)
  return signatures.every((signature) => signature !== undefined) ? signatures : undefined
}

/** Undefined for what is no checkpoint. */
export function parseCheckpoint(envelope: string): Checkpoint | undefined {
  // The text may hold blank lines, so that the last one separates.
  const end = envelope.lastIndexOf('\n\n')
  if (end < 0) return undefined
  const text = envelope.slice(0, end + 1)
  const signatures = signaturesOf(envelope.slice(end + 2))
  const [origin = '', size = '', hash = ''] = text.split('\n')
  const rootHash = decodeBase64(hash)
  if (signatures === undefined || origin === '' || !/^(?:0|[1-9]\d{0,18})$/.test(size)) return undefined
  if (rootHash?.length !== HASH_BYTES) return undefined
  return { text, origin, size: BigInt(size), rootHash, signatures }
}

/** `rekor.example - 42` of Rekor v1 is the origin of `rekor.example`. */
const isNameOf = (origin: string, name: string): boolean =>
  origin === name || (origin.startsWith(`${name} - `) && /^\d+$/.test(origin.slice(name.length + 3)))

/** Whether `log` signed the checkpoint in its own name. Signatures of others, as of witnesses, are passed over. */
export async function isCheckpointOf(checkpoint: Checkpoint, log: TrustedLog): Promise<boolean> {
  const data = Buffer.from(checkpoint.text)
  for (const { name, keyId, signature } of checkpoint.signatures) {
    const isNamed = log.ids.some((id) => id.subarray(0, KEY_ID_BYTES).equals(keyId))
    if (!isNamed || !isNameOf(checkpoint.origin, name)) continue
    if (await isSignedBy(log.key, { scheme: log.scheme, data, signature })) return true
  }
  return false
}
