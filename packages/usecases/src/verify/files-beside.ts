import { bundlePaths, selectFile } from '@open-claw/files'
import { LIMITS } from './limits.ts'
import type { VerifyRequest } from './request.ts'

/**
 * Absolute paths of what the gate reads for its other inputs: it may lie beside the artifacts and needs no
 * exclusion. Throws as `selectFile`.
 */
export async function filesBeside({ workspace, policy, sources, bundles }: VerifyRequest): Promise<string[]> {
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
