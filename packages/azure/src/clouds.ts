// Whose key vaults there are. The host stands in the key URI, and the token is sent to it: to any other
// domain than these it would be sent to whoever named the host.
import { ClawError, printable } from '@open-claw/core'

/** What it takes to be let into a key vault. */
export interface AzureCloud {
  /** Of the access token. */
  readonly scope: string
  /** Where Entra ID of this cloud logs in. */
  readonly login: string
  /** Of the job's token. */
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

/** The cloud of a key vault or managed HSM by its host. Throws KEY_URI_INVALID for a host that is none of Azure's. */
export function azureCloudOf(host: string): AzureCloud {
  // The name of a key vault is one label: what has more is another service, or a look-alike.
  const suffix = /^[a-z0-9-]{3,64}\.(?<suffix>[a-z0-9.-]+)$/.exec(host)?.groups?.['suffix']
  const cloud = suffix === undefined ? undefined : CLOUDS.get(suffix)
  if (cloud !== undefined) return cloud
  throw new ClawError(
    'KEY_URI_INVALID',
    `"${printable(host)}" is no host of Azure Key Vault; the host of a key URI is NAME and one of ${[...CLOUDS.keys()].join(', ')}.`,
  )
}
