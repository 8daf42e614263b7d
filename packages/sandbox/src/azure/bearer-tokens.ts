// Bearer tokens of Entra ID, each for one resource.
import { randomBytes } from 'node:crypto'
import { StatusError } from '../status.ts'

/** Lifetime of a token in seconds. */
export const LIFETIME = 3600

/** The tokens that were issued. */
export interface BearerTokens {
  issue(resource: string): string
  /** Checks a token. Throws UNAUTHENTICATED for one that is foreign, expired or for another resource. */
  check(authorization: string | undefined, resource: string): void
}

/** Creates an empty book of tokens. */
export function createBearerTokens(): BearerTokens {
  const issued = new Map<string, { readonly resource: string; readonly expires: number }>()
  return {
    issue(resource) {
      const token = `eyJ0eXAiOiJKV1Qi.sandbox-${randomBytes(32).toString('base64url')}`
      issued.set(token, { resource, expires: Date.now() + LIFETIME * 1000 })
      return token
    },
    check(authorization, resource) {
      const [, token] = /^Bearer (\S+)$/i.exec(authorization ?? '') ?? []
      if (token === undefined)
        throw new StatusError('UNAUTHENTICATED', 'AKV10000: Request is missing a Bearer or PoP token.')
      const found = issued.get(token)
      if (found === undefined || found.expires <= Date.now())
        throw new StatusError('UNAUTHENTICATED', 'AKV10046: Unable to resolve the key used for signature.')
      if (found.resource !== resource) throw new StatusError('UNAUTHENTICATED', 'AKV10022: Invalid audience.')
    },
  }
}
