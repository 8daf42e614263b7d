import { afterAll, beforeEach, describe, expect, test } from '@jest/globals'
import { ClawError, type IdentityTokens } from '@open-claw/core'
import {
  googleWorkloadIdentity,
  parseServiceAccount,
  parseWorkloadIdentityProvider,
} from '@open-claw/identity'
import { startSandbox, type FaultKind, type TokenDefect } from '@open-claw/sandbox'
import { hastyClock } from '../../support/clock.ts'
import { codeOf, refusal } from '../../support/errors.ts'

const sandbox = await startSandbox()
afterAll(() => sandbox.stop())
beforeEach(async () => {
  await sandbox.control({ op: 'reset' })
})
const PROVIDER = 'projects/1/locations/global/workloadIdentityPools/pool/providers/github'
const ACCOUNT = 'signer@demo.iam.gserviceaccount.com'

function setUp(options: { serviceAccount?: string; defect?: TokenDefect; stsEndpoint?: URL } = {}) {
  const masked: string[] = []
  const minted: string[] = []
  const identity: IdentityTokens = {
    mint: async (audience) => {
      const { token = '' } = await sandbox.control({
        op: 'mint',
        audience,
        ...(options.defect === undefined ? {} : { defect: options.defect }),
      })
      minted.push(token)
      return token
    },
  }
  const clock = hastyClock()
  const tokens = googleWorkloadIdentity({
    provider: PROVIDER,
    serviceAccount: options.serviceAccount,
    scope: 'https://www.googleapis.com/auth/cloudkms',
    stsEndpoint: options.stsEndpoint ?? new URL(sandbox.stsEndpoint),
    iamEndpoint: new URL(sandbox.iamEndpoint),
    identity,
    mask: (value) => masked.push(value),
    clock,
  })
  return { tokens, masked, minted, clock }
}

describe('workload identity', () => {
  test.each([undefined, ACCOUNT])(
    'a token for the job, masked before it is returned; service account: %s',
    async (serviceAccount) => {
      const { tokens, masked } = setUp(serviceAccount === undefined ? {} : { serviceAccount })
      const { token, expires } = await tokens.mint()
      expect(masked).toContain(token)
      // The federated token that was exchanged on the way is one that could leak as well.
      expect(masked).toHaveLength(serviceAccount === undefined ? 1 : 2)
      expect(expires).toBeGreaterThan(Date.now())
    },
  )

  test('concurrent callers share one exchange; a token near its end is renewed', async () => {
    const { tokens, clock } = setUp()
    const [first, second] = await Promise.all([tokens.mint(), tokens.mint()])
    expect(first.token).toBe(second.token)
    await clock.sleep(first.expires - clock.now() - 59_000)
    expect((await tokens.mint()).token).not.toBe(first.token)
    expect((await sandbox.control({ op: 'calls' })).calls['sts.ExchangeToken']).toBe(2)
  })

  test.each<TokenDefect>([
    'wrong-audience',
    'wrong-issuer',
    'alg-none',
    'hs256',
    'foreign-kid',
    'foreign-key',
    'expired',
    'not-yet-valid',
  ])('abuse cases 27 and 28: %s is refused by the service, and told with the sub alone', async (defect) => {
    const { tokens, minted } = setUp({ defect })
    const error = await refusal(() => tokens.mint())
    expect(error.code).toBe('CREDENTIALS_REFUSED')
    expect(error.message).toContain('repo:octo-org/octo-repo:ref:refs/heads/main')
    for (const part of minted.flatMap((token) => token.split('.')).filter((text) => text.length > 8))
      expect(`${error.message}${error.stack}`).not.toContain(part)
  })

  const FAULTS: [FaultKind, string, number][] = [
    ['429', 'CREDENTIALS_FAILED', 5],
    ['500', 'CREDENTIALS_FAILED', 5],
    ['503', 'CREDENTIALS_FAILED', 5],
    ['reset', 'CREDENTIALS_FAILED', 5],
    ['malformed', 'CREDENTIALS_FAILED', 1],
    ['forbidden', 'CREDENTIALS_REFUSED', 1],
  ]
  test.each(FAULTS)('STS, %s: %s after %i attempts', async (kind, code, attempts) => {
    await sandbox.control({ op: 'fault', service: 'sts', kind })
    expect(await codeOf(() => setUp().tokens.mint())).toBe(code)
    expect((await sandbox.control({ op: 'calls' })).calls['sts.ExchangeToken']).toBe(attempts)
  })
  test.each(FAULTS)('IAM, %s: %s after %i attempts', async (kind, code, attempts) => {
    await sandbox.control({ op: 'fault', service: 'iam', kind })
    expect(await codeOf(() => setUp({ serviceAccount: ACCOUNT }).tokens.mint())).toBe(code)
    expect((await sandbox.control({ op: 'calls' })).calls['iam.GenerateAccessToken']).toBe(attempts)
  })

  test('Retry-After is waited for', async () => {
    await sandbox.control({ op: 'fault', service: 'sts', kind: '429', times: 1, retryAfter: 7 })
    const { tokens, clock } = setUp()
    await tokens.mint()
    expect(clock.slept).toEqual([7000])
  })

  test('a failure is not kept: the next call succeeds', async () => {
    await sandbox.control({ op: 'fault', service: 'sts', kind: 'forbidden', times: 1 })
    const { tokens } = setUp()
    expect(await codeOf(() => tokens.mint())).toBe('CREDENTIALS_REFUSED')
    expect((await tokens.mint()).token).not.toBe('')
  })

  test('nobody listens', async () => {
    expect(await codeOf(() => setUp({ stsEndpoint: new URL('http://127.0.0.1:9') }).tokens.mint())).toBe(
      'CREDENTIALS_FAILED',
    )
  })

  test('an error of the identity comes through', async () => {
    const { tokens } = setUp()
    expect(tokens).toBeDefined()
    const failing = googleWorkloadIdentity({
      provider: PROVIDER,
      serviceAccount: undefined,
      scope: 's',
      stsEndpoint: new URL(sandbox.stsEndpoint),
      iamEndpoint: new URL(sandbox.iamEndpoint),
      identity: { mint: () => Promise.reject(new ClawError('OIDC_UNAVAILABLE', 'x')) },
      mask: () => {},
      clock: hastyClock(),
    })
    expect(await codeOf(() => failing.mint())).toBe('OIDC_UNAVAILABLE')
  })
})

describe('names', () => {
  test.each([
    '',
    'pool',
    `${PROVIDER}/x`,
    PROVIDER.replace('1', 'my-project'),
    `//iam.googleapis.com/${PROVIDER}`,
    `${PROVIDER}\n`,
    PROVIDER.replace('github', '../x'),
  ])('the provider %j is refused', async (text) => {
    expect(await codeOf(() => parseWorkloadIdentityProvider(text, 'p'))).toBe('INPUT_INVALID')
  })
  test.each([
    '',
    'signer',
    'a@b.example',
    `${ACCOUNT}/x`,
    `x/../${ACCOUNT}`,
    `${ACCOUNT}\n`,
    'a@evil.example/.gserviceaccount.com',
  ])('the service account %j is refused', async (text) => {
    expect(await codeOf(() => parseServiceAccount(text, 's'))).toBe('INPUT_INVALID')
  })
  test('both are taken as they are', () => {
    expect([parseWorkloadIdentityProvider(PROVIDER, 'p'), parseServiceAccount(ACCOUNT, 's')]).toEqual([
      PROVIDER,
      ACCOUNT,
    ])
  })
})
