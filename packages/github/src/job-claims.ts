// The verified claims of this job, fetched once for all callers.
import type { Clock, ClaimSource, IdentityTokens, JobClaims } from '@open-claw/core'
import { verifyIdentityToken } from './identity-claims.ts'

/** No other service accepts a token for this audience, so a leaked one opens nothing. */
const PROVENANCE_AUDIENCE = 'https://open-claw.github.io/provenance'

/** Returns the source of the claims in a token of `identity` that `issuer` signed. */
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
