import type { GoogleSecretAccess } from './connect.ts'
import type { GoogleSecretVersion } from './reference.ts'

/** The store behind `gcp-sm://`, loaded when the first secret is asked for. Throws what `googleSecretStore` throws. */
export function googleSecrets(access: GoogleSecretAccess) {
  const load = async () => (await import('./connect.ts')).connect(access)
  let loading: ReturnType<typeof load> | undefined
  return { reveal: async (version: GoogleSecretVersion) => (await (loading ??= load())).reveal(version) }
}
