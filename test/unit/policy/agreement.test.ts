// Cases 31, 50 and 52: what a certificate and the provenance that it signs must both say, by build type and builder.
import { describe, expect, test } from '@jest/globals'
import type { ProvenanceFacts } from '@open-claw/core'
import {
  certifiedPolicy,
  CLAIMS,
  codesOf,
  entryVerdict,
  identity,
  PROVENANCE,
  REPOSITORY,
  statement,
  WORKFLOW,
} from '../../support/certified-facts.ts'

const broad = certifiedPolicy()
const said = (
  change: Partial<ProvenanceFacts>,
  claims: Readonly<Record<string, string>> = CLAIMS,
  subject = WORKFLOW,
) =>
  statement({
    provenance: { ...PROVENANCE, ...change },
    signer: { kind: 'certificate', identity: identity({ claims, subject }) },
  })

const OTHER: Partial<ProvenanceFacts> = { repository: 'https://github.com/octo-org/other' }
const BUILD_TYPES = [
  'https://actions.github.io/buildtypes/workflow/v1',
  'https://slsa-framework.github.io/github-actions-buildtypes/workflow/v1',
  'https://open-claw.github.io/buildtypes/github-actions/v1',
  'https://github.com/slsa-framework/slsa-github-generator/generic@v1',
  'https://github.com/npm/cli/gha/v2',
  'https://ci.example/of-nobody/v1',
  undefined,
]

describe('a certificate and the provenance that it signs', () => {
  describe.each(BUILD_TYPES)('of the build type %s', (buildType) => {
    test.each<[string, Partial<ProvenanceFacts>]>([
      ['repository', OTHER],
      ['repository id', { repositoryId: '75' }],
      ['ref', { ref: 'refs/heads/main' }],
      ['commit', { commit: 'b'.repeat(40) }],
      ['event', { event: 'workflow_dispatch' }],
      ['runner', { runnerEnvironment: 'self-hosted' }],
      ['workflow', { builderId: WORKFLOW.replace('release', 'other') }],
    ])('must agree on the %s', async (_, change) => {
      expect(await codesOf(broad, [said({ buildType, ...change })])).toEqual(['CERTIFICATE_MISMATCH'])
    })
    test('agree', async () => {
      expect(await codesOf(broad, [said({ buildType })])).toEqual(['allow'])
    })
  })

  test('a run of another number is another run', async () => {
    const invocationId = `${REPOSITORY}/actions/runs/8/attempts/1`
    expect(await codesOf(broad, [said({ invocationId })])).toEqual(['CERTIFICATE_MISMATCH'])
  })

  test('the claim is named with both values and the clause', async () => {
    const { reasons } = await entryVerdict(broad, [said(OTHER)])
    expect(reasons).toMatchObject([
      {
        code: 'CERTIFICATE_MISMATCH',
        what: 'sourceRepositoryURI, which the provenance has to repeat (https://actions.github.io/buildtypes/workflow/v1)',
        expected: `${REPOSITORY}, as the certificate says`,
        found: 'https://github.com/octo-org/other in the provenance',
      },
    ])
  })

  test('every disagreement is told', async () => {
    expect(await codesOf(broad, [said({ ...OTHER, ref: 'refs/heads/main', event: 'schedule' })])).toEqual(
      Array.from({ length: 3 }, () => 'CERTIFICATE_MISMATCH'),
    )
  })

  test('what one of them does not say contradicts nothing', async () => {
    expect(await codesOf(broad, [said({ ref: 'refs/heads/x' }, {})])).toEqual(['allow'])
    expect(await codesOf(broad, [said({ event: undefined, builderId: undefined })])).toEqual(['allow'])
  })
})

