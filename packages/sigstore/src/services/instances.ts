// The services that signing uses besides the key, and the well-known instances.

/** The certificate authority, the timestamp authorities and the log. */
export interface SigningServices {
  /** Fulcio; undefined if a key of a key service signs. */
  readonly certificateAuthority: URL | undefined
  /** RFC 3161, each with the path of its endpoint. All of them are asked. */
  readonly timestampAuthorities: readonly URL[]
  readonly log: { readonly url: URL; readonly version: 1 | 2 } | undefined
}

/** Sigstore's public good instance. Its log is Rekor v1, since that address does not change with the year. */
export const PUBLIC_GOOD = {
  certificateAuthority: new URL('https://fulcio.sigstore.dev'),
  timestampAuthority: new URL('https://timestamp.sigstore.dev/api/v1/timestamp'),
  log: { url: new URL('https://rekor.sigstore.dev'), version: 1 },
} as const

/** Returns the domain of the tenant that issues tokens, such as `acme.ghe.com`. */
const githubTenant = ({ hostname }: URL): string | undefined =>
  /^token\.actions\.([a-z0-9-]+\.ghe\.com)$/.exec(hostname)?.[1]

/** Checks whether GitHub certifies jobs that have tokens of `issuer`. It does not for servers that others run. */
export const hasGithubInstance = (issuer: URL): boolean =>
  issuer.hostname === 'token.actions.githubusercontent.com' || githubTenant(issuer) !== undefined

/**
 * Returns GitHub's instance for private repositories: that of github.com, or of the ghe.com tenant that issues
 * the job's tokens. It has no public log.
 */
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
