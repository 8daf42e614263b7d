// Limits how many documents are in memory at the same time.
import type { EvidenceDocument } from '@open-claw/core'

/** Limits of one batch; each document takes several times its size while it is read. */
const MAX_TOGETHER = { files: 64, bytes: 32 * 1024 * 1024 }

const totalSize = (documents: readonly EvidenceDocument[]): number =>
  documents.reduce((sum, { size }) => sum + size, 0)

/** Splits documents into batches that fit into memory, in their order. */
export function splitIntoBatches(documents: readonly EvidenceDocument[]): EvidenceDocument[][] {
  const batches: EvidenceDocument[][] = []
  for (const document of documents) {
    const last = batches.at(-1)
    const fits =
      last !== undefined &&
      last.length < MAX_TOGETHER.files &&
      totalSize(last) + document.size <= MAX_TOGETHER.bytes
    if (fits) last.push(document)
    else batches.push([document])
  }
  return batches
}
