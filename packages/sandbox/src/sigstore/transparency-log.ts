// A transparency log: a Merkle tree, with checkpoints as signed notes (C2SP tlog-checkpoint, signed-note).
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import type { FaultKind } from '../services.ts'
import { exportSpki } from './certificates.ts'
import { leafHash, merkleProof, merkleRoot } from './merkle.ts'

/** A key that signs checkpoints. */
export interface LogKey {
  /** SubjectPublicKeyInfo, DER. */
  readonly spki: Buffer
  /** 32 bytes; the first four begin each signature of a note. */
  readonly id: Buffer
  sign(message: Uint8Array): Buffer
}

/** The inclusion of an entry in the tree. */
export interface Inclusion {
  readonly index: number
  readonly size: number
  readonly root: Buffer
  readonly hashes: readonly Buffer[]
  /** The signed note. */
  readonly checkpoint: string
}

/** The entries of a log. */
export interface TransparencyLog {
  /** Returns the index of an entry with this body; undefined if there is none. */
  find(body: Buffer): number | undefined
  add(body: Buffer): number
  inclusion(index: number, fault: FaultKind | undefined): Inclusion
  /** Returns the signing key; as a fault, another one. */
  key(fault: FaultKind | undefined): LogKey
  reset(): void
}

/** Creates a key of Rekor v1: ECDSA, known by the digest of its key. */
export function createEcdsaLogKey(): LogKey {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const spki = exportSpki(publicKey)
  const id = createHash('sha256').update(spki).digest()
  return { spki, id, sign: (message) => sign('sha256', message, privateKey) }
}

/** Bytes before the 32 of an Ed25519 key in its SubjectPublicKeyInfo (RFC 8410). */
const ED25519_SPKI_HEADER = 12

/** Creates a key of Rekor v2: Ed25519, known by the key id of signed-note: SHA-256 of name, newline, 0x01 and the raw key. */
export function createEd25519LogKey(origin: string): LogKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const spki = exportSpki(publicKey)
  const id = createHash('sha256')
    .update(`${origin}\n\u0001`)
    .update(spki.subarray(ED25519_SPKI_HEADER))
    .digest()
  return { spki, id, sign: (message) => sign(null, message, privateKey) }
}

/** Entries of others, so that no proof is empty and no index is zero. */
const OTHERS = 3

const others = (): Buffer[] => Array.from({ length: OTHERS }, () => leafHash(randomBytes(32)))

/** Creates a log. `name` signs its notes, and `origin` is their subject. */
export function createTransparencyLog(
  name: string,
  origin: string,
  keys: { readonly own: LogKey; readonly foreign: LogKey },
): TransparencyLog {
  let leaves = others()
  const key = (fault: FaultKind | undefined): LogKey => (fault === 'foreign-key' ? keys.foreign : keys.own)
  const note = (root: Buffer, signer: LogKey): string => {
    const text = `${origin}\n${leaves.length}\n${root.toString('base64')}\n`
    const signature = Buffer.concat([signer.id.subarray(0, 4), signer.sign(Buffer.from(text))])
    return `${text}\n\u2014 ${name} ${signature.toString('base64')}\n`
  }
  return {
    key,
    find(body) {
      const hash = leafHash(body)
      const index = leaves.findIndex((leaf) => leaf.equals(hash))
      return index === -1 ? undefined : index
    },
    add: (body) => leaves.push(leafHash(body)) - 1,
    inclusion(index, fault) {
      const root = merkleRoot(leaves)
      const hashes = merkleProof(index, leaves)
      return {
        index,
        size: leaves.length,
        root,
        hashes: fault === 'wrong-proof' ? [randomBytes(32), ...hashes.slice(1)] : hashes,
        checkpoint: note(root, key(fault)),
      }
    },
    reset() {
      leaves = others()
    },
  }
}
