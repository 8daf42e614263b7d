// The transit engine and the JWT login of Vault.
import type { Part, PartContext } from '../part.ts'

export interface VaultPart extends Part<'vaultEndpoint'> {
  /** Adds a version to a key and returns its number. Throws NOT_FOUND. */
  rotate(key: string): string
}

export async function listenVault(_context: PartContext): Promise<VaultPart> {
  return { endpoints: { vaultEndpoint: '' }, listeners: [], reset: () => undefined, rotate: () => '' }
}
