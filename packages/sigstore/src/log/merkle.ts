// Proofs that a Merkle tree holds an entry (RFC 6962 §2.1, RFC 9162 §2.1.3).
import { createHash } from 'node:crypto'

/** Prefixes that keep a leaf from passing for a node (RFC 6962 §2.1). */
const LEAF = Uint8Array.of(0)
const NODE = Uint8Array.of(1)

/** MTH({d0}): hash of a leaf. */
export const leafHash = (entry: Uint8Array): Buffer =>
  createHash('sha256').update(LEAF).update(entry).digest()

const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer =>
  createHash('sha256').update(NODE).update(left).update(right).digest()

export interface InclusionPath {
  /** Index of the leaf, from 0. */
  readonly index: bigint
  /** Number of leaves in the tree. */
  readonly size: bigint
  /** Siblings from the leaf up. */
  readonly hashes: readonly Uint8Array[]
}

const bitLength = (value: bigint): number => (value === 0n ? 0 : value.toString(2).length)
const countOnes = (value: bigint): number => value.toString(2).replaceAll('0', '').length

/**
 * Computes the root from `leaf` and its path. Returns undefined if a path in a tree of this size has another
 * length. Below the node where the paths to this leaf and to the last leaf part, siblings are on either side;
 * above it, all of them are on the left.
 */
export function rootFromPath(leaf: Buffer, { index, size, hashes }: InclusionPath): Buffer | undefined {
  if (index < 0n || index >= size) return undefined
  const inner = bitLength(index ^ (size - 1n))
  if (hashes.length !== inner + countOnes(index >> BigInt(inner))) return undefined
  return hashes.reduce<Buffer>((node, sibling, level) => {
    const isLeft = level < inner && ((index >> BigInt(level)) & 1n) === 0n
    return isLeft ? nodeHash(node, sibling) : nodeHash(sibling, node)
  }, leaf)
}
