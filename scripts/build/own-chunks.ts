// Chunks of our own code. A room is a chunk. What a room's package.json lists under "chunks" is a chunk of
// its own, so that the gate and the secrets never load a signer: nothing but such a list moves code elsewhere.
// The first that holds a file counts.
import { existsSync } from 'node:fs'
import { join, posix } from 'node:path'
import { ROOMS } from '../rooms.ts'

/** Where something of a room goes; `path` is relative to the repository and ends in `/` for a folder. */
interface Place {
  readonly name: string
  readonly path: string
}

const placesOf = (folder: string, name: string, paths: readonly string[]): Place[] =>
  paths.map((path) => {
    const whole = posix.join(folder, path)
    if (!existsSync(whole)) throw new Error(`${folder}/package.json names ${path}, which does not exist.`)
    return { name, path: whole }
  })

/** Programs beside the actions, and threads: name and source. */
export const ENTRIES: readonly Place[] = ROOMS.flatMap(({ folder, entries }) =>
  Object.entries(entries).flatMap(([name, path]) => placesOf(folder, name, [path])),
)

const CHUNKS: readonly Place[] = ROOMS.flatMap(({ folder, chunks }) =>
  Object.entries(chunks).flatMap(([name, paths]) => placesOf(folder, name, paths)),
)

const holds = (path: string, id: string): boolean => (path.endsWith('/') ? id.startsWith(path) : id === path)

/** A module's path in the repository; undefined for what is not ours. */
function ownPath(id: string): string | undefined {
  const root = `${join(process.cwd())}/`
  return id.startsWith(`${root}packages/`) || id.startsWith(`${root}actions/`)
    ? id.slice(root.length)
    : undefined
}

/** The chunk of a module of ours. An entry inside a shared chunk would run wherever the chunk is loaded: it has none. */
export function chunkOfOwn(id: string): string | null {
  const path = ownPath(id)
  if (path === undefined || ENTRIES.some((entry) => entry.path === path)) return null
  return (
    CHUNKS.find((chunk) => holds(chunk.path, path))?.name ?? /^packages\/([^/]+)\//.exec(path)?.[1] ?? null
  )
}

/** The small chunk through which a module of ours is loaded on demand: `sign-artifact-run`, `cli-clawx`. */
export function doorOfOwn(id: string): string | undefined {
  const [, unit, stem] = /^(?:packages|actions)\/([^/]+)\/(?:.*\/)?([^/]+)\.ts$/.exec(ownPath(id) ?? '') ?? []
  return unit === undefined ? undefined : `${unit}-${stem}`
}
