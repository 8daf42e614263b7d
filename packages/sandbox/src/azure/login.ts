// The token endpoint of Microsoft Entra ID: from the job's ID token, as a client assertion, to a bearer token.
import * as v from 'valibot'
import { RawAnswer, type Operation } from '../gateway.ts'
import type { ErrorBody, Route } from '../http.ts'
import type { OidcIssuer } from '../oidc.ts'
import { parseRequest } from '../requests.ts'
import { STATUSES, type Status } from '../status.ts'
import { LIFETIME, type BearerTokens } from './bearer-tokens.ts'

const AUDIENCE = 'api://AzureADTokenExchange'
const RESOURCES: readonly string[] = ['https://vault.azure.net', 'https://managedhsm.azure.net']

const guid = v.pipe(v.string(), v.regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/))
const tokenRequest = v.object({
  path: v.object({ tenant: guid }),
  body: v.strictObject({
    client_id: guid,
    scope: v.picklist(RESOURCES.map((resource) => `${resource}/.default`)),
    grant_type: v.literal('client_credentials'),
    client_assertion_type: v.literal('urn:ietf:params:oauth:client-assertion-type:jwt-bearer'),
    client_assertion: v.pipe(v.string(), v.nonEmpty()),
  }),
})

const oauthAnswer = (status: number, error: string, description: string): RawAnswer =>
  new RawAnswer(
    JSON.stringify({
      error,
      error_description: `${description} Trace ID: 00000000-0000-0000-0000-000000000000`,
      error_codes: [Number(/^AADSTS(\d+)/.exec(description)?.[1] ?? 0)],
    }),
    { contentType: 'application/json; charset=utf-8', status },
  )

const WORDS: Partial<Record<Status, readonly [error: string, code: string]>> = {
  INVALID_ARGUMENT: ['invalid_request', 'AADSTS900144'],
  PERMISSION_DENIED: ['unauthorized_client', 'AADSTS700016'],
  RESOURCE_EXHAUSTED: ['temporarily_unavailable', 'AADSTS90055'],
  UNAVAILABLE: ['temporarily_unavailable', 'AADSTS90033'],
}

/** Words failures as RFC 6749 §5.2 does, with the codes of Entra ID. */
export const loginError: ErrorBody = (status, message) => {
  const [error, code] = WORDS[status] ?? ['server_error', 'AADSTS90014']
  return oauthAnswer(STATUSES[status].http, error, `${code}: ${message}`)
}

/** Routes the endpoint. Each assertion is good only once, so a client that reuses one fails. */
export function loginRoutes(issuer: OidcIssuer, tokens: BearerTokens, used: Set<string>): readonly Route[] {
  const operation: Operation = async (request) => {
    const { body } = parseRequest(tokenRequest, request)
    const claims = await issuer.verify(body.client_assertion, AUDIENCE).catch(() => undefined)
    if (claims === undefined)
      return oauthAnswer(401, 'invalid_client', 'AADSTS700213: No matching federated identity record found.')
    const id = String(claims.jti)
    if (used.has(id))
      return oauthAnswer(401, 'invalid_client', 'AADSTS700024: The assertion was used before.')
    used.add(id)
    return {
      token_type: 'Bearer',
      expires_in: LIFETIME - 1,
      ext_expires_in: LIFETIME - 1,
      access_token: tokens.issue(body.scope.replace(/\/\.default$/, '')),
    }
  }
  const path = /^\/(?<tenant>[^/]+)\/oauth2\/v2\.0\/token$/
  return [{ verb: 'POST', path, service: 'azure-login', method: 'GetToken', operation }]
}
