import type { Clock } from '@open-claw/core'

/** Real time to read, none to wait: retries follow each other at once, and their delays are kept. */
export function hastyClock(): Clock & { readonly slept: number[] } {
  let skipped = 0
  const slept: number[] = []
  return {
    slept,
    now: () => Date.now() + skipped,
    sleep: (milliseconds) => {
      slept.push(milliseconds)
      skipped += milliseconds
      return Promise.resolve()
    },
  }
}
