// Writes files that appear whole or not at all, and replaces none.
import { randomUUID } from 'node:crypto'
import { link, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { systemCode } from '@open-claw/core'

/** Makes `target` a second name of `temporary`, and fails where something has that name. */
export type Link = (temporary: string, target: string) => Promise<void>

/** The path at which the file of `target` is written before it appears. */
export const temporaryFor = (target: string): string => join(dirname(target), `.${randomUUID()}.tmp`)

/** Writes all of `text` to a file that does not exist yet. */
export async function writeWhole(path: string, text: string): Promise<void> {
  await using handle = await open(path, 'wx', 0o644)
  await handle.writeFile(text)
  await handle.sync()
}

/** Removes what is there. A failure to do so must not hide the error that called for it. */
export const discard = (path: string): Promise<void> => rm(path, { force: true }).catch(() => undefined)

/**
 * Takes the name with an empty file, which fails where anything has it, a link included; then puts the whole file
 * in its place. A kill in between leaves an empty file, never half of one.
 */
async function takeName(temporary: string, target: string): Promise<void> {
  await (await open(target, 'wx', 0o644)).close()
  try {
    await rename(temporary, target)
  } catch (error) {
    await discard(target)
    throw error
  }
}

/**
 * Gives the whole file `temporary` the name `target`, and fails with EEXIST where something has it. File systems
 * without hard links say so with EPERM, EOPNOTSUPP, ENOSYS, EINVAL, EACCES, EXDEV or EIO, depending on who serves
 * them: whatever it is, the other way fails as well if the cause is another.
 */
export async function place(temporary: string, target: string, linkFile: Link = link): Promise<void> {
  try {
    await linkFile(temporary, target)
  } catch (error) {
    if (systemCode(error) === 'EEXIST') throw error
    await takeName(temporary, target)
  }
}

/** A random name that is as long as `name` in bytes and ends like it: whether the file system takes such a name shows in trying. */
function likeName(name: string): string {
  const random = `.${randomUUID()}`
  const tail = Array.from(name).toReversed()
  const room = Buffer.byteLength(name) - random.length
  let kept = ''
  for (const letter of tail) {
    if (Buffer.byteLength(letter + kept) > room) break
    kept = letter + kept
  }
  return random + '0'.repeat(Math.max(0, room - Buffer.byteLength(kept))) + kept
}

/** Tries the steps of writing `name` in `folder`, which exists, and leaves nothing. Throws the errors of the file system. */
export async function tryPlacing(folder: string, name: string): Promise<void> {
  const trial = join(folder, likeName(name))
  const temporary = temporaryFor(trial)
  try {
    await writeWhole(temporary, '')
    await place(temporary, trial)
  } finally {
    await Promise.all([temporary, trial].map(discard))
  }
}
