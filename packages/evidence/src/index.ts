export {
  bundlePaths,
  checkDestination,
  checkUnoccupied,
  parseFileDestination,
  storeBundles,
} from './bundle-files.ts'
export type { FileDestination, PlannedBundle, StoredBundle } from './bundle-files.ts'
