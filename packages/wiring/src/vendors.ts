// The vendors of keys: one row each. Order is the order of lists for a reader.
import { AWS_KEYS } from '@open-claw/aws'
import { AZURE_KEYS } from '@open-claw/azure'
import { keyUris, type CredentialSet, type KeyUris, type KeyVendor } from '@open-claw/core'
import { GOOGLE_KEYS } from '@open-claw/google'
import { VAULT_KEYS } from '@open-claw/vault'

export const KEY_VENDORS: readonly KeyVendor[] = [GOOGLE_KEYS, AWS_KEYS, AZURE_KEYS, VAULT_KEYS]

/** The key URIs of every vendor. */
export const KEY_URIS: KeyUris = keyUris(KEY_VENDORS.map(({ keyUri }) => keyUri))

/** The credential inputs of every vendor. */
export const CREDENTIAL_SETS: readonly CredentialSet[] = KEY_VENDORS.map(({ credentials }) => credentials)
