import { bundlePaths, selectFile } from '@open-claw/files'
import { LIMITS } from './limits.ts'
import type { VerifyRequest } from './request.ts'

/**
 * Returns the absolute paths of the files that the gate reads for its other inputs: they may be next to the
 * artifacts and need no exclusion. Throws as `selectFile`.
 */
export async function inputFiles({ workspace, policy, sources, bundles }: VerifyRequest): Promise<string[]> {
  const single = [
    selectFile(workspace, policy, 'policy'),
    ...(sources.checksums === undefined ? [] : [selectFile(workspace, sources.checksums, 'checksums')]),
  ]
  const [paths, files] = await Promise.all([
    bundlePaths(workspace, bundles, LIMITS.bytes),
    Promise.all(single),
  ])
  return [...paths, ...files.map(({ path }) => path)]
}
