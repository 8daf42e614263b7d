// Requests as STS gets them, answers that no honest service gives, and what the environment cannot change.
import { type IncomingHttpHeaders } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { awsStsEndpoint } from '../../../packages/aws/src/sts.ts'
import { awsWebIdentity } from '../../../packages/aws/src/web-identity.ts'
import { parseRoleArn } from '../../../packages/aws/src/role.ts'
import { testClock } from '../../support/clock.ts'
import { refusal } from '../../support/errors.ts'
import { loopbackServer } from '../../support/loopback.ts'
import { awsUri, P256_ARN, P384_ID, PLACE, ROLE } from './keys.ts'
import { testToken } from '../../support/token.ts'

const JWT = `eyJhbGciOiJSUzI1NiJ9.${Buffer.from('{"sub":"repo:o/r:ref:x"}').toString('base64url')}.canary-of-the-job`
const environment = { ...process.env }

interface Answer {
  readonly status: number
  readonly body: string
  readonly headers?: Record<string, string>
}

let answer: Answer = { status: 404, body: '' }
const forms: URLSearchParams[] = []
const headers: IncomingHttpHeaders[] = []
const paths: string[] = []
const origin = await loopbackServer((request, response) => {
  headers.push(request.headers)
  paths.push(request.url ?? '')
  text(request)
    .then((body) => {
      forms.push(new URLSearchParams(body))
      return response
        .writeHead(answer.status, { 'content-type': 'text/xml', ...answer.headers })
        .end(answer.body)
    })
    .catch(() => response.destroy())
})

beforeEach(() => {
  for (const list of [forms, headers, paths]) list.length = 0
})
afterEach(() => {
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name]
})

const FIELDS = {
  AccessKeyId: 'ASIACANARYCANARY1234',
  SecretAccessKey: 'canary/secret+access=key',
  SessionToken: 'canary-session-token',
  Expiration: new Date(Date.now() + 900_000).toISOString(),
}
const inFuture = (milliseconds: number): string => new Date(Date.now() + milliseconds).toISOString()

function session(more: Partial<Record<keyof typeof FIELDS, string>> = {}): Answer {
  const fields = Object.entries({ ...FIELDS, ...more })
    .map(([name, value]) => `<${name}>${value}</${name}>`)
    .join('')
  const result = `<AssumeRoleWithWebIdentityResult><Credentials>${fields}</Credentials></AssumeRoleWithWebIdentityResult>`
  return {
    status: 200,
    body: `<AssumeRoleWithWebIdentityResponse>${result}</AssumeRoleWithWebIdentityResponse>`,
  }
}
const failure = (status: number, code: string, message = 'no'): Answer => ({
  status,
  body: `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`,
})

function setup(key = awsUri(P256_ARN), role = ROLE) {
  const masked: string[] = []
  const clock = testClock()
  const tokens = awsWebIdentity({
    role,
    key,
    region: 'us-east-1',
    audience: 'sts.amazonaws.com',
    runId: '7',
    stsEndpoint: new URL(origin),
    identity: { mint: async () => testToken(JWT) },
    mask: (value) => {
      masked.push(value)
    },
    clock,
  })
  return { tokens, masked, clock }
}

async function statementFor(name: string, role = ROLE): Promise<object> {
  answer = session()
  await setup(awsUri(name), role).tokens.mint()
  const policy = JSON.parse(forms[0]?.get('Policy') ?? '')
  expect(policy).toMatchObject({ Version: '2012-10-17', Statement: [{ Effect: 'Allow' }] })
  return policy.Statement[0]
}

