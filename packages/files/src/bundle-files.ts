// file: evidence. Bundles stand beside what they speak about, or below one folder.
import { constants } from 'node:fs'
import { access, lstat, mkdir, realpath, stat } from 'node:fs/promises'
import nodePath, { dirname, join, relative, resolve, sep, type PlatformPath } from 'node:path'
import {
  systemCode,
  ClawError,
  isPrintable,
  printable,
  type PlannedBundle,
  type SignedBundle,
  type StoredBundle,
} from '@open-claw/core'
import { subjectNameOf } from './artifact-files.ts'
import { discard, place, temporaryFor, tryPlacing, writeWhole } from './exclusive-file.ts'

const BUNDLE_SUFFIX = '.sigstore.json'

/** Where bundles go: `undefined` is beside the artifacts, otherwise a folder relative to the workspace. */
export interface FileDestination {
  readonly workspace: string
  readonly folder: string | undefined
}

/** The path of `folder` relative to `root`, with forward slashes; undefined where it is outside. */
function insideOf(root: string, folder: string, paths: PlatformPath): string | undefined {
  try {
    return subjectNameOf(root, folder, paths)
  } catch {
    return undefined
  }
}

/** `file:` or `file:<folder>`, one of them. `paths` are the rules of the platform. Throws INPUT_INVALID. */
export function parseFileDestination(
  text: string,
  workspace: string,
  input: string,
  paths: PlatformPath = nodePath,
): FileDestination {
  // Two lines would be one folder with a line break in its name.
  if (!text.startsWith('file:') || !isPrintable(text)) {
    throw new ClawError(
      'INPUT_INVALID',
      `Input ${input}: "${printable(text)}" is not file: or file:<folder>.`,
    )
  }
  const folder = text.slice('file:'.length)
  if (folder === '') return { workspace, folder: undefined }
  const inside = insideOf(workspace, paths.resolve(workspace, folder), paths)
  if (inside === undefined) {
    throw new ClawError('INPUT_INVALID', `Input ${input}: "${printable(folder)}" is outside the workspace.`)
  }
  return { workspace, folder: inside }
}

const kindOf = (predicateType: string | undefined): string => {
  if (predicateType === undefined) return ''
  const parts = predicateType
    .split(/[/:]/)
    .filter((part) => /[A-Za-z]/.test(part) && !/^v[0-9.]+$/.test(part))
  return `.${(parts.at(-1) ?? 'statement').toLowerCase().replaceAll(/[^a-z0-9-]+/g, '-')}`
}

/** The deepest folder that holds every subject. */
function commonFolder(names: readonly string[]): string {
  const [first, ...others] = names.map((name) => name.split('/').slice(0, -1))
  const shared = (first ?? []).filter((_, index, all) =>
    others.every((other) => all.slice(0, index + 1).every((part, at) => other[at] === part)),
  )
  return shared.join('/')
}

/** An image name is not a path: only its last part names the file. */
function pathFor({ bundle, position, of }: { bundle: PlannedBundle; position: number; of: number }): string {
  const kind = kindOf(bundle.predicateType)
  const [only, ...more] = bundle.subjects
  if (only !== undefined && more.length === 0) {
    const name = only.source === 'file' ? only.name : (only.name.split('/').at(-1) ?? only.name)
    return `${name}${kind}${BUNDLE_SUFFIX}`
  }
  const folder = commonFolder(
    bundle.subjects.filter(({ source }) => source === 'file').map(({ name }) => name),
  )
  const part = of === 1 ? '' : `-${position + 1}-of-${of}`
  return join(folder, `artifacts${part}${kind}${BUNDLE_SUFFIX}`).replaceAll('\\', '/')
}

/** The paths that `bundles` would get, workspace-relative. */
export function bundlePaths(destination: FileDestination, bundles: readonly PlannedBundle[]): string[] {
  return bundles.map((bundle, position) => {
    const path = pathFor({ bundle, position, of: bundles.length })
    return destination.folder === undefined ? path : join(destination.folder, path).replaceAll('\\', '/')
  })
}

const TOO_LONG = 'its name is longer than the file system takes'

const failure = (error: unknown, path: string): ClawError => {
  const code = systemCode(error) ?? 'unknown'
  if (code === 'EEXIST') {
    return new ClawError('EVIDENCE_EXISTS', `"${printable(path)}" exists already; it is not overwritten.`, {
      cause: error,
    })
  }
  return new ClawError(
    'EVIDENCE_WRITE_FAILED',
    `"${printable(path)}" could not be written${code === 'ENAMETOOLONG' ? `: ${TOO_LONG}` : ` (${printable(code)})`}.`,
    { cause: error },
  )
}

/** Whether something is at `path`, which lstat says even of a link to nothing. Throws where no file could be. */
async function isTaken(path: string): Promise<boolean> {
  try {
    await lstat(path)
    return true
  } catch (error) {
    // ENOTDIR is told of the folder.
    if (['ENOENT', 'ENOTDIR'].includes(systemCode(error) ?? '')) return false
    throw error
  }
}

