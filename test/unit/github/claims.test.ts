// Claims as GitHub documents them: all of them are believed, and none is changed.
import { beforeEach, describe, expect, test } from '@jest/globals'
import { slsaProvenance, type JobClaims } from '@open-claw/core'
import { verifyIdentityToken } from '../../../packages/github/src/identity-claims.ts'
import { caseJson, describeWithCases } from '../../support/cases.ts'
import { RUNNER } from '../../support/claims.ts'
import { testClock } from '../../support/clock.ts'
import { codeOf } from '../../support/errors.ts'
import { describeWithOracles, oracle } from '../../support/oracles.ts'
import { testSandbox } from '../../support/sandbox.ts'
import { testToken } from '../../support/token.ts'

const sandbox = await testSandbox()
beforeEach(() => sandbox.control({ op: 'reset' }))
const issuer = new URL(sandbox.oidcIssuer)
const AUDIENCE = 'https://open-claw.github.io/provenance'
type Claims = Readonly<Record<string, string | number | null>>

async function believe(claims: Claims): Promise<JobClaims> {
  await sandbox.control({ op: 'claims', claims })
  const { token = '' } = await sandbox.control({ op: 'mint', audience: AUDIENCE })
  return verifyIdentityToken({ token: testToken(token), issuer, audience: AUDIENCE, clock: testClock() })
}

describe('a sub', () => {
  test.each([
    'repo:octo-org/octo-repo',
    'repo:octo-org@123456/octo-repo@456789',
    'repo:octo-org@123456/octo-repo@456789:environment:prod:job_workflow_ref:o/r/.github/workflows/a.yml@refs/heads/main',
    'repo:octo-org/octo-repo:environment:Produktion Süd 🚀',
    'repository_id:456789',
    'environment:production%3Aeastus:repository_owner:octo-org',
    'repo_property_workspace_id:ws-abc123',
    `job_workflow_ref:octo-org/octo-repo/.github/workflows/${'a'.repeat(200)}.yml@refs/heads/${'b'.repeat(200)}`,
  ])('%s is believed', async (sub) => {
    expect((await believe({ sub })).subject).toBe(sub)
  })
  test.each([
    'repo:octo-org/octo-repo2',
    'repo:octo-org@123456/octo-repo@4567890',
    'repo:octo-org@1/octo-repo@456789:ref:refs/heads/main',
    'repo:',
    '',
    'repo:octo-org/octo-repo:environment:prod\u200b',
  ])('%j is not', async (sub) => {
    expect(await codeOf(() => believe({ sub }))).toBe('OIDC_TOKEN_INVALID')
  })
})

test.each<[string, string]>([
  ['ref', ''],
  ['ref', 'refs/heads/größe/日本語'],
  ['ref', 'refs/tags/v1@2'],
  ['environment', 'Production EU'],
  ['environment', 'Team 👩‍💻 ❤️'],
  ['actor', 'github-actions[bot]'],
  ['head_ref', 'feature/ä b'],
  ['workflow_ref', 'octo-org/octo-repo/.github/workflows/Build and Release.yml@refs/heads/main'],
  ['job_workflow_ref', `octo-org/octo-automation/.github/workflows/oidc.yml@${'a'.repeat(40)}`],
])('the claim %s as %j is believed', async (name, value) => {
  await expect(believe({ [name]: value })).resolves.toBeDefined()
})

test.each([
  ['environment', 'prod\u200d'],
  ['environment', 'prod\u2800'],
  ['base_ref', 'main\ufe0e'],
  ['head_ref', 'a\u001b[2K'],
  ['workflow_ref', 'octo-org/octo-repo/.github/workflows/a.yml@refs/heads/main\u2066'],
  ['workflow_ref', 'octo-org/octo-repo/.github/workflows/a.yml'],
])('the claim %s as %j is refused', async (name, value) => {
  expect(await codeOf(() => believe({ [name]: value, sub: 'repository_id:456789' }))).toBe(
    'OIDC_TOKEN_INVALID',
  )
})

describeWithCases('claims from real use', () => {
  const cases: Record<string, string>[] = caseJson('12-claims/claims.json') ?? []
  test.each(cases.map((claims) => [claims['workflow_ref'] ?? '', claims] as const))(
    '%s',
    async (text, own) => {
      const { body } = slsaProvenance({
        claims: await believe(own),
        runner: RUNNER,
        isolation: 'shared-job',
        inputs: undefined,
        run: undefined,
      })
      const [path, ref] = [
        text.replace(/^octo-org\/octo-repo\/(.*)@refs\/.*$/, '$1'),
        text.replace(/^.*@/, ''),
      ]
      expect(body).toMatchObject({ buildDefinition: { externalParameters: { workflow: { path, ref } } } })
    },
  )
})

interface Token {
  readonly name: string
  readonly claims: Claims
  readonly expect: { readonly error?: string; readonly environment?: string }
}

/** Placeholders of the documentation, where GitHub issues a commit or a number. */
const REAL: Claims = {
  workflow_sha: 'a'.repeat(40),
  job_workflow_sha: 'b'.repeat(40),
  run_id: '1658821493',
}
/** Claims that the sandbox makes for the moment and for itself. */
const OWN = new Set(['iss', 'aud', 'jti', 'iat', 'nbf', 'exp'])

const claimsOf = ({ claims }: Token): Claims => {
  const given = Object.fromEntries(Object.entries(claims).filter(([name]) => !OWN.has(name)))
  const absent = claims['job_workflow_ref'] === undefined ? { job_workflow_ref: null } : {}
  return { ...given, ...REAL, ...absent }
}

describeWithOracles('tokens of the documentation', () => {
  const { tokens = [], customisation_templates: templates = [] } = oracle('platform/oidc/github.json') ?? {}
  const believed: Token[] = tokens.filter((token: Token) => token.expect.error === undefined)
  const refused: Token[] = tokens.filter((token: Token) => token.expect.error !== undefined)

  test('all of them are looked at', () => {
    expect([believed.length, refused.length]).toEqual([11, 1])
  })
  test.each(believed.map((token) => [token.name, token] as const))('%s', async (_, token) => {
    const claims = await believe(claimsOf(token))
    expect(claims).toMatchObject({
      subject: token.claims['sub'],
      ref: token.claims['ref'],
      headRef: token.claims['head_ref'],
      jobWorkflowRef: token.claims['job_workflow_ref'],
    })
    expect(claims.environment).toBe(token.expect.environment ?? token.claims['environment'])
  })
  test.each(refused.map((token) => [token.name, token] as const))('%s is refused', async (_, token) => {
    await expect(believe(claimsOf(token))).rejects.toThrow(token.expect.error ?? '')
  })

  const subs: string[] = templates
    .map(({ example_sub: sub }: { example_sub: string }) => sub)
    .filter((sub: string) => sub.includes(':'))
  test.each(subs)('the template of %s', async (sub) => {
    expect((await believe({ repository_id: '74', sub })).subject).toBe(sub)
  })
})
