// Federated credentials of Microsoft Entra ID, in process: the job's OIDC token is the client assertion of
// an application, and becomes a short-lived access token. Nothing is written to disk or exported.
import {
  ClawError,
  type AccessToken,
  type AccessTokens,
  type Clock,
  type IdentityTokens,
  type Mask,
} from '@open-claw/core'
import {
  answeredObject,
  below,
  knownCause,
  exchangeError,
  formBody,
  shownIssuer,
  receivedToken,
  oauthError,
  renewing,
  requestObject,
  shownSubject,
  type ReadFailure,
} from '@open-claw/net'
import { ENTRA_CAUSES } from './entra-causes.ts'
import { parseClientId, parseTenantId } from './ids.ts'

/** Entra ID issues tokens for at most a day. */
const MAX_LIFETIME_MS = 24 * 3_600_000
const STEP = 'The login at Microsoft Entra ID'

/** Who asks, whom it trusts, and for what. */
export interface AzureIdentityOptions {
  /** GUID of the directory. */
  readonly tenantId: string
  /** GUID of the application, or of the managed identity, that holds the federated credential. */
  readonly clientId: string
  /** One resource and `/.default`: `https://vault.azure.net/.default`. */
  readonly scope: string
  /** Audience of the job's token: `api://AzureADTokenExchange`, or that of a sovereign cloud. */
  readonly audience: string
  /** `https://login.microsoftonline.com`, or that of a sovereign cloud. */
  readonly loginEndpoint: URL
  readonly identity: IdentityTokens
  readonly mask: Mask
  readonly clock: Clock
}

/** Reads the token. `expires` is counted from before the request, so that the token never seems to outlive it. */
function readToken(answer: { readonly [key: string]: unknown }, asked: number, mask: Mask): AccessToken {
  const { access_token: accessToken, expires_in: seconds, token_type: type } = answer
  const token = receivedToken(accessToken, STEP, mask)
  if (typeof type !== 'string' || type.toLowerCase() !== 'bearer')
    throw new ClawError('CREDENTIALS_FAILED', `${STEP} gave no bearer token.`)
  if (typeof seconds !== 'number' || !(seconds > 0) || seconds * 1000 > MAX_LIFETIME_MS)
    throw new ClawError('CREDENTIALS_FAILED', `${STEP} gave a token without a usable lifetime.`)
  return { token, expires: asked + seconds * 1000 }
}

/** Reads a failure. Entra ID puts a code for the cause at the start of its text, which may quote the token. */
const readFailure: ReadFailure = ({ body }, skew) => {
  const { reason: word, text } = oauthError(answeredObject(body))
  const reason = /^AADSTS[0-9]{4,9}(?=:)/.exec(text ?? '')?.[0] ?? word
  return { reason, told: knownCause(ENTRA_CAUSES, { reason, text, skew }) }
}

async function logIn(options: AzureIdentityOptions): Promise<AccessToken> {
  const { tenantId, clientId, scope, audience, loginEndpoint, identity, mask, clock } = options
  // A new one each time: GitHub's tokens live for five minutes, those of Entra ID for an hour.
  const assertion = await identity.mint(audience)
  const asked = clock.now()
  const answer = await requestObject({
    url: below(loginEndpoint, `${tenantId}/oauth2/v2.0/token`),
    body: formBody({
      client_id: clientId,
      scope,
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion.reveal(),
    }),
    readFailure,
    clock,
  }).catch((error: unknown) => {
    throw exchangeError(error, {
      step: `${STEP} as application ${clientId}`,
      shown: `The sub of the job is "${shownSubject(assertion)}", its iss "${shownIssuer(assertion)}".`,
      remedy: `Compare them with the federated credentials of the application ${clientId}.`,
    })
  })
  return readToken(answer, asked, mask)
}

/**
 * Gets access tokens for the job. One login serves concurrent callers; a token is renewed a minute before its
 * end, with a new token of the job. Throws CREDENTIALS_REFUSED, CREDENTIALS_FAILED, and what `identity`
 * throws.
 */
export function azureFederation(options: AzureIdentityOptions): AccessTokens {
  const tenantId = parseTenantId(options.tenantId, 'azure-tenant-id')
  const clientId = parseClientId(options.clientId, 'azure-client-id')
  return renewing(() => logIn({ ...options, tenantId, clientId }), options.clock)
}
