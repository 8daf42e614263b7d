export { cloudInputs, cloudTokens, jobIdentity } from './cloud.ts'
export type { CloudInputs } from './cloud.ts'
