// Bundles every action into dist/, or with --check says whether dist/ matches the sources.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { rolldown, type OutputChunk, type Plugin } from 'rolldown'
import { ownChunk, ownDoor, ENTRIES } from './build/own-chunks.ts'
import { libraryDoor, vendorChunks } from './build/vendor-chunks.ts'

const OUT = 'dist'

/** CommonJS libraries expect these; ESM has none of them. */
const CJS_BANNER = [
  "import { createRequire as __createRequire } from 'node:module'",
  "import { fileURLToPath as __fileURLToPath } from 'node:url'",
  'const require = __createRequire(import.meta.url)',
  'const __filename = __fileURLToPath(import.meta.url)',
  "const __dirname = __fileURLToPath(new URL('.', import.meta.url))",
  '',
].join('\n')

const needsCjs = ({ code }: { code: string }): boolean => /\b(require|__dirname|__filename)\b/.test(code)

/** Modules of libraries that we never call, replaced by code that refuses. */
const REFUSALS: readonly {
  readonly name: string
  readonly module: RegExp
  readonly importer: RegExp
  readonly code: string
}[] = [
  {
    // Three quarters of what an action would load before its first line, for getIDToken alone, which is
    // never called (identity-request.ts says why).
    name: 'actions-http-client',
    module: /^@actions\/http-client/,
    importer: /[\\/]@actions[\\/]core[\\/]/,
    code: `class Refused { constructor() { throw new Error('getIDToken of @actions/core is not in this bundle.') } }
export { Refused as HttpClient, Refused as BearerCredentialHandler }`,
  },
  {
    // Opens a browser, for credentials that need a person.
    name: 'open',
    module: /^open$/,
    importer: /[\\/]@azure[\\/]/,
    code: `export default function open() { throw new Error('There is no browser in a job.') }`,
  },
]

const REFUSED = 'refused-'

const refusing: Plugin = {
  name: 'refusing',
  resolveId(source, importer = '') {
    const refusal = REFUSALS.find((one) => one.module.test(source) && one.importer.test(importer))
    return refusal === undefined ? null : `\0${REFUSED}${refusal.name}`
  },
  load: (id) => REFUSALS.find(({ name }) => id === `\0${REFUSED}${name}`)?.code ?? null,
}

async function bundle(): Promise<Map<string, string>> {
  const actions = (await readdir('actions')).toSorted()
  const vendors = vendorChunks()
  const build = await rolldown({
    input: {
      ...Object.fromEntries(actions.map((name) => [name, `actions/${name}/src/main.ts`])),
      ...Object.fromEntries(ENTRIES.map(({ name, path }) => [name, path])),
    },
    platform: 'node',
    plugins: [refusing, vendors.plugin],
    // Chunks by package: nobody uses what an entry exports beyond its own code.
    preserveEntrySignatures: 'allow-extension',
    // An optional library of a library, behind a try; absent here and on the runner.
    external: ['iconv-lite'],
    // Its main is UMD, which no bundler can follow.
    resolve: { alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' } },
  })
  const { output } = await build.generate({
    format: 'esm',
    minifyInternalExports: false,
    // proto3-json-serializer recognises a Long by the name of its class.
    keepNames: true,
    entryFileNames: '[name].mjs',
    chunkFileNames: ({ facadeModuleId, name }) => `${doorName(facadeModuleId) ?? name}.mjs`,
    codeSplitting: {
      includeDependenciesRecursively: false,
      groups: [
        { name: vendors.chunkFor, debugName: 'libraries', priority: 2 },
        { name: ownChunk, debugName: 'packages', priority: 1 },
      ],
    },
  })
  await build.close()
  const modules = output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []))
  return new Map([
    ...output.map(
      (file) => [file.fileName, file.type === 'chunk' ? withBanner(file) : String(file.source)] as const,
    ),
    ['THIRD-PARTY-LICENSES.txt', await notices(modules)] as const,
  ])
}

