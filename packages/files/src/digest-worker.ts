// One of the threads that hash large files at the same time. See digest-pool.ts.
import { parentPort } from 'node:worker_threads'
import { type FileHash, ClawError } from '@open-claw/core'
import { digestFile } from './digest.ts'

/** The work of a thread. */
export interface DigestTask {
  readonly path: string
  readonly hashes: readonly FileHash[]
}

const port = parentPort
port?.on('message', ({ path, hashes }: DigestTask) => {
  digestFile(path, hashes).then(
    (digests) => port.postMessage({ digests }),
    (error: unknown) =>
      port.postMessage(
        // A class does not survive structured cloning; its fields do.
        error instanceof ClawError
          ? { code: error.code, message: error.message, remedy: error.remedy }
          : { code: 'INTERNAL', message: 'Hashing failed in a worker.' },
      ),
  )
})
