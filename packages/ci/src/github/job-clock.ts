// The clock of a job: a wait that a person would wonder about is in the log.
import { systemClock, type Clock } from '@open-claw/core'
import { logProgress } from './commands.ts'

/** Shorter waits are over before anybody reads of them. Milliseconds. */
const TOLD_FROM = 2000

/** The system's clock, which tells of long waits. */
export const jobClock: Clock = {
  now: () => systemClock.now(),
  sleep(milliseconds, why) {
    if (milliseconds >= TOLD_FROM)
      logProgress(`Waiting ${Math.round(milliseconds / 1000)} s to ask again: ${why}.`)
    return systemClock.sleep(milliseconds, why)
  },
}
