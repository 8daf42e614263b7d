// Entra ID as it answers and as it fails.
import { afterEach, describe, expect, test } from '@jest/globals'
import { ClawError, type AccessTokens, type IdentityTokens } from '@open-claw/core'
import { parseClientId, parseTenantId } from '../../../packages/azure/src/ids.ts'
import { azureFederation, type AzureIdentityOptions } from '../../../packages/azure/src/federation.ts'
import { SERVICES, type FaultKind, type TokenDefect } from '../../../packages/sandbox/src/services.ts'
import { refusal, expectRefusal } from '../../support/errors.ts'
import { exchange, type Exchange, TOKEN_DEFECTS } from '../../support/job-identity.ts'
import { testSandbox, countCalls } from '../../support/sandbox.ts'
import { testToken } from '../../support/token.ts'

const TENANT = '11111111-2222-4333-8444-555555555555'
const CLIENT = '66666666-7777-4888-9999-aaaaaaaaaaaa'
const SCOPE = 'https://vault.azure.net/.default'
const AUDIENCE = 'api://AzureADTokenExchange'

const sandbox = await testSandbox()
afterEach(() => sandbox.control({ op: 'reset' }))

type Setup = Exchange & { readonly access: AccessTokens }

function setup(given: Partial<AzureIdentityOptions> & { defect?: TokenDefect } = {}): Setup {
  const { defect, ...more } = given
  const watched = exchange(sandbox, defect)
  const access = azureFederation({
    tenantId: TENANT,
    clientId: CLIENT,
    scope: SCOPE,
    audience: AUDIENCE,
    loginEndpoint: new URL(sandbox.azureLoginEndpoint),
    ...watched.options,
    ...more,
  })
  return { ...watched, access }
}

const calls = () => countCalls(sandbox, 'azure-login.GetToken')

describe('the identity of the job', () => {
  test('becomes an access token, masked before it is returned', async () => {
    const { access, identity, masked } = setup()
    expect(masked).toEqual([(await access.mint()).token.reveal()])
    expect(identity.audiences).toEqual([AUDIENCE])
    expect(await calls()).toBe(1)
  })
  test('is asked once for concurrent callers', async () => {
    const { access } = setup()
    const minted = await Promise.all([access.mint(), access.mint(), access.mint()])
    expect(new Set(minted.map(({ token }) => token)).size).toBe(1)
    expect(await calls()).toBe(1)
  })
  test('is not asked again while the token lives', async () => {
    const { access, clock } = setup()
    const first = await access.mint()
    clock.pass(first.expires - clock.now() - 61_000)
    expect((await access.mint()).token).toBe(first.token)
    expect(await calls()).toBe(1)
  })
  test('is minted anew at each refresh: an assertion is good once (abuse case 28)', async () => {
    const { access, clock, identity } = setup()
    const first = await access.mint()
    clock.pass(first.expires - clock.now() - 59_000)
    const second = await access.mint()
    expect(second.token.reveal()).not.toBe(first.token.reveal())
    expect(new Set(identity.tokens).size).toBe(2)
    expect(await calls()).toBe(2)
  })
  test('that is kept and sent again is refused (abuse case 28)', async () => {
    const { token = '' } = await sandbox.control({ op: 'mint', audience: AUDIENCE })
    const given = setup({ identity: { mint: async () => testToken(token) } })
    const { expires } = await given.access.mint()
    given.clock.pass(expires - given.clock.now() - 59_000)
    const error = await refusal(() => given.access.mint())
    // The clock of the test ran ahead of the service, which is what the service finds too.
    expect(error.code).toBe('CLOCK_SKEWED')
    expect(error.message).toContain('AADSTS700024')
  })
})

/** What an answer must be whatever went wrong. */
async function refusalOf(given: Setup, code: string): Promise<string> {
  const secrets = () => [...given.identity.tokens, ...given.masked]
  const { message, remedy } = await expectRefusal(() => given.access.mint(), code, secrets)
  return `${message} ${remedy}`
}