/** Names the small chunk through which a module is loaded on demand. */
function doorName(id: string | null): string | undefined {
  if (id === null) return undefined
  return id.startsWith(`\0${REFUSED}`) ? id.slice(1) : (ownDoor(id) ?? libraryDoor(id))
}

/** An import of a built-in module; the order of these has no effect. */
const BUILTIN_IMPORT = /^import (?:[^"]* from )?"(?!\.)[^"]+";$/

/** Sorts the built-in imports: modules are scanned in parallel, and the order of their arrival shows only in these lines. */
function withSortedImports(code: string): string {
  const lines = code.split('\n')
  const places = lines.flatMap((line, index) => (BUILTIN_IMPORT.test(line) ? [index] : []))
  const sorted = places.map((index) => lines[index] ?? '').toSorted()
  for (const [rank, index] of places.entries()) lines[index] = sorted[rank] ?? ''
  return lines.join('\n')
}

function withBanner(chunk: OutputChunk): string {
  const code = withSortedImports(chunk.code)
  return needsCjs(chunk) ? CJS_BANNER + code : code
}

/** Reads the licence of a package: its file, or else the end of its README. */
async function readLicence(folder: string): Promise<string | undefined> {
  const names = (await readdir(folder)).toSorted()
  const file = names.find((name) => /^licen[cs]e/i.test(name))
  if (file !== undefined) return readFile(join(folder, file), 'utf8')
  const readme = names.find((name) => /^readme/i.test(name))
  const text = readme === undefined ? '' : await readFile(join(folder, readme), 'utf8')
  return /^#*[ \t]*licen[cs]e[ \t]*$[\s\S]*/im.exec(text)?.[0]
}

/** For repositories that publish some packages without the licence: one of their packages that has it. */
const SIBLINGS: readonly (readonly [scope: string, sibling: string])[] = [
  ['@aws-sdk/', '@aws-sdk/client-kms'],
]

async function readRepositoryLicence(name: string, license: string): Promise<string | undefined> {
  const sibling = SIBLINGS.find(([scope]) => name.startsWith(scope))?.[1]
  if (sibling === undefined) return undefined
  const folder = join('node_modules', sibling)
  const { license: theirs } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
  return theirs === license ? readLicence(folder) : undefined
}

/** Collects the licences of the bundled libraries, which apply to the shipped code too. */
async function notices(modules: readonly string[]): Promise<string> {
  const folders = new Set(modules.flatMap((id) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0] ?? []))
  const parts = await Promise.all(
    [...folders].map(async (folder) => {
      const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
      const text = (await readLicence(folder)) ?? (await readRepositoryLicence(name, license))
      if (text === undefined) throw new Error(`${name} ${version}: no licence to ship with its code`)
      return `${name} ${version} (${license})\n\n${text.trim()}\n`
    }),
  )
  return [...new Set(parts)].toSorted().join(`\n${'-'.repeat(80)}\n\n`)
}

async function committed(): Promise<Map<string, string>> {
  const names = await readdir(OUT).catch(() => [])
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(OUT, name), 'utf8')] as const)),
  )
}

const files = await bundle()
if (process.argv.includes('--check')) {
  const old = await committed()
  const problems = [...new Set([...files.keys(), ...old.keys()])].flatMap((name) => {
    if (!old.has(name)) return [`missing: ${name}`]
    if (!files.has(name)) return [`extra: ${name}`]
    return files.get(name) === old.get(name) ? [] : [`stale: ${name}`]
  })
  if (problems.length > 0) {
    console.error(`dist/ is not what the sources give, run npm run build:\n${problems.join('\n')}`)
    process.exit(1)
  }
} else {
  await rm(OUT, { recursive: true, force: true })
  await mkdir(OUT)
  await Promise.all([...files].map(([name, code]) => writeFile(join(OUT, name), code)))
}
