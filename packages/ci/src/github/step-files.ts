// The files in which a step answers the runner. A program that runs as the same user can find them by itself,
// and a line in one of them steers later steps or carries a secret past the redactor. What it wrote there is
// removed again.
import { randomUUID } from 'node:crypto'
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'

/** Variables that name the files that the runner reads once the step has ended. */
export const ANSWER_FILES = [
  'GITHUB_ENV',
  'GITHUB_PATH',
  'GITHUB_OUTPUT',
  'GITHUB_STATE',
  'GITHUB_STEP_SUMMARY',
  'GITHUB_ARTIFACTS',
] as const

/** Later steps read the list, and no step may write it. */
const STEP_FILES = [...ANSWER_FILES, 'GITHUB_ARTIFACTS_LIST'] as const

/** A regular file, or nothing. */
type Content = { readonly bytes: Buffer; readonly mode: number } | undefined

interface StepFile {
  readonly name: string
  readonly path: string
  readonly content: Content
}

function readContent(path: string): Content {
  const stats = lstatSync(path, { throwIfNoEntry: false })
  return stats?.isFile() === true ? { bytes: readFileSync(path), mode: stats.mode & 0o777 } : undefined
}

function isUnchanged({ path, content }: StepFile): boolean {
  try {
    const stats = lstatSync(path, { throwIfNoEntry: false })
    if (stats === undefined || content === undefined) return stats === content
    if (!stats.isFile() || (stats.mode & 0o777) !== content.mode) return false
    // The size first: a file grown to gigabytes is not read.
    return stats.size === content.bytes.length && readFileSync(path).equals(content.bytes)
  } catch {
    // A file that can no longer be read was locked.
    return false
  }
}

/** Restores the folder of the files, if the script removed it or locked us out. */
function reopen(folder: string): void {
  mkdirSync(folder, { recursive: true })
  const mode = statSync(folder).mode & 0o777
  if ((mode & 0o700) !== 0o700) chmodSync(folder, mode | 0o700)
}

/** Removes a file or folder. Renames it first: a folder may resist being emptied, but not being renamed. */
function remove(path: string): void {
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return
  const aside = `${path}-${randomUUID()}`
  renameSync(path, aside)
  try {
    rmSync(aside, { recursive: true, force: true })
  } catch {
    // The runner does not read it under this name.
  }
}

/** Restores a file, and returns whether it could. Removes first: a link in its place would redirect the bytes. */
function restore({ path, content }: StepFile): boolean {
  try {
    reopen(dirname(path))
    remove(path)
    if (content !== undefined) writeFileSync(path, content.bytes, { flag: 'wx', mode: content.mode })
    return true
  } catch {
    return false
  }
}

/**
 * Remembers the content of the files of this step. The returned function restores each one that has changed
 * since, and returns their names. One that resists does not keep the others from being restored.
 */
export function watchStepFiles(): () => string[] {
  const files = STEP_FILES.map((name) => ({ name, path: process.env[name] ?? '' }))
    .filter(({ path }) => path !== '')
    .map((file): StepFile => ({ ...file, content: readContent(file.path) }))
  return () => {
    const changed = files.filter((file) => !isUnchanged(file))
    return changed.map((file) => (restore(file) ? file.name : `${file.name} (not put back)`))
  }
}
