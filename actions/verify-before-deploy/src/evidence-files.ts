// Which files may be evidence. Anybody may have put some of them there: what is no regular file is refused
// with its reason and stops nothing.
import type { BigIntStats } from 'node:fs'
import { lstat } from 'node:fs/promises'
import {
  ClawError,
  ERRORS,
  findFiles,
  MAX_BUNDLE_BYTES,
  printable,
  readDocument,
  readFailure,
  type ArtifactFile,
  type RefusedFile,
} from '@open-claw/core'
import type { Evidence } from '@open-claw/policy'
import { refusal } from './claims.ts'
import type { EvidenceSource } from './examination.ts'

export interface FoundEvidence {
  readonly sources: readonly EvidenceSource[]
  readonly refused: readonly Evidence[]
  /** Further names of files that are among the sources. */
  readonly links: number
}

interface Candidate extends EvidenceSource {
  /** The same for two names of one file. */
  readonly identity: string
}

function candidate(file: ArtifactFile, { dev, ino, size: exact }: BigIntStats): Candidate {
  const size = Number(exact)
  if (size > MAX_BUNDLE_BYTES)
    throw new ClawError('BUNDLE_INVALID', `"${printable(file.name)}" is over ${MAX_BUNDLE_BYTES} bytes.`)
  return {
    name: file.name,
    size,
    // Some file systems number no files.
    identity: ino === 0n ? file.path : `${dev}:${ino}`,
    // One that grows after its size was counted would take memory that nobody counted.
    read: () => readDocument(file, { limit: size, code: 'ARTIFACT_CHANGED' }),
  }
}

async function examined(file: ArtifactFile | RefusedFile): Promise<Candidate | Evidence> {
  if ('refused' in file) return refusal(printable(file.name), file.refused)
  try {
    return candidate(file, await lstat(file.path, { bigint: true }))
  } catch (error) {
    return refusal(file.name, readFailure(error, file.name))
  }
}

const isRefused = (item: Candidate | Evidence): item is Evidence => !('read' in item)
const isCandidate = (item: Candidate | Evidence): item is Candidate => 'read' in item

/** What the cause itself calls for; undefined where it says no more than its code. */
const ownRemedy = ({ code, remedy }: ClawError): string | undefined =>
  remedy === ERRORS[code].remedy ? undefined : remedy

/** What the patterns match, each file once however many names it has. Throws EVIDENCE_NOT_FOUND. */
export async function findEvidence(workspace: string, patterns: readonly string[]): Promise<FoundEvidence> {
  const found = await findFiles(workspace, patterns, 'bundles').catch((error: unknown) => {
    if (error instanceof ClawError && error.code === 'ARTIFACT_NOT_FOUND')
      throw new ClawError('EVIDENCE_NOT_FOUND', error.message, { cause: error, remedy: ownRemedy(error) })
    throw error
  })
  const items = await Promise.all(found.map(examined))
  const candidates = items.filter(isCandidate)
  const sources = new Map(candidates.toReversed().map((one) => [one.identity, one]))
  return {
    sources: [...sources.values()],
    refused: items.filter(isRefused),
    links: candidates.length - sources.size,
  }
}
