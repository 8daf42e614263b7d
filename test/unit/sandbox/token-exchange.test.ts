// Issuer, STS, IAM: what is issued, and all that must not be.
import { afterEach, describe, expect, test } from '@jest/globals'
import { createRemoteJWKSet, jwtVerify } from 'jose'
import { TOKEN_DEFECTS } from '../../../packages/sandbox/src/services.ts'
import { testSandbox } from '../../support/sandbox.ts'

const PROVIDER =
  '//iam.googleapis.com/projects/123456/locations/global/workloadIdentityPools/github/providers/open-claw'
const AUDIENCE = `https:${PROVIDER}`
const CLOUD = 'https://www.googleapis.com/auth/cloud-platform'
const sandbox = await testSandbox()
afterEach(() => sandbox.control({ op: 'reset' }))

const object = (value: unknown): Record<string, unknown> => Object(value)

async function answer(url: string, init: RequestInit = {}) {
  const response = await fetch(url, init)
  return { status: response.status, body: object(await response.json()) }
}

const requestToken = (audience: string, bearer = sandbox.oidcRequestToken) =>
  answer(`${sandbox.oidcRequestUrl}&audience=${encodeURIComponent(audience)}`, {
    headers: { authorization: `Bearer ${bearer}` },
  })

const mint = async (defect?: (typeof TOKEN_DEFECTS)[number]): Promise<string> =>
  (await sandbox.control({ op: 'mint', audience: AUDIENCE, ...(defect === undefined ? {} : { defect }) }))
    .token ?? ''

const exchange = async (changes: Record<string, unknown> = {}) =>
  answer(`${sandbox.stsEndpoint}/v1/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      audience: PROVIDER,
      grantType: 'urn:ietf:params:oauth:grant-type:token-exchange',
      requestedTokenType: 'urn:ietf:params:oauth:token-type:access_token',
      scope: CLOUD,
      subjectTokenType: 'urn:ietf:params:oauth:token-type:jwt',
      subjectToken: await mint(),
      ...changes,
    }),
  })

const impersonate = (bearer: string, body: unknown, account = 'signer@demo.iam.gserviceaccount.com') =>
  answer(`${sandbox.iamEndpoint}/v1/projects/-/serviceAccounts/${account}:generateAccessToken`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` },
    body: JSON.stringify(body),
  })

const verified = (token: string, audience = AUDIENCE) => {
  const keys = createRemoteJWKSet(new URL(`${sandbox.oidcIssuer}/.well-known/jwks`))
  return jwtVerify(token, keys, {
    issuer: sandbox.oidcIssuer,
    audience,
    algorithms: ['RS256'],
    requiredClaims: ['repository_id'],
  })
}

