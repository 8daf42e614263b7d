export { VAULT_KEYS } from './key-vendor.ts'
