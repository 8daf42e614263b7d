import { expect, test } from '@jest/globals'
import { customPredicate, isCommit, slsaProvenance, type JobClaims } from '@open-claw/core'
import { serverUrl, type ProvenanceSources } from '../../../packages/core/src/sign/provenance.ts'
import { CLAIMS, RUNNER } from '../../support/claims.ts'
import { codeOf } from '../../support/errors.ts'
import { guarded } from '../../support/guarded.ts'

const make = (claims: Partial<JobClaims> = {}, inputs?: Record<string, unknown>): Record<string, any> =>
  slsaProvenance({
    claims: { ...CLAIMS, ...claims },
    runner: RUNNER,
    isolation: 'shared-job',
    inputs,
    run: undefined,
  }).body

test('SLSA provenance of a push, in the shape of GitHub’s build type', () => {
  expect(make()).toEqual({
    buildDefinition: {
      buildType: 'https://actions.github.io/buildtypes/workflow/v1',
      externalParameters: {
        workflow: {
          ref: 'refs/heads/main',
          repository: 'https://github.com/octo-org/octo-repo',
          path: '.github/workflows/release.yml',
        },
      },
      internalParameters: {
        github: {
          event_name: 'push',
          repository_id: '74',
          repository_owner_id: '65',
          runner_environment: 'github-hosted',
        },
        isolation: 'shared-job',
        runner: {
          os: 'Linux',
          arch: 'X64',
          image: 'ubuntu24',
          imageVersion: '20261101.1',
          uid: 1001,
          dockerSocket: true,
          ephemeral: true,
        },
      },
      resolvedDependencies: [
        {
          uri: 'git+https://github.com/octo-org/octo-repo@refs/heads/main',
          digest: { gitCommit: 'a'.repeat(40) },
        },
        {
          name: '.github/workflows/release.yml',
          uri: 'git+https://github.com/octo-org/octo-repo@refs/heads/main',
          digest: { gitCommit: 'a'.repeat(40) },
        },
      ],
    },
    runDetails: {
      builder: {
        id: 'https://github.com/octo-org/octo-repo/.github/workflows/release.yml@refs/heads/main',
      },
      metadata: { invocationId: 'https://github.com/octo-org/octo-repo/actions/runs/1111/attempts/2' },
    },
  })
})

test.each(['pull_request', 'schedule', 'merge_group', 'workflow_run', 'pull_request_target'])(
  'SLSA provenance %s gets our own build type',
  (eventName) => {
    expect(make({ eventName })['buildDefinition'].buildType).toBe(
      'https://open-claw.github.io/buildtypes/github-actions/v1',
    )
  },
)

test('SLSA provenance a reusable workflow is the builder, split where its ref begins, and a dependency with its commit', () => {
  const body = make({
    jobWorkflowRef: 'acme/build/.github/workflows/b.yml@refs/heads/a@b',
    jobWorkflowSha: guarded(isCommit, 'b'.repeat(40)),
  })
  expect(body['runDetails'].builder.id).toBe(
    'https://github.com/acme/build/.github/workflows/b.yml@refs/heads/a@b',
  )
  expect(body['buildDefinition'].resolvedDependencies).toContainEqual({
    name: '.github/workflows/b.yml',
    uri: 'git+https://github.com/acme/build@refs/heads/a@b',
    digest: { gitCommit: 'b'.repeat(40) },
  })
})

test.each([
  '{"user":"app","password":"hunter2"}',
  '--set dbPassword=hunter2',
  `glpat-${'a'.repeat(20)}`,
  `npm_${'a'.repeat(36)}`,
])('SLSA provenance abuse case 35: the input %s is left out for what it holds', (config) => {
  const { externalParameters } = make({ eventName: 'workflow_dispatch' }, { config })['buildDefinition']
  expect(externalParameters.inputs).toEqual({ config: '[redacted]' })
})

test.each(['tokens: 5', 'password=${{ secrets.X }}', 'rotate the token'])(
  'SLSA provenance the input %s is kept: it names a secret and holds none',
  (config) => {
    const { externalParameters } = make({ eventName: 'workflow_dispatch' }, { config })['buildDefinition']
    expect(externalParameters.inputs).toEqual({ config })
  },
)

test.each([
  ['pkg@latest.yml@refs/tags/v1', 'pkg@latest.yml', 'refs/tags/v1'],
  ['@.yaml@refs/heads/a@b', '@.yaml', 'refs/heads/a@b'],
  ['Build and Release.yml@refs/heads/main', 'Build and Release.yml', 'refs/heads/main'],
  ['veröffentlichen.yml@refs/tags/v1-größe', 'veröffentlichen.yml', 'refs/tags/v1-größe'],
  // Whoever may push could else name a branch so that the provenance says main.
  ['r.yml@refs/heads/x@refs/heads/main', 'r.yml', 'refs/heads/x@refs/heads/main'],
  [`r.yml@${'c'.repeat(40)}`, 'r.yml', 'c'.repeat(40)],
  [`a@b.yml@${'c'.repeat(64)}`, 'a@b.yml', 'c'.repeat(64)],
])('SLSA provenance the workflow file %s is split where its ref begins', (text, file, ref) => {
  const { workflow } = make({ workflowRef: `octo-org/octo-repo/.github/workflows/${text}` })[
    'buildDefinition'
  ].externalParameters
  expect(workflow).toMatchObject({ path: `.github/workflows/${file}`, ref })
})

