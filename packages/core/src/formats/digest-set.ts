// Digests of artifacts under the names of in-toto (in-toto/attestation, spec/v1/digest_set.md).
import { ClawError } from '../errors/claw-error.ts'
import type { Branded } from './brand.ts'

interface FileHashFact {
  /** Name in node:crypto. */
  readonly node: string
  readonly bytes: number
  /** Whether a file may be known by it alone: "Consumers MUST only accept algorithms that they consider secure". */
  readonly identifies: boolean
}

const strong = (node: string, bytes: number) => ({ node, bytes, identifies: true }) as const
const weak = (node: string, bytes: number) => ({ node, bytes, identifies: false }) as const

/** What can be computed of a file. The weak ones prove nothing, and still must agree where they are given. */
export const FILE_HASHES = {
  sha256: strong('sha256', 32),
  sha384: strong('sha384', 48),
  sha512: strong('sha512', 64),
  sha3_256: strong('sha3-256', 32),
  sha3_384: strong('sha3-384', 48),
  sha3_512: strong('sha3-512', 64),
  md5: weak('md5', 16),
  sha1: weak('sha1', 20),
  sha224: weak('sha224', 28),
  sha3_224: weak('sha3-224', 28),
  sha512_224: weak('sha512-224', 28),
  sha512_256: weak('sha512-256', 32),
} as const satisfies Record<string, FileHashFact>

export type FileHash = keyof typeof FILE_HASHES

export const isFileHash = (name: string): name is FileHash => Object.hasOwn(FILE_HASHES, name)

/** Whether a file may be known by a digest of this name alone. */
export const isIdentifying = (name: string): name is FileHash =>
  isFileHash(name) && FILE_HASHES[name].identifies

/** A digest in lower-case hexadecimal, as in-toto has it. Digests of two hashes do not mix. */
export type HexDigest<H extends FileHash = FileHash> = { readonly [One in FileHash]: Branded<One> }[H]

/** Whether `text` has the form of a digest by `hash`. */
export const isHexDigest = <H extends FileHash>(hash: H, text: string): text is HexDigest<H> =>
  text.length === 2 * FILE_HASHES[hash].bytes && /^[0-9a-f]+$/.test(text)

/** Digests of one artifact, each under the hash that made it. */
export interface Digests extends ReadonlyMap<FileHash, HexDigest> {
  get<H extends FileHash>(hash: H): HexDigest<H> | undefined
}

const isDigestSet = (digests: ReadonlyMap<FileHash, string>): digests is Digests =>
  [...digests].every(([hash, text]) => isHexDigest(hash, text))

/** The set of `entries`. Of two under one hash it keeps the last. Throws INTERNAL for a text that is no digest by its hash. */
export function digestSet(entries: Iterable<readonly [FileHash, string]>): Digests {
  const digests = new Map(entries)
  if (isDigestSet(digests)) return digests
  throw new ClawError('INTERNAL', 'A digest does not have the length of its hash.')
}