describe('a certificate with the extensions of before 2023 alone', () => {
  const old = {
    githubWorkflowTrigger: 'push',
    githubWorkflowSHA: 'a'.repeat(40),
    githubWorkflowName: 'Release',
    githubWorkflowRepository: 'octo-org/octo-repo',
    githubWorkflowRef: 'refs/tags/v1',
  }
  test('agrees', async () => {
    expect(await codesOf(broad, [said({}, old)])).toEqual(['allow'])
  })
  test.each<[string, Partial<ProvenanceFacts>, string]>([
    ['repository', OTHER, 'githubWorkflowRepository'],
    ['server', { repository: 'https://ghe.example/octo-org/octo-repo' }, 'githubWorkflowRepository'],
    ['ref', { ref: 'refs/heads/main' }, 'githubWorkflowRef'],
    ['commit', { commit: 'b'.repeat(40) }, 'githubWorkflowSHA'],
    ['event', { event: 'schedule' }, 'githubWorkflowTrigger'],
    ['workflow', { builderId: WORKFLOW.replace('release', 'other') }, 'subject'],
  ])('must agree on the %s', async (_, change, claim) => {
    const { reasons } = await entryVerdict(broad, [said(change, old)])
    expect(reasons.map(({ code, what }) => [code, what.split(',')[0]])).toEqual([
      ['CERTIFICATE_MISMATCH', claim],
    ])
  })
  test('the subject names the workflow, whatever else is there', async () => {
    expect(await codesOf(broad, [said({}, {})])).toEqual(['allow'])
    expect(await codesOf(broad, [said({ builderId: WORKFLOW.replace('release', 'other') }, {})])).toEqual([
      'CERTIFICATE_MISMATCH',
    ])
  })
  test('where both kinds are there, both must agree', async () => {
    const claims = { ...CLAIMS, ...old, githubWorkflowRepository: 'octo-org/other' }
    expect(await codesOf(broad, [said({}, claims)])).toEqual(['CERTIFICATE_MISMATCH'])
  })
})

describe('the builder', () => {
  const DELEGATOR =
    'https://github.com/slsa-framework/slsa-github-generator/.github/workflows/delegator_generic_slsa3.yml@refs/tags/v2.0.0'
  const DELEGATED = 'https://github.com/slsa-framework/slsa-github-generator/delegator-generic@v0'
  const trusting = (subject: string) =>
    certifiedPolicy((_, attestor) => (attestor['certificate'].subjects = [subject]))
  const signedBy = (signer: string, change: Partial<ProvenanceFacts>) =>
    said(change, { ...CLAIMS, buildSignerURI: signer }, signer)

  test.each(['https://github.com/actions/runner/github-hosted', 'https://github.com/actions/runner'])(
    '%s is the runner, of whatever workflow',
    async (builderId) => {
      expect(await codesOf(broad, [said({ builderId })])).toEqual(['allow'])
    },
  )
  test('that names a kind of runner must name the one that the certificate names', async () => {
    for (const kind of ['self-hosted', '', 'github-hosted/x'])
      expect(
        await codesOf(broad, [said({ builderId: `https://github.com/actions/runner/${kind}` })]),
      ).toEqual(['CERTIFICATE_MISMATCH'])
  })
  test('of a delegator is whom it names, and of nobody else', async () => {
    const builderId = 'https://github.com/acme/builders/.github/workflows/maven.yml@refs/tags/v1'
    const facts = signedBy(DELEGATOR, { builderId, buildType: DELEGATED })
    expect(await codesOf(trusting(DELEGATOR), [facts])).toEqual(['allow'])
    expect(await codesOf(broad, [said({ builderId, buildType: DELEGATED })])).toEqual([
      'CERTIFICATE_MISMATCH',
    ])
    const imitated = DELEGATOR.replace('slsa-framework/', 'octo-org/')
    expect(
      await codesOf(trusting(imitated), [signedBy(imitated, { builderId, buildType: DELEGATED })]),
    ).toEqual(['CERTIFICATE_MISMATCH'])
    expect(await codesOf(trusting(DELEGATOR), [signedBy(DELEGATOR, { builderId })])).toEqual([
      'CERTIFICATE_MISMATCH',
    ])
  })
  test('in a form of its own is for the policy, but not where the build type knows none', async () => {
    const builderId = 'https://tekton.dev/chains/v2'
    const own = said({ builderId, buildType: 'https://tekton.dev/chains/v2/slsa' })
    expect(await codesOf(broad, [own])).toEqual(['allow'])
    expect(await codesOf(broad, [said({ builderId })])).toEqual(['CERTIFICATE_MISMATCH'])
  })
})

