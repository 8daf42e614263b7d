import { line, printable, type Clock, type Printable } from '@open-claw/core'
import { systemClock } from '@open-claw/net'

/** Shorter waits are over before anybody reads of them. Milliseconds. */
const TOLD_FROM = 2000

/** The system's clock, which tells of long waits: a person would wonder about them. */
export const tellingClock = (progress: (line: Printable) => void): Clock => ({
  now: () => systemClock.now(),
  sleep(milliseconds, why) {
    if (milliseconds >= TOLD_FROM)
      progress(line`Waiting ${Math.round(milliseconds / 1000)} s to ask again: ${printable(why)}.`)
    return systemClock.sleep(milliseconds, why)
  },
})
