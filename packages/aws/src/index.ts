export { AWS_CLIENT_READS } from './client-reads.ts'
export { AWS_KEYS } from './key-vendor.ts'
export { AWS_REQUEST_IDS } from './request-ids.ts'
