export {
  annotate,
  exportVariables,
  log,
  maskValue,
  saveState,
  savedState,
  setOutputs,
} from './github/commands.ts'
export {
  announceSubjects,
  announcedSubjects,
  checkAnswerFiles,
  commandFile,
  eventPayload,
  runId,
  runVariables,
  runnerFacts,
  workspace,
} from './github/environment.ts'
export { choiceInput, listInput, optionalInput, readInputsFrom, requiredInput } from './github/inputs.ts'
export { jobClock } from './github/job-clock.ts'
export { runAction, runTool } from './github/run-action.ts'
export { ANSWER_FILES, watchStepFiles } from './github/step-files.ts'
export { CLIENT_FILES } from './process/client-files.ts'
export { CLIENT_VARIABLES } from './process/client-variables.ts'
export { admitMachineCredentials, jobEnvironment } from './process/process-environment.ts'
export { runScript } from './script/run-script.ts'
export { parseShell } from './script/shell.ts'
