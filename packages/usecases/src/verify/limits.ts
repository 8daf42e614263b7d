/** What evidence may take of the machine. */
export interface Limits {
  /** Files that are looked at, the smallest first. */
  readonly files: number
  /** Bytes that are read from all of them together. */
  readonly bytes: number
  /** Units of `readingWork` and `verificationWork` for all of them together. */
  readonly work: number
}

/**
 * A release of 4,096 files with a bundle each is the largest that is worth a thought. Of each of these, 256 KiB
 * are read at least, and 16,384 units of work are done: the largest provenance in public has 100 kB and 4,000
 * values, and a keyless signature with two witnesses takes 10,400 units. All bytes and all units together take
 * a minute or two on one core.
 */
export const LIMITS: Limits = { files: 16_384, bytes: 2 ** 30, work: 2 ** 26 }
