// Answers of a login that no honest one gives, from a server that says what the test tells it to.
import { type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterEach, expect, test } from '@jest/globals'
import { azureFederation } from '../../../packages/azure/src/federation.ts'
import { testClock } from '../../support/clock.ts'
import { refusal } from '../../support/errors.ts'
import { loopbackServer } from '../../support/loopback.ts'
import { testToken } from '../../support/token.ts'

const TENANT = '11111111-2222-4333-8444-555555555555'
const CLIENT = '66666666-7777-4888-9999-aaaaaaaaaaaa'
const CANARY = 'canary-of-the-service-3f9a'
const JWT = `eyJhbGciOiJSUzI1NiJ9.${Buffer.from('{"sub":"repo:o/r:ref:x"}').toString('base64url')}.canary-of-the-job`
const GOOD = { access_token: CANARY, token_type: 'Bearer', expires_in: 3599, ext_expires_in: 3599 }

type Answer = (response: ServerResponse) => void
let answer: Answer = (response) => void response.writeHead(404).end()
const asked: { path: string; type: string | undefined; form: Record<string, string> }[] = []
const origin = await loopbackServer((request, response) => {
  text(request)
    .then((body) => {
      const form = Object.fromEntries(new URLSearchParams(body))
      asked.push({ path: request.url ?? '', type: request.headers['content-type'], form })
      return answer(response)
    })
    .catch(() => response.destroy())
})
afterEach(() => {
  asked.length = 0
})

const send =
  (body: string, status = 200, headers: Record<string, string> = {}): Answer =>
  (response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body)
const json = (body: unknown, status = 200): Answer => send(JSON.stringify(body), status)

function setup(path = '') {
  const masked: string[] = []
  const access = azureFederation({
    tenantId: TENANT.toUpperCase(),
    clientId: CLIENT,
    scope: 'https://vault.azure.net/.default',
    audience: 'api://AzureADTokenExchange',
    loginEndpoint: new URL(`${origin}${path}`),
    identity: { mint: async () => testToken(JWT) },
    mask: (value) => {
      masked.push(value)
    },
    clock: testClock(),
  })
  return { masked, access }
}

async function expectFailure(code: string): Promise<string> {
  const error = await refusal(() => setup().access.mint())
  expect(error.code).toBe(code)
  expect(`${error.message} ${String(error.cause)} ${String(error.stack)}`).not.toContain('canary')
  return error.message
}

test.each([
  ['', ''],
  ['/', ''],
  ['/gateway/', '/gateway'],
])('a login below "%s" sends the assertion in a form, and nothing else', async (path, prefix) => {
  answer = json(GOOD)
  const { access, masked } = setup(path)
  expect((await access.mint()).token.reveal()).toBe(CANARY)
  expect(masked).toEqual([CANARY])
  expect(asked).toEqual([
    {
      path: `${prefix}/${TENANT}/oauth2/v2.0/token`,
      type: 'application/x-www-form-urlencoded',
      form: {
        client_id: CLIENT,
        scope: 'https://vault.azure.net/.default',
        grant_type: 'client_credentials',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: JWT,
      },
    },
  ])
})
test.each([
  ['is empty', send('')],
  ['is cut short', send('{"access_token":"canary')],
  ['is HTML', send('<html>canary</html>')],
  ['is null', json(null)],
  ['is an array', json([GOOD])],
  ['names a field twice', send(JSON.stringify(GOOD).replace('{', '{"access_token":"canary-2",'))],
  ['has no token', json({ ...GOOD, access_token: undefined })],
  ['has an empty token', json({ ...GOOD, access_token: '' })],
  ['has a token that ends the header', json({ ...GOOD, access_token: `${CANARY}\r\nx: y` })],
  ['has a token beyond any size', json({ ...GOOD, access_token: 'canary'.repeat(4000) })],
  ['has no type', json({ ...GOOD, token_type: undefined })],
  ['has another type', json({ ...GOOD, token_type: 'pop' })],
  ['has no lifetime', json({ ...GOOD, expires_in: undefined })],
  ['has a lifetime that is text', json({ ...GOOD, expires_in: '3599' })],
  ['has no life', json({ ...GOOD, expires_in: 0 })],
  ['has a life before now', json({ ...GOOD, expires_in: -1 })],
  ['lives for ever', json({ ...GOOD, expires_in: 1e12 })],
  ['is larger than any token', json({ ...GOOD, more: 'x'.repeat(300_000) })],
  ['sends elsewhere', send('', 307, { location: 'http://127.0.0.1:9/canary' })],
])('a login whose answer %s is a failure, asked once', async (_, given) => {
  answer = given
  await expectFailure('CREDENTIALS_FAILED')
  expect(asked).toHaveLength(1)
})
test.each([
  [
    'the code of Entra ID',
    { error: 'invalid_client', error_description: `AADSTS70021: ${CANARY}` },
    'AADSTS70021',
  ],
  ['the word of OAuth', { error: 'invalid_client' }, 'invalid_client'],
  [
    'the word, where a code is none',
    { error: 'invalid_client', error_description: 'AADSTScanary: x' },
    'invalid_client',
  ],
  [
    'the word, where a code is not at the head',
    { error: 'slow_down', error_description: `${CANARY} AADSTS70021: x` },
    'slow_down',
  ],
  [
    'the word, where a code has no end',
    { error: 'slow_down', error_description: 'AADSTS70021canary' },
    'slow_down',
  ],
  ['the status, where there is no word', { error: `${CANARY}-1` }, '(status 400)'],
])('a login that is refused shows %s', async (_, body, shown) => {
  answer = json(body, 400)
  const message = await expectFailure('CREDENTIALS_REFUSED')
  expect(message).toContain(shown)
  expect(message).toContain('"repo:o/r:ref:x"')
})