async function insideWorkspace(workspace: string, folder: string, path: string): Promise<void> {
  if (insideOf(await realpath(workspace), await realpath(folder), nodePath) === undefined) {
    throw new ClawError(
      'EVIDENCE_WRITE_FAILED',
      `"${printable(path)}" leads out of the workspace through a link.`,
    )
  }
}

/** `folder` or the deepest of those above it that is there. */
async function deepestExisting(folder: string): Promise<string> {
  let existing = folder
  while (
    existing !== dirname(existing) &&
    !(await stat(existing).then(
      () => true,
      () => false,
    ))
  )
    existing = dirname(existing)
  return existing
}

/** Makes the folder of `target`. A link on the way is found before anything is made behind it. */
async function makeFolder(workspace: string, target: string, path: string): Promise<void> {
  const folder = dirname(target)
  await insideWorkspace(workspace, await deepestExisting(folder), path)
  await mkdir(folder, { recursive: true })
  await insideWorkspace(workspace, folder, path)
}

/** Throws EVIDENCE_WRITE_FAILED where `folder` could not be made and written, or is outside the workspace. */
async function checkFolder(workspace: string, folder: string): Promise<void> {
  const existing = await deepestExisting(resolve(workspace, folder))
  const writable = await access(existing, constants.W_OK).then(
    () => true,
    () => false,
  )
  if (!writable || !(await stat(existing)).isDirectory()) {
    throw new ClawError('EVIDENCE_WRITE_FAILED', `The folder "${printable(folder)}" cannot be written.`)
  }
  await insideWorkspace(workspace, existing, folder)
}

/**
 * Checks before anything is signed that the destination can be written and is inside the workspace.
 * Throws EVIDENCE_WRITE_FAILED.
 */
export const checkDestination = ({ workspace, folder }: FileDestination): Promise<void> =>
  checkFolder(workspace, folder ?? '.')

/** Names of one length meet one answer: what is tried once for a folder holds for all of them. */
async function tryNames(workspace: string, paths: readonly string[]): Promise<void> {
  const tried = new Set<string>()
  for (const path of paths) {
    const target = resolve(workspace, path)
    const folder = await deepestExisting(dirname(target))
    // Folders that would be made have names too.
    for (const name of relative(folder, target).split(sep)) {
      const kind = `${Buffer.byteLength(name)} ${folder}`
      if (tried.has(kind)) continue
      tried.add(kind)
      await tryPlacing(folder, name).catch((error: unknown) => {
        throw failure(error, path)
      })
    }
  }
}

/**
 * Checks before anything is signed that each bundle could be written under its name and no file stands where it
 * would go. The write itself is what decides; this only spares a signature. Throws EVIDENCE_EXISTS or EVIDENCE_WRITE_FAILED.
 */
export async function checkUnoccupied(
  destination: FileDestination,
  planned: readonly PlannedBundle[],
): Promise<void> {
  const paths = bundlePaths(destination, planned)
  // A folder of the artifacts may belong to another user, such as that of a container.
  for (const folder of new Set(paths.map((path) => dirname(path))))
    await checkFolder(destination.workspace, folder)
  for (const path of paths) {
    const isOccupied = await isTaken(resolve(destination.workspace, path)).catch((error: unknown) => {
      throw failure(error, path)
    })
    if (isOccupied) throw failure({ code: 'EEXIST' }, path)
  }
  await tryNames(destination.workspace, paths)
}

/**
 * Writes all bundles or none: each is complete under a name of its own before the first appears under
 * its final name, and an existing file is never replaced. A kill between two of those last moments leaves
 * complete bundles without their siblings, and no outputs. Throws EVIDENCE_EXISTS or EVIDENCE_WRITE_FAILED.
 */
export async function storeBundles(
  destination: FileDestination,
  bundles: readonly SignedBundle[],
): Promise<StoredBundle[]> {
  const paths = bundlePaths(destination, bundles)
  const temporaries: string[] = []
  const published: string[] = []
  let current = ''
  try {
    for (const [index, bundle] of bundles.entries()) {
      current = paths[index] ?? ''
      const target = resolve(destination.workspace, current)
      await makeFolder(destination.workspace, target, current)
      const temporary = temporaryFor(target)
      // Noted first: a full disk leaves half a file, which has to go too.
      temporaries.push(temporary)
      await writeWhole(temporary, bundle.json)
    }
    for (const [index, temporary] of temporaries.entries()) {
      current = paths[index] ?? ''
      const target = resolve(destination.workspace, current)
      await place(temporary, target)
      published.push(target)
    }
  } catch (error) {
    await Promise.all(published.map(discard))
    throw error instanceof ClawError ? error : failure(error, current)
  } finally {
    await Promise.all(temporaries.map(discard))
  }
  return bundles.map((bundle, index) => ({ path: paths[index] ?? '', bundle }))
}
