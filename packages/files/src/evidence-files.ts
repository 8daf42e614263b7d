// Finds files that may hold bundles. Some of them may come from anybody, so anything but a regular file is
// refused with its reason and stops nothing.
import { lstat } from 'node:fs/promises'
import {
  ClawError,
  ERRORS,
  MAX_BUNDLE_BYTES,
  printable,
  type EvidenceDocument,
  type RefusedDocument,
} from '@open-claw/core'
import { findFiles, type ArtifactFile, type RefusedFile } from './artifact-files.ts'
import { readFailure } from './digest.ts'
import { readDocument } from './document.ts'

async function documentIn(file: ArtifactFile): Promise<EvidenceDocument> {
  const { size } = await lstat(file.path)
  if (size > MAX_BUNDLE_BYTES)
    throw new ClawError('BUNDLE_INVALID', `"${printable(file.name)}" is over ${MAX_BUNDLE_BYTES} bytes.`)
  return {
    name: file.name,
    size,
    // A file that grew since its size was counted would take more memory than counted.
    read: () => readDocument(file, { limit: size, code: 'ARTIFACT_CHANGED' }),
  }
}

async function checkedDocument(
  file: ArtifactFile | RefusedFile,
): Promise<EvidenceDocument | RefusedDocument> {
  if ('refused' in file) return { name: file.name, refused: file.refused }
  try {
    return await documentIn(file)
  } catch (error) {
    return { name: file.name, refused: readFailure(error, file.name) }
  }
}

/** The remedy of the error itself; undefined where it is only that of its code. */
const ownRemedy = ({ code, remedy }: ClawError): string | undefined =>
  remedy === ERRORS[code].remedy ? undefined : remedy

/** The files below `workspace` that match `patterns`. Throws EVIDENCE_NOT_FOUND where a pattern matches none. */
export async function findDocuments(
  workspace: string,
  patterns: readonly string[],
): Promise<readonly (EvidenceDocument | RefusedDocument)[]> {
  const found = await findFiles(workspace, patterns, 'bundles').catch((error: unknown) => {
    if (error instanceof ClawError && error.code === 'ARTIFACT_NOT_FOUND')
      throw new ClawError('EVIDENCE_NOT_FOUND', error.message, { cause: error, remedy: ownRemedy(error) })
    throw error
  })
  return Promise.all(found.map(checkedDocument))
}
