// One folder for all that a run and its children put into the folder for temporary files, so that
// nothing of theirs stays, not even of a child that was killed.
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What our own code calls its folders there; a run of somebody else at the same time has the second name. */
const OURS = 'open-claw-'
const RUN = 'open-claw-run-'
/** What `os.tmpdir()` and other programs look at. */
const VARIABLES = ['TMPDIR', 'TEMP', 'TMP'] as const
/** A child that is dying may still write while its folder is removed. */
const RETRIES = 5

const namesIn = (folder: string): string[] =>
  readdirSync(folder).filter((name) => name.startsWith(OURS) && !name.startsWith(RUN))

/**
 * Gives this process and its children a folder for temporary files of their own, which goes when the
 * process exits. Returns a function that lists what went past it, into the folder of the machine.
 */
export function moveTemporaryFiles(): () => string[] {
  const outside = tmpdir()
  const before = new Set(namesIn(outside))
  const folder = mkdtempSync(join(outside, RUN))
  // Some tests become another user, who must get to files of its own in there.
  chmodSync(folder, 0o711)
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: RETRIES }))
  for (const name of VARIABLES) process.env[name] = folder
  return () => namesIn(outside).filter((name) => !before.has(name))
}
