import { line, printable, type Clock, type Printable } from '@open-claw/core'
import { systemClock } from '@open-claw/net'

/** Shorter waits are over before anyone reads about them. Milliseconds. */
const REPORTED_FROM = 2000

/** Returns the system's clock, which reports long waits: a person would wonder about them. */
export const reportingClock = (progress: (line: Printable) => void): Clock => ({
  now: () => systemClock.now(),
  sleep(milliseconds, why) {
    if (milliseconds >= REPORTED_FROM)
      progress(line`Waiting ${Math.round(milliseconds / 1000)} s before trying again: ${printable(why)}.`)
    return systemClock.sleep(milliseconds, why)
  },
})
