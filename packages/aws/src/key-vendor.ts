// AWS KMS as a vendor of keys.
import { type KeyVendor, onFirstUse } from '@open-claw/core'
import { AWS_INPUTS, awsInputs } from './inputs.ts'
import { AWS_KEY_URI } from './key-uri.ts'
import { AWS_PERMISSIONS } from './permissions.ts'
import { AWS_CLIENT_READS } from './client-reads.ts'
import { AWS_REQUEST_IDS } from './request-ids.ts'

export const AWS_KEYS: KeyVendor = {
  keyUri: AWS_KEY_URI,
  credentials: AWS_INPUTS,
  access: (given) => {
    const inputs = awsInputs(given)
    return {
      connect: (job) => onFirstUse(async () => (await import('./key-client.ts')).connect(inputs, job)),
      signingGrant: () => ({ principal: inputs.role, permission: AWS_PERMISSIONS.sign.name }),
    }
  },
  keyRows: async () => (await import('./kms/key-rows.ts')).AWS_KEY_ROWS,
  clientReads: AWS_CLIENT_READS,
  requestIds: AWS_REQUEST_IDS,
}
