// Connects to Azure Key Vault and Managed HSM, according to the inputs.
import {
  credentialsMissing,
  nothingBorrowed,
  type AccessTokens,
  type KeyClient,
  type KeyJob,
  type KeyUri,
} from '@open-claw/core'
import { azureCloudAt } from './clouds.ts'
import { azureFederation } from './federation.ts'
import type { AzureInputs } from './inputs.ts'
import { azureKeyName } from './key-uri.ts'
import type { AzureKeyOptions } from './kms/client.ts'

function accessTokens(
  { tenantId, clientId, loginEndpoint }: AzureInputs,
  { credentials, identity, mask, clock }: KeyJob,
  uri: KeyUri,
): AccessTokens | 'ambient' {
  if (credentials === 'ambient') return 'ambient'
  if (tenantId === undefined || clientId === undefined)
    throw credentialsMissing('azure-tenant-id or azure-client-id', 'application')
  const { scope, audience, login } = azureCloudAt(azureKeyName(uri).host)
  return azureFederation({
    tenantId,
    clientId,
    scope,
    audience,
    loginEndpoint: loginEndpoint ?? new URL(login),
    identity,
    mask,
    clock,
  })
}

/** Returns the client of the job's keys. */
export function connect(inputs: AzureInputs, job: KeyJob): KeyClient {
  const optionsFor = (uri: KeyUri): AzureKeyOptions => ({
    endpoint: job.endpoint,
    tokens: accessTokens(inputs, job, uri),
    mask: job.mask,
    clock: job.clock,
  })
  return {
    open: async (uri, algorithm) => {
      const options = optionsFor(uri)
      const { azureKeyService } = await import('./kms/signing.ts')
      return azureKeyService(options).open(uri, algorithm)
    },
    publicKey: async (uri, wanted) => {
      const options = optionsFor(uri)
      const { azurePublicKey } = await import('./kms/public-key.ts')
      return azurePublicKey(options)(uri, wanted)
    },
    [Symbol.asyncDispose]: nothingBorrowed,
  }
}
