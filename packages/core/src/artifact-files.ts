// From patterns to files. Nothing outside the workspace, no link, no device: what a build step can
// plant there must not end up signed under an innocent name.
import { glob, lstat, realpath } from 'node:fs/promises'
import nodePath, { join, relative, resolve, type PlatformPath } from 'node:path'
import { digestFiles } from './digest-pool.ts'
import type { HashName } from './algorithms.ts'
import { readFailure, type Digests } from './digest.ts'
import { readDocument } from './document.ts'
import { ClawError } from './errors.ts'
import type { AnnouncedSubject } from './job.ts'
import { printable } from './printable.ts'
import { parseSha256, sha256FromBytes } from './sha256.ts'
import {
  checkSubjectName,
  checkSubjects,
  MAX_SUBJECTS,
  parseChecksums,
  parseImage,
  type Subject,
} from './subject.ts'

const MAX_CHECKSUMS_BYTES = 4 * 1024 * 1024

/** A file below the workspace: its subject name and its absolute path. */
export interface ArtifactFile {
  readonly name: string
  readonly path: string
}

/** What a pattern matches and cannot be used: a link, a pipe, an unreadable file, an odd name. */
export interface RefusedFile {
  /** As it was found; not printable. */
  readonly name: string
  readonly path: string
  readonly refused: ClawError
}

/**
 * The subject name of the file at `path`: relative to `root`, with forward slashes. `paths` are the rules
 * of the platform, a parameter so that those of Windows are tested everywhere. Throws ARTIFACT_REFUSED
 * for what is outside, another drive and a device name included.
 */
export function subjectNameOf(root: string, path: string, paths: PlatformPath): string {
  const inside = paths.relative(root, path)
  if (paths.isAbsolute(inside) || inside.split(paths.sep)[0] === '..') {
    throw new ClawError('ARTIFACT_REFUSED', `"${printable(path)}" is outside the workspace.`)
  }
  return paths.sep === '/' ? inside : inside.replaceAll(paths.sep, '/')
}

async function checkedFile(root: string, found: string): Promise<ArtifactFile | undefined> {
  const path = resolve(root, found)
  const name = subjectNameOf(root, path, nodePath)
  const stats = await lstat(path).catch((error: unknown) => {
    throw readFailure(error, found)
  })
  if (stats.isDirectory()) return undefined
  if (stats.isSymbolicLink()) {
    throw new ClawError(
      'ARTIFACT_REFUSED',
      `"${printable(found)}" is a symbolic link; name the file it points to.`,
    )
  }
  if (!stats.isFile()) throw new ClawError('ARTIFACT_REFUSED', `"${printable(found)}" is not a regular file.`)
  if ((await realpath(path)) !== join(await realpath(root), relative(root, path))) {
    throw new ClawError('ARTIFACT_REFUSED', `"${printable(found)}" is reached through a symbolic link.`)
  }
  return { name: checkSubjectName(name), path }
}

const notFound = (pattern: string, input: string): ClawError =>
  new ClawError(
    'ARTIFACT_NOT_FOUND',
    `Input ${input}: "${printable(pattern)}" matches no file in the workspace.`,
  )

async function matches(root: string, pattern: string): Promise<string[]> {
  const found = await Array.fromAsync(glob(pattern, { cwd: root }))
  if (found.length > MAX_SUBJECTS * 4) {
    throw new ClawError('SUBJECT_LIMIT', `"${printable(pattern)}" matches ${found.length} paths.`)
  }
  return found
}

async function excludedPaths(root: string, patterns: readonly string[]): Promise<Set<string>> {
  const excluded = new Set<string>()
  for (const pattern of patterns.filter((line) => line.startsWith('!'))) {
    for (const found of await matches(root, pattern.slice(1))) excluded.add(resolve(root, found))
  }
  return excluded
}

/** Patterns for the names that begin with a dot, which the stars of `pattern` pass over. */
function hiddenPatterns(pattern: string): string[] {
  const parts = pattern.split('/')
  return parts.flatMap((part, index) => {
    const [before, after] = [parts.slice(0, index), parts.slice(index + 1)]
    if (part === '**')
      return [[...before, '**', '.*', ...(after.length === 0 ? [] : ['**', ...after])].join('/')]
    return part.startsWith('*') ? [[...before, `.${part}`, ...after].join('/')] : []
  })
}

/**
 * Throws ARTIFACT_REFUSED where a star passes over a name that begins with a dot and nothing excludes it:
 * whoever deploys the folder would take it along unseen.
 */
