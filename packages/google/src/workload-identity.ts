// Google's workload identity federation, in process: the job's OIDC token becomes a short-lived access
// token. Nothing is written to disk and nothing is exported to later steps.
import {
  ClawError,
  bearer,
  type AccessToken,
  type AccessTokens,
  type Clock,
  type IdentityTokens,
  type Mask,
} from '@open-claw/core'
import {
  below,
  exchangeError,
  shownIssuer,
  jsonBody,
  receivedToken,
  renewing,
  requestObject,
  shownSubject,
} from '@open-claw/net'
import { IAM_CAUSES, STS_CAUSES } from './exchange-causes.ts'
import { parseServiceAccount, parseWorkloadIdentityProvider } from './names.ts'
import { googleFailure } from './reasons.ts'

/** Short, because signing takes seconds. */
const IMPERSONATION_LIFETIME = '300s'
/** Enough to impersonate and nothing else: the intermediate token never needs more. */
const IMPERSONATION_SCOPE = 'https://www.googleapis.com/auth/iam'
const MAX_LIFETIME_MS = 12 * 3_600_000

/** Who asks, whom it trusts, and for what. */
export interface GoogleIdentityOptions {
  /** `projects/N/locations/global/workloadIdentityPools/P/providers/R` */
  readonly provider: string
  /** Impersonated if given; otherwise the identity of the job itself holds the grants. */
  readonly serviceAccount?: string | undefined
  /** OAuth scope of the token. */
  readonly scope: string
  readonly stsEndpoint: URL
  readonly iamEndpoint: URL
  readonly identity: IdentityTokens
  readonly mask: Mask
  readonly clock: Clock
}

interface FederatedToken extends AccessToken {
  /** The sub of the job's token, printable. */
  readonly subject: string
}

async function federate(options: GoogleIdentityOptions): Promise<FederatedToken> {
  const { provider, stsEndpoint, identity, mask, clock, serviceAccount, scope } = options
  const step = 'The token exchange with Google'
  const subjectToken = await identity.mint(`https://iam.googleapis.com/${provider}`)
  const subject = shownSubject(subjectToken)
  const request = {
    audience: `//iam.googleapis.com/${provider}`,
    grantType: 'urn:ietf:params:oauth:grant-type:token-exchange',
    requestedTokenType: 'urn:ietf:params:oauth:token-type:access_token',
    scope: serviceAccount === undefined ? scope : IMPERSONATION_SCOPE,
    subjectTokenType: 'urn:ietf:params:oauth:token-type:jwt',
    subjectToken: subjectToken.reveal(),
  }
  const asked = clock.now()
  const answer = await requestObject({
    url: below(stsEndpoint, 'v1/token'),
    body: jsonBody(request),
    readFailure: googleFailure(STS_CAUSES),
    clock,
  }).catch((error: unknown) => {
    throw exchangeError(error, {
      step,
      shown: `The sub of the job is "${subject}", its iss "${shownIssuer(subjectToken)}".`,
      remedy: `Compare them with the condition of ${provider}.`,
    })
  })
  const { access_token: accessToken, expires_in: seconds, token_type: type } = answer
  const token = receivedToken(accessToken, step, mask)
  if (typeof type !== 'string' || type.toLowerCase() !== 'bearer')
    throw new ClawError('CREDENTIALS_FAILED', `${step} gave no bearer token.`)
  if (typeof seconds !== 'number' || !(seconds > 0) || seconds * 1000 > MAX_LIFETIME_MS) {
    throw new ClawError('CREDENTIALS_FAILED', `${step} gave a token without a usable lifetime.`)
  }
  // Counted from before the request, so that the token never seems to outlive its expiry.
  return { token, expires: asked + seconds * 1000, subject }
}

/** Parses an RFC 3339 time in UTC to milliseconds. Date.parse alone accepts almost anything. */
const rfc3339Time = (value: unknown): number =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z$/.test(value)
    ? Date.parse(value)
    : Number.NaN

async function impersonate(
  options: GoogleIdentityOptions,
  account: string,
  federated: FederatedToken,
): Promise<AccessToken> {
  const { iamEndpoint, scope, mask, clock } = options
  const step = `Impersonating ${account}`
  const answer = await requestObject({
    url: below(iamEndpoint, `v1/projects/-/serviceAccounts/${account}:generateAccessToken`),
    headers: bearer(federated.token),
    body: jsonBody({ scope: [scope], lifetime: IMPERSONATION_LIFETIME }),
    readFailure: googleFailure(IAM_CAUSES),
    clock,
  }).catch((error: unknown) => {
    throw exchangeError(error, {
      step,
      shown: `The sub of the job is "${federated.subject}".`,
      remedy: `Grant roles/iam.workloadIdentityUser on ${account} to the identity of the job.`,
    })
  })
  const token = receivedToken(answer['accessToken'], step, mask)
  const expires = rfc3339Time(answer['expireTime'])
  if (!(expires > clock.now()) || expires > clock.now() + MAX_LIFETIME_MS) {
    throw new ClawError('CREDENTIALS_FAILED', `${step} gave a token without a usable lifetime.`)
  }
  return { token, expires }
}

/**
 * Gets access tokens for the job. One exchange serves concurrent callers; a token is renewed a minute before
 * its end. Throws CREDENTIALS_REFUSED, CREDENTIALS_FAILED, and what `identity` throws.
 */
export function googleWorkloadIdentity(options: GoogleIdentityOptions): AccessTokens {
  const { clock, provider, serviceAccount } = options
  parseWorkloadIdentityProvider(provider, 'workload-identity-provider')
  if (serviceAccount !== undefined) parseServiceAccount(serviceAccount, 'service-account')
  const exchange = async (): Promise<AccessToken> => {
    const { token, expires, subject } = await federate(options)
    if (serviceAccount === undefined) return { token, expires }
    return impersonate(options, serviceAccount, { token, expires, subject })
  }
  return renewing(exchange, clock)
}
