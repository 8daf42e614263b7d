export { cloudInputs } from './inputs.ts'
export type { CloudInputs } from './inputs.ts'
export { giveBack, openSession } from './session.ts'
export type { CloudSession } from './session.ts'
