// The verified claims of this very job, fetched once however many ask.
import type { Clock, ClaimSource, IdentityTokens, JobClaims } from '@open-claw/core'
import { verifyIdentityToken } from './identity-claims.ts'

/** Nobody else accepts a token for this audience, so that one that leaks opens nothing. */
const PROVENANCE_AUDIENCE = 'https://open-claw.github.io/provenance'

/** The claims, from a token of `identity` that `issuer` signed. */
export function jobClaims(identity: IdentityTokens, issuer: URL, clock: Clock): ClaimSource {
  const fetchClaims = async (): Promise<JobClaims> => {
    const token = await identity.mint(PROVENANCE_AUDIENCE)
    return verifyIdentityToken({ token, issuer, audience: PROVENANCE_AUDIENCE, clock })
  }
  let known: Promise<JobClaims> | undefined
  return () => {
    known ??= fetchClaims()
    return known
  }
}
