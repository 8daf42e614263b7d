// Puts the user's files into a workspace for the demo: linked if possible, since they may be large.
import { execFileSync } from 'node:child_process'
import { constants, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, statSync } from 'node:fs'
import { copyFile, link, open, statfs, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { printable } from '@open-claw/core'
import { DemoFailure, sizeText, withProgress } from './terminal.ts'

const REPOSITORY = resolve(import.meta.dirname, '../..')
/** Space to leave free on the disk of temporary files. */
const SPARE_BYTES = 64 * 1024 * 1024
/** A changed copy needs only the beginning of the file. */
const SAMPLE_BYTES = 1024 * 1024

export interface DemoFile {
  /** The user's own path of the file. */
  readonly path: string
  /** Its path in the workspace, with forward slashes. */
  readonly name: string
  readonly size: number
}

/** Returns the user's current folder: npm changes to the folder of the package and names the previous one. */
export const standingIn = (env: NodeJS.ProcessEnv, cwd: string): string =>
  env['npm_lifecycle_event'] === 'demo' ? (env['INIT_CWD'] ?? cwd) : cwd

/** Returns the paths of the named files, or of a tarball of this repository. Throws DemoFailure. */
function namedFiles(named: readonly string[], folder: string, root: string): string[] {
  if (named.length > 0) {
    const paths = named.map((path) => resolve(folder, path))
    const absent = paths.find((path) => !existsSync(path) || !statSync(path).isFile())
    if (absent !== undefined) {
      const what = existsSync(absent) ? 'is not a file' : 'does not exist'
      throw new DemoFailure(`"${printable(absent)}" ${what}. Name files.`)
    }
    return [...new Set(paths)]
  }
  const tarball = join(root, 'open-claw.tar.gz')
  execFileSync('git', ['archive', '--format=tar.gz', '-o', tarball, 'HEAD'], { cwd: REPOSITORY })
  return [tarball]
}

/** Returns names below `dist/`, each in its own folder if two names would be one on some file system. */
export function workspaceNames(paths: readonly string[]): string[] {
  const names = paths.map((path) => basename(path))
  const folded = new Set(names.map((name) => name.normalize('NFC').toLowerCase()))
  return names.map((name, index) =>
    folded.size === names.length ? `dist/${name}` : `dist/${index + 1}/${name}`,
  )
}

/** Tries a hard link: a second name for a file of gigabytes costs nothing and leaves nothing behind. */
async function linked(from: string, to: string): Promise<boolean> {
  // A link to a symbolic link would be symbolic itself, and those are refused.
  return link(realpathSync(from), to).then(
    () => true,
    () => false,
  )
}

async function copied({ path, size }: DemoFile, to: string): Promise<void> {
  const { bavail, bsize } = await statfs(dirname(to))
  const free = bavail * bsize - SPARE_BYTES
  if (size > free) {
    throw new DemoFailure(
      `"${printable(path)}" has ${sizeText(size)}, and the disk of temporary files has ${sizeText(Math.max(free, 0))} left. Set TMPDIR to a folder on the disk of the file.`,
    )
  }
  await withProgress('copying, since no link leads to another disk', size, () =>
    // A copy that shares its blocks, if the file system can.
    copyFile(path, to, constants.COPYFILE_FICLONE),
  )
}

/** A workspace for the demo and the files in it. */
export class DemoWorkspace {
  readonly root: string = mkdtempSync(join(tmpdir(), 'open-claw-demo-'))
  files: readonly DemoFile[] = []

  get bytes(): number {
    return this.files.reduce((sum, { size }) => sum + size, 0)
  }

  /** Adds the files in the order in which they were named. Throws DemoFailure. */
  async take(named: readonly string[], folder: string): Promise<void> {
    const paths = namedFiles(named, folder, this.root)
    const names = workspaceNames(paths)
    this.files = paths.map((path, index) => ({ path, name: names[index] ?? '', size: statSync(path).size }))
    for (const file of this.files) {
      const to = join(this.root, file.name)
      mkdirSync(dirname(to), { recursive: true })
      if (!(await linked(file.path, to))) await copied(file, to)
    }
  }

  /** Writes the beginning of `file` and one more byte under another name, and returns its path. */
  async tamperedCopy(file: DemoFile): Promise<string> {
    const name = `tampered/${basename(file.name)}`
    mkdirSync(join(this.root, 'tampered'))
    const sample = Buffer.alloc(Math.min(file.size, SAMPLE_BYTES))
    await using source = await open(file.path, 'r')
    const { bytesRead } = await source.read(sample, 0, sample.length, 0)
    await writeFile(join(this.root, name), Buffer.concat([sample.subarray(0, bytesRead), Buffer.from('!')]))
    return name
  }

  /** Removes the files; results stay, unless `all` is set. */
  clear(all: boolean): void {
    for (const path of all ? [this.root] : ['dist', 'tampered', 'other']) {
      rmSync(resolve(this.root, path), { recursive: true, force: true })
    }
  }
}
