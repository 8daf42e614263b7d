export { CLIENT_FILES } from './client-files.ts'
export { CLIENT_VARIABLES } from './client-variables.ts'
export { annotate, exportVariables, log, maskValue, savedState, saveState, setOutputs } from './commands.ts'
export {
  announcedSubjects,
  announceSubjects,
  checkAnswerFiles,
  runId,
  runnerFacts,
  workspace,
} from './environment.ts'
export { admitEvent, checkEvent, eventNote, hasEvent, parseEvents, runEvent } from './event.ts'
export type { AdmittedEvent, RunEvent } from './event.ts'
export type { RunFacts } from './event-claims.ts'
export { EVENTS } from './event-facts.ts'
export type { EventName } from './event-facts.ts'
export { githubRun } from './github-run.ts'
export { verifyIdentityToken } from './identity-claims.ts'
export { isRequestUrlOf, jobIdentityTokens } from './identity-request.ts'
export { jobClock } from './job-clock.ts'
export { choiceInput, listInput, optionalInput, readInputsFrom, requiredInput } from './inputs.ts'
export { admitMachineCredentials, jobEnvironment } from './process-environment.ts'
export { runAction, runTool } from './run-action.ts'
export { runScript } from './run-script.ts'
export { parseShell } from './shell.ts'
export type { Machine, Shell } from './shell.ts'
export { ANSWER_FILES, watchStepFiles } from './step-files.ts'
export {
  codeLink,
  codeSpan,
  codeText,
  folded,
  jsonBlock,
  markdownTable,
  plural,
  shortDigest,
  shortName,
  writeSummary,
} from './summary.ts'
