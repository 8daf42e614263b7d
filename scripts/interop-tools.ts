// Builds the peers and servers of test/interop that are not built yet, one at a time, into the user's cache. Names
// those that cannot be built; if CI is set, that is a failure.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import {
  isBuilt,
  TOOL_NAMES,
  toolPath,
  TOOLS,
  TOOLS_FOLDER,
  type ToolName,
} from '../test/interop/tools/table.ts'

const STRIPPED = '-ldflags=-s -w'

class BuildFailure extends Error {}

interface Place {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
}

function run(command: string, args: readonly string[], { cwd, env }: Place = {}): void {
  const { status, error } = spawnSync(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (error !== undefined) throw new BuildFailure(`${command} cannot be run: ${error.message}`)
  if (status !== 0) throw new BuildFailure(`${command} ${args[0] ?? ''} ended with ${status}`)
}

/** Builds into `scratch` and returns the path of the result. */
function build(name: ToolName, scratch: string): string {
  const { how, version } = TOOLS[name]
  if (how.kind === 'go') {
    run('go', ['install', STRIPPED, `${how.source}@${version}`], { env: { GOBIN: scratch } })
    return join(scratch, how.binary)
  }
  const target = join(scratch, name)
  if (how.kind === 'go-module') {
    const cwd = resolve(import.meta.dirname, '..', how.folder)
    run('go', ['build', STRIPPED, '-tags', how.tags, '-o', target, how.source], { cwd })
    return target
  }
  run('python3', ['-m', 'venv', target])
  run(join(target, 'bin', 'python'), ['-m', 'pip', 'install', '--quiet', ...how.packages])
  return target
}

/** Builds a tool and keeps it by one rename: an interrupted build leaves nothing that looks built. */
function buildAndKeep(name: ToolName): void {
  const scratch = mkdtempSync(join(TOOLS_FOLDER, '.build-'))
  try {
    renameSync(build(name, scratch), toolPath(name))
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** Builds `name` unless it is there. Returns why that failed, or undefined. */
function provide(name: ToolName): string | undefined {
  const title = `${name} ${TOOLS[name].version}`
  if (isBuilt(name)) {
    console.log(`   ${title} is there`)
    return undefined
  }
  console.log(`   ${title} is being built …`)
  try {
    buildAndKeep(name)
    return undefined
  } catch (error) {
    if (error instanceof BuildFailure) return `${title}: ${error.message}`
    throw error
  }
}

mkdirSync(TOOLS_FOLDER, { recursive: true })
const missing = TOOL_NAMES.map(provide).filter((why) => why !== undefined)
for (const why of missing) console.log(`missing: ${why}`)
console.log(`${TOOL_NAMES.length - missing.length} of ${TOOL_NAMES.length} tools are in ${TOOLS_FOLDER}`)
process.exitCode = missing.length > 0 && process.env['CI'] === 'true' ? 1 : 0
