// Google Cloud KMS as a vendor of keys.
import {
  credentialsMissing,
  nothingBorrowed,
  type AccessTokens,
  type KeyClient,
  type KeyJob,
  type KeyVendor,
  type RequestHeaders,
} from '@open-claw/core'
import { ambientGoogle } from './ambient.ts'
import { GOOGLE_INPUTS, googleInputs, type GoogleInputs } from './inputs.ts'
import { GOOGLE_KEY_URI } from './key-uri.ts'
import type { GoogleKeyOptions } from './kms/client.ts'
import { GOOGLE_PERMISSIONS, KMS_SCOPE } from './permissions.ts'
import { googleWorkloadIdentity } from './workload-identity.ts'

function accessTokens(
  { provider, serviceAccount, stsEndpoint, iamEndpoint }: GoogleInputs,
  { credentials, identity, mask, clock }: KeyJob,
): AccessTokens | RequestHeaders {
  if (credentials === 'ambient') return ambientGoogle(KMS_SCOPE, mask)
  if (provider === undefined) throw credentialsMissing('workload-identity-provider', 'provider')
  return googleWorkloadIdentity({
    provider,
    serviceAccount,
    scope: KMS_SCOPE,
    stsEndpoint,
    iamEndpoint,
    identity,
    mask,
    clock,
  })
}

/** One exchange serves all keys. */
function connect(inputs: GoogleInputs, job: KeyJob): KeyClient {
  const options: GoogleKeyOptions = {
    endpoint: job.endpoint,
    tokens: accessTokens(inputs, job),
    clock: job.clock,
  }
  return {
    open: async (uri, algorithm) => {
      const { googleKeyService } = await import('./kms/signing.ts')
      return googleKeyService(options).open(uri, algorithm)
    },
    publicKey: async (uri, wanted) => {
      const { googlePublicKey } = await import('./kms/public-key.ts')
      return googlePublicKey(options)(uri, wanted)
    },
    [Symbol.asyncDispose]: nothingBorrowed,
  }
}

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
      connect: (job) => connect(inputs, job),
      signingGrant: (_, subject) => ({
        principal: principal(inputs, subject),
        permission: GOOGLE_PERMISSIONS.sign.name,
      }),
    }
  },
  keyRows: async () => (await import('./kms/key-rows.ts')).GOOGLE_KEY_ROWS,
}
