// Azure Key Vault and Managed HSM as a vendor of keys.
import {
  credentialsMissing,
  nothingBorrowed,
  type AccessTokens,
  type KeyClient,
  type KeyJob,
  type KeyUri,
  type KeyVendor,
} from '@open-claw/core'
import { azureCloudOf } from './clouds.ts'
import { azureFederation } from './federation.ts'
import { AZURE_INPUTS, azureInputs, type AzureInputs } from './inputs.ts'
import { AZURE_KEY_URI, azureKeyName } from './key-uri.ts'
import type { AzureKeyOptions } from './kms/client.ts'
import { AZURE_PERMISSIONS } from './permissions.ts'

function accessTokens(
  { tenantId, clientId, loginEndpoint }: AzureInputs,
  { credentials, identity, mask, clock }: KeyJob,
  uri: KeyUri,
): AccessTokens | 'ambient' {
  if (credentials === 'ambient') return 'ambient'
  if (tenantId === undefined || clientId === undefined)
    throw credentialsMissing('azure-tenant-id or azure-client-id', 'application')
  const { scope, audience, login } = azureCloudOf(azureKeyName(uri).host)
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

function connect(inputs: AzureInputs, job: KeyJob): KeyClient {
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

const principal = ({ clientId }: AzureInputs): string | undefined =>
  clientId === undefined ? undefined : `the application ${clientId}`

export const AZURE_KEYS: KeyVendor = {
  keyUri: AZURE_KEY_URI,
  credentials: AZURE_INPUTS,
  access: (given) => {
    const inputs = azureInputs(given)
    return {
      connect: (job) => connect(inputs, job),
      signingGrant: () => ({ principal: principal(inputs), permission: AZURE_PERMISSIONS.sign.name }),
    }
  },
  keyRows: async () => (await import('./kms/key-rows.ts')).AZURE_KEY_ROWS,
}
