import { keyUris, type KeyUris } from '@open-claw/core'
import { AWS_KEY_URI } from '@open-claw/aws'
import { AZURE_KEY_URI } from '@open-claw/azure'
import { GOOGLE_KEY_URI } from '@open-claw/google'
import { VAULT_KEY_URI } from '@open-claw/vault'

/** The key URIs of every vendor. */
export const KEY_URIS: KeyUris = keyUris([GOOGLE_KEY_URI, AWS_KEY_URI, AZURE_KEY_URI, VAULT_KEY_URI])
