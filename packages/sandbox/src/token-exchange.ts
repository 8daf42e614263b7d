// STS and IAM Credentials: from the job's ID token to an access token, as workload identity federation does.
import * as v from 'valibot'
import { CLOUD_KMS, CLOUD_PLATFORM, IAM, type AccessTokenBook } from './access-tokens.ts'
import type { Operation } from './gateway.ts'
import type { ErrorBody, Route } from './http.ts'
import type { OidcIssuer } from './oidc.ts'
import { parseRequest } from './requests.ts'
import { StatusError } from './status.ts'

const PROVIDER =
  /^\/\/iam\.googleapis\.com\/projects\/[0-9]+\/locations\/global\/workloadIdentityPools\/[a-z0-9-]{4,32}\/providers\/[a-z0-9-]{4,32}$/
const KNOWN_SCOPES: ReadonlySet<string> = new Set([CLOUD_PLATFORM, CLOUD_KMS, IAM])
const STS_LIFETIME = 3600
const MAX_LIFETIME = 3600

const exchange = v.object({
  audience: v.pipe(v.string(), v.regex(PROVIDER)),
  grantType: v.literal('urn:ietf:params:oauth:grant-type:token-exchange'),
  requestedTokenType: v.literal('urn:ietf:params:oauth:token-type:access_token'),
  scope: v.pipe(v.string(), v.nonEmpty()),
  subjectTokenType: v.picklist([
    'urn:ietf:params:oauth:token-type:jwt',
    'urn:ietf:params:oauth:token-type:id_token',
  ]),
  subjectToken: v.pipe(v.string(), v.nonEmpty()),
})

const anyBody = v.object({ body: v.record(v.string(), v.unknown()) })

/** Renames members to camelCase, the JSON form of the service; RFC 8693 names parameters in snake_case. */
const camelCase = (body: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(body).map(([key, value]) => [
      key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  )

function checkScopes(scopes: readonly string[]): readonly string[] {
  if (scopes.length === 0 || scopes.some((scope) => !KNOWN_SCOPES.has(scope))) {
    throw new StatusError('INVALID_ARGUMENT', 'A scope is missing or unknown.')
  }
  return scopes
}

/** Words errors as RFC 6749 §5.2 does. */
export const oauthError: ErrorBody = (status, message) => ({
  error:
    status === 'PERMISSION_DENIED'
      ? 'unauthorized_client'
      : status === 'INVALID_ARGUMENT'
        ? 'invalid_grant'
        : 'server_error',
  error_description: message,
})

/** Routes `POST /v1/token`. */
export function stsRoutes(issuer: OidcIssuer, tokens: AccessTokenBook): readonly Route[] {
  const operation: Operation = async (request) => {
    const asked = parseRequest(exchange, camelCase(parseRequest(anyBody, request).body))
    await issuer.verify(asked.subjectToken, `https:${asked.audience}`)
    const { token } = tokens.issue(checkScopes(asked.scope.split(' ')), STS_LIFETIME)
    return {
      access_token: token,
      issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
      token_type: 'Bearer',
      expires_in: STS_LIFETIME - 1,
    }
  }
  return [{ verb: 'POST', path: /^\/v1\/token$/, service: 'sts', method: 'ExchangeToken', operation }]
}

const generate = v.object({
  path: v.object({
    account: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,63}@[a-z0-9.-]+\.gserviceaccount\.com$/)),
  }),
  body: v.object({
    scope: v.array(v.string()),
    lifetime: v.optional(v.pipe(v.string(), v.regex(/^[0-9]{1,6}s$/)), '3600s'),
    delegates: v.optional(v.array(v.string())),
  }),
})

/** Routes `POST /v1/projects/-/serviceAccounts/{account}:generateAccessToken`. */
export function iamRoutes(tokens: AccessTokenBook): readonly Route[] {
  const operation: Operation = (request, { authorization }) => {
    tokens.check(authorization, [CLOUD_PLATFORM, IAM])
    const { body } = parseRequest(generate, request)
    const lifetime = Number(body.lifetime.slice(0, -1))
    if (lifetime < 1 || lifetime > MAX_LIFETIME)
      throw new StatusError('INVALID_ARGUMENT', 'lifetime is out of range.')
    const { token, expires } = tokens.issue(checkScopes(body.scope), lifetime)
    return { accessToken: token, expireTime: new Date(expires).toISOString() }
  }
  const path = /^\/v1\/projects\/-\/serviceAccounts\/(?<account>[^/:]+):generateAccessToken$/
  return [{ verb: 'POST', path, service: 'iam', method: 'GenerateAccessToken', operation }]
}
