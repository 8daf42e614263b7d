// Azure Key Vault and Managed HSM as a vendor of keys.
import { type KeyVendor, onFirstUse } from '@open-claw/core'
import { AZURE_INPUTS, azureInputs, type AzureInputs } from './inputs.ts'
import { AZURE_KEY_URI } from './key-uri.ts'
import { AZURE_PERMISSIONS } from './permissions.ts'
import { AZURE_CLIENT_READS } from './client-reads.ts'
import { AZURE_REQUEST_IDS } from './request-ids.ts'

const principal = ({ clientId }: AzureInputs): string | undefined =>
  clientId === undefined ? undefined : `the application ${clientId}`

export const AZURE_KEYS: KeyVendor = {
  keyUri: AZURE_KEY_URI,
  credentials: AZURE_INPUTS,
  access: (given) => {
    const inputs = azureInputs(given)
    return {
      connect: (job) => onFirstUse(async () => (await import('./key-client.ts')).connect(inputs, job)),
      signingGrant: () => ({ principal: principal(inputs), permission: AZURE_PERMISSIONS.sign.name }),
    }
  },
  keyRows: async () => (await import('./kms/key-rows.ts')).AZURE_KEY_ROWS,
  clientReads: AZURE_CLIENT_READS,
  requestIds: AZURE_REQUEST_IDS,
}