export async function checkNothingHidden(
  root: string,
  patterns: readonly string[],
  input: string,
): Promise<void> {
  const known = await excludedPaths(root, patterns)
  for (const pattern of patterns.filter((line) => !line.startsWith('!'))) {
    for (const found of await matches(root, pattern)) known.add(resolve(root, found))
  }
  for (const pattern of patterns.filter((line) => !line.startsWith('!')).flatMap(hiddenPatterns)) {
    const hidden = (await matches(root, pattern)).find((found) => !known.has(resolve(root, found)))
    if (hidden !== undefined) {
      throw new ClawError(
        'ARTIFACT_REFUSED',
        `Input ${input}: "${printable(hidden)}" begins with a dot or is in a folder that does, so no pattern covers it. Name it, or exclude it by its path after "!".`,
      )
    }
  }
}

async function examined(root: string, found: string): Promise<ArtifactFile | RefusedFile | undefined> {
  try {
    return await checkedFile(root, found)
  } catch (error) {
    return { name: found, path: resolve(root, found), refused: readFailure(error, found) }
  }
}

/**
 * What `patterns` match below `root`, in the order of the names, with what cannot be used and why. `!pattern`
 * excludes. A pattern that matches nothing is an error of its own: a typo must not become an empty selection.
 */
export async function findFiles(
  root: string,
  patterns: readonly string[],
  input: string,
): Promise<(ArtifactFile | RefusedFile)[]> {
  const excluded = await excludedPaths(root, patterns)
  const selected = new Map<string, ArtifactFile | RefusedFile>()
  for (const pattern of patterns.filter((line) => !line.startsWith('!'))) {
    const found = await Promise.all((await matches(root, pattern)).map((path) => examined(root, path)))
    const kept = found.filter((file) => file !== undefined && !excluded.has(file.path))
    if (kept.length === 0) throw notFound(pattern, input)
    for (const file of kept) if (file !== undefined) selected.set(file.path, file)
  }
  return [...selected.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

/** The files that `patterns` select, as `findFiles`. Throws why the first of those is refused that cannot be used. */
export async function selectFiles(
  root: string,
  patterns: readonly string[],
  input: string,
): Promise<ArtifactFile[]> {
  return (await findFiles(root, patterns, input)).map((file) => {
    if ('refused' in file) throw file.refused
    return file
  })
}

/** Where subjects come from; each list may be empty. */
export interface SubjectSources {
  readonly artifacts: readonly string[]
  readonly images: readonly string[]
  /** Path of a checksums file, workspace-relative. */
  readonly checksums: string | undefined
  /** What earlier steps announced to the runner: used when nothing else is named. */
  readonly announced: readonly AnnouncedSubject[]
}

/** A selected subject; `file` and `digests` only where it was hashed here. */
export interface SelectedSubjects {
  readonly subjects: readonly Subject[]
  /** By subject name. */
  readonly files: ReadonlyMap<string, { readonly path: string; readonly digests: Digests }>
}

async function readChecksums(root: string, name: string): Promise<Subject[]> {
  const [file] = await selectFiles(root, [name], 'checksums')
  if (file === undefined) throw notFound(name, 'checksums')
  const bytes = await readDocument(file, { limit: MAX_CHECKSUMS_BYTES, code: 'CHECKSUMS_INVALID' })
  return parseChecksums(bytes.toString('utf8'), name)
}

const fromAnnounced = (subject: AnnouncedSubject): Subject => ({
  // Any step may have announced it: the name of an image is checked like that of a file.
  name: checkSubjectName(subject.name),
  digest: parseSha256(subject.digest, 'GITHUB_ARTIFACTS_LIST'),
  source: 'announced',
})

function namesNothing(sources: SubjectSources): boolean {
  return sources.artifacts.length === 0 && sources.images.length === 0 && sources.checksums === undefined
}

/** All subjects that the inputs name, hashed and checked. `hashes` are computed beside SHA-256. Throws a ClawError. */
export async function selectSubjects(
  root: string,
  sources: SubjectSources,
  hashes: readonly HashName[] = [],
): Promise<SelectedSubjects> {
  if (namesNothing(sources)) {
    return { subjects: checkSubjects(sources.announced.map(fromAnnounced)), files: new Map() }
  }
  const listed = [
    ...sources.images.map((image) => parseImage(image, 'images')),
    ...(sources.checksums === undefined ? [] : await readChecksums(root, sources.checksums)),
  ]
  const files = sources.artifacts.length === 0 ? [] : await selectFiles(root, sources.artifacts, 'artifacts')
  const digests = await digestFiles(
    files.map(({ path }) => path),
    [...new Set<HashName>(['sha256', ...hashes])],
  )
  const hashed = files.map(({ name, path }) => ({ name, path, digests: digests.get(path) ?? new Map() }))
  const subjects = hashed.map(({ name, digests: own }): Subject => {
    const digest = own.get('sha256')
    if (digest === undefined) throw new ClawError('INTERNAL', 'A file was not hashed.')
    return { name, digest: sha256FromBytes(digest), source: 'file' }
  })
  return {
    subjects: checkSubjects([...subjects, ...listed]),
    files: new Map(hashed.map(({ name, path, digests: own }) => [name, { path, digests: own }])),
  }
}
