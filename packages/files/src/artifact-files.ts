// Selects files by patterns: nothing outside the workspace, no link, no device. What a build step can plant there
// must not be signed under an innocent name.
import { lstat, realpath, stat } from 'node:fs/promises'
import nodePath, { dirname, join, relative } from 'node:path'
import { readFailure } from './digest.ts'
import { absenceError } from './absence.ts'
import { ClawError, printable, checkSubjectName } from '@open-claw/core'
import { relativeSubjectName } from './subject-name.ts'
import { readLine, type Meaning } from './patterns.ts'

/** A file below the workspace: its subject name and its absolute path. */
export interface ArtifactFile {
  readonly name: string
  readonly path: string
}

/** A match that cannot be used: a link, a pipe, an unreadable file, an odd name. */
export interface RefusedFile {
  /** Relative to the workspace, and not checked: it may hold anything. */
  readonly name: string
  readonly path: string
  readonly refused: ClawError
}

/** The selection of an input, with the folders in which it may pass files over. */
export interface Selection {
  /** In the order of names. */
  readonly found: readonly (ArtifactFile | RefusedFile)[]
  /** Folders that a pattern matched, and those of the files that one selected. */
  readonly folders: ReadonlySet<string>
  readonly excluded: ReadonlySet<string>
}

type Checked = ArtifactFile | RefusedFile | 'folder'

async function checkedFile(root: string, path: string): Promise<Checked> {
  const name = relativeSubjectName(root, path, nodePath)
  const refused = (why: string, remedy?: string): RefusedFile => ({
    name,
    path,
    refused: new ClawError('ARTIFACT_REFUSED', `"${printable(name)}" ${why}.`, { remedy }),
  })
  try {
    const stats = await lstat(path)
    if (stats.isDirectory()) return 'folder'
    if (stats.isSymbolicLink()) return refused('is a symbolic link', 'Name the file that it points to.')
    if (!stats.isFile()) return refused('is not a regular file')
    if ((await realpath(path)) !== join(await realpath(root), relative(root, path)))
      return refused('is reached through a symbolic link')
    return { name: checkSubjectName(name), path }
  } catch (error) {
    return { name, path, refused: readFailure(error, name) }
  }
}

function checkUnambiguous(meaning: Meaning, line: string, input: string): void {
  const [other] = meaning.others
  if (other === undefined) return
  throw new ClawError(
    'INPUT_INVALID',
    `Input ${input}: "${printable(line)}" is a name that stands there and, as a pattern, matches "${printable(other)}" too.`,
    { remedy: "Rename one of the two, or write a pattern that is nobody's name." },
  )
}

/** The treatment of an ambiguous name: `'throw'` for selections that must hold no wrong file, `'report'` where more than was meant does no harm. */
type Doubt = 'throw' | 'report'

interface Line {
  readonly text: string
  readonly input: string
  readonly doubt: Doubt
}

async function selectedPaths(root: string, { text, input, doubt }: Line): Promise<Omit<Meaning, 'others'>> {
  const meaning = await readLine(root, text)
  if (doubt === 'throw') checkUnambiguous(meaning, text, input)
  return { paths: [...meaning.paths, ...meaning.others], isName: meaning.isName }
}

/** Whether `path` is a folder or a link to one. */
export const leadsToFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  )

/**
 * Returns the paths that a line excludes. A folder goes with all its content by its name, or by a pattern for it:
 * `*.txt` means files, and a folder that somebody calls x.txt could hold anything.
 */
async function excludedPaths(root: string, line: Line): Promise<readonly string[]> {
  const { paths, isName } = await selectedPaths(root, line)
  if (isName || line.text.endsWith('**')) return paths
  const folders = await Promise.all(paths.map(leadsToFolder))
  return paths.filter((_, index) => folders[index] !== true)
}

/**
 * Selects files below `root` by `patterns`, in the order of names. `!pattern` excludes. A pattern that selects
 * nothing is an error of its own: a typo must not become an empty selection. Throws ARTIFACT_NOT_FOUND,
 * ARTIFACT_REFUSED for a path outside, SUBJECT_LIMIT, and INPUT_INVALID for a name that is in doubt.
 */
export async function select(
  root: string,
  patterns: readonly string[],
  input: string,
  doubt: Doubt,
): Promise<Selection> {
  const excluded = new Set<string>()
  for (const line of patterns.filter((one) => one.startsWith('!')))
    for (const path of await excludedPaths(root, { text: line.slice(1), input, doubt })) excluded.add(path)
  const found = new Map<string, ArtifactFile | RefusedFile>()
  const folders = new Set<string>()
  for (const text of patterns.filter((one) => !one.startsWith('!'))) {
    const { paths, isName } = await selectedPaths(root, { text, input, doubt })
    const kept = paths.filter((path) => !excluded.has(path))
    const checked = await Promise.all(
      kept.map(async (path) => [path, await checkedFile(root, path)] as const),
    )
    for (const [path, one] of checked) {
      if (one !== 'folder') found.set(path, one)
      if (!isName) folders.add(one === 'folder' ? path : dirname(path))
    }
    if (checked.every(([, one]) => one === 'folder')) throw await absenceError(root, text, input)
  }
  return {
    found: [...found.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    folders,
    excluded,
  }
}

/** Returns `found` if all of it can be used. Throws the refusal of the first that cannot. */
export function usable(found: Selection['found']): ArtifactFile[] {
  return found.map((file) => {
    if ('refused' in file) throw file.refused
    return file
  })
}

/** The files that `patterns` select below `root`. Throws as `select`, and why the first is refused that cannot be used. */
export async function selectFiles(
  root: string,
  patterns: readonly string[],
  input: string,
): Promise<ArtifactFile[]> {
  return usable((await select(root, patterns, input, 'throw')).found)
}

/**
 * What `patterns` match below `root`, with what cannot be used and why: for files that prove nothing by being
 * there, among which anybody could have dropped a link, a pipe or an odd name. A name in doubt means all it can.
 */
export async function findFiles(
  root: string,
  patterns: readonly string[],
  input: string,
): Promise<readonly (ArtifactFile | RefusedFile)[]> {
  return (await select(root, patterns, input, 'report')).found
}

/** The file at the absolute `path`. Throws as `selectFiles`. */
export async function fileAt(root: string, path: string): Promise<ArtifactFile> {
  const found = await checkedFile(root, path)
  if (found === 'folder')
    throw new ClawError(
      'ARTIFACT_REFUSED',
      `"${printable(relativeSubjectName(root, path, nodePath))}" is a folder.`,
    )
  if ('refused' in found) throw found.refused
  return found
}

/** The one file that `path` names. Throws INPUT_INVALID where it matches more, and as `selectFiles`. */
export async function selectFile(root: string, path: string, input: string): Promise<ArtifactFile> {
  const [file, other] = path.startsWith('!') ? [] : await selectFiles(root, [path], input)
  if (file !== undefined && other === undefined) return file
  throw new ClawError(
    'INPUT_INVALID',
    other === undefined
      ? `Input ${input}: "${printable(path)}" excludes, and one file is wanted.`
      : `Input ${input}: "${printable(path)}" matches "${printable(file?.name ?? '')}", "${printable(other.name)}" and perhaps more.`,
    { remedy: 'Name exactly one file.' },
  )
}
