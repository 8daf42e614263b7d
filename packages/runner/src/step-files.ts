// The files in which a step answers the runner. A program that runs as the same user finds them without
// being told where they are, and a line in one of them steers later steps or carries a secret past the
// redactor. What it wrote there is taken out again.
import { lstatSync, readFileSync, rmSync, writeFileSync } from 'node:fs'

/** Variables that name what the runner reads once the step has ended. */
export const ANSWER_FILES = [
  'GITHUB_ENV',
  'GITHUB_PATH',
  'GITHUB_OUTPUT',
  'GITHUB_STATE',
  'GITHUB_STEP_SUMMARY',
  'GITHUB_ARTIFACTS',
] as const

/** The list is read by later steps, and no step is to write it. */
const STEP_FILES = [...ANSWER_FILES, 'GITHUB_ARTIFACTS_LIST'] as const

/** A regular file, or nothing. */
type Content = { readonly bytes: Buffer; readonly mode: number } | undefined

interface StepFile {
  readonly name: string
  readonly path: string
  readonly content: Content
}

function contentOf(path: string): Content {
  const stats = lstatSync(path, { throwIfNoEntry: false })
  return stats?.isFile() === true ? { bytes: readFileSync(path), mode: stats.mode & 0o777 } : undefined
}

function isUnchanged({ path, content }: StepFile): boolean {
  const stats = lstatSync(path, { throwIfNoEntry: false })
  if (stats === undefined || content === undefined) return stats === content
  // The size first: what was grown to gigabytes is not read.
  return stats.isFile() && stats.size === content.bytes.length && readFileSync(path).equals(content.bytes)
}

/** Removed first: writing through a link that was put there would write elsewhere. */
function restore({ path, content }: StepFile): void {
  rmSync(path, { recursive: true, force: true })
  if (content !== undefined) writeFileSync(path, content.bytes, { flag: 'wx', mode: content.mode })
}

/**
 * Remembers what the files of this step hold. The function that it returns puts back each that has
 * changed since, and returns the names of these.
 */
export function watchStepFiles(): () => string[] {
  const files = STEP_FILES.map((name) => ({ name, path: process.env[name] ?? '' }))
    .filter(({ path }) => path !== '')
    .map((file): StepFile => ({ ...file, content: contentOf(file.path) }))
  return () => {
    const changed = files.filter((file) => !isUnchanged(file))
    for (const file of changed) restore(file)
    return changed.map(({ name }) => name)
  }
}
