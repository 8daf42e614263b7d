// Requests the job's OIDC token from the runner. @actions/core's getIDToken neither pins the host nor masks
// the token, and would send the request token wherever an earlier step pointed the variable.
import {
  bearer,
  ClawError,
  isJsonObject,
  Token,
  type Clock,
  type IdentityTokens,
  type Mask,
  type Variables,
} from '@open-claw/core'
import { isLoopback, requestJson } from '@open-claw/net'
import { MAX_ANSWER_BYTES, requestProblem } from './request-problem.ts'

function unavailable(): ClawError {
  return new ClawError(
    'OIDC_UNAVAILABLE',
    'The job has no OIDC identity: ACTIONS_ID_TOKEN_REQUEST_URL or ACTIONS_ID_TOKEN_REQUEST_TOKEN is not set.',
  )
}

/** Returns the host that may be asked for tokens of `issuer`: a suffix that begins with a dot, or an exact host and port. */
function allowedHost(issuer: URL): string {
  const [, dataResidency] = /^token\.(actions\.[a-z0-9-]+\.ghe\.com)$/.exec(issuer.hostname) ?? []
  if (issuer.hostname === 'token.actions.githubusercontent.com') return '.actions.githubusercontent.com'
  return dataResidency === undefined ? issuer.host : `.${dataResidency}`
}

/** Says whether a runner of the instance behind `issuer` requests tokens at `url`. */
export function isRequestUrlFor(url: URL, issuer: URL): boolean {
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(issuer) && isLoopback(url)))
    return false
  if (url.username !== '' || url.password !== '') return false
  const allowed = allowedHost(issuer)
  return allowed.startsWith('.') ? url.host.endsWith(allowed) : url.host === allowed
}

/** The step that requests a token. */
interface Step {
  /** The job's variables, which say where to request its identity. */
  readonly environment: Variables
  readonly mask: Mask
  readonly clock: Clock
}

/** Compact serialisation (RFC 7515 §7.1). */
const COMPACT_JWT = /^[\w-]+\.[\w-]+\.[\w-]+$/

async function request(url: URL, requestToken: Token, { clock, mask }: Step): Promise<Token> {
  const fail = (why: string, remedy?: string): ClawError =>
    new ClawError('OIDC_REQUEST_FAILED', `The OIDC token could not be fetched: ${why}.`, { remedy })
  const answer = await requestJson({
    url,
    headers: bearer(requestToken),
    service: 'GitHub',
    maxBytes: MAX_ANSWER_BYTES,
    clock,
  }).catch((error: unknown) => {
    // Neither the URL nor the answer is shown: both may carry tokens.
    const { problem, remedy } = requestProblem(error)
    throw fail(problem, remedy)
  })
  const value = isJsonObject(answer) ? answer['value'] : undefined
  if (typeof value !== 'string' || value === '') throw fail('the answer holds no token')
  const token = Token.receive(value, mask)
  if (!COMPACT_JWT.test(token.reveal())) throw fail('the answer holds no compact JWT')
  return token
}

/** A token lives for five minutes; a later renewal of what it was exchanged for needs a new one. */
const REUSE_MS = 60_000

interface Minted {
  /** Milliseconds since the epoch. */
  readonly asked: number
  readonly token: Promise<Token>
}

/**
 * Gets tokens of the job, one request a minute for each audience; a failure is not kept. The host of the
 * request URL is checked against `issuer` before anything is sent. Throws OIDC_UNAVAILABLE,
 * OIDC_HOST_REFUSED or OIDC_REQUEST_FAILED.
 */
export function jobIdentityTokens({ issuer, ...step }: Step & { readonly issuer: URL }): IdentityTokens {
  const { environment, mask, clock } = step
  const cache = new Map<string, Minted>()
  const mint = async (audience: string): Promise<Token> => {
    const { ACTIONS_ID_TOKEN_REQUEST_URL: requestUrl = '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: given = '' } =
      environment
    if (requestUrl === '' || given === '') throw unavailable()
    const requestToken = Token.receive(given, mask)
    const url = URL.parse(requestUrl)
    if (url === null || !isRequestUrlFor(url, issuer)) {
      throw new ClawError(
        'OIDC_HOST_REFUSED',
        `ACTIONS_ID_TOKEN_REQUEST_URL is not a host of the issuer ${issuer.host}; nothing was sent.`,
      )
    }
    url.searchParams.set('audience', audience)
    return request(url, requestToken, step)
  }
  return {
    mint: async (audience) => {
      const known = cache.get(audience)
      if (known !== undefined && clock.now() - known.asked < REUSE_MS) return known.token
      const made = { asked: clock.now(), token: mint(audience) }
      cache.set(audience, made)
      made.token.catch(() => {
        if (cache.get(audience) === made) cache.delete(audience)
      })
      return made.token
    },
  }
}
