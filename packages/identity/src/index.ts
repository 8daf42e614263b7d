export { AWS_AUDIENCE, awsWebIdentity } from './aws.ts'
export type { AwsIdentityOptions } from './aws.ts'
export type { KeyUse } from './aws-policy.ts'
export { awsStsEndpoint } from './aws-client.ts'
export { parseRoleArn } from './aws-policy.ts'
export { azureFederation, parseClientId, parseTenantId } from './azure.ts'
export type { AzureIdentityOptions } from './azure.ts'
export {
  GOOGLE_IAM_ENDPOINT,
  GOOGLE_STS_ENDPOINT,
  googleWorkloadIdentity,
  parseServiceAccount,
  parseWorkloadIdentityProvider,
} from './google.ts'
export type { GoogleIdentityOptions } from './google.ts'
export { ambientGoogle } from './google-ambient.ts'
export { parseVaultRole, revokeByAccessor, vaultLogin } from './vault.ts'
export type { VaultLoginOptions, VaultSession, VaultToken } from './vault.ts'
export { ambientVaultToken } from './vault-ambient.ts'
