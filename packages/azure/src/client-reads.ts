// What the clients of Azure read by themselves.
import type { VendorClientReads } from '@open-claw/core'

export const AZURE_CLIENT_READS: VendorClientReads = {
  variables: [
    {
      reader: 'Azure clients',
      names: ['AZURE_LOG_LEVEL', 'AZURE_IDENTITY_*'],
      decides: ['log'],
      fate: 'never',
    },
    {
      reader: '@azure/identity',
      names: [
        'AZURE_ADDITIONALLY_ALLOWED_TENANTS',
        'AZURE_CLIENT_*',
        'AZURE_CONFIG_DIR',
        'AZURE_FEDERATED_TOKEN_FILE',
        'AZURE_PASSWORD',
        'AZURE_TENANT_ID',
        'AZURE_TOKEN_CREDENTIALS',
        'AZURE_USERNAME',
      ],
      decides: ['identity', 'program'],
      fate: 'ambient',
    },
    {
      reader: '@azure/identity',
      names: [
        'AZURE_AUTHORITY_HOST',
        'AZURE_KUBERNETES_*',
        'AZURE_POD_IDENTITY_AUTHORITY_HOST',
        'AZURE_REGIONAL_AUTHORITY_NAME',
        'IDENTITY_ENDPOINT',
        'IDENTITY_HEADER',
        'IDENTITY_SERVER_THUMBPRINT',
        'IMDS_ENDPOINT',
        'MSAL_FORCE_REGION',
        'MSI_ENDPOINT',
        'MSI_SECRET',
        'REGION_NAME',
      ],
      decides: ['host', 'identity'],
      fate: 'ambient',
    },
  ],
  files: [
    {
      path: '~/.azure/*',
      reader: 'the programs that @azure/identity runs',
      decides: ['identity'],
      fate: 'ambient',
    },
    { path: '/opt/azcmagent/bin/himds', reader: '@azure/identity', decides: ['identity'], fate: 'heeded' },
  ],
}
