// Connects to Google Cloud KMS, according to the inputs.
import {
  credentialsMissing,
  nothingBorrowed,
  type AccessTokens,
  type KeyClient,
  type KeyJob,
  type RequestHeaders,
} from '@open-claw/core'
import { ambientGoogle } from './ambient.ts'
import type { GoogleInputs } from './inputs.ts'
import type { GoogleKeyOptions } from './kms/client.ts'
import { KMS_SCOPE } from './permissions.ts'
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

/** Returns the client of the job's keys. One exchange serves all of them. */
export function connect(inputs: GoogleInputs, job: KeyJob): KeyClient {
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