const rule = {
  repository: REPOSITORY,
  repositoryId: '74',
  refs: ['refs/tags/v*'],
  builders: [WORKFLOW.replace('v1', 'v*')],
  events: ['push'],
}
const withRule = (change: Record<string, unknown> = {}) =>
  certifiedPolicy((entry) => (entry['provenance'] = { ...rule, ...change }))

test('a rule on provenance is met without isolation, which others than we do not know', async () => {
  expect(await codesOf(withRule(), [statement()])).toEqual(['allow'])
  expect(await codesOf(withRule({ isolation: ['shared-job'] }), [statement()])).toEqual([
    'PROVENANCE_INCOMPLETE',
  ])
})

test.each<[string, Record<string, string>, Partial<ProvenanceFacts>, string]>([
  [
    'repository',
    { sourceRepositoryURI: 'https://github.com/octo-org/fork' },
    { repository: REPOSITORY },
    'REPOSITORY_MISMATCH',
  ],
  ['repository id', { sourceRepositoryIdentifier: '666' }, {}, 'REPOSITORY_ID_MISMATCH'],
  ['ref', { sourceRepositoryRef: 'refs/pull/1/merge' }, {}, 'REF_MISMATCH'],
  ['event', { buildTrigger: 'pull_request_target' }, {}, 'EVENT_MISMATCH'],
])(
  'a rule on provenance is not met by words of the build where the certificate says otherwise: %s',
  async (_, claims, change, code) => {
    const facts = said({ buildType: 'https://ci.example/forged/v1', ...change }, { ...CLAIMS, ...claims })
    expect(await codesOf(withRule(), [facts])).toEqual(['CERTIFICATE_MISMATCH', code])
  },
)

test('a rule on provenance is met by no statement whose provenance nobody read', async () => {
  expect(await codesOf(withRule(), [statement({ provenance: undefined })])).toEqual(['PROVENANCE_INCOMPLETE'])
})

test('a rule on provenance is met by the word of the platform where the build is silent', async () => {
  const runner = withRule({ runnerEnvironment: 'github-hosted' })
  expect(await codesOf(runner, [said({ runnerEnvironment: undefined })])).toEqual(['allow'])
  const { runnerEnvironment: _, ...silent } = CLAIMS
  expect(await codesOf(runner, [said({ runnerEnvironment: undefined }, silent)])).toEqual([
    'PROVENANCE_INCOMPLETE',
  ])
})

describe('claims of a certificate', () => {
  const claiming = (claims: Record<string, unknown>) =>
    certifiedPolicy((_, attestor) => (attestor['certificate'].claims = claims))
  test('may have one of several values', async () => {
    const claims = { buildTrigger: ['release', 'push'], runnerEnvironment: 'github-hosted' }
    expect(await codesOf(claiming(claims), [statement()])).toEqual(['allow'])
  })
  test('are named where they fail, with both values', async () => {
    const { reasons } = await entryVerdict(
      claiming({ buildTrigger: ['release', 'schedule'], deploymentEnvironment: 'Production EU' }),
      [statement()],
    )
    expect(reasons).toMatchObject([
      {
        code: 'ATTESTOR_NOT_ALLOWED',
        what: 'claim buildTrigger of the certificate, for "ci"',
        expected: 'release or schedule',
        found: 'push',
      },
      { what: 'claim deploymentEnvironment of the certificate, for "ci"', found: 'nothing' },
    ])
  })
})
