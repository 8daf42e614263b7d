// What a policy of Vault has to allow: a capability on a path.
import type { KeyPermission } from '@open-claw/core'

export type Capability = 'read' | 'update'

/** `path` with its mount, as a policy names it. */
export const vaultPermission = (capability: Capability, path: string): KeyPermission => ({
  name: `${capability} on ${path}`,
})
