import { describe, expect, test } from '@jest/globals'
import { canonicalJson } from '../../../packages/sigstore/src/log/canonical-json.ts'
import { leafHash, rootFromPath } from '../../../packages/sigstore/src/log/merkle.ts'
import { flipped } from './verify-authorities.ts'
import { leafOf, nodeOf } from './verify-witness-makers.ts'

/** RFC 6962 §2.1 as it is written: the tree, and the path to a leaf. */
const split = (size: number): number => 2 ** Math.floor(Math.log2(size - 1))
function treeHash(leaves: readonly Buffer[]): Buffer {
  const [only] = leaves
  if (only !== undefined && leaves.length === 1) return leafOf(only)
  const at = split(leaves.length)
  return nodeOf(treeHash(leaves.slice(0, at)), treeHash(leaves.slice(at)))
}
function pathTo(index: number, leaves: readonly Buffer[]): Buffer[] {
  if (leaves.length === 1) return []
  const at = split(leaves.length)
  return index < at
    ? [...pathTo(index, leaves.slice(0, at)), treeHash(leaves.slice(at))]
    : [...pathTo(index - at, leaves.slice(at)), treeHash(leaves.slice(0, at))]
}

const LEAVES = Array.from({ length: 33 }, (_, index) => Buffer.from(`entry ${index}`))

describe('proofs of inclusion', () => {
  test('lead from every leaf of every tree to its root, and from none to another', () => {
    for (let size = 1; size <= LEAVES.length; size += 1) {
      const leaves = LEAVES.slice(0, size)
      const root = treeHash(leaves)
      for (const [index, entry] of leaves.entries()) {
        const path = { index: BigInt(index), size: BigInt(size), hashes: pathTo(index, leaves) }
        const leaf = leafHash(entry)
        expect(rootFromPath(leaf, path)).toEqual(root)
        expect(rootFromPath(flipped(leaf), path)).not.toEqual(root)
        expect(rootFromPath(leaf, { ...path, hashes: [...path.hashes, root] })).toBeUndefined()
        expect(rootFromPath(leaf, { ...path, index: path.index + path.size })).toBeUndefined()
        for (const [at, hash] of path.hashes.entries()) {
          const without = path.hashes.toSpliced(at, 1)
          expect(rootFromPath(leaf, { ...path, hashes: without })).toBeUndefined()
          expect(rootFromPath(leaf, { ...path, hashes: path.hashes.with(at, flipped(hash)) })).not.toEqual(
            root,
          )
        }
        const others = [...leaves.keys()].filter((other) => other !== index)
        const roots = others.map((other) => rootFromPath(leaf, { ...path, index: BigInt(other) }))
        expect(roots).not.toContainEqual(root)
      }
    }
  })

  test('a tree of 2^62 leaves and more is followed', () => {
    const size = 2n ** 62n
    const hashes = Array.from({ length: 62 }, () => Buffer.alloc(32))
    expect(rootFromPath(Buffer.alloc(32), { index: size - 1n, size, hashes })).toHaveLength(32)
    expect(rootFromPath(Buffer.alloc(32), { index: size, size, hashes })).toBeUndefined()
  })

  test.each([
    [0n, 0n],
    [1n, 1n],
    [-1n, 4n],
    [5n, 4n],
  ])('leaf %s is in no tree of %s', (index, size) => {
    expect(rootFromPath(Buffer.alloc(32), { index, size, hashes: [] })).toBeUndefined()
  })

  // RFC 6962 §2.1: "MTH({d(0)}) = SHA-256(0x00 || d(0))"
  test('the hash of an empty leaf is the known one', () => {
    expect(leafHash(Buffer.alloc(0)).toString('hex')).toBe(
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    )
  })
})

describe('canonical JSON', () => {
  test.each([
    [{ b: 'x', a: 1n }, '{"a":1,"b":"x"}'],
    [
      { logIndex: 1n, logID: 'ff', integratedTime: 2n, body: 'e30=' },
      '{"body":"e30=","integratedTime":2,"logID":"ff","logIndex":1}',
    ],
    [{ big: 9_223_372_036_854_775_807n }, '{"big":9223372036854775807}'],
    [{ text: 'ü"\\\n\u0001' }, '{"text":"ü\\"\\\\\\n\\u0001"}'],
    [{}, '{}'],
  ])('%p', (members, text) => {
    expect(canonicalJson(members)).toBe(text)
  })
})
