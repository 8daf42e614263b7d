export { githubInstance, PUBLIC_GOOD } from './services/instances.ts'
export type { SigningServices } from './services/instances.ts'
