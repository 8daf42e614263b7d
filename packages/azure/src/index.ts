export { AZURE_KEYS } from './key-vendor.ts'
