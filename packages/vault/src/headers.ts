// Headers of every Vault call.
import type { Token } from '@open-claw/core'

/** Returns the headers of a call. */
export const vaultHeaders = (
  namespace: string | undefined,
  token: Token | undefined,
): { readonly [name: string]: string } => ({
  // Vault agents may require it, as a guard against forged requests of browsers.
  'x-vault-request': 'true',
  ...(namespace === undefined ? {} : { 'x-vault-namespace': namespace }),
  ...(token === undefined ? {} : { 'x-vault-token': token.reveal() }),
})
