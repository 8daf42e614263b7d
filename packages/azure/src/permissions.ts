// What an application must be granted, in the terms of access policies and of Azure RBAC.
import type { KeyPermission } from '@open-claw/core'

const role = 'the role Key Vault Crypto User'

export const AZURE_PERMISSIONS = {
  sign: { name: 'keys/sign', role },
  get: { name: 'keys/get', role },
} as const satisfies Record<string, KeyPermission>
