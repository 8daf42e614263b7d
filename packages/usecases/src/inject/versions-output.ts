import type { Injection } from './injection.ts'

/** Name of the output with the versions, which every delivery sets. */
export const VERSIONS = 'versions'

/** Returns the versions by the names of the secrets, as JSON. */
export const versionsOutput = (
  secrets: readonly Pick<Injection['secrets'][number], 'name' | 'version'>[],
): { readonly [VERSIONS]: string } => ({
  [VERSIONS]: JSON.stringify(Object.fromEntries(secrets.map(({ name, version }) => [name, version]))),
})