describe('the request', () => {
  test('carries the token of the job in its body alone', async () => {
    answer = session()
    await setup().tokens.mint()
    expect(Object.fromEntries(forms[0] ?? [])).toMatchObject({
      Action: 'AssumeRoleWithWebIdentity',
      RoleArn: ROLE,
      RoleSessionName: 'open-claw-7',
      WebIdentityToken: JWT,
      DurationSeconds: '900',
    })
    expect(paths).toEqual(['/'])
    expect(JSON.stringify(headers)).not.toContain('canary-of-the-job')
    expect(headers[0]).not.toHaveProperty('authorization')
  })
  test.each([
    ['an ARN', P256_ARN, P256_ARN],
    ['an id', P384_ID, `${PLACE}:key/${P384_ID}`],
  ])('narrows the session to a key named by %s', async (_, name, resource) => {
    expect(await statementFor(name)).toEqual({
      Effect: 'Allow',
      Action: ['kms:Sign', 'kms:GetPublicKey', 'kms:DescribeKey'],
      Resource: [resource],
    })
  })
  test.each([
    ['an alias', 'alias/release', `${PLACE}:key/*`],
    [
      'the ARN of an alias',
      'arn:aws:kms:eu-west-1:444455556666:alias/release',
      'arn:aws:kms:eu-west-1:444455556666:key/*',
    ],
  ])('narrows the session to keys that bear the alias, named by %s', async (_, name, resource) => {
    expect(await statementFor(name)).toMatchObject({
      Resource: [resource],
      Condition: { 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': ['alias/release'] } },
    })
  })
  test('takes partition and account from the role, where the key does not name them', async () => {
    const role = 'arn:aws-us-gov:iam::444455556666:role/path/release'
    expect(await statementFor(P384_ID, role)).toMatchObject({
      Resource: [`arn:aws-us-gov:kms:us-east-1:444455556666:key/${P384_ID}`],
    })
    expect(parseRoleArn(role, 'aws-role')).toBe(role)
  })
})

describe('the region', () => {
  test.each([
    ['eu-west-1', 'sts.eu-west-1.amazonaws.com'],
    ['us-east-1', 'sts.us-east-1.amazonaws.com'],
    ['cn-north-1', 'sts.cn-north-1.amazonaws.com.cn'],
    ['us-gov-west-1', 'sts.us-gov-west-1.amazonaws.com'],
    ['us-iso-east-1', 'sts.us-iso-east-1.c2s.ic.gov'],
    ['eusc-de-east-1', 'sts.eusc-de-east-1.amazonaws.eu'],
  ])('%s has its own endpoint, whatever the environment says (abuse case 24)', async (region, host) => {
    Object.assign(process.env, {
      AWS_ENDPOINT_URL: 'https://example.com',
      AWS_ENDPOINT_URL_STS: 'https://example.com',
      AWS_STS_REGIONAL_ENDPOINTS: 'legacy',
      AWS_USE_FIPS_ENDPOINT: 'true',
    })
    expect((await awsStsEndpoint(region)).href).toBe(`https://${host}/`)
  })
})

test('the environment changes neither where the token goes nor what goes with it (abuse cases 24 and 25)', async () => {
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: 'http://127.0.0.1:1',
    AWS_ENDPOINT_URL_STS: 'http://127.0.0.1:1',
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'AKIADECOYDECOYDECOY1',
    AWS_SECRET_ACCESS_KEY: 'decoy-secret',
    AWS_SESSION_TOKEN: 'decoy-token',
    AWS_ROLE_ARN: 'arn:aws:iam::444455556666:role/decoy',
    AWS_WEB_IDENTITY_TOKEN_FILE: '/dev/null',
    AWS_AUTH_SCHEME_PREFERENCE: 'sigv4a',
    AWS_USE_FIPS_ENDPOINT: 'true',
    AWS_USE_DUALSTACK_ENDPOINT: 'true',
    AWS_MAX_ATTEMPTS: '9',
    HTTP_PROXY: 'http://127.0.0.1:1',
  })
  answer = session()
  await setup().tokens.mint()
  expect(forms[0]?.get('RoleArn')).toBe(ROLE)
  expect(headers[0]).toMatchObject({ 'amz-sdk-request': 'attempt=1; max=1' })
  expect(headers[0]).not.toHaveProperty('authorization')
  expect(headers[0]).not.toHaveProperty('x-amz-security-token')
})

/** The refusal, without a secret in anything that it says. */
async function expectRefusal(given: ReturnType<typeof setup>, code: string): Promise<string> {
  const error = await refusal(() => given.tokens.mint())
  expect(error.code).toBe(code)
  expect(`${error.message} ${String(error.cause)} ${error.stack}`).not.toMatch(/canary|CANARY/)
  return error.message
}

