// Cases 50, 51 and 66: whom a pattern admits. Every value that a platform can give can be named, and no stranger comes in.
import { describe, expect, test } from '@jest/globals'
import { matchesPattern, type Pattern } from '../../../packages/policy/src/language/pattern.ts'
import { caseBytes, caseJson, describeWithCases } from '../../support/cases.ts'
import { certifiedPolicy } from '../../support/certified-facts.ts'
import { codeOf } from '../../support/errors.ts'
import { edit, parsePolicy } from '../../support/policies.ts'

const withSubject = (subject: string, claims?: Record<string, unknown>) =>
  certifiedPolicy((_, attestor) => {
    attestor['certificate'].subjects = [subject]
    if (claims !== undefined) attestor['certificate'].claims = claims
  })
const verdictOn = (policy: Uint8Array): Promise<string> => codeOf(() => parsePolicy(policy))

describe('a value is named exactly', () => {
  test.each([
    'Production EU',
    'größe',
    'Production 🚀',
    'team 👩‍💻 ❤️',
    '🏴󠁧󠁢󠁥󠁮󠁧󠁿 England',
    '生产环境',
    'прод / eu',
    "it's: #1 [a] {b}",
    'a@b',
  ])('%s', async (environment) => {
    const { attestors } = await parsePolicy(
      withSubject('https://github.com/octo-org/x', { deploymentEnvironment: environment }),
    )
    const [ci] = attestors
    const [pattern] = (ci !== undefined && 'certificate' in ci
      ? ci.certificate.claims?.['deploymentEnvironment']
      : undefined) ?? ['' as Pattern]
    expect(matchesPattern(pattern ?? ('' as Pattern), environment)).toBe(true)
    expect(matchesPattern(pattern ?? ('' as Pattern), `${environment} `)).toBe(false)
  })
  test.each([
    ['a line break', 'a\nb'],
    ['a bell', 'a\u{7}b'],
    ['an order of reading', 'a\u{202e}b'],
    ['an isolate', 'a\u{2066}b'],
    ['nothing to see', 'a\u{200b}b'],
    ['a joiner outside an emoji', 'a\u{200d}b'],
    ['letters of an emoji alone', 'a\u{e0067}b'],
    ['a byte order mark', '\u{feff}a'],
    ['a space at its end', 'a '],
    ['nothing but spaces', '  '],
  ])('not with %s', async (_, environment) => {
    const policy = withSubject('https://github.com/octo-org/x', { deploymentEnvironment: environment })
    expect(await verdictOn(policy)).toBe('POLICY_INVALID')
  })
})

test('halves of a pair do not become a character where an emoji between them is taken out', async () => {
  const text = Buffer.from(withSubject('https://github.com/octo-org/x', { deploymentEnvironment: 'HALVES' }))
  const policy = text.toString('utf8').replace('HALVES', String.raw`"\ud83d\u2764\ufe0f\ude00"`)
  expect(policy).toContain(String.raw`\ude00`)
  expect(await verdictOn(Buffer.from(policy))).toBe('POLICY_INVALID')
})

describeWithCases('a policy of somebody', () => {
  test('names an environment with a space', async () => {
    const bytes = caseBytes('12-claims/policy-environment-with-space.yaml') ?? Buffer.of()
    expect(await parsePolicy(bytes)).toMatchObject({
      attestors: [{ certificate: { claims: { deploymentEnvironment: ['Production EU'] } } }],
    })
  })
  const cases: Record<string, string>[] = caseJson('12-claims/claims.json') ?? []
  test.each(cases.map((claims) => [claims['job_workflow_ref'] ?? '', claims['ref']]))(
    'names the workflow %s',
    async (workflow, ref = 'refs/heads/main') => {
      const signer = `https://github.com/${workflow}`
      const policy = withSubject(signer, { buildSignerURI: signer, sourceRepositoryRef: ref })
      expect(await parsePolicy(policy)).toMatchObject({
        attestors: [
          {
            certificate: {
              subjects: [signer],
              claims: { buildSignerURI: [signer], sourceRepositoryRef: [ref] },
            },
          },
        ],
      })
      const [attestor] = (await parsePolicy(policy)).attestors
      const [pattern = '' as Pattern] =
        attestor !== undefined && 'certificate' in attestor ? attestor.certificate.subjects : []
      expect([matchesPattern(pattern, signer), matchesPattern(pattern, `${signer}1`)]).toEqual([true, false])
    },
  )
})

