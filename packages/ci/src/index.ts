export {
  annotate,
  maskLineOnStderr,
  maskOnStderr,
  maskValue,
  saveState,
  savedState,
} from './github/commands.ts'
export { isDebugging } from './github/environment.ts'
export { githubHost } from './github/github-host.ts'
export { jobClock } from './github/job-clock.ts'
export { runId, surroundingRun } from './github/run.ts'
export { plainHost, withInputs } from './plain/plain-host.ts'
export { COMMON_CLIENT_READS } from './process/common-client-reads.ts'
export { runProgram } from './process/frame.ts'
export { admitMachineCredentials, jobEnvironment } from './process/process-environment.ts'
export { runScript } from './script/run-script.ts'
export { parseShell } from './script/shell.ts'
