// Files that may hold bundles, found by patterns. Anybody may have put some of them there: what is no regular
// file is refused with its reason and stops nothing.
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
    // One that grows after its size was counted would take memory that nobody counted.
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

/** What the cause itself calls for; undefined where it says no more than its code. */
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
