// Answers that no honest service gives, from a server that says what the test tells it to.
import { type ServerResponse } from 'node:http'
import { afterEach, describe, expect, test } from '@jest/globals'
import type { AccessTokens } from '@open-claw/core'
import { googleWorkloadIdentity } from '../../../packages/google/src/workload-identity.ts'
import { testClock } from '../../support/clock.ts'
import { refusal } from '../../support/errors.ts'
import { loopbackServer } from '../../support/loopback.ts'
import { testToken } from '../../support/token.ts'

const PROVIDER = 'projects/123456789/locations/global/workloadIdentityPools/github/providers/release-jobs'
const ACCOUNT = 'signer@demo.iam.gserviceaccount.com'
const CANARY = 'canary-of-the-service-3f9a'
const JWT = `eyJhbGciOiJSUzI1NiJ9.${Buffer.from('{"sub":"repo:o/r:ref:x"}').toString('base64url')}.canary-of-the-job`

type Answer = (response: ServerResponse) => void
let answers: Record<string, Answer> = {}
const paths: string[] = []
const origin = await loopbackServer((request, response) => {
  const path = request.url ?? ''
  paths.push(path)
  const answer = answers[path.endsWith('/token') ? 'sts' : 'iam']
  if (answer === undefined) response.writeHead(404).end()
  else answer(response)
})

afterEach(() => {
  answers = {}
  paths.length = 0
})

