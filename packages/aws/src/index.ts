export { AWS_KEYS } from './key-vendor.ts'
