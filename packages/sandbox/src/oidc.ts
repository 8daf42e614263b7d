// GitHub's OIDC issuer and the runner's token endpoint, with every bad token that a verifier must refuse.
import { createHash, generateKeyPairSync, randomBytes, randomUUID, type KeyObject } from 'node:crypto'
import * as v from 'valibot'
import { exportJWK, jwtVerify, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose'
import type { Answer, Operation } from './gateway.ts'
import type { Route } from './http.ts'
import type { JobClaimBook } from './job-claims.ts'
import { parseRequest } from './requests.ts'
import { TOKEN_DEFECTS, type FaultKind, type TokenDefect } from './services.ts'
import { StatusError } from './status.ts'

interface IssuerKey {
  readonly kid: string
  readonly x5t: string
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
}

/** The issuer and its keys. */
export interface OidcIssuer {
  /** Mints a compact JWT for `audience`, with `defect` if given. */
  mint(audience: string, defect?: TokenDefect): Promise<string>
  /** Returns the claims of a token of this issuer for `audience`. Throws INVALID_ARGUMENT for any other. */
  verify(token: string, audience: string): Promise<JWTPayload>
  /** Returns the JWK set; `fault` may put a foreign key into it, or none. */
  keys(fault: FaultKind | undefined): Promise<Answer>
  /** Sets the URL of the issuer, known once it listens. */
  setUrl(url: string): void
  configuration(): Answer
}

/** Seconds, as in GitHub's own tokens. */
const LIFETIME = 300
const NOT_BEFORE = -600
const HOUR = 3600

function createKey(): IssuerKey {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const thumbprint = createHash('sha1')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64url')
  return { kid: randomUUID().toUpperCase(), x5t: thumbprint, privateKey, publicKey }
}

async function publicJwk({ kid, x5t, publicKey }: IssuerKey): Promise<Answer> {
  const { kty, n, e } = await exportJWK(publicKey)
  return { kty, n, e, kid, x5t, alg: 'RS256', use: 'sig' }
}

/** Returns the claims, with the defect if it concerns claims. */
function payload(claims: JWTPayload, defect: TokenDefect | undefined): JWTPayload {
  const now = Math.floor(Date.now() / 1000)
  const shift = defect === 'expired' ? -HOUR : defect === 'not-yet-valid' ? HOUR : 0
  const notBefore = defect === 'not-yet-valid' ? 0 : NOT_BEFORE
  const times = { nbf: now + shift + notBefore, iat: now + shift, exp: now + shift + LIFETIME }
  const made: JWTPayload = { jti: randomUUID(), ...times, ...claims }
  if (defect === 'wrong-audience') return { ...made, aud: 'https://example.com/another-audience' }
  if (defect === 'wrong-issuer') return { ...made, iss: 'https://issuer.example.com' }
  if (defect !== 'missing-claim') return made
  return Object.fromEntries(Object.entries(made).filter(([name]) => name !== 'repository_id'))
}

interface Signing {
  readonly own: IssuerKey
  readonly foreign: IssuerKey
}

function signToken(
  claims: JWTPayload,
  { own, foreign }: Signing,
  defect: TokenDefect | undefined,
): Promise<string> {
  const jwt = new SignJWT(claims)
  if (defect === 'hs256') {
    // Key confusion: the verifier's own public key used as an HMAC secret.
    const secret = own.publicKey.export({ type: 'spki', format: 'pem' })
    return jwt.setProtectedHeader({ typ: 'JWT', alg: 'HS256', kid: own.kid }).sign(Buffer.from(secret))
  }
  const kid = defect === 'foreign-kid' ? foreign.kid : own.kid
  const key = defect === 'foreign-kid' || defect === 'foreign-key' ? foreign : own
  return jwt.setProtectedHeader({ typ: 'JWT', alg: 'RS256', kid, x5t: key.x5t }).sign(key.privateKey)
}

/** Creates an issuer with a new key; its tokens carry `claims`. */
export function createOidcIssuer(claims: JobClaimBook): OidcIssuer {
  const keys: Signing = { own: createKey(), foreign: createKey() }
  let issuer = ''
  return {
    mint: async (audience, defect) => {
      const made = payload({ iss: issuer, aud: audience, ...claims.current() }, defect)
      return defect === 'alg-none' ? new UnsecuredJWT(made).encode() : signToken(made, keys, defect)
    },
    async verify(token, audience) {
      const options = { issuer, audience, algorithms: ['RS256'], requiredClaims: ['exp', 'sub'] }
      return jwtVerify(token, keys.own.publicKey, options).then(
        (verified) => verified.payload,
        () => {
          throw new StatusError('INVALID_ARGUMENT', 'The ID token could not be verified.')
        },
      )
    },
    async keys(fault) {
      if (fault === 'no-keys') return { keys: [] }
      const key = fault === 'wrong-key' ? { ...keys.foreign, kid: keys.own.kid } : keys.own
      return { keys: [await publicJwk(key)] }
    },
    setUrl(url) {
      issuer = url
    },
    configuration: () => ({
      issuer,
      jwks_uri: `${issuer}/.well-known/jwks`,
      subject_types_supported: ['public', 'pairwise'],
      response_types_supported: ['id_token'],
      claims_supported: ['sub', 'aud', 'exp', 'iat', 'iss', 'jti', 'nbf', ...Object.keys(claims.current())],
      id_token_signing_alg_values_supported: ['RS256'],
      scopes_supported: ['openid'],
    }),
  }
}

const isDefect = (fault: FaultKind | undefined): fault is TokenDefect =>
  TOKEN_DEFECTS.some((defect) => defect === fault)

/** Creates the secret with which a job requests its token from the runner. */
export const createRequestToken = (): string => randomBytes(32).toString('base64url')

const tokenRequest = v.object({
  query: v.object({ 'api-version': v.string(), audience: v.optional(v.pipe(v.string(), v.nonEmpty())) }),
})

/** Routes the issuer's documents and the runner's token endpoint, `/token`. */
export function oidcRoutes(issuer: OidcIssuer, requestToken: string): readonly Route[] {
  const configuration: Operation = () => issuer.configuration()
  const keys: Operation = (_, { fault }) => issuer.keys(fault)
  const token: Operation = async (request, { authorization, fault }) => {
    if (authorization !== `Bearer ${requestToken}`) throw new StatusError('UNAUTHENTICATED', 'Unauthorized')
    const { query } = parseRequest(tokenRequest, request)
    const audience = query.audience ?? 'https://github.com/octo-org'
    return { value: await issuer.mint(audience, isDefect(fault) ? fault : undefined) }
  }
  return [
    {
      verb: 'GET',
      path: /^\/\.well-known\/openid-configuration$/,
      service: 'oidc',
      method: 'GetConfiguration',
      operation: configuration,
    },
    { verb: 'GET', path: /^\/(?:\.well-known\/)?jwks$/, service: 'jwks', method: 'GetKeys', operation: keys },
    {
      verb: 'GET',
      path: /^\/token$/,
      service: 'oidc',
      method: 'RequestToken',
      operation: token,
    },
  ]
}