test.each([
  ['without a secret', { SecretAccessKey: '' }],
  ['without a token', { SessionToken: '' }],
  ['without an id', { AccessKeyId: '' }],
  ['with a secret over two lines', { SecretAccessKey: 'canary\ncanary' }],
  ['with a token that is longer than any', { SessionToken: `canary${'x'.repeat(20_000)}` }],
  ['that has ended', { Expiration: inFuture(-1000) }],
  ['without an end', { Expiration: '' }],
  ['with an end that is no time', { Expiration: 'tomorrow' }],
])('an answer %s is refused', async (_, more) => {
  answer = session(more)
  expect(await expectRefusal(setup(), 'CREDENTIALS_FAILED')).toContain('The token exchange with AWS')
})
test('an answer that is refused late was masked before', async () => {
  answer = session({ Expiration: inFuture(-1000) })
  const given = setup()
  await expectRefusal(given, 'CREDENTIALS_FAILED')
  expect(new Set(given.masked)).toEqual(
    new Set([FIELDS.AccessKeyId, FIELDS.SecretAccessKey, FIELDS.SessionToken]),
  )
})
test('an answer that lives longer than was asked for is renewed as if it did not', async () => {
  answer = session({ Expiration: inFuture(12 * 3_600_000) })
  const { tokens, clock } = setup()
  const before = clock.now()
  expect((await tokens.mint()).expires).toBeLessThanOrEqual(clock.now() + 900_000)
  clock.pass(before + 900_000 - clock.now() - 50_000)
  await tokens.mint()
  expect(forms).toHaveLength(2)
})
test.each([
  ['with nothing in it', { status: 200, body: '' }],
  ['of another action', { status: 200, body: '<OtherResponse><OtherResult/></OtherResponse>' }],
  [
    'without credentials',
    { status: 200, body: session().body.replace(/<Credentials>.*<\/Credentials>/, '') },
  ],
  ['that is JSON', { status: 200, body: '{"canary":1}' }],
  [
    'that is larger than any',
    {
      status: 200,
      body: session().body.replace('<Credentials>', `<Filler>${'x'.repeat(300_000)}</Filler>$&`),
    },
  ],
  ['that leads elsewhere', { status: 307, body: '', headers: { location: 'http://127.0.0.1:1/canary' } }],
])('an answer %s is refused', async (_, given) => {
  answer = given
  expect(await expectRefusal(setup(), 'CREDENTIALS_FAILED')).toContain('The token exchange with AWS')
})

describe('a failure', () => {
  test.each([
    [400, 'InvalidIdentityToken', 'CREDENTIALS_REFUSED', 1],
    [400, 'ExpiredTokenException', 'CREDENTIALS_REFUSED', 1],
    [403, 'IDPRejectedClaim', 'CREDENTIALS_REFUSED', 1],
    [403, 'RegionDisabledException', 'SERVICE_REFUSED', 1],
    [400, 'PackedPolicyTooLarge', 'CREDENTIALS_REFUSED', 1],
    [400, 'IDPCommunicationError', 'CREDENTIALS_FAILED', 8],
    [400, 'Throttling', 'CREDENTIALS_FAILED', 8],
    [400, 'ThrottlingException', 'CREDENTIALS_FAILED', 8],
    [503, 'ServiceUnavailable', 'CREDENTIALS_FAILED', 8],
    [408, 'RequestTimeout', 'CREDENTIALS_FAILED', 8],
  ])('of status %d and code %s is %s after %d calls', async (status, code, expected, asked) => {
    answer = failure(status, code)
    expect(await expectRefusal(setup(), expected)).toContain(code)
    expect(forms).toHaveLength(asked)
  })
  test('that quotes the token shows nothing of it', async () => {
    answer = failure(400, 'InvalidIdentityToken', `The token ${JWT} is not valid`)
    expect(await expectRefusal(setup(), 'CREDENTIALS_REFUSED')).toContain('The token exchange with AWS')
  })
  test('whose code is no word does not show it', async () => {
    answer = failure(400, 'canary ::error::')
    expect(await expectRefusal(setup(), 'CREDENTIALS_REFUSED')).toContain('The token exchange with AWS')
  })
})
