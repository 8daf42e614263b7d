// Chunks of libraries. What one library alone needs is a chunk of its own; what several need is a chunk
// for exactly those, so that loading one cloud's client loads nothing of another's. Such chunks cannot
// import each other in a circle: what a chunk imports is needed by at least as many libraries.
import type { Plugin } from 'rolldown'

/** Family and short name of the libraries that our own code imports. Others go by their own name. */
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

/** The library that a module belongs to. */
export const libraryOf = (id: string): string | undefined =>
  /node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)(?!.*node_modules)/.exec(id)?.[1]?.replace('\\', '/')

const shortNameOf = (library: string): readonly [family: string, name: string] =>
  SHORT_NAMES.get(library) ?? [library, '']

/** `vendor-aws-kms` for one library, `vendor-aws-kms_sts` for what two of a family share, `vendor-aws-kms-azure-keys` for two families. */
function chunkName(libraries: ReadonlySet<string>): string {
  const names = [...libraries].map(shortNameOf)
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

/** A module that stands for its whole library. */
const WHOLE = /^(?:index|main|webapi)$/

/** The small chunk through which a library, or one module of it, is loaded on demand. */
export function doorOfLibrary(id: string): string | undefined {
  const library = libraryOf(id)
  if (library === undefined) return undefined
  const stem = /([^\\/]+?)(?:\.node)?\.[cm]?js$/.exec(id)?.[1] ?? ''
  const words = [...library.replace('@', '').split('/'), ...(WHOLE.test(stem) ? [] : [stem])]
  return ['load', ...words.filter((word, index) => words.indexOf(word) === index)]
    .join('-')
    .replaceAll('_', '-')
}

/** A plugin that learns which libraries need a module, and the name that follows from it. */
export function vendorChunks(): { readonly plugin: Plugin; readonly nameOf: (id: string) => string | null } {
  const needed = new Map<string, Set<string>>()
  const plugin: Plugin = {
    name: 'vendor-chunks',
    buildEnd() {
      const linksOf = (id: string): readonly string[] => {
        const info = this.getModuleInfo(id)
        return info === null ? [] : [...info.importedIds, ...info.dynamicallyImportedIds]
      }
      /** Everything of libraries that is reached from `door`, which our own code imports. */
      const mark = (door: string, library: string): void => {
        const queue = [door]
        for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
          const by = needed.get(id) ?? new Set<string>()
          if (by.has(library) || libraryOf(id) === undefined) continue
          needed.set(id, by.add(library))
          queue.push(...linksOf(id))
        }
      }
      for (const id of this.getModuleIds()) {
        if (libraryOf(id) !== undefined) continue
        for (const door of linksOf(id)) {
          const library = libraryOf(door)
          if (library !== undefined) mark(door, library)
        }
      }
    },
  }
  return {
    plugin,
    nameOf: (id) => {
      const libraries = needed.get(id)
      return libraries === undefined ? null : chunkName(libraries)
    },
  }
}
