// Finds bundles that may lie beside artifacts. A match of the input bundles is not enough: without a look at the
// file, `bundles: release/*` would excuse anything in the folder.
import { lstat } from 'node:fs/promises'
import { ClawError, MAX_BUNDLE_BYTES, parseBundles } from '@open-claw/core'
import { findFiles, leadsToFolder, type ArtifactFile, type RefusedFile } from './artifact-files.ts'
import { readDocument } from './document.ts'

/** Endings of bundles. No deployed program loads such files by itself. */
const BUNDLE_ENDINGS = ['.sigstore.json', '.sigstore']
/** Programs keep data and rules in such files too, and load all of a folder, so the content decides. */
const LINES_ENDING = '.jsonl'

/** Whether each line is a bundle or an envelope, by any signer. */
async function holdsBundlesAlone(file: ArtifactFile, limit: number): Promise<boolean> {
  const bytes = await readDocument(file, { limit, code: 'BUNDLE_INVALID' }).catch((error: unknown) => {
    if (error instanceof ClawError) return undefined
    throw error
  })
  return bytes !== undefined && parseBundles(bytes, file.name).every((one) => 'bundle' in one)
}

/** Selects the files that hold bundles alone, the smallest first, and reads no more than `maxBytes` in all. */
async function linePaths(
  files: readonly (ArtifactFile | RefusedFile)[],
  maxBytes: number,
): Promise<string[]> {
  const readable = files.flatMap((file) => ('refused' in file ? [] : [file]))
  const sizes = await Promise.all(
    readable.map(async (file) => ({ file, size: (await lstat(file.path)).size })),
  )
  const paths: string[] = []
  let left = maxBytes
  for (const { file, size } of sizes.toSorted((a, b) => a.size - b.size)) {
    if (size > Math.min(left, MAX_BUNDLE_BYTES)) break
    left -= size
    if (await holdsBundlesAlone(file, size)) paths.push(file.path)
  }
  return paths
}

/**
 * Returns the absolute paths of matches of `patterns` that are bundles, because a pattern names them, by their
 * ending or by their content. No more than `maxBytes` are read for that.
 */
export async function bundlePaths(
  workspace: string,
  patterns: readonly string[],
  maxBytes: number,
): Promise<string[]> {
  const found = await findFiles(workspace, patterns, 'bundles').catch((error: unknown) => {
    // The reader of the bundles reports that there are none.
    if (error instanceof ClawError && error.code === 'ARTIFACT_NOT_FOUND') return []
    throw error
  })
  const isNamed = ({ name }: { readonly name: string }): boolean =>
    patterns.includes(name) || BUNDLE_ENDINGS.some((ending) => name.endsWith(ending))
  const paths = found.filter(isNamed).map(({ path }) => path)
  const isFolder = await Promise.all(paths.map(leadsToFolder))
  const lines = found.filter((file) => !isNamed(file) && file.name.endsWith(LINES_ENDING))
  // A linked folder holds more than one bundle, under whatever name.
  return [...paths.filter((_, index) => isFolder[index] !== true), ...(await linePaths(lines, maxBytes))]
}
