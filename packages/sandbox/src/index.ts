export { startSandbox } from './start-sandbox.ts'
export type { Sandbox } from './start-sandbox.ts'
