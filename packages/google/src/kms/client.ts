// Cloud KMS as a Google API.
import type { KeyManagementServiceClient } from '@google-cloud/kms/build/src/v1/key_management_service_client.js'
import type { Clock } from '@open-claw/core'
import { googleCaller, type Caller, type GoogleAccess, type GoogleApi } from '../client.ts'

/** Where the keys are and who asks. `tokens` have KMS_SCOPE. */
export interface GoogleKeyOptions extends GoogleAccess {
  readonly clock: Clock
}

export type KmsClient = KeyManagementServiceClient
export type KmsCaller = Caller<KmsClient>

const KMS: GoogleApi<KmsClient> = {
  endpoint: new URL('https://cloudkms.googleapis.com'),
  /** Larger than any public key, signature or page of versions. */
  maxAnswerBytes: 4 * 1024 * 1024,
  load: async () => {
    const { KeyManagementServiceClient: Client } =
      await import('@google-cloud/kms/build/src/v1/key_management_service_client.js')
    return Client
  },
}

/** Makes calls on one client of Cloud KMS. Throws what googleCaller throws. */
export const kmsCaller = (access: GoogleAccess): KmsCaller => googleCaller(KMS, access)
