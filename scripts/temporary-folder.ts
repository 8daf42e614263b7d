// Collects all temporary files of a run and its children in one folder, so that none of them stays, not even those of
// a child that was killed.
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Prefixes of our own temporary folders; another run at the same time has the second one. */
const OURS = 'open-claw-'
const RUN = 'open-claw-run-'
/** Variables that `os.tmpdir()` and other programs read. */
const VARIABLES = ['TMPDIR', 'TEMP', 'TMP'] as const
/** A child that is dying may still write while its folder is removed. */
const RETRIES = 5

const namesIn = (folder: string): string[] =>
  readdirSync(folder).filter((name) => name.startsWith(OURS) && !name.startsWith(RUN))

/**
 * Gives this process and its children their own folder for temporary files, which is removed when the process
 * exits. Returns a function that lists what was left outside of it, in the machine's folder.
 */
export function moveTemporaryFiles(): () => string[] {
  const outside = tmpdir()
  const before = new Set(namesIn(outside))
  const folder = mkdtempSync(join(outside, RUN))
  // Some tests become another user, who must reach its own files in there.
  chmodSync(folder, 0o711)
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: RETRIES }))
  for (const name of VARIABLES) process.env[name] = folder
  return () => namesIn(outside).filter((name) => !before.has(name))
}
