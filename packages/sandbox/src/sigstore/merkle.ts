// The Merkle tree of RFC 6962 §2.1. Written down as the RFC defines it: the logs of the sandbox are small.
import { createHash } from 'node:crypto'

const sha256 = (...parts: readonly Uint8Array[]): Buffer =>
  createHash('sha256').update(Buffer.concat(parts)).digest()

export const leafHash = (leaf: Uint8Array): Buffer => sha256(Buffer.from([0]), leaf)

const nodeHash = (left: Buffer, right: Buffer): Buffer => sha256(Buffer.from([1]), left, right)

/** The largest power of two below `size`. */
function split(size: number): number {
  let half = 1
  while (half * 2 < size) half *= 2
  return half
}

/** MTH of §2.1 over the hashes of leaves. */
export function rootOf(leaves: readonly Buffer[]): Buffer {
  const [first] = leaves
  if (first === undefined) return sha256()
  if (leaves.length === 1) return first
  const half = split(leaves.length)
  return nodeHash(rootOf(leaves.slice(0, half)), rootOf(leaves.slice(half)))
}

/** PATH of §2.1.1: from the leaf up. */
export function proofOf(index: number, leaves: readonly Buffer[]): readonly Buffer[] {
  if (leaves.length <= 1) return []
  const half = split(leaves.length)
  const left = leaves.slice(0, half)
  const right = leaves.slice(half)
  return index < half
    ? [...proofOf(index, left), rootOf(right)]
    : [...proofOf(index - half, right), rootOf(left)]
}
