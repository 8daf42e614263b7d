// The facts that GitHub vouches for: who the job is, and what started it.
import type { AnonymousHost, HostIdentity } from '@open-claw/core'
import { admitEvent } from './events/event.ts'
import { jobIdentityTokens } from './identity-request.ts'
import { jobClaims } from './job-claims.ts'

/** Makes a value once for each issuer, so that all callers share one token. */
function perIssuer<T>(make: (issuer: URL) => T): (issuer: URL) => T {
  const made = new Map<string, { readonly value: T }>()
  return (issuer) => {
    const known = made.get(issuer.href) ?? { value: make(issuer) }
    made.set(issuer.href, known)
    return known.value
  }
}

/** Returns the identity of the job, for a GitHub host or a program that runs inside a job. */
export function githubIdentity({ environment, mask, clock, event }: AnonymousHost): HostIdentity {
  const identity = perIssuer((issuer) => jobIdentityTokens({ issuer, environment, mask, clock }))
  return {
    admitEvent: (allowed) => {
      const started = event()
      return started === undefined ? undefined : admitEvent(started, allowed)
    },
    identity,
    claims: perIssuer((issuer) => jobClaims(identity(issuer), issuer, clock)),
  }
}
