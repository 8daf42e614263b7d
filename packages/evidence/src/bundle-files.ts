// file: evidence. Bundles stand beside what they speak about, or below one folder.
import { constants } from 'node:fs'
import { access, link, mkdir, open, realpath, rm, stat } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { randomUUID } from 'node:crypto'
import { ClawError, printable, type SignedBundle } from '@open-claw/core'

export const BUNDLE_SUFFIX = '.sigstore.json'

/** Where bundles go: `undefined` is beside the artifacts, otherwise a folder relative to the workspace. */
export interface FileDestination {
  readonly workspace: string
  readonly folder: string | undefined
}

/** A bundle on disk. */
export interface StoredBundle {
  /** Workspace-relative POSIX path. */
  readonly path: string
  readonly bundle: SignedBundle
}

/** `file:` or `file:<folder>`. Throws INPUT_INVALID. */
export function parseFileDestination(text: string, workspace: string, input: string): FileDestination {
  if (!text.startsWith('file:')) {
    throw new ClawError(
      'INPUT_INVALID',
      `Input ${input}: "${printable(text)}" is not file: or file:<folder>.`,
    )
  }
  const folder = text.slice('file:'.length)
  if (folder === '') return { workspace, folder: undefined }
  const inside = relative(workspace, resolve(workspace, folder))
  if (inside.startsWith('..') || resolve(workspace, inside) !== resolve(workspace, folder)) {
    throw new ClawError('INPUT_INVALID', `Input ${input}: "${printable(folder)}" is outside the workspace.`)
  }
  return { workspace, folder: inside }
}

const kindOf = (predicateType: string | undefined): string => {
  if (predicateType === undefined) return ''
  const parts = predicateType.split('/').filter((part) => /[A-Za-z]/.test(part) && !/^v[0-9.]+$/.test(part))
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
function pathFor({ bundle, position, of }: { bundle: SignedBundle; position: number; of: number }): string {
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
export function bundlePaths(destination: FileDestination, bundles: readonly SignedBundle[]): string[] {
  return bundles.map((bundle, position) => {
    const path = pathFor({ bundle, position, of: bundles.length })
    return destination.folder === undefined ? path : join(destination.folder, path).replaceAll('\\', '/')
  })
}

const failure = (error: unknown, path: string): ClawError => {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown'
  if (code === 'EEXIST') {
    return new ClawError('EVIDENCE_EXISTS', `"${printable(path)}" exists already; it is not overwritten.`, {
      cause: error,
    })
  }
  return new ClawError(
    'EVIDENCE_WRITE_FAILED',
    `"${printable(path)}" could not be written (${printable(code)}).`,
    { cause: error },
  )
}

async function writeTemporary(target: string, text: string): Promise<string> {
  const temporary = join(dirname(target), `.${randomUUID()}.tmp`)
  await using handle = await open(temporary, 'wx', 0o644)
  await handle.writeFile(text)
  await handle.sync()
  return temporary
}

async function insideWorkspace(workspace: string, folder: string, path: string): Promise<void> {
  const inside = relative(await realpath(workspace), await realpath(folder))
  if (inside.startsWith('..')) {
    throw new ClawError(
      'EVIDENCE_WRITE_FAILED',
      `"${printable(path)}" leads out of the workspace through a link.`,
    )
  }
}

/**
 * Checks before anything is signed that the destination can be written. Throws EVIDENCE_WRITE_FAILED.
 */
export async function checkDestination({ workspace, folder }: FileDestination): Promise<void> {
  let existing = resolve(workspace, folder ?? '.')
  while (
    existing !== dirname(existing) &&
    !(await stat(existing).then(
      () => true,
      () => false,
    ))
  )
    existing = dirname(existing)
  const writable = await access(existing, constants.W_OK).then(
    () => true,
    () => false,
  )
  if (!writable || !(await stat(existing)).isDirectory()) {
    throw new ClawError(
      'EVIDENCE_WRITE_FAILED',
      `The folder "${printable(folder ?? '.')}" cannot be written.`,
    )
  }
}

/**
 * Writes all bundles or none: each is complete under a name of its own before the first appears under
 * its final name, and an existing file is never replaced. Throws EVIDENCE_EXISTS or EVIDENCE_WRITE_FAILED.
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
      await mkdir(dirname(target), { recursive: true })
      await insideWorkspace(destination.workspace, dirname(target), current)
      temporaries.push(await writeTemporary(target, bundle.json))
    }
    for (const [index, temporary] of temporaries.entries()) {
      current = paths[index] ?? ''
      const target = resolve(destination.workspace, current)
      // link, unlike rename, fails where something stands already, a symbolic link included.
      await link(temporary, target)
      published.push(target)
    }
  } catch (error) {
    await Promise.all(published.map((path) => rm(path, { force: true })))
    throw error instanceof ClawError ? error : failure(error, current)
  } finally {
    await Promise.all(temporaries.map((path) => rm(path, { force: true })))
  }
  return bundles.map((bundle, index) => ({ path: paths[index] ?? '', bundle }))
}
