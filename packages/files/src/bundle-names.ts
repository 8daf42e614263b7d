// Names bundles: each goes beside its subjects, or to the same place below one folder.
import { join } from 'node:path'
import type { PlannedBundle } from '@open-claw/core'
import type { FileDestination } from './file-destination.ts'

const BUNDLE_SUFFIX = '.sigstore.json'

/** The part of a name for its predicate type: the type's last part that is no version. */
const predicateSuffix = (predicateType: string | undefined): string => {
  if (predicateType === undefined) return ''
  const parts = predicateType
    .split(/[/:]/)
    .filter((part) => /[A-Za-z]/.test(part) && !/^v[0-9.]+$/.test(part))
  return `.${(parts.at(-1) ?? 'statement').toLowerCase().replaceAll(/[^a-z0-9-]+/g, '-')}`
}

/** The deepest folder that holds every subject. */
function commonFolder(names: readonly string[]): string {
  const [first, ...others] = names.map((name) => name.split('/').slice(0, -1))
  const shared = (first ?? []).filter((_, index, all) =>
    others.every((other) => all.slice(0, index + 1).every((part, at) => other[at] === part)),
  )
  return shared.join('/')
}

/** The path of a bundle. An image name is not a path, so only its last part is used. */
function pathFor({ bundle, position, of }: { bundle: PlannedBundle; position: number; of: number }): string {
  const kind = predicateSuffix(bundle.predicateType)
  const [only, ...more] = bundle.subjects
  if (only !== undefined && more.length === 0) {
    const name = only.source === 'file' ? only.name : (only.name.split('/').at(-1) ?? only.name)
    return `${name}${kind}${BUNDLE_SUFFIX}`
  }
  const folder = commonFolder(
    bundle.subjects.filter(({ source }) => source === 'file').map(({ name }) => name),
  )
  const part = of === 1 ? '' : `-${position + 1}-of-${of}`
  return join(folder, `artifacts${part}${kind}${BUNDLE_SUFFIX}`).replaceAll('\\', '/')
}

/** Returns the workspace-relative paths for `bundles`. */
export function bundleNames(destination: FileDestination, bundles: readonly PlannedBundle[]): string[] {
  return bundles.map((bundle, position) => {
    const path = pathFor({ bundle, position, of: bundles.length })
    return destination.folder === undefined ? path : join(destination.folder, path).replaceAll('\\', '/')
  })
}
