import type { Clock } from '@open-claw/core'

/** Nearly all of the time that the retry policy gives. */
const HURRY_MS = 29_000

export interface TestClock extends Clock {
  /** What was asked to wait, in milliseconds. */
  readonly sleeps: number[]
  /** Lets time pass without waiting. */
  pass(milliseconds: number): void
  /** From now on each look at the clock finds most of the retry budget spent, so that a call that hangs ends soon. */
  hurry(): void
}

/** A clock that does not wait. */
export function testClock(): TestClock {
  let skipped = 0
  let step = 0
  const sleeps: number[] = []
  return {
    sleeps,
    now: () => {
      skipped += step
      return Date.now() + skipped
    },
    sleep: async (milliseconds) => {
      sleeps.push(milliseconds)
      skipped += milliseconds
    },
    pass: (milliseconds) => {
      skipped += milliseconds
    },
    hurry: () => {
      step = HURRY_MS
    },
  }
}
