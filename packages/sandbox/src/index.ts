export { FAULTS, METHODS, TOKEN_DEFECTS } from './control-request.ts'
export type { ControlAnswer, ControlRequest, FaultKind, Service, TokenDefect } from './control-request.ts'
export { startSandbox } from './start-sandbox.ts'
export type { Sandbox, SandboxOptions } from './start-sandbox.ts'
