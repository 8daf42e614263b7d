// Hashes files. One buffer is hashed while the other fills, which beats a stream and keeps memory flat. The open
// descriptor is examined before and after, so that the hashed file is the checked one.
import { createHash } from 'node:crypto'
import { constants, type BigIntStats } from 'node:fs'
import { lstat, open, type FileHandle } from 'node:fs/promises'
import {
  FILE_HASHES,
  type Digests,
  type FileHash,
  ClawError,
  digestSet,
  PAE_PREFIX,
  printable,
  systemCode,
} from '@open-claw/core'

/** 4 MiB is where throughput flattens out. */
const BUFFER_BYTES = 4 * 1024 * 1024
const MIN_BUFFER_BYTES = 64 * 1024

/** O_NONBLOCK: opening a FIFO must not wait for a writer. Windows has neither flag. */
export const READ_FLAGS: number =
  constants.O_RDONLY |
  ('O_NOFOLLOW' in constants ? constants.O_NOFOLLOW : 0) |
  ('O_NONBLOCK' in constants ? constants.O_NONBLOCK : 0)

const identity = (stats: BigIntStats): string =>
  [stats.dev, stats.ino, stats.size, stats.mtimeNs, stats.ctimeNs].join(':')

async function readAll(
  handle: FileHandle,
  size: bigint,
  consume: (bytes: Uint8Array) => void,
): Promise<bigint> {
  // Full buffers for a small file cost far more than hashing it. A size of 0 is not believed: some files say so.
  const room = Math.min(BUFFER_BYTES, Math.max(MIN_BUFFER_BYTES, Number(size)))
  const buffers = [Buffer.allocUnsafe(room), Buffer.allocUnsafe(room)] as const
  let total = 0n
  let pending = handle.read(buffers[0], 0, room, null)
  for (let turn = 0; ; turn += 1) {
    const { bytesRead, buffer } = await pending
    if (bytesRead === 0) return total
    pending = handle.read(buffers[turn % 2 === 0 ? 1 : 0], 0, room, null)
    // The next read is under way. Should it fail while this one is hashed, the await above reports it.
    pending.catch(() => {})
    consume(buffer.subarray(0, bytesRead))
    total += BigInt(bytesRead)
  }
}

/**
 * How the encoding of a DSSE envelope begins. A signature over such a file, taken out of its bundle, would
 * be one over the statement inside: the builder of the file would choose what the key attests.
 */
const ENVELOPE_PREFIX: Buffer = Buffer.from(PAE_PREFIX)

async function digestHandle(handle: FileHandle, path: string, hashes: readonly FileHash[]): Promise<Digests> {
  const before = await handle.stat({ bigint: true })
  if (!before.isFile()) {
    throw new ClawError('ARTIFACT_REFUSED', `"${printable(path)}" is not a regular file.`)
  }
  const states = hashes.map((hash) => [hash, createHash(FILE_HASHES[hash].node)] as const)
  let head = Buffer.alloc(0)
  const total = await readAll(handle, before.size, (bytes) => {
    if (head.length < ENVELOPE_PREFIX.length)
      head = Buffer.concat([head, bytes.subarray(0, ENVELOPE_PREFIX.length - head.length)])
    for (const [, state] of states) state.update(bytes)
  })
  const after = await handle.stat({ bigint: true })
  const named = await lstat(path, { bigint: true })
  if (total !== before.size || identity(before) !== identity(after) || identity(before) !== identity(named)) {
    throw new ClawError('ARTIFACT_CHANGED', `"${printable(path)}" changed while it was hashed.`)
  }
  if (head.equals(ENVELOPE_PREFIX)) {
    throw new ClawError(
      'ARTIFACT_REFUSED',
      `"${printable(path)}" begins like an encoded DSSE envelope; a signature over it would be one over a statement.`,
    )
  }
  return digestSet(states.map(([hash, state]) => [hash, state.digest('hex')]))
}

/** Returns a ClawError as it is, and gives an error of the file system the code that `digestFile` documents. */
export function readFailure(error: unknown, path: string): ClawError {
  if (error instanceof ClawError) return error
  const code = systemCode(error) ?? 'unknown'
  const shown = `"${printable(path)}"`
  if (code === 'ENOENT')
    return new ClawError('ARTIFACT_NOT_FOUND', `${shown} does not exist.`, { cause: error })
  // O_NOFOLLOW answers ELOOP, a socket or an absent device ENXIO.
  if (code === 'ELOOP' || code === 'ENXIO' || code === 'EISDIR') {
    return new ClawError('ARTIFACT_REFUSED', `${shown} is not a regular file.`, { cause: error })
  }
  return new ClawError('ARTIFACT_UNREADABLE', `${shown} could not be read (${printable(code)}).`, {
    cause: error,
  })
}

/**
 * Digests of the regular file at `path`, read once. Throws ARTIFACT_REFUSED for anything but a
 * regular file and for an encoded DSSE envelope, ARTIFACT_CHANGED if it changes meanwhile, ARTIFACT_NOT_FOUND or ARTIFACT_UNREADABLE.
 */
export async function digestFile(path: string, hashes: readonly FileHash[]): Promise<Digests> {
  try {
    await using handle = await open(path, READ_FLAGS)
    return await digestHandle(handle, path, hashes)
  } catch (error) {
    throw readFailure(error, path)
  }
}
