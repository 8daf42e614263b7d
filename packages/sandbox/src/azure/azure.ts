// Azure Key Vault over TLS, and the login endpoint of Microsoft Entra ID.
import type { Part, PartContext } from '../part.ts'

export type AzurePart = Part<'azureVaultEndpoint' | 'azureLoginEndpoint' | 'authority'>

export async function listenAzure(_context: PartContext): Promise<AzurePart> {
  return {
    endpoints: { azureVaultEndpoint: '', azureLoginEndpoint: '', authority: '' },
    listeners: [],
    reset: () => undefined,
  }
}
