export {
  BUNDLE_SUFFIX,
  bundlePaths,
  checkDestination,
  parseFileDestination,
  storeBundles,
} from './bundle-files.ts'
export type { FileDestination, StoredBundle } from './bundle-files.ts'
