// Measures the hashing of files in the page cache, so that the disk plays no part.
import type { Digests } from '@open-claw/core'
import { execFile } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { digestFile, digestFiles } from '@open-claw/files'
import { clocked, race } from './rounds.ts'
import { speed, type Figure } from './table.ts'

const run = promisify(execFile)
const FILE_BYTES = 1024 ** 3
const CHUNK_BYTES = 16 * 1024 ** 2
/** The chunk that digestFile reads. */
const READ_BYTES = 4 * 1024 ** 2
const ROUNDS = 5

/** Writes one random chunk repeatedly: the file has no holes, and the repetition does not matter to a hash. */
async function writeLargeFile(path: string): Promise<string> {
  const chunk = randomBytes(CHUNK_BYTES)
  await using file = await open(path, 'w')
  for (let written = 0; written < FILE_BYTES; written += CHUNK_BYTES) await file.write(chunk)
  return path
}

const hex = (digests: Digests | undefined): string => digests?.get('sha256') ?? ''

/** Checks that a contestant did the work. */
function expectDigest(answer: string, expected: string, who: string): void {
  if (expected === '' || !answer.includes(expected)) throw new Error(`${who} gave another digest.`)
}

/** Hashes as many bytes in memory: no reader of files can be faster. */
function hashMemory(): void {
  const chunk = Buffer.alloc(READ_BYTES)
  const state = createHash('sha256')
  for (let done = 0; done < FILE_BYTES; done += READ_BYTES) state.update(chunk)
  state.digest()
}

/** Times one file and two, next to the command line tools; a process start is under a hundredth of their time. */
export async function hashFigures(folder: string): Promise<Figure[]> {
  const one = await writeLargeFile(join(folder, 'one'))
  const two = await writeLargeFile(join(folder, 'two'))
  const expected = hex(await digestFile(one, ['sha256']))
  const tool = (command: string, ...args: readonly string[]) =>
    clocked(async () => expectDigest((await run(command, [...args, one])).stdout, expected, command))
  const timing = await race(ROUNDS, {
    ours: clocked(async () => expectDigest(hex(await digestFile(one, ['sha256'])), expected, 'digestFile')),
    openssl: tool('openssl', 'dgst', '-sha256'),
    sha256sum: tool('sha256sum'),
    memory: clocked(hashMemory),
    both: clocked(async () =>
      expectDigest(hex((await digestFiles([one, two], ['sha256'])).get(one)), expected, 'digestFiles'),
    ),
  })
  const ours = timing('ours')
  const both = timing('both')
  const perFile = { median: both.median / 2, samples: both.samples.map((sample) => sample / 2) }
  const what = 'SHA-256 of 1 GiB, speed'
  return [
    speed({ what, ours, peer: timing('openssl'), peerName: '`openssl dgst`', budget: { atLeast: 1.15 } }),
    speed({ what, ours, peer: timing('sha256sum'), peerName: '`sha256sum`' }),
    speed({ what, ours, peer: timing('memory'), peerName: 'of memory, the ceiling' }),
    speed({
      what: 'Two files of 1 GiB, speed per file',
      ours: perFile,
      peer: ours,
      peerName: 'one file alone',
      budget: { atLeast: 1.85 },
    }),
  ]
}
