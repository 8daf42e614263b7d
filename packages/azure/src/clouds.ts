// The clouds that have key vaults. The token is sent to the host in the key URI: without this list, anyone who
// names the host would receive it.
import { ClawError, printable } from '@open-claw/core'

/** What access to a key vault requires. */
export interface AzureCloud {
  /** Scope of the access token. */
  readonly scope: string
  /** Login endpoint of Entra ID in this cloud. */
  readonly login: string
  /** Audience of the job's token. */
  readonly audience: string
}

const PUBLIC = {
  login: 'https://login.microsoftonline.com',
  audience: 'api://AzureADTokenExchange',
} as const
const CHINA = {
  login: 'https://login.chinacloudapi.cn',
  audience: 'api://AzureADTokenExchangeChina',
} as const
const US_GOVERNMENT = {
  login: 'https://login.microsoftonline.us',
  audience: 'api://AzureADTokenExchangeUSGov',
} as const

const CLOUDS: ReadonlyMap<string, AzureCloud> = new Map([
  ['vault.azure.net', { ...PUBLIC, scope: 'https://vault.azure.net/.default' }],
  ['managedhsm.azure.net', { ...PUBLIC, scope: 'https://managedhsm.azure.net/.default' }],
  ['vault.azure.cn', { ...CHINA, scope: 'https://vault.azure.cn/.default' }],
  ['managedhsm.azure.cn', { ...CHINA, scope: 'https://managedhsm.azure.cn/.default' }],
  ['vault.usgovcloudapi.net', { ...US_GOVERNMENT, scope: 'https://vault.usgovcloudapi.net/.default' }],
  [
    'managedhsm.usgovcloudapi.net',
    { ...US_GOVERNMENT, scope: 'https://managedhsm.usgovcloudapi.net/.default' },
  ],
])

/** Returns the cloud of the key vault or managed HSM at `host`. Throws KEY_URI_INVALID for a host outside Azure. */
export function azureCloudAt(host: string): AzureCloud {
  // The name of a key vault is one label: a host with more is another service, or a look-alike.
  const suffix = /^[a-z0-9-]{3,64}\.(?<suffix>[a-z0-9.-]+)$/.exec(host)?.groups?.['suffix']
  const cloud = suffix === undefined ? undefined : CLOUDS.get(suffix)
  if (cloud !== undefined) return cloud
  throw new ClawError(
    'KEY_URI_INVALID',
    `"${printable(host)}" is no host of Azure Key Vault; the host of a key URI is NAME and one of ${[...CLOUDS.keys()].join(', ')}.`,
  )
}
