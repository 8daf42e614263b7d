// The JWT login, and the calls that look up and revoke a token.
import { randomUUID } from 'node:crypto'
import { decodeJwt, type JWTPayload } from 'jose'
import * as v from 'valibot'
import type { Answer } from '../gateway.ts'
import type { OidcIssuer } from '../oidc.ts'
import { parseRequest } from '../requests.ts'
import { badRequest, envelope, listed, noContent } from './answers.ts'
import type { IssuedToken, TokenBook } from './tokens.ts'

interface Role {
  readonly audience: string
  /** Seconds. */
  readonly lifetime: number
  readonly batch: boolean
}

const AUDIENCE = 'https://vault.sandbox.example'
const ROLES: ReadonlyMap<string, Role> = new Map([
  ['release', { audience: AUDIENCE, lifetime: 300, batch: false }],
  ['batch', { audience: AUDIENCE, lifetime: 300, batch: true }],
])

const POLICIES = ['default', 'release']

const loginBody = v.object({ role: v.optional(v.string(), ''), jwt: v.optional(v.string(), '') })

const unverifiedClaims = (jwt: string): JWTPayload => {
  try {
    return decodeJwt(jwt)
  } catch {
    return {}
  }
}

/** Returns Vault's reason to refuse a token that does not verify. */
function tokenDefect(jwt: string, role: Role, issuer: unknown): string {
  const { iss, aud, exp = 0, nbf = 0 } = unverifiedClaims(jwt)
  const now = Date.now() / 1000
  if (iss === undefined || exp === 0)
    return 'error verifying token signature: illegal base64 data at input byte 0'
  if (iss !== issuer) return 'invalid issuer (iss) claim'
  if (exp < now) return 'invalid expiration time (exp) claim: token is expired'
  if (nbf > now) return 'invalid not before (nbf) claim: token not yet valid'
  if (![aud].flat().includes(role.audience))
    return 'invalid audience (aud) claim: audience claim does not match any expected audience'
  return 'error verifying token signature: no known key successfully validated the token signature'
}

async function verifiedSubject(jwt: string, role: Role, issuer: OidcIssuer, url: string): Promise<string> {
  // The sandbox's address changes with each start, so it is accepted beside the audience of the role.
  const accepted = [role.audience, url]
  for (const audience of accepted) {
    const claims = await issuer.verify(jwt, audience).catch(() => undefined)
    if (claims !== undefined) return String(claims.sub)
  }
  throw badRequest(`error validating token: ${tokenDefect(jwt, role, issuer.configuration()['issuer'])}`)
}

/** Answers `auth/…/login` in `namespace`. `url` is the address of the sandbox's Vault. */
export async function logIn(
  book: TokenBook,
  issuer: OidcIssuer,
  request: { readonly body: unknown; readonly namespace: string; readonly url: string },
): Promise<Answer> {
  const { role: name, jwt } = parseRequest(loginBody, request.body ?? {})
  if (jwt === '') throw badRequest('missing token')
  if (name === '') throw badRequest('missing role')
  const role = ROLES.get(name)
  if (role === undefined) throw badRequest(`role "${name}" could not be found`)
  await verifiedSubject(jwt, role, issuer, request.url)
  const { token, accessor } = book.issue({ namespace: request.namespace, role: name, ...role })
  const auth = {
    client_token: token,
    accessor,
    policies: POLICIES,
    token_policies: POLICIES,
    metadata: { role: name },
    lease_duration: role.lifetime,
    renewable: !role.batch,
    entity_id: randomUUID(),
    token_type: role.batch ? 'batch' : 'service',
    orphan: true,
    mfa_requirement: null,
    num_uses: 0,
  }
  return envelope('', { auth })
}

/** Answers `auth/token/revoke-self`. */
export function revokeSelf(book: TokenBook, token: IssuedToken): Answer {
  if (token.accessor === '') throw badRequest('batch tokens cannot be revoked')
  book.revoke(token)
  return noContent()
}

const accessorBody = v.object({ accessor: v.optional(v.string(), '') })

/** Answers `auth/token/revoke-accessor`. */
export function revokeAccessor(book: TokenBook, body: unknown): Answer {
  const { accessor } = parseRequest(accessorBody, body ?? {})
  if (accessor === '') throw badRequest(listed('missing accessor'))
  const found = book.byAccessor(accessor)
  if (found === undefined) return envelope('token', { warnings: ['No token found with this accessor'] })
  book.revoke(found)
  return noContent()
}

/** Answers `auth/token/lookup-self`. */
export function lookUpSelf({ token, accessor, role, lifetime, created }: IssuedToken): Answer {
  const at = (milliseconds: number): string => new Date(milliseconds).toISOString()
  const data = {
    accessor,
    creation_time: Math.floor(created / 1000),
    creation_ttl: lifetime,
    display_name: `jwt-${role}`,
    expire_time: at(created + lifetime * 1000),
    explicit_max_ttl: 0,
    id: token,
    issue_time: at(created),
    meta: { role },
    num_uses: 0,
    orphan: true,
    path: 'auth/jwt/login',
    policies: POLICIES,
    renewable: accessor !== '',
    ttl: Math.floor((created + lifetime * 1000 - Date.now()) / 1000),
    type: accessor === '' ? 'batch' : 'service',
  }
  return envelope('token', { data })
}
