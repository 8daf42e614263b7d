// Reads small files whole: bundles, policies, checksums, predicates. Since its selection a file may have been
// replaced by a link, a pipe or something without end.
import { open, type FileHandle } from 'node:fs/promises'
import { READ_FLAGS, readFailure } from './digest.ts'
import { ClawError, type ErrorCode, printable } from '@open-claw/core'

async function fill(handle: FileHandle, buffer: Buffer): Promise<number> {
  let length = 0
  while (length < buffer.length) {
    const { bytesRead } = await handle.read(buffer, length, buffer.length - length, length)
    if (bytesRead === 0) break
    length += bytesRead
  }
  return length
}

/**
 * Reads a regular file of at most `limit` bytes. Throws `code` where it is larger, ARTIFACT_REFUSED
 * for a link or a device, ARTIFACT_CHANGED if its size changes meanwhile, ARTIFACT_NOT_FOUND or ARTIFACT_UNREADABLE.
 */
export async function readDocument(
  { path, name }: { readonly path: string; readonly name: string },
  { limit, code }: { readonly limit: number; readonly code: ErrorCode },
): Promise<Buffer> {
  try {
    await using handle = await open(path, READ_FLAGS)
    const stats = await handle.stat()
    if (!stats.isFile())
      throw new ClawError('ARTIFACT_REFUSED', `"${printable(name)}" is not a regular file.`)
    if (stats.size > limit) throw new ClawError(code, `"${printable(name)}" is over ${limit} bytes.`)
    // One byte more than its size shows whether it grew.
    const buffer = Buffer.alloc(stats.size + 1)
    if ((await fill(handle, buffer)) !== stats.size) {
      throw new ClawError('ARTIFACT_CHANGED', `"${printable(name)}" changed while it was read.`)
    }
    return buffer.subarray(0, stats.size)
  } catch (error) {
    throw readFailure(error, name)
  }
}
