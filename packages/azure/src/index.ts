export { AZURE_CLIENT_READS } from './client-reads.ts'
export { AZURE_KEYS } from './key-vendor.ts'
export { AZURE_REQUEST_IDS } from './request-ids.ts'
