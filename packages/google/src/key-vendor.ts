// Google Cloud KMS as a vendor of keys.
import { type KeyVendor, onFirstUse } from '@open-claw/core'
import { GOOGLE_INPUTS, googleInputs, type GoogleInputs } from './inputs.ts'
import { GOOGLE_KEY_URI } from './key-uri.ts'
import { GOOGLE_PERMISSIONS } from './permissions.ts'
import { GOOGLE_CLIENT_READS } from './client-reads.ts'
import { GOOGLE_REQUEST_IDS } from './request-ids.ts'

/** Without a service account, the identity of the job in its pool. */
const principal = ({ provider, serviceAccount }: GoogleInputs, subject: string): string | undefined =>
  serviceAccount ??
  provider?.replace(
    /^(.*)\/providers\/.*$/,
    (_, pool: string) => `principal://iam.googleapis.com/${pool}/subject/${subject}`,
  )

export const GOOGLE_KEYS: KeyVendor = {
  keyUri: GOOGLE_KEY_URI,
  credentials: GOOGLE_INPUTS,
  access: (given) => {
    const inputs = googleInputs(given)
    return {
      connect: (job) => onFirstUse(async () => (await import('./key-client.ts')).connect(inputs, job)),
      signingGrant: (_, subject) => ({
        principal: principal(inputs, subject),
        permission: GOOGLE_PERMISSIONS.sign.name,
      }),
    }
  },
  keyRows: async () => (await import('./kms/key-rows.ts')).GOOGLE_KEY_ROWS,
  clientReads: GOOGLE_CLIENT_READS,
  requestIds: GOOGLE_REQUEST_IDS,
}
