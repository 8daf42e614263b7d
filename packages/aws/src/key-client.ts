// Connects to AWS KMS, according to the inputs.
import {
  credentialsMissing,
  nothingBorrowed,
  type KeyClient,
  type KeyJob,
  type KeyUri,
} from '@open-claw/core'
import type { SessionTokens } from './session-credentials.ts'
import type { AwsInputs } from './inputs.ts'
import type { AwsKeyOptions } from './kms/client.ts'
import { AWS_AUDIENCE, awsWebIdentity } from './web-identity.ts'

/** Returns the usual audience of identity providers in the partition of the role. */
const audienceFor = (role: string): string =>
  role.startsWith('arn:aws-cn:') ? `${AWS_AUDIENCE}.cn` : AWS_AUDIENCE

/** Returns the sessions for a key; each may use only that key. */
function sessionTokens(
  { role, region, stsEndpoint, audience }: AwsInputs,
  { credentials, use, identity, mask, clock, runId }: KeyJob,
  key: KeyUri,
): SessionTokens | 'ambient' {
  if (credentials === 'ambient') return 'ambient'
  if (role === undefined) throw credentialsMissing('aws-role', 'role')
  return awsWebIdentity({
    role,
    key,
    use,
    region,
    audience: audience ?? audienceFor(role),
    runId,
    stsEndpoint,
    identity,
    mask,
    clock,
  })
}

/** Returns the client of the job's keys. */
export function connect(inputs: AwsInputs, job: KeyJob): KeyClient {
  const optionsFor = (uri: KeyUri): AwsKeyOptions => ({
    endpoint: job.endpoint,
    region: inputs.region,
    credentials: sessionTokens(inputs, job, uri),
    mask: job.mask,
    clock: job.clock,
  })
  return {
    open: async (uri, algorithm) => {
      const options = optionsFor(uri)
      const { awsKeyService } = await import('./kms/signing.ts')
      return awsKeyService(options).open(uri, algorithm)
    },
    publicKey: async (uri, wanted) => {
      const options = optionsFor(uri)
      const { awsPublicKey } = await import('./kms/public-key.ts')
      return awsPublicKey(options)(uri, wanted)
    },
    [Symbol.asyncDispose]: nothingBorrowed,
  }
}
