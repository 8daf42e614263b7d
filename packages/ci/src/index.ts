export {
  annotate,
  exportVariables,
  log,
  maskLineOnStderr,
  maskOnStderr,
  maskValue,
  saveState,
  savedState,
  setOutputs,
} from './github/commands.ts'
export { announceSubjects, announcedSubjects } from './github/announcements.ts'
export { checkAnswerFiles, isDebugging, workspace } from './github/environment.ts'
export { githubHost } from './github/github-host.ts'
export { choiceInput, listInput, optionalInput, readInputsFrom, requiredInput } from './github/inputs.ts'
export { jobClock } from './github/job-clock.ts'
export { hasEvent, runEvent, runId, runnerFacts, surroundingRun } from './github/run.ts'
export { ANSWER_FILES, watchStepFiles } from './github/step-files.ts'
export { appendSummary } from './github/summary.ts'
export { plainHost, withInputs } from './plain/plain-host.ts'
export { COMMON_CLIENT_READS } from './process/common-client-reads.ts'
export { runProgram } from './process/frame.ts'
export { admitMachineCredentials, jobEnvironment } from './process/process-environment.ts'
export { runScript } from './script/run-script.ts'
export { parseShell } from './script/shell.ts'
