// The transit engine of Vault and OpenBao as a vendor of keys.
import { type KeyVendor, onFirstUse } from '@open-claw/core'
import { VAULT_INPUTS, vaultInputs } from './inputs.ts'
import { VAULT_KEY_URI, vaultKeyName } from './key-uri.ts'
import { vaultPermission } from './permissions.ts'
import { VAULT_CLIENT_READS } from './client-reads.ts'

export const VAULT_KEYS: KeyVendor = {
  keyUri: VAULT_KEY_URI,
  credentials: VAULT_INPUTS,
  access: (given) => {
    const inputs = vaultInputs(given)
    return {
      connect: (job) => onFirstUse(async () => (await import('./key-client.ts')).connect(inputs, job)),
      signingGrant: (uri) => ({
        principal: inputs.role === undefined ? undefined : `the role ${inputs.role}`,
        permission: vaultPermission('update', `${inputs.transitPath}/sign/${vaultKeyName(uri).key}`).name,
      }),
      giveBack: async (accessor, job) => (await import('./key-client.ts')).giveBack(inputs, accessor, job),
    }
  },
  leaseState: 'vault-accessors',
  keyRows: async () => (await import('./transit/key-rows.ts')).TRANSIT_KEY_ROWS,
  clientReads: VAULT_CLIENT_READS,
  requestIds: [],
}
