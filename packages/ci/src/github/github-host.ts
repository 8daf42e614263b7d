// GitHub Actions as a host: what the runner gives to a step of an action, and takes from it.
import { getInput } from '@actions/core'
import type { AnonymousHost, Host, HostIdentity, HostProcess } from '@open-claw/core'
import { reportingClock } from '../process/reporting-clock.ts'
import {
  annotate,
  debugLine,
  exportVariables,
  log,
  logProgress,
  maskValue,
  saveState,
  savedState,
  setOutputs,
} from './commands.ts'
import { announceSubjects, announcedSubjects } from './announcements.ts'
import { checkAnswerFiles, workspace } from './environment.ts'
import { stepRun } from './run.ts'
import { watchStepFiles } from './step-files.ts'
import { appendSummary } from './summary.ts'

/** Returns the host of an action. `identify` adds what GitHub vouches for. */
export function githubHost(safe: HostProcess, identify: (step: AnonymousHost) => HostIdentity): Host {
  const step: AnonymousHost = {
    ...safe,
    ...stepRun(safe.environment),
    input: (name) => getInput(name),
    workspace,
    announced: announcedSubjects,
    savedState,
    checkAnswers: checkAnswerFiles,
    setOutputs,
    exportVariables,
    saveState,
    writeSummary: appendSummary,
    announce: announceSubjects,
    watchAnswers: watchStepFiles,
    mask: maskValue,
    log,
    progress: logProgress,
    debug: debugLine,
    annotate,
    clock: reportingClock(logProgress),
  }
  return { ...step, ...identify(step) }
}
