// Hashes large files in threads. Starting one costs more than hashing a few megabytes.
import { once } from 'node:events'
import { stat } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { type Digests, type FileHash, ClawError, type ErrorCode } from '@open-claw/core'
import { digestFile } from './digest.ts'
import type { DigestTask } from './digest-worker.ts'

const LARGE_BYTES = 64 * 1024 * 1024
const MAX_THREADS = 8

type Answer =
  | { readonly digests: Digests; readonly code?: undefined }
  | { readonly code: ErrorCode; readonly message: string; readonly remedy?: string }

/** The worker stands beside this module, as .ts in the sources and as .mjs in dist/. */
const workerUrl = (): URL => new URL(`./digest-worker${extname(import.meta.url)}`, import.meta.url)

async function runQueue(queue: DigestTask[], results: Map<string, Digests>): Promise<void> {
  const worker = new Worker(workerUrl())
  try {
    for (let task = queue.pop(); task !== undefined; task = queue.pop()) {
      const answer = once(worker, 'message')
      worker.postMessage(task)
      const [message]: Answer[] = await answer
      if (message === undefined) throw new ClawError('INTERNAL', 'A hashing thread gave no answer.')
      if (message.code !== undefined)
        throw new ClawError(message.code, message.message, { remedy: message.remedy })
      results.set(task.path, message.digests)
    }
  } finally {
    await worker.terminate()
  }
}

async function fileSize(path: string): Promise<number> {
  // digestFile reports why a file cannot be examined.
  return stat(path).then(
    (stats) => stats.size,
    () => 0,
  )
}

/**
 * Returns the digests of every file, by path. Several large files are hashed in parallel, in as many threads as
 * there are cores; the others one after the other. Throws as `digestFile`.
 */
export async function digestFiles(
  paths: readonly string[],
  hashes: readonly FileHash[],
): Promise<ReadonlyMap<string, Digests>> {
  const sizes = await Promise.all(paths.map(async (path) => ({ path, size: await fileSize(path) })))
  const large = sizes.filter(({ size }) => size >= LARGE_BYTES)
  const parallel = large.length >= 2 ? large : []
  const queue = parallel.toSorted((a, b) => a.size - b.size).map(({ path }) => ({ path, hashes }))
  const threads = Math.min(queue.length, availableParallelism(), MAX_THREADS)
  const results = new Map<string, Digests>()
  const pools = Array.from({ length: threads }, () => runQueue(queue, results))
  const inPool = new Set(parallel.map(({ path }) => path))
  const here = async (): Promise<void> => {
    for (const path of paths) if (!inPool.has(path)) results.set(path, await digestFile(path, hashes))
  }
  await Promise.all([...pools, here()])
  return results
}
