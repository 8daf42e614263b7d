// Files that may hold bundles, and how many of them are in memory together.

/** A file that may hold bundles. */
export interface EvidenceSource {
  readonly name: string
  /** Bytes, as far as is known before it is read. */
  readonly size: number
  /** Throws a ClawError. */
  read(): Promise<Uint8Array>
}

/** Documents that are in memory at the same time; each takes up several times its size while it is read. */
const MAX_TOGETHER = { files: 64, bytes: 32 * 1024 * 1024 }

const sizeOf = (sources: readonly EvidenceSource[]): number =>
  sources.reduce((sum, { size }) => sum + size, 0)

/** Sources that are in memory together, in their order. */
export function batchesOf(sources: readonly EvidenceSource[]): EvidenceSource[][] {
  const batches: EvidenceSource[][] = []
  for (const source of sources) {
    const last = batches.at(-1)
    const fits =
      last !== undefined &&
      last.length < MAX_TOGETHER.files &&
      sizeOf(last) + source.size <= MAX_TOGETHER.bytes
    if (fits) last.push(source)
    else batches.push([source])
  }
  return batches
}
