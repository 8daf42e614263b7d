// Chunks of libraries. Modules that one library alone needs get a chunk of their own; modules that several need get a
// chunk for exactly those, so that loading one cloud's client loads nothing of another's. These chunks cannot
// import each other in a circle: at least as many libraries need what a chunk imports.
import type { Plugin } from 'rolldown'

/** Family and short name of the libraries that our own code imports. Others keep their own name. */
const SHORT_NAMES: ReadonlyMap<string, readonly [family: string, name: string]> = new Map([
  ['@actions/core', ['actions', 'core']],
  ['@actions/github', ['actions', 'github']],
  ['@aws-sdk/client-kms', ['aws', 'kms']],
  ['@aws-sdk/client-sts', ['aws', 'sts']],
  ['@azure/identity', ['azure', 'identity']],
  ['@azure/keyvault-keys', ['azure', 'keys']],
  ['@google-cloud/kms', ['google', 'kms']],
  ['@google-cloud/secret-manager', ['google', 'secret-manager']],
  ['google-auth-library', ['google', 'auth']],
  ['google-gax', ['google', 'gax']],
  ['@noble/curves', ['noble', 'curves']],
  ['@sigstore/bundle', ['sigstore', 'bundle']],
  ['@sigstore/tuf', ['sigstore', 'tuf']],
])

/** Returns the name of the library that a module belongs to. */
export const libraryName = (id: string): string | undefined =>
  /node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)(?!.*node_modules)/.exec(id)?.[1]?.replace('\\', '/')

const shortName = (library: string): readonly [family: string, name: string] =>
  SHORT_NAMES.get(library) ?? [library, '']

/** Returns `vendor-aws-kms` for one library, `vendor-aws-kms_sts` for two of a family, `vendor-aws-kms-azure-keys` for two families. */
function chunkName(libraries: ReadonlySet<string>): string {
  const names = [...libraries].map(shortName)
  const families = [...new Set(names.map(([family]) => family))].toSorted()
  const members = families.map((family) =>
    [
      family,
      names
        .flatMap(([of, name]) => (of === family && name !== '' ? [name] : []))
        .toSorted()
        .join('_'),
    ]
      .filter((part) => part !== '')
      .join('-'),
  )
  return ['vendor', ...members].join('-')
}

/** Names of modules that represent their whole library. */
const WHOLE = /^(?:index|main|webapi)$/

/** Names the small chunk through which a library, or one module of it, is loaded on demand. */
export function libraryDoor(id: string): string | undefined {
  const library = libraryName(id)
  if (library === undefined) return undefined
  const stem = /([^\\/]+?)(?:\.node)?\.[cm]?js$/.exec(id)?.[1] ?? ''
  const words = [...library.replace('@', '').split('/'), ...(WHOLE.test(stem) ? [] : [stem])]
  return ['load', ...words.filter((word, index) => words.indexOf(word) === index)]
    .join('-')
    .replaceAll('_', '-')
}

/** Makes a plugin that learns which libraries need a module, and a function that names the module's chunk. */
export function vendorChunks(): {
  readonly plugin: Plugin
  readonly chunkFor: (id: string) => string | null
} {
  const needed = new Map<string, Set<string>>()
  const plugin: Plugin = {
    name: 'vendor-chunks',
    buildEnd() {
      const linkedIds = (id: string): readonly string[] => {
        const info = this.getModuleInfo(id)
        return info === null ? [] : [...info.importedIds, ...info.dynamicallyImportedIds]
      }
      /** Marks all library modules reachable from `door`, which our own code imports. */
      const mark = (door: string, library: string): void => {
        const queue = [door]
        for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
          const by = needed.get(id) ?? new Set<string>()
          if (by.has(library) || libraryName(id) === undefined) continue
          needed.set(id, by.add(library))
          queue.push(...linkedIds(id))
        }
      }
      for (const id of this.getModuleIds()) {
        if (libraryName(id) !== undefined) continue
        for (const door of linkedIds(id)) {
          const library = libraryName(door)
          if (library !== undefined) mark(door, library)
        }
      }
    },
  }
  return {
    plugin,
    chunkFor: (id) => {
      const libraries = needed.get(id)
      return libraries === undefined ? null : chunkName(libraries)
    },
  }
}
