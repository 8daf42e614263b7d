// What a Vault policy must allow: a capability on a path.
import type { KeyPermission } from '@open-claw/core'

export type Capability = 'read' | 'update'

/** Returns the permission on `path`, which includes its mount, as a policy names it. */
export const vaultPermission = (capability: Capability, path: string): KeyPermission => ({
  name: `${capability} on ${path}`,
})
