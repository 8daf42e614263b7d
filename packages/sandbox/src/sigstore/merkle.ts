// The Merkle tree of RFC 6962 §2.1, as the RFC defines it: the sandbox's logs are small.
import { createHash } from 'node:crypto'

const sha256 = (...parts: readonly Uint8Array[]): Buffer =>
  createHash('sha256').update(Buffer.concat(parts)).digest()

export const leafHash = (leaf: Uint8Array): Buffer => sha256(Buffer.from([0]), leaf)

const nodeHash = (left: Buffer, right: Buffer): Buffer => sha256(Buffer.from([1]), left, right)

/** Returns the largest power of two below `size`. */
function split(size: number): number {
  let half = 1
  while (half * 2 < size) half *= 2
  return half
}

/** Computes MTH of §2.1 over the hashes of leaves. */
export function merkleRoot(leaves: readonly Buffer[]): Buffer {
  const [first] = leaves
  if (first === undefined) return sha256()
  if (leaves.length === 1) return first
  const half = split(leaves.length)
  return nodeHash(merkleRoot(leaves.slice(0, half)), merkleRoot(leaves.slice(half)))
}

/** Computes PATH of §2.1.1: from the leaf up. */
export function merkleProof(index: number, leaves: readonly Buffer[]): readonly Buffer[] {
  if (leaves.length <= 1) return []
  const half = split(leaves.length)
  const left = leaves.slice(0, half)
  const right = leaves.slice(half)
  return index < half
    ? [...merkleProof(index, left), merkleRoot(right)]
    : [...merkleProof(index - half, right), merkleRoot(left)]
}