const json =
  (body: unknown, status = 200): Answer =>
  (response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
const text =
  (body: string): Answer =>
  (response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(body)

const STS = { access_token: CANARY, token_type: 'Bearer', expires_in: 3599 }
const inFuture = (milliseconds: number): string => new Date(Date.now() + milliseconds).toISOString()

function setup(path = '', jwt = JWT) {
  const url = new URL(`${origin}${path}`)
  const masked: string[] = []
  const options = {
    provider: PROVIDER,
    scope: 'https://www.googleapis.com/auth/cloudkms',
    stsEndpoint: url,
    iamEndpoint: url,
    identity: { mint: async () => testToken(jwt) },
    mask: (value: string) => {
      masked.push(value)
    },
    clock: testClock(),
  }
  return {
    masked,
    clock: options.clock,
    federated: googleWorkloadIdentity(options),
    impersonated: googleWorkloadIdentity({ ...options, serviceAccount: ACCOUNT }),
  }
}

async function expectFailure(tokens: AccessTokens, code: string): Promise<string> {
  const error = await refusal(() => tokens.mint())
  expect(error.code).toBe(code)
  expect(`${error.message} ${String(error.cause)} ${String(error.stack)}`).not.toContain('canary')
  return error.message
}

test('an answer of STS is a bearer token with a lifetime', async () => {
  answers = { sts: json(STS) }
  expect((await setup().federated.mint()).token.reveal()).toBe(CANARY)
})
test.each([
  ['is empty', text('')],
  ['is cut short', text('{"access_token":"canary')],
  ['is HTML', text('<html>canary</html>')],
  ['is null', json(null)],
  ['is an array', json([STS])],
  ['is a string', json(CANARY)],
  [
    'names a field twice',
    text(`{"access_token":"a","access_token":"${CANARY}","token_type":"Bearer","expires_in":1}`),
  ],
  ['has no token', json({ ...STS, access_token: undefined })],
  ['has an empty token', json({ ...STS, access_token: '' })],
  ['has a token that is no string', json({ ...STS, access_token: { canary: 1 } })],
  ['has a token that ends the header', json({ ...STS, access_token: `${CANARY}\r\nx: y` })],
  ['has a token beyond any size', json({ ...STS, access_token: 'canary'.repeat(4000) })],
  ['has no type', json({ ...STS, token_type: undefined })],
  ['has another type', json({ ...STS, token_type: 'N_A' })],
  ['has no lifetime', json({ ...STS, expires_in: undefined })],
  ['has a lifetime that is text', json({ ...STS, expires_in: '3599' })],
  ['has no life', json({ ...STS, expires_in: 0 })],
  ['has a life before now', json({ ...STS, expires_in: -1 })],
  ['lives for ever', json({ ...STS, expires_in: 1e12 })],
  ['is larger than any token', json({ ...STS, more: 'x'.repeat(300_000) })],
])('an answer of STS that %s is a failure', async (_, answer) => {
  answers = { sts: answer }
  await expectFailure(setup().federated, 'CREDENTIALS_FAILED')
  expect(paths).toEqual(['/v1/token'])
})
test('an answer of STS is masked even where it is refused', async () => {
  answers = { sts: json({ ...STS, token_type: 'N_A' }) }
  const { federated, masked } = setup()
  await expectFailure(federated, 'CREDENTIALS_FAILED')
  expect(masked).toEqual([CANARY])
})
test.each([301, 302, 307, 308])(
  'an answer of STS %d sends nothing to where it points (abuse case 97)',
  async (status) => {
    answers = {
      sts: (response) => response.writeHead(status, { location: '/elsewhere/token' }).end(),
    }
    await expectFailure(setup().federated, 'CREDENTIALS_FAILED')
    expect(paths).toEqual(['/v1/token'])
  },
)
test.each([400, 401, 403, 404])('an answer of STS %d is a refusal, asked once', async (status) => {
  answers = { sts: json({ error: 'invalid_target', error_description: CANARY }, status) }
  const message = await expectFailure(setup().federated, 'CREDENTIALS_REFUSED')
  expect(message).toContain('invalid_target')
  expect(message).toContain('"repo:o/r:ref:x"')
  expect(paths).toHaveLength(1)
})
test.each([
  ['quotes the token', json({ error: JWT }, 400)],
  ['is not JSON', (response: ServerResponse) => response.writeHead(403).end(CANARY)],
  ['is hostile', json({ error: '\n::error::canary' }, 400)],
  ['is nested', json({ error: { status: CANARY } }, 400)],
])('an answer of STS whose error code %s shows none', async (_, answer) => {
  answers = { sts: answer }
  const message = await expectFailure(setup().federated, 'CREDENTIALS_REFUSED')
  expect(message).toMatch(/was refused \(status 40[03]\)/)
})
test.each(['', 'no-token', 'a.b.c', `a.${Buffer.from('{"sub":7}').toString('base64url')}.c`])(
  'an answer of STS about a token without a sub, as in "%s", says that it is unknown',
  async (jwt) => {
    answers = { sts: json({ error: 'invalid_grant' }, 400) }
    const message = await expectFailure(setup('', jwt).federated, 'CREDENTIALS_REFUSED')
    expect(message).toContain('"unknown"')
  },
)
test('an answer of STS is asked for below the path of the endpoint', async () => {
  answers = { sts: json(STS) }
  await setup('/private/sts/').federated.mint()
  expect(paths).toEqual(['/private/sts/v1/token'])
})

describe('a token that ends soon', () => {
  test('serves for half of its life: one for each call would be one for each signature', async () => {
    answers = { sts: json({ ...STS, expires_in: 30 }) }
    const { federated, clock } = setup()
    await federated.mint()
    clock.pass(14_000)
    await federated.mint()
    expect(paths).toHaveLength(1)
    clock.pass(1000)
    await federated.mint()
    expect(paths).toHaveLength(2)
  })
})

describe('an answer of IAM', () => {
  const IAM = { accessToken: CANARY, expireTime: inFuture(300_000) }
  test('is a token with an end', async () => {
    answers = { sts: json({ ...STS, access_token: 'federated' }), iam: json(IAM) }
    const { impersonated, masked } = setup()
    expect((await impersonated.mint()).token.reveal()).toBe(CANARY)
    expect(masked).toEqual(['federated', CANARY])
  })
  test.each([
    ['is empty', text('')],
    ['has no token', json({ ...IAM, accessToken: undefined })],
    ['has an empty token', json({ ...IAM, accessToken: '' })],
    ['has no end', json({ ...IAM, expireTime: undefined })],
    ['has an end that is a number', json({ ...IAM, expireTime: Date.now() + 300_000 })],
    ['has an end that is no time', json({ ...IAM, expireTime: 'tomorrow 1' })],
    ['has an end in the past', json({ ...IAM, expireTime: inFuture(-1000) })],
    ['lives for ever', json({ ...IAM, expireTime: '2999-01-01T00:00:00Z' })],
  ])('that %s is a failure', async (_, answer) => {
    answers = { sts: json(STS), iam: answer }
    await expectFailure(setup().impersonated, 'CREDENTIALS_FAILED')
    expect(paths).toHaveLength(2)
  })
})
