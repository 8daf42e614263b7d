// The services that signing asks beside the key, and the instances that everybody knows.

/** The authority that certifies, those that say when, and the log. */
export interface SigningServices {
  /** Fulcio; undefined where a key of a key service signs. */
  readonly certificateAuthority: URL | undefined
  /** RFC 3161, each with the path of its endpoint. All of them are asked. */
  readonly timestampAuthorities: readonly URL[]
  readonly log: { readonly url: URL; readonly version: 1 | 2 } | undefined
}

/** Sigstore's public good instance. Its log is the first version: that address does not change with the year. */
export const PUBLIC_GOOD = {
  certificateAuthority: new URL('https://fulcio.sigstore.dev'),
  timestampAuthority: new URL('https://timestamp.sigstore.dev/api/v1/timestamp'),
  log: { url: new URL('https://rekor.sigstore.dev'), version: 1 },
} as const

/** `acme.ghe.com` of the tenant that issues tokens under such a name. */
const githubTenant = ({ hostname }: URL): string | undefined =>
  /^token\.actions\.([a-z0-9-]+\.ghe\.com)$/.exec(hostname)?.[1]

/** Whether GitHub certifies jobs with tokens of `issuer`. It does not for servers that others run. */
export const hasGithubInstance = (issuer: URL): boolean =>
  issuer.hostname === 'token.actions.githubusercontent.com' || githubTenant(issuer) !== undefined

/** GitHub's instance for private repositories: github.com, or the tenant of ghe.com that issues the job's tokens. It has no public log. */
export function githubInstance(issuer: URL): {
  readonly certificateAuthority: URL
  readonly timestampAuthority: URL
} {
  const domain = githubTenant(issuer) ?? 'githubapp.com'
  return {
    certificateAuthority: new URL(`https://fulcio.${domain}`),
    timestampAuthority: new URL(`https://timestamp.${domain}/api/v1/timestamp`),
  }
}
