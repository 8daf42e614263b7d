// Bundles every action into dist/, or with --check tells whether dist/ is what the sources give.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { rolldown } from 'rolldown'

const packageOf = (id: string): string | null => /\/packages\/([^/]+)\//.exec(id)?.[1] ?? null

async function bundle(): Promise<Map<string, string>> {
  const actions = await readdir('actions')
  const build = await rolldown({
    input: Object.fromEntries(actions.map((name) => [name, `actions/${name}/src/main.ts`])),
    platform: 'node',
  })
  const { output } = await build.generate({
    format: 'esm',
    minifyInternalExports: false,
    entryFileNames: '[name].mjs',
    chunkFileNames: '[name].mjs',
    codeSplitting: {
      groups: [
        { name: 'vendor', test: /node_modules/, priority: 1 },
        { name: packageOf, debugName: 'packages' },
      ],
    },
  })
  await build.close()
  return new Map(
    output.map((file) => [file.fileName, file.type === 'chunk' ? file.code : String(file.source)]),
  )
}

async function committed(): Promise<Map<string, string>> {
  const names = await readdir('dist').catch(() => [])
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join('dist', name), 'utf8')] as const)),
  )
}

const fresh = await bundle()
if (process.argv.includes('--check')) {
  const old = await committed()
  const stale = [...new Set([...fresh.keys(), ...old.keys()])].filter(
    (name) => fresh.get(name) !== old.get(name),
  )
  if (stale.length > 0) throw new Error(`dist/ is stale, run npm run build: ${stale.join(', ')}`)
} else {
  await rm('dist', { recursive: true, force: true })
  await mkdir('dist')
  await Promise.all([...fresh].map(([name, code]) => writeFile(join('dist', name), code)))
}
