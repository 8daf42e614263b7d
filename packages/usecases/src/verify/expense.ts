import { line, printable, type Printable } from '@open-claw/core'
import { LIMITS } from './limits.ts'

/** Counts of the work done. */
export interface Expense {
  readonly files: number
  readonly bytes: number
  readonly work: number
  /** Files that are equal to others. */
  readonly equal: number
  /** Bundles with a signature that was checked. */
  readonly verified: number
  /** Bundles or files that were not examined. */
  readonly unexamined: number
}

/** Expense while it is counted. */
export type Counters = { -readonly [name in keyof Expense]: Expense[name] }

export const noExpense = (): Counters => ({
  files: 0,
  bytes: 0,
  work: 0,
  equal: 0,
  verified: 0,
  unexamined: 0,
})

const GIBIBYTE = 2 ** 30

/** Returns the work done as a line for the log. */
export function expenseLine({ files, bytes, work, equal, verified, unexamined }: Expense): Printable {
  const read = line`Evidence: ${files} files of ${printable((bytes / GIBIBYTE).toFixed(3))} of ${LIMITS.bytes / GIBIBYTE} GiB`
  const done = line`${verified} bundles verified with ${work} of ${LIMITS.work} units of work`
  const same = equal === 0 ? line`` : line`, ${equal} files equal to others`
  const left = unexamined === 0 ? line`` : line`; NOT LOOKED AT: ${unexamined}`
  return line`${read}${same}, ${done}${left}`
}
