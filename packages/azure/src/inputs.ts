// Inputs by which a job proves its identity to Azure.
import { parsedInput, type CredentialSet, type GivenInput } from '@open-claw/core'
import { parseEndpoint } from '@open-claw/net'
import { parseClientId, parseTenantId } from './ids.ts'
import { AZURE_KEY_URI } from './key-uri.ts'

export const AZURE_INPUTS: CredentialSet = {
  scheme: AZURE_KEY_URI.scheme,
  keyForm: AZURE_KEY_URI.form,
  vendor: 'Azure',
  facts: [
    {
      name: 'azure-tenant-id',
      type: 'text',
      description:
        'Directory (tenant) id of the Microsoft Entra application whose federated credential trusts this job.',
      option: { value: 'id', help: 'Azure: directory (tenant) id' },
      federated: true,
    },
    {
      name: 'azure-client-id',
      type: 'text',
      description: 'Application (client) id of it, or of a user-assigned managed identity.',
      option: { value: 'id', help: 'Azure: application (client) id' },
      federated: true,
    },
    {
      name: 'azure-login-endpoint',
      type: 'url',
      description: 'Endpoint of Microsoft Entra ID. Left out: the one of the cloud of the vault.',
      option: { value: 'url', help: 'Azure: endpoint of Microsoft Entra ID' },
      federated: true,
    },
  ],
}

export interface AzureInputs {
  readonly tenantId: string | undefined
  readonly clientId: string | undefined
  readonly loginEndpoint: URL | undefined
}

/** Reads the inputs. Throws INPUT_INVALID or ENDPOINT_INSECURE. */
export const azureInputs = (given: GivenInput): AzureInputs => ({
  tenantId: parsedInput(given, 'azure-tenant-id', parseTenantId),
  clientId: parsedInput(given, 'azure-client-id', parseClientId),
  loginEndpoint: parsedInput(given, 'azure-login-endpoint', parseEndpoint),
})
