// Which files may be evidence. Anybody may have put some of them there: what is no regular file is refused
// with its reason and stops nothing.
import { lstat } from 'node:fs/promises'
import { ClawError, ERRORS, MAX_BUNDLE_BYTES, printable } from '@open-claw/core'
import { findFiles, readDocument, readFailure, type ArtifactFile, type RefusedFile } from '@open-claw/files'
import type { Evidence } from '@open-claw/policy'
import { refusal } from './claims.ts'
import type { EvidenceSource } from './sources.ts'

export interface FoundEvidence {
  readonly sources: readonly EvidenceSource[]
  readonly refused: readonly Evidence[]
}

function sourceOf(file: ArtifactFile, size: number): EvidenceSource {
  if (size > MAX_BUNDLE_BYTES)
    throw new ClawError('BUNDLE_INVALID', `"${printable(file.name)}" is over ${MAX_BUNDLE_BYTES} bytes.`)
  return {
    name: file.name,
    size,
    // One that grows after its size was counted would take memory that nobody counted.
    read: () => readDocument(file, { limit: size, code: 'ARTIFACT_CHANGED' }),
  }
}

async function examined(file: ArtifactFile | RefusedFile): Promise<EvidenceSource | Evidence> {
  if ('refused' in file) return refusal(printable(file.name), file.refused)
  try {
    return sourceOf(file, (await lstat(file.path)).size)
  } catch (error) {
    return refusal(file.name, readFailure(error, file.name))
  }
}

const isRefused = (item: EvidenceSource | Evidence): item is Evidence => !('read' in item)
const isSource = (item: EvidenceSource | Evidence): item is EvidenceSource => 'read' in item

/** What the cause itself calls for; undefined where it says no more than its code. */
const ownRemedy = ({ code, remedy }: ClawError): string | undefined =>
  remedy === ERRORS[code].remedy ? undefined : remedy

/** What the patterns match. Throws EVIDENCE_NOT_FOUND. */
export async function findEvidence(workspace: string, patterns: readonly string[]): Promise<FoundEvidence> {
  const found = await findFiles(workspace, patterns, 'bundles').catch((error: unknown) => {
    if (error instanceof ClawError && error.code === 'ARTIFACT_NOT_FOUND')
      throw new ClawError('EVIDENCE_NOT_FOUND', error.message, { cause: error, remedy: ownRemedy(error) })
    throw error
  })
  const items = await Promise.all(found.map(examined))
  return { sources: items.filter(isSource), refused: items.filter(isRefused) }
}
