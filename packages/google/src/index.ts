export { ambientGoogle } from './ambient.ts'
export { GOOGLE_CLIENT_READS } from './client-reads.ts'
export { GOOGLE_KEYS } from './key-vendor.ts'
export { KMS_SCOPE } from './kms/client.ts'
export type { GoogleKeyOptions } from './kms/client.ts'
export { googlePublicKey } from './kms/public-key.ts'
export { googleKeyService } from './kms/signing.ts'
export { GOOGLE_REQUEST_IDS } from './request-ids.ts'
export { GOOGLE_SECRET_GRAMMAR } from './secrets/reference.ts'
export { SECRETS_SCOPE, googleSecretStore } from './secrets/secret-manager.ts'
export {
  googleWorkloadIdentity,
  parseServiceAccount,
  parseWorkloadIdentityProvider,
} from './workload-identity.ts'
