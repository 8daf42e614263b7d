/** Limits on the work that evidence may cause. */
export interface Limits {
  /** Files that are examined, the smallest first. */
  readonly files: number
  /** Bytes that are read from all of them together. */
  readonly bytes: number
  /** Units of `readingWork` and `verificationWork` for all of them together. */
  readonly work: number
}

/**
 * The largest realistic release has 4,096 files with a bundle each. Each of these bundles gets at least 256 KiB and
 * 16,384 units of work: the largest public provenance has 100 kB and 4,000 values, and a keyless signature with
 * two witnesses takes 10,400 units. All bytes and all units together take a minute or two on one core.
 */
export const LIMITS: Limits = { files: 16_384, bytes: 2 ** 30, work: 2 ** 26 }
