// Files beside the artifacts that the gate reads for its other inputs, and that so need no exclusion.
import { stat } from 'node:fs/promises'
import { ClawError, findFiles, selectFile } from '@open-claw/core'
import type { Inputs } from './inputs.ts'

/**
 * Endings of bundles, which nothing that is deployed loads by itself. Without them `bundles: release/*` would
 * excuse whatever lies in the folder.
 */
const BUNDLE_ENDINGS = ['.sigstore.json', '.sigstore', '.jsonl']

const leadsToFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  )

async function bundlePaths({ workspace, bundles }: Inputs): Promise<string[]> {
  const found = await findFiles(workspace, bundles, 'bundles').catch((error: unknown) => {
    // Who reads the bundles says that there are none.
    if (error instanceof ClawError && error.code === 'ARTIFACT_NOT_FOUND') return []
    throw error
  })
  const isNamed = (name: string): boolean =>
    bundles.includes(name) || BUNDLE_ENDINGS.some((ending) => name.endsWith(ending))
  const paths = found.filter(({ name }) => isNamed(name)).map(({ path }) => path)
  const isFolder = await Promise.all(paths.map(leadsToFolder))
  // A linked folder holds more than one bundle, under whatever name.
  return paths.filter((_, index) => isFolder[index] !== true)
}

/** Absolute paths. Throws as `selectFile`. */
export async function knownFiles(inputs: Inputs): Promise<string[]> {
  const { workspace, policy, sources } = inputs
  const single = [
    selectFile(workspace, policy, 'policy'),
    ...(sources.checksums === undefined ? [] : [selectFile(workspace, sources.checksums, 'checksums')]),
  ]
  const [bundles, files] = await Promise.all([bundlePaths(inputs), Promise.all(single)])
  return [...bundles, ...files.map(({ path }) => path)]
}
