import type { Injection } from './injection.ts'

/** The output that tells the versions, which is there with every delivery. */
export const VERSIONS = 'versions'

/** The versions by the names of the secrets, as JSON. */
export const versionsOutput = (
  secrets: readonly Pick<Injection['secrets'][number], 'name' | 'version'>[],
): { readonly [VERSIONS]: string } => ({
  [VERSIONS]: JSON.stringify(Object.fromEntries(secrets.map(({ name, version }) => [name, version]))),
})
