// Key URIs of the transit engine of Vault and OpenBao.
import { keyUriParts, keyUris, type KeyUri, type KeyUriGrammar, type PinnedKeyUri } from '@open-claw/core'

export const VAULT_KEY_URI: KeyUriGrammar = {
  scheme: 'hashivault',
  pattern: /^hashivault:\/\/(?<key>\w(?:[\w.-]{0,126}\w)?)(?:\/versions\/(?<version>[1-9][0-9]{0,8}))?$/,
  form: 'hashivault://KEY[/versions/N]',
  near: [
    [/^(?:[a-z]+:\/\/)?(?:v1\/)?transit\/(?:keys|sign)\/(.+)$/, ([, key = '']) => `hashivault://${key}`],
    [/^(?:hashi-?)?(?:vault|corp):\/{0,3}(.+)$/, ([, key = '']) => `hashivault://${key}`],
  ],
  isPinned: ({ version }) => version !== undefined,
  // None: names this short could belong to someone.
  examples: [],
}

export interface VaultKeyName {
  readonly key: string
  /** Decimal version; undefined if the URI pins none. It is our addition to cosign's grammar. */
  readonly version: string | undefined
}

/** Returns the key inside a `hashivault://` URI. Throws KEY_URI_INVALID. */
export function vaultKeyName(uri: KeyUri): VaultKeyName {
  const { key = '', version } = keyUriParts(uri, VAULT_KEY_URI)
  return { key, version }
}

/** Returns the URI of a key version. Throws KEY_URI_INVALID. */
export const vaultKeyUri = (key: string, version: number): PinnedKeyUri =>
  keyUris([VAULT_KEY_URI]).parsePinned(`hashivault://${key}/versions/${version}`, 'key')
