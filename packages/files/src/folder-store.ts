// Keeps evidence as files: bundles beside their subjects, or below one folder.
import { constants } from 'node:fs'
import { access, lstat, mkdir, realpath, stat } from 'node:fs/promises'
import nodePath, { dirname, relative, resolve, sep } from 'node:path'
import {
  ClawError,
  printable,
  systemCode,
  type EvidenceStore,
  type PlannedBundle,
  type SignedBundle,
  type StoredBundle,
} from '@open-claw/core'
import { bundleNames } from './bundle-names.ts'
import { findDocuments } from './evidence-files.ts'
import { discard, place, temporaryFor, tryPlacing, writeWhole } from './exclusive-file.ts'
import { pathInside, type FileDestination } from './file-destination.ts'

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

/** Whether something is at `path`, a dangling link included. Throws where no file could be. */
async function isTaken(path: string): Promise<boolean> {
  try {
    await lstat(path)
    return true
  } catch (error) {
    // ENOTDIR says something of the folder, which is checked by itself.
    if (['ENOENT', 'ENOTDIR'].includes(systemCode(error) ?? '')) return false
    throw error
  }
}

/** Throws EVIDENCE_WRITE_FAILED where a link leads out of the workspace. */
async function checkInside(workspace: string, folder: string, path: string): Promise<void> {
  if (pathInside(await realpath(workspace), await realpath(folder), nodePath) === undefined) {
    throw new ClawError(
      'EVIDENCE_WRITE_FAILED',
      `"${printable(path)}" leads out of the workspace through a link.`,
    )
  }
}

/** `folder`, or the deepest one above it that exists. */
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
  await checkInside(workspace, await deepestExisting(folder), path)
  await mkdir(folder, { recursive: true })
  await checkInside(workspace, folder, path)
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
  await checkInside(workspace, existing, folder)
}

/** Tries one name of each length in each folder: the file system gives all names of one length the same answer. */
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

/** Checks that each bundle could be written under its name, and that nothing stands where it would go. */
async function checkUnoccupied(
  destination: FileDestination,
  planned: readonly PlannedBundle[],
): Promise<void> {
  const paths = bundleNames(destination, planned)
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
 * complete bundles without their siblings, and no outputs.
 */
async function storeBundles(
  destination: FileDestination,
  bundles: readonly SignedBundle[],
): Promise<StoredBundle[]> {
  const paths = bundleNames(destination, bundles)
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

/**
 * Keeps evidence as files of the workspace. Bundles are put at the destination; `patterns` select those that are
 * looked at, by any author. Putting bundles takes no pattern.
 */
export function folderStore(destination: FileDestination, patterns: readonly string[] = []): EvidenceStore {
  const { workspace, folder } = destination
  return {
    check: async () => {
      await checkFolder(workspace, folder ?? '.')
      return folder ?? 'beside the artifacts'
    },
    plan: (planned) => checkUnoccupied(destination, planned),
    put: (bundles) => storeBundles(destination, bundles),
    // Files have no index of subjects: who reads them finds out what they speak about.
    find: () => findDocuments(workspace, patterns),
  }
}
