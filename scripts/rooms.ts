// The rooms of the house, as each describes itself in its package.json.
import { globSync, readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import * as v from 'valibot'

const Manifest = v.object({
  description: v.string(),
  /** Imports point down; rooms of one floor do not know each other. */
  floor: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** Libraries that no other room imports. */
  libraries: v.optional(v.array(v.string()), []),
  /** Programs and threads, by their names in dist/. */
  entries: v.optional(v.record(v.string(), v.string()), {}),
  /** Files and folders that stand apart from the room in dist/, by the name of their chunk. */
  chunks: v.optional(v.record(v.string(), v.array(v.string())), {}),
})

export interface Room extends v.InferOutput<typeof Manifest> {
  readonly name: string
  /** Relative to the repository. */
  readonly folder: string
}

function readRoom(path: string): Room {
  const folder = dirname(path)
  const result = v.safeParse(Manifest, JSON.parse(readFileSync(path, 'utf8')))
  if (result.success) return { ...result.output, name: basename(folder), folder }
  const [issue] = result.issues
  throw new Error(`${path}: ${v.getDotPath(issue) ?? 'the document'}: ${issue.message}`)
}

/** Every room: from the highest floor to the lowest, by name. A room without a floor is an error. */
export const ROOMS: readonly Room[] = globSync('packages/*/package.json')
  .map(readRoom)
  .toSorted((a, b) => b.floor - a.floor || (a.name < b.name ? -1 : 1))