describe('a login that fails (abuse case 21)', () => {
  const FAULTS: readonly (readonly [kind: FaultKind, code: string, asked: number])[] = [
    ['429', 'CREDENTIALS_FAILED', 8],
    ['500', 'CREDENTIALS_FAILED', 8],
    ['503', 'CREDENTIALS_FAILED', 8],
    ['reset', 'CREDENTIALS_FAILED', 8],
    ['malformed', 'CREDENTIALS_FAILED', 1],
    ['forbidden', 'CREDENTIALS_REFUSED', 1],
  ]
  const APART: readonly FaultKind[] = ['hang', 'slow', 'slow-body']
  test('has a row for every fault of the service', () => {
    expect(new Set([...FAULTS.map(([kind]) => kind), ...APART])).toEqual(
      new Set(SERVICES['azure-login'].faults),
    )
  })
  test.each(FAULTS)('%s is %s after %d calls', async (kind, code, asked) => {
    await sandbox.control({ op: 'fault', service: 'azure-login', kind })
    await refusalOf(setup(), code)
    expect(await calls()).toBe(asked)
  })
  test.each(['hang', 'slow-body'] as const)('%s is given up', async (kind) => {
    await sandbox.control({ op: 'fault', service: 'azure-login', kind })
    const given = setup()
    given.clock.hurry()
    expect(await refusalOf(given, 'CREDENTIALS_FAILED')).toContain('no answer')
  })
  test.each(['429', '503', 'reset'] as const)('%s that passes is asked again', async (kind) => {
    await sandbox.control({ op: 'fault', service: 'azure-login', kind, times: 2 })
    await setup().access.mint()
    expect(await calls()).toBe(3)
  })
  test('is waited for as long as it asks', async () => {
    await sandbox.control({ op: 'fault', service: 'azure-login', kind: '503', times: 1, retryAfter: 7 })
    const { access, clock } = setup()
    await access.mint()
    expect(clock.sleeps).toEqual([7000])
  })
  test('fails all who wait for it, and is asked again by the next', async () => {
    await sandbox.control({ op: 'fault', service: 'azure-login', kind: 'forbidden', times: 1 })
    const { access } = setup()
    const outcomes = await Promise.allSettled([access.mint(), access.mint()])
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect((await access.mint()).token.reveal()).not.toBe('')
    expect(await calls()).toBe(2)
  })
})

describe('a refusal', () => {
  test('shows the sub of the job, the application and the code of the service', async () => {
    const message = await refusalOf(setup({ defect: 'foreign-key' }), 'CREDENTIALS_REFUSED')
    expect(message).toContain('"repo:')
    expect(message).toContain('status 401, AADSTS700213')
    expect(message).toContain(CLIENT)
  })
  test('shows a hostile sub escaped', async () => {
    await sandbox.control({ op: 'claims', claims: { sub: 'repo:a/b\n::add-mask::x\u202e' } })
    await sandbox.control({ op: 'fault', service: 'azure-login', kind: 'forbidden' })
    const message = await refusalOf(setup(), 'CREDENTIALS_REFUSED')
    expect(message).toContain(String.raw`repo:a/b\u{a}::add-mask::x\u{202e}`)
  })
  test.each([...TOKEN_DEFECTS, 'foreign-key'] as const)(
    'answers a token with %s (abuse cases 27 and 28)',
    async (defect) => {
      await refusalOf(setup({ defect }), 'CREDENTIALS_REFUSED')
      expect(await calls()).toBe(1)
    },
  )
  test.each([
    ['another cloud', { audience: 'api://AzureADTokenExchangeChina' }],
    ['another scope', { scope: 'https://management.azure.com/.default' }],
    ['no default scope', { scope: 'https://vault.azure.net/user_impersonation' }],
  ])('answers %s', async (_, options) => {
    await refusalOf(setup(options), 'CREDENTIALS_REFUSED')
    expect(await calls()).toBe(1)
  })
})

describe('nothing is asked of Entra ID', () => {
  test('where the job has no identity', async () => {
    const identity: IdentityTokens = {
      mint: async () => {
        throw new ClawError('OIDC_UNAVAILABLE', 'The job has no identity.')
      },
    }
    const { access } = setup({ identity })
    expect((await refusal(() => access.mint())).code).toBe('OIDC_UNAVAILABLE')
    expect(await calls()).toBe(0)
  })
  test.each([
    ['tenant', { tenantId: 'common' }],
    ['tenant', { tenantId: `${TENANT}/../x` }],
    ['client', { clientId: 'https://example.com/app' }],
  ])('where the %s is no GUID: %j (abuse case 17)', async (_, options) => {
    expect((await refusal(() => setup(options))).code).toBe('INPUT_INVALID')
    expect(await calls()).toBe(0)
  })
})

describe.each([
  ['tenant', parseTenantId],
  ['client', parseClientId],
] as const)('the id of a %s', (_, parse) => {
  test('is a GUID, in lower case from then on', () => {
    expect(parse(TENANT, 'id')).toBe(TENANT)
    expect(parse(CLIENT.toUpperCase(), 'id')).toBe(CLIENT)
  })
  test.each([
    ['nothing', ''],
    ['every directory', 'common'],
    ['every organisation', 'organizations'],
    ['a domain', 'contoso.onmicrosoft.com'],
    ['a GUID in braces', `{${TENANT}}`],
    ['a GUID without hyphens', TENANT.replaceAll('-', '')],
    ['a GUID that is too short', TENANT.slice(1)],
    ['two GUIDs', `${TENANT}${TENANT}`],
    ['a step up', `${TENANT}/..`],
    ['a query', `${TENANT}?x`],
    ['white space', ` ${TENANT}`],
    ['a line end', `${TENANT}\n`],
    ['letters beyond f', TENANT.replace('1', 'g')],
  ])('is not %s', async (__, text) => {
    const error = await refusal(() => parse(text, 'id'))
    expect(error.code).toBe('INPUT_INVALID')
    expect(error.message).toContain('Input id')
  })
})
