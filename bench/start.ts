// Measures the time of an action from its first import to its own first line, and the size of that code.
import { execFile } from 'node:child_process'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { rolldown } from 'rolldown'
import { race, type Contestant } from './rounds.ts'
import { milliseconds, time, type Figure } from './table.ts'

const run = promisify(execFile)
const ROOT = resolve(import.meta.dirname, '..')
const DIST = join(ROOT, 'dist')
const ROUNDS = 15
const PEER = '@actions/attest'
const START_BUDGET = { atMost: 0.6 } as const
const EAGER_BUDGET = { atMost: 1_000_000 } as const

/** Runs in a fresh process for each import: a process loads a module only once. */
const PROBE = `const start = performance.now()
await import(process.argv[2])
process.stdout.write(String(performance.now() - start))
`

/** Returns the specifiers of the static imports of a generated chunk, which has one on each line. */
const staticImports = (code: string): string[] =>
  [...code.matchAll(/^(?:import|export)\s(?:[^'"\n]*\sfrom\s)?"(\.[^"]+)"/gm)].map((match) => match[1] ?? '')

/** Returns the files that are loaded before the first own line of `entry`. */
async function eagerFiles(entry: string): Promise<Set<string>> {
  const files = new Set([join(DIST, entry)])
  for (const file of files) {
    for (const specifier of staticImports(await readFile(file, 'utf8'))) files.add(resolve(DIST, specifier))
  }
  return files
}

/** Writes the entry without its last statement, which runs the action. It loads its chunks from dist/. */
async function writeIdleEntry(folder: string, entry: string): Promise<string> {
  const code = await readFile(join(DIST, entry), 'utf8')
  const end = code.lastIndexOf('\nawait runAction(')
  if (end === -1) throw new Error(`${entry} does not end by running its action.`)
  const idle = code
    .slice(0, end)
    .replaceAll(
      /^(import\s(?:[^'"\n]*\sfrom\s)?)"(\.[^"]+)"/gm,
      (_, head: string, path: string) => `${head}"${pathToFileURL(resolve(DIST, path)).href}"`,
    )
  const path = join(folder, `idle-${entry}`)
  await writeFile(path, idle)
  return path
}

/** Bundles the peer as an action would ship it: the same bundler, one file, without the modules that ours leaves out. */
async function writeBundledPeer(folder: string, source: string): Promise<string> {
  const build = await rolldown({ input: source, platform: 'node', external: ['iconv-lite'] })
  const file = join(folder, 'peer.mjs')
  await build.write({ format: 'esm', file, codeSplitting: false })
  await build.close()
  return file
}

async function entries(): Promise<string[]> {
  const actions = await readdir(join(ROOT, 'actions'))
  return actions.toSorted().map((action) => `${action}.mjs`)
}

async function totalBytes(files: Iterable<string>): Promise<number> {
  const sizes = await Promise.all([...files].map((file) => stat(file)))
  return sizes.reduce((sum, { size }) => sum + size, 0)
}

/** Times the start of all actions next to the peer's, bundled and as installed, and measures their eager bytes. */
export async function startFigures(folder: string): Promise<Figure[]> {
  const probe = join(folder, 'probe.mjs')
  await writeFile(probe, PROBE)
  const loading =
    (file: string): Contestant =>
    async () => {
      const { stdout } = await run(process.execPath, [probe, pathToFileURL(file).href], { cwd: folder })
      return Number(stdout)
    }
  const source = fileURLToPath(import.meta.resolve(PEER))
  const bundled = await writeBundledPeer(folder, source)
  const names = await entries()
  const idle = await Promise.all(names.map((name) => writeIdleEntry(folder, name)))
  const timing = await race<string>(ROUNDS, {
    ...Object.fromEntries(idle.map((file, index) => [names[index], loading(file)])),
    bundled: loading(bundled),
    installed: loading(source),
  })
  // The peer starts faster bundled than as installed, so the comparison uses the bundle.
  const peerName = `${PEER}, bundled; ${milliseconds(timing('installed').median)} as installed`
  const figures = names.map((name) =>
    time({
      what: `\`${name}\`, import to first own line`,
      ours: timing(name),
      peer: timing('bundled'),
      peerName,
      budget: START_BUDGET,
    }),
  )
  const peerBytes = `${((await totalBytes([bundled])) / 1e6).toFixed(2)} MB ${PEER}, bundled`
  const sizes = names.map(async (name): Promise<Figure> => {
    const files = await eagerFiles(name)
    return {
      what: `\`${name}\`, code loaded at the start`,
      ours: `${files.size} files`,
      peer: peerBytes,
      value: await totalBytes(files),
      unit: 'bytes',
      budget: EAGER_BUDGET,
    }
  })
  return [...figures, ...(await Promise.all(sizes))]
}