const EVERYBODY = [
  '*',
  '*/*/*',
  '*/*',
  '*@*',
  '*.*',
  '*:*',
  '*//*/*/*',
  'https://*',
  'https://*/*',
  'https://*/acme/app',
  'https://git*.com/acme/app',
  'https://github.com/*',
  'https://github.com/*/app',
  'https://github.com/*/*/.github/workflows/release.yml@*',
  'h*//*/acme/app',
  '*@acme.*',
  '*@gmail.com*',
  'ali*',
  '*//*/*/.github/workflows/release.yml@x',
]
const SOMEBODY = [
  'https://github.com/acme/*',
  'https://github.com/acme-*/app',
  'https://github.com/acme/*/.github/workflows/*@refs/tags/v*',
  'https://ghe.acme.example/team/*',
  '*@acme.example',
  'ci-*@acme.example',
  'spiffe://acme.example/ci/*',
  'urn:acme:builder:*',
  'alice@acme.example',
]

describe('where an identity is needed', () => {
  test.each(EVERYBODY)('strangers are not met by the subject %s', async (subject) => {
    expect(await verdictOn(withSubject(subject))).toBe('POLICY_INVALID')
  })
  test.each(SOMEBODY)('somebody is named by the subject %s', async (subject) => {
    expect(await verdictOn(withSubject(subject))).toBe('no error')
  })
  const withBuilder = (builder: string) =>
    edit((json) => (json['spec'].attestations[0].provenance.builders = [builder]))
  test.each(EVERYBODY)('nor by the builder %s', async (builder) => {
    expect(await verdictOn(withBuilder(builder))).toBe('POLICY_INVALID')
  })
  test.each(SOMEBODY)('nor is the builder %s refused', async (builder) => {
    expect(await verdictOn(withBuilder(builder))).toBe('no error')
  })

  const broad = 'https://github.com/*/*/.github/workflows/release.yml@refs/tags/v*'
  test.each<Record<string, unknown>>([
    { sourceRepositoryOwnerIdentifier: '42' },
    { sourceRepositoryURI: 'https://github.com/acme/*' },
    { githubWorkflowRepository: 'acme/*' },
    { sourceRepositoryIdentifier: ['1', '2'] },
  ])('a broad subject may be pinned by a claim: %j', async (claims) => {
    expect(await verdictOn(withSubject(broad, claims))).toBe('no error')
  })
  test.each<Record<string, unknown>>([
    { runnerEnvironment: 'github-hosted' },
    { sourceRepositoryURI: 'https://github.com/*/app' },
    { githubWorkflowRepository: '*/app' },
    { sourceRepositoryOwnerURI: ['https://github.com/acme', 'https://github.com/*'] },
    { sourceRepositoryOwnerIdentifier: '4*' },
  ])('but not by one that strangers have: %j', async (claims) => {
    expect(await verdictOn(withSubject(broad, claims))).toBe('POLICY_INVALID')
  })
})

test('no text makes matching slow: steps grow with its length', async () => {
  const { attestors } = await parsePolicy(withSubject('https://github.com/acme/*a*a*b'))
  const [ci] = attestors
  const [pattern] = ci !== undefined && 'certificate' in ci ? ci.certificate.subjects : []
  if (pattern === undefined) throw new Error('no pattern')
  // With backtracking over three stars this takes 10^17 steps.
  expect(matchesPattern(pattern, `https://github.com/acme/${'a'.repeat(1_000_000)}`)).toBe(false)
})