/** How a careful verifier words its refusal: each defect fails for its own reason. */
const REASONS = {
  'wrong-audience': { code: 'ERR_JWT_CLAIM_VALIDATION_FAILED', claim: 'aud' },
  'wrong-issuer': { code: 'ERR_JWT_CLAIM_VALIDATION_FAILED', claim: 'iss' },
  'alg-none': { code: 'ERR_JOSE_ALG_NOT_ALLOWED' },
  hs256: { code: 'ERR_JOSE_ALG_NOT_ALLOWED' },
  'foreign-kid': { code: 'ERR_JWKS_NO_MATCHING_KEY' },
  'foreign-key': { code: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED' },
  expired: { code: 'ERR_JWT_EXPIRED' },
  'not-yet-valid': { code: 'ERR_JWT_CLAIM_VALIDATION_FAILED', claim: 'nbf' },
  'missing-claim': { code: 'ERR_JWT_CLAIM_VALIDATION_FAILED', claim: 'repository_id' },
} as const

test('the issuer answers the runner with a token that its published keys verify', async () => {
  const { body } = await requestToken('sigstore')
  const { payload, protectedHeader } = await verified(String(body['value']), 'sigstore')
  expect(protectedHeader).toMatchObject({ alg: 'RS256', typ: 'JWT' })
  expect(payload).toMatchObject({
    sub: 'repo:octo-org/octo-repo:ref:refs/heads/main',
    repository_id: '456789',
    runner_environment: 'github-hosted',
  })
  expect(Number(payload.exp) - Number(payload.iat)).toBe(300)
})

test('the issuer publishes where its keys are, and no private part of them', async () => {
  const { body } = await answer(`${sandbox.oidcIssuer}/.well-known/openid-configuration`)
  expect(body['issuer']).toBe(sandbox.oidcIssuer)
  const { body: set } = await answer(String(body['jwks_uri']))
  for (const name of ['d', 'p', 'q', 'dp', 'dq', 'qi'])
    expect(JSON.stringify(set)).not.toContain(`"${name}":`)
})

test.each(['', 'guess', 'undefined'])('the issuer refuses the request token "%s"', async (bearer) => {
  const { status, body } = await requestToken('sigstore', bearer)
  expect(status).toBe(401)
  expect(body['value']).toBeUndefined()
})

test('the issuer refuses an empty audience', async () => {
  expect((await requestToken('')).status).toBe(400)
})

test.each([
  [{ environment: 'prod:eu' }, 'name', 'repo:octo-org/octo-repo:environment:prod%3Aeu'],
  [{ event_name: 'pull_request' }, 'name', 'repo:octo-org/octo-repo:pull_request'],
  [{ ref: 'refs/tags/v1' }, 'immutable', 'repo:octo-org@123456/octo-repo@456789:ref:refs/tags/v1'],
  [{ sub: 'customised' }, 'immutable', 'customised'],
] as const)('the issuer forms the subject of %j', async (claims, subject, expected) => {
  await sandbox.control({ op: 'claims', claims, subject })
  expect((await verified(await mint())).payload.sub).toBe(expected)
})

test.each(TOKEN_DEFECTS)('the issuer mints a token that is unfit: %s', async (defect) => {
  await expect(verified(await mint(defect))).rejects.toMatchObject(REASONS[defect])
})

test.each(TOKEN_DEFECTS)('the issuer gives the runner a token that is unfit: %s', async (kind) => {
  await sandbox.control({ op: 'fault', service: 'oidc', method: 'RequestToken', kind, times: 1 })
  const unfit = await requestToken(AUDIENCE)
  await expect(verified(String(unfit.body['value']))).rejects.toMatchObject(REASONS[kind])
  await expect(verified(String((await requestToken(AUDIENCE)).body['value']))).resolves.toBeDefined()
})

test.each([
  ['wrong-key', 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED'],
  ['no-keys', 'ERR_JWKS_NO_MATCHING_KEY'],
] as const)('the issuer publishes keys that verify nothing: %s', async (kind, code) => {
  await sandbox.control({ op: 'fault', service: 'jwks', kind })
  await expect(verified(await mint())).rejects.toMatchObject({ code })
})

describe('the exchange', () => {
  test('gives an opaque access token', async () => {
    const { status, body } = await exchange()
    expect(status).toBe(200)
    expect(body).toMatchObject({
      token_type: 'Bearer',
      issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
    })
    expect(String(body['access_token'])).not.toContain('.eyJ')
  })

  test('takes the form of RFC 8693 too', async () => {
    const form = new URLSearchParams({
      audience: PROVIDER,
      grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
      requested_token_type: 'urn:ietf:params:oauth:token-type:access_token',
      scope: CLOUD,
      subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
      subject_token: await mint(),
    })
    expect((await answer(`${sandbox.stsEndpoint}/v1/token`, { method: 'POST', body: form })).status).toBe(200)
  })

  test.each(TOKEN_DEFECTS.filter((defect) => defect !== 'missing-claim'))(
    'refuses a token that is unfit: %s',
    async (defect) => {
      const { status, body } = await exchange({ subjectToken: await mint(defect) })
      expect(status).toBe(400)
      expect(body).toMatchObject({ error: 'invalid_grant' })
      expect(body['access_token']).toBeUndefined()
    },
  )

  test.each([
    ['audience', AUDIENCE],
    ['audience', PROVIDER.replace('open-claw', 'another')],
    ['audience', ''],
    ['grantType', 'client_credentials'],
    ['requestedTokenType', 'urn:ietf:params:oauth:token-type:id_token'],
    ['scope', ''],
    ['scope', 'https://www.googleapis.com/auth/unknown'],
    ['subjectTokenType', 'urn:ietf:params:oauth:token-type:saml2'],
    ['subjectToken', ''],
    ['subjectToken', 'not.a.token'],
    ['subjectToken', undefined],
  ])('refuses %s "%s"', async (name, value) => {
    expect((await exchange({ [name]: value })).status).toBe(400)
  })
})

const federated = async (): Promise<string> => String((await exchange()).body['access_token'])

describe('impersonation', () => {
  test('gives a token that lives as long as asked', async () => {
    const asked = Date.now()
    const { status, body } = await impersonate(await federated(), { scope: [CLOUD], lifetime: '300s' })
    expect(status).toBe(200)
    expect(Date.parse(String(body['expireTime']))).toBeGreaterThanOrEqual(asked + 300_000)
  })

  test.each([
    ['no scope', {}],
    ['an empty scope', { scope: [] }],
    ['an unknown scope', { scope: ['https://www.googleapis.com/auth/unknown'] }],
    ['a lifetime over an hour', { scope: [CLOUD], lifetime: '3601s' }],
    ['no lifetime at all', { scope: [CLOUD], lifetime: '0s' }],
    ['a lifetime without its unit', { scope: [CLOUD], lifetime: '300' }],
  ])('refuses %s', async (_, body) => {
    expect((await impersonate(await federated(), body)).status).toBe(400)
  })

  test('refuses what is not a service account', async () => {
    const { status } = await impersonate(await federated(), { scope: [CLOUD] }, 'someone@example.com')
    expect(status).toBe(400)
  })

  test.each(['', 'made-up'])('refuses the bearer "%s"', async (bearer) => {
    expect((await impersonate(bearer, { scope: [CLOUD] })).status).toBe(401)
  })

  test('refuses the ID token in place of an access token', async () => {
    expect((await impersonate(await mint(), { scope: [CLOUD] })).status).toBe(401)
  })

  test('refuses a token that was revoked or has too little scope', async () => {
    const { token = '' } = await sandbox.control({
      op: 'access-token',
      scope: 'https://www.googleapis.com/auth/cloudkms',
    })
    expect((await impersonate(token, { scope: [CLOUD] })).status).toBe(403)
    const revoked = await federated()
    await sandbox.control({ op: 'revoke-tokens' })
    expect((await impersonate(revoked, { scope: [CLOUD] })).status).toBe(401)
  })
})
