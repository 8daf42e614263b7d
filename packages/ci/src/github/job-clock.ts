// The clock of a job: a wait that a person would wonder about is in the log.
import type { Clock } from '@open-claw/core'
import { tellingClock } from '../process/telling-clock.ts'
import { logProgress } from './commands.ts'

/** The system's clock, which tells of long waits. */
export const jobClock: Clock = tellingClock(logProgress)
