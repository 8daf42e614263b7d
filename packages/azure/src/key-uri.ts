// Key URIs of Azure Key Vault and Managed HSM.
import { keyUriParts, keyUris, type KeyUri, type KeyUriGrammar, type PinnedKeyUri } from '@open-claw/core'

export const AZURE_KEY_URI: KeyUriGrammar = {
  scheme: 'azurekms',
  pattern:
    /^azurekms:\/\/(?<host>[a-z0-9-]{3,64}(?:\.[a-z0-9-]{1,63}){2,4})\/(?<key>[0-9A-Za-z-]{1,127})(?:\/(?<version>[0-9a-f]{32}))?$/,
  form: 'azurekms://VAULT.vault.azure.net/KEY[/VERSION]',
  near: [
    // The key identifier that Azure's portal shows.
    [
      /^(?:[a-z]+:\/\/)?([a-z0-9-]+(?:\.[a-z0-9-]+){2,4})\/keys\/(.+?)\/?$/,
      ([, host = '', key = '']) => `azurekms://${host}/${key}`,
    ],
    [/^(?:[a-z-]+:\/\/)?([a-z0-9-]+\.(?:vault|managedhsm)\..+)$/, ([, rest = '']) => `azurekms://${rest}`],
  ],
  isPinned: ({ version }) => version !== undefined,
  examples: ['azurekms://acme-release.vault.azure.net/release'],
}

export interface AzureKeyName {
  /** Host of the key vault or the managed HSM. */
  readonly host: string
  readonly key: string
  /** 32 hexadecimal digits; undefined if the URI pins none. */
  readonly version: string | undefined
}

/** Returns the key inside an `azurekms://` URI. Throws KEY_URI_INVALID. */
export function azureKeyName(uri: KeyUri): AzureKeyName {
  const { host = '', key = '', version } = keyUriParts(uri, AZURE_KEY_URI)
  return { host, key, version }
}

/** Returns the URI of a key version. Throws KEY_URI_INVALID. */
export const azureKeyUri = ({ host, key }: Omit<AzureKeyName, 'version'>, version: string): PinnedKeyUri =>
  keyUris([AZURE_KEY_URI]).parsePinned(`azurekms://${host}/${key}/${version}`, 'key')
