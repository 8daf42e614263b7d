// Reads one line of an input as a name or a pattern. Names of real files hold brackets and braces: taken for a
// pattern, such a name selects another file than the one that was named.
import { glob, lstat } from 'node:fs/promises'
import { isAbsolute, join, parse, resolve } from 'node:path'
import { ClawError, printable, MAX_SUBJECTS } from '@open-claw/core'

const MAX_PATHS = 4 * MAX_SUBJECTS
const MAGIC = /[*?[{(]/

/** The paths that a line means, absolute. */
export interface Meaning {
  readonly paths: readonly string[]
  /** Whether the line is the name of one thing rather than a pattern. */
  readonly isName: boolean
  /** Further matches of the line as a pattern, where it is a name as well. */
  readonly others: readonly string[]
}

async function matches(folder: string, pattern: string): Promise<string[]> {
  const found: string[] = []
  for await (const path of glob(pattern, { cwd: folder })) {
    found.push(resolve(folder, path))
    if (found.length > MAX_PATHS) {
      throw new ClawError('SUBJECT_LIMIT', `"${printable(pattern)}" matches over ${MAX_PATHS} paths.`)
    }
  }
  return found
}

/** Whether anything is at `path`, a dangling link included. */
export const exists = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  )

/**
 * What stands there under the names that `line` spells: as far as folders of exactly these names lead, and
 * below them with each bracket taken for a letter. undefined where that is the pattern itself: listed twice, a
 * folder that changes meanwhile would differ from itself.
 */
async function named(root: string, line: string): Promise<{ paths: string[]; isName: boolean } | undefined> {
  const top = isAbsolute(line) ? parse(line).root : root
  const parts = line.slice(isAbsolute(line) ? top.length : 0).split('/')
  let folder = top
  let isSpelled = false
  while (parts[0] !== undefined && (await exists(join(folder, parts[0])))) {
    isSpelled ||= MAGIC.test(parts[0])
    folder = join(folder, parts.shift() ?? '')
  }
  if (parts.length === 0) return { paths: [resolve(folder)], isName: true }
  if (!isSpelled && !parts.some((part) => part.includes('['))) return undefined
  // A bracket within brackets is a bracket. Backslashes escape nothing here: on Windows they separate.
  return { paths: await matches(folder, parts.join('/').replaceAll('[', '[[]')), isName: false }
}

/** Reads `line` below `root`, as names before patterns. Throws SUBJECT_LIMIT. */
export async function readLine(root: string, line: string): Promise<Meaning> {
  const pattern = await matches(root, line)
  if (!MAGIC.test(line)) return { paths: pattern, isName: true, others: [] }
  const spelled = await named(root, line)
  if (spelled === undefined || spelled.paths.length === 0)
    return { paths: pattern, isName: false, others: [] }
  const { paths, isName } = spelled
  const meant = new Set(paths)
  return { paths, isName, others: pattern.filter((path) => !meant.has(path)) }
}
