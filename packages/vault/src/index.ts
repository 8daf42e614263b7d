export { VAULT_CLIENT_READS } from './client-reads.ts'
export { VAULT_KEYS } from './key-vendor.ts'
