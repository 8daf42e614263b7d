// Access tokens: what STS and IAM issue and what the other services accept. Opaque, random, short-lived.
import { randomBytes } from 'node:crypto'
import { StatusError } from './status.ts'

/** Scope of every Google Cloud API. */
export const CLOUD_PLATFORM = 'https://www.googleapis.com/auth/cloud-platform'
/** Scope of Cloud KMS only. */
export const CLOUD_KMS = 'https://www.googleapis.com/auth/cloudkms'
/** Scope of IAM, enough to impersonate a service account. */
export const IAM = 'https://www.googleapis.com/auth/iam'

/** The access tokens that were issued. */
export interface AccessTokenBook {
  /** Issues a token. `lifetime` in seconds. */
  issue(scopes: readonly string[], lifetime: number): { readonly token: string; readonly expires: number }
  /** Checks a token. Throws UNAUTHENTICATED for a foreign or expired one, PERMISSION_DENIED without one of `scopes`. */
  check(authorization: string | undefined, scopes: readonly string[]): void
  revokeAll(): void
}

/** Creates an empty book. */
export function createAccessTokens(): AccessTokenBook {
  const issued = new Map<string, { readonly scopes: readonly string[]; readonly expires: number }>()
  return {
    issue(scopes, lifetime) {
      const token = `ya29.sandbox-${randomBytes(32).toString('base64url')}`
      const expires = Date.now() + lifetime * 1000
      issued.set(token, { scopes, expires })
      return { token, expires }
    },
    check(authorization, scopes) {
      const found = issued.get(/^Bearer (\S+)$/i.exec(authorization ?? '')?.[1] ?? '')
      if (found === undefined || found.expires <= Date.now()) {
        throw new StatusError('UNAUTHENTICATED', 'Request had invalid authentication credentials.')
      }
      if (!found.scopes.some((scope) => scopes.includes(scope))) {
        throw new StatusError('PERMISSION_DENIED', 'Request had insufficient authentication scopes.')
      }
    },
    revokeAll: () => issued.clear(),
  }
}
