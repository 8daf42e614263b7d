import type { Subject } from './subject.ts'

/** A signed bundle and the subjects it speaks about. */
export interface SignedBundle {
  /** Bundle JSON, ending in a newline. */
  readonly json: string
  readonly subjects: readonly Subject[]
  readonly predicateType: string | undefined
}
