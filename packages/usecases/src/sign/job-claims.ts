// The verified claims of this very job, fetched once however many ask.
import type { IdentityTokens, JobClaims } from '@open-claw/core'
import { jobClock } from '@open-claw/ci'
import { verifyIdentityToken } from '@open-claw/github'

/** Nobody else accepts a token for this audience, so that one that leaks opens nothing. */
const PROVENANCE_AUDIENCE = 'https://open-claw.github.io/provenance'

/** Throws OIDC_*. A failure is kept: nothing that needs the claims can succeed without them. */
export type ClaimSource = () => Promise<JobClaims>

/** The claims, from a token of `identity` that `issuer` signed. */
export function jobClaims(identity: IdentityTokens, issuer: URL): ClaimSource {
  const fetchClaims = async (): Promise<JobClaims> => {
    const token = await identity.mint(PROVENANCE_AUDIENCE)
    return verifyIdentityToken({ token, issuer, audience: PROVENANCE_AUDIENCE, clock: jobClock })
  }
  let known: Promise<JobClaims> | undefined
  return () => {
    known ??= fetchClaims()
    return known
  }
}