test('SLSA provenance a run without a ref is of its commit', () => {
  const commit = 'a'.repeat(40)
  const workflowRef = `octo-org/octo-repo/.github/workflows/r.yml@${commit}`
  const { resolvedDependencies } = make({ ref: '', workflowRef, jobWorkflowRef: workflowRef })[
    'buildDefinition'
  ]
  expect(resolvedDependencies[0]).toEqual({
    uri: 'git+https://github.com/octo-org/octo-repo',
    digest: { gitCommit: commit },
  })
})

test('SLSA provenance abuse case 36: a second attempt is another invocation', () => {
  expect(make({ runAttempt: '3' })['runDetails'].metadata.invocationId).toMatch(/attempts\/3$/)
})

test('SLSA provenance abuse case 38: a step cannot claim more isolation than it has', () => {
  // @ts-expect-error The type of the writer knows no other value.
  const forged: ProvenanceSources['isolation'] = 'isolated'
  expect(forged).not.toBe(make()['buildDefinition'].internalParameters.isolation)
  expect(make()['buildDefinition'].internalParameters.isolation).toBe('shared-job')
})

test('SLSA provenance abuse case 35: inputs that look like secrets are left out and named', () => {
  const body = make(
    { eventName: 'workflow_dispatch' },
    {
      version: '1.2.3',
      'deploy-token': 'short',
      note: `use ghp_${'a'.repeat(36)}`,
      dsn: 'postgres://user:hunter2@db/x',
      jwt: `eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJyZXBvIn0.${'a'.repeat(20)}`,
    },
  )
  expect(body['buildDefinition'].externalParameters.inputs).toEqual({
    version: '1.2.3',
    'deploy-token': '[redacted]',
    note: '[redacted]',
    dsn: '[redacted]',
    jwt: '[redacted]',
  })
  expect(body['buildDefinition'].internalParameters.redactedInputs).toEqual([
    'deploy-token',
    'note',
    'dsn',
    'jwt',
  ])
})

test.each([
  'no-at-sign',
  'a@b',
  'owner/name@ref',
  '',
  'owner/name/@refs/heads/main',
  'owner/name/r.yml',
  'owner/name/r.yml@',
  // Two files could be meant.
  'owner/name/.github/workflows/a.yml@b.yml@v1',
])('SLSA provenance a workflow claim that is not a workflow is refused: %j', async (jobWorkflowRef) => {
  expect(await codeOf(() => make({ jobWorkflowRef }))).toBe('OIDC_TOKEN_INVALID')
})

test.each([
  ['https://token.actions.githubusercontent.com', 'https://github.com'],
  ['https://token.actions.githubusercontent.com/acme', 'https://github.com'],
  ['https://token.actions.acme.ghe.com', 'https://acme.ghe.com'],
  ['https://github.acme.example/_services/token', 'https://github.acme.example'],
  [
    'https://token.actions.githubusercontent.com.evil.example',
    'https://token.actions.githubusercontent.com.evil.example',
  ],
])('SLSA provenance the server comes from the issuer: %s', (issuer, server) => {
  expect(serverUrl(issuer)).toBe(server)
})

const body = Buffer.from('{"a":1}')
test('a predicate of the build an SBOM is taken as it is', () => {
  expect(customPredicate('https://cyclonedx.org/bom', body)).toEqual({
    type: 'https://cyclonedx.org/bom',
    text: '{"a":1}',
  })
})

test.each([
  'urn:x:y',
  'urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6',
  'tag:example.com,2026:sbom',
  'pkg:generic/type@1',
  'https://example.com/a?b=c%20d#e',
  'http://example.com',
])('a predicate of the build the type %s is a URI', (type) => {
  expect(customPredicate(type, body).type).toBe(type)
})

test.each([
  'cosign.sigstore.dev/attestation/v1',
  '//example.com/x',
  '/x/v1',
  'urn:',
  ':x',
  '1a:x',
  'https://',
  'https://example.com/a b',
  'https://example.com/%zz',
  'https://example.com/#a#b',
  'https://example.com/<x>',
  `urn:${'x'.repeat(2048)}`,
  'data:text/html,x',
  // Equal to what is reserved, and another text.
  'HTTPS://slsa.dev/provenance/v1',
  'https://SLSA.dev/provenance/v1',
  'URN:x:y',
])('a predicate of the build the type %s is none, or not in its normal form', async (type) => {
  expect(await codeOf(() => customPredicate(type, body))).toBe('PREDICATE_INVALID')
})

test.each([
  'https://slsa.dev/provenance/v1',
  'https://slsa.dev/provenance/v0.2',
  'https://slsa.dev/verification_summary/v1',
  'https://slsa.dev/provenance/v1/',
  'sbom',
  'javascript:alert(1)',
  '',
])('a predicate of the build abuse case 31: the type %j is refused', async (type) => {
  expect(await codeOf(() => customPredicate(type, body))).toBe('PREDICATE_INVALID')
})

test.each([
  ['a list', '[]', 'PREDICATE_INVALID'],
  ['null', 'null', 'PREDICATE_INVALID'],
  ['no JSON', '<xml/>', 'JSON_INVALID'],
  ['a duplicate key', '{"a":1,"a":2}', 'JSON_INVALID'],
  ['abuse case 37: depth', `{"a":${'['.repeat(70)}${']'.repeat(70)}}`, 'JSON_INVALID'],
])('a predicate of the build %s is refused', async (_, text, code) => {
  expect(await codeOf(() => customPredicate('https://cyclonedx.org/bom', Buffer.from(text)))).toBe(code)
})
