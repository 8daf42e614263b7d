// Chunks of our own code. A room is a chunk. Files that a room's package.json lists under "chunks" have a chunk of
// their own, so that the gate and the secrets never load a signer: nothing but such a list moves code elsewhere.
// The first chunk that holds a file counts.
import { existsSync } from 'node:fs'
import { join, posix } from 'node:path'
import { ROOMS } from '../rooms.ts'

/** The chunk of a part of a room; `path` is relative to the repository and ends in `/` for a folder. */
interface Place {
  readonly name: string
  readonly path: string
}

const resolvePlaces = (folder: string, name: string, paths: readonly string[]): Place[] =>
  paths.map((path) => {
    const whole = posix.join(folder, path)
    if (!existsSync(whole)) throw new Error(`${folder}/package.json names ${path}, which does not exist.`)
    return { name, path: whole }
  })

/** Names and sources of threads, and of programs other than the actions. */
export const ENTRIES: readonly Place[] = ROOMS.flatMap(({ folder, entries }) =>
  Object.entries(entries).flatMap(([name, path]) => resolvePlaces(folder, name, [path])),
)

const CHUNKS: readonly Place[] = ROOMS.flatMap(({ folder, chunks }) =>
  Object.entries(chunks).flatMap(([name, paths]) => resolvePlaces(folder, name, paths)),
)

const holds = (path: string, id: string): boolean => (path.endsWith('/') ? id.startsWith(path) : id === path)

/** Returns a module's path in the repository; undefined if it is not ours. */
function ownPath(id: string): string | undefined {
  const root = `${join(process.cwd())}/`
  return id.startsWith(`${root}packages/`) || id.startsWith(`${root}actions/`)
    ? id.slice(root.length)
    : undefined
}

/** Names the chunk of a module of ours. An entry has none: in a shared chunk it would run wherever that is loaded. */
export function ownChunk(id: string): string | null {
  const path = ownPath(id)
  if (path === undefined || ENTRIES.some((entry) => entry.path === path)) return null
  return (
    CHUNKS.find((chunk) => holds(chunk.path, path))?.name ?? /^packages\/([^/]+)\//.exec(path)?.[1] ?? null
  )
}

/** Names the small chunk through which a module of ours is loaded on demand: `sign-artifact-run`, `cli-clawx`. */
export function ownDoor(id: string): string | undefined {
  const [, unit, stem] = /^(?:packages|actions)\/([^/]+)\/(?:.*\/)?([^/]+)\.ts$/.exec(ownPath(id) ?? '') ?? []
  return unit === undefined ? undefined : `${unit}-${stem}`
}
