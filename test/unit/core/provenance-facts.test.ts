// What provenance says, of whatever builder wrote it.
import { describe, expect, test } from '@jest/globals'
import { provenanceFacts } from '../../../packages/core/src/verify/provenance-facts.ts'

const REPOSITORY = 'https://github.com/octo-org/octo-repo'
const commitOf = (resolvedDependencies: unknown, workflow: unknown = { repository: REPOSITORY }) =>
  provenanceFacts('https://slsa.dev/provenance/v1', {
    buildDefinition: {
      buildType: 'https://example.com/build/v1',
      externalParameters: { workflow },
      resolvedDependencies,
    },
    runDetails: { builder: { id: 'https://example.com/builder' } },
  })?.commit
const source = (uri: string, digit = 'a') => ({ uri, digest: { gitCommit: digit.repeat(40) } })

describe('the commit of provenance', () => {
  test.each([
    ['with its ref', [source(`git+${REPOSITORY}@refs/heads/main`)]],
    ['without a ref', [source(`git+${REPOSITORY}`)]],
    [
      'after another one',
      [source('git+https://github.com/octo-org/tool@v1', 'b'), source(`git+${REPOSITORY}`)],
    ],
    ['before another one', [source(`git+${REPOSITORY}@x`), source(`git+${REPOSITORY}@y`, 'b')]],
  ])('is the one of its repository: %s', (_, dependencies) => {
    expect(commitOf(dependencies)).toBe('a'.repeat(40))
  })

  test.each<[string, unknown]>([
    ['no dependencies', undefined],
    ['those of others', [source('git+https://github.com/octo-org/tool@v1')]],
    ['one that only begins like it', [source(`git+${REPOSITORY}-2@v1`)]],
    ['no digest', [{ uri: `git+${REPOSITORY}` }]],
  ])('is not said by %s', (_, dependencies) => {
    expect(commitOf(dependencies)).toBeUndefined()
  })

  test('is not said where no repository is', () => {
    expect(commitOf([source(`git+${REPOSITORY}`), source('git+undefined')], {})).toBeUndefined()
  })
})

const V1 = 'https://slsa.dev/provenance/v1'
const V0_2 = 'https://slsa.dev/provenance/v0.2'
const SHA1 = 'c'.repeat(40)

test('the provenance of other builders of npm before late 2023', () => {
  const facts = provenanceFacts(V0_2, {
    buildType: 'https://github.com/npm/cli/gha/v2',
    builder: { id: 'https://github.com/actions/runner' },
    invocation: {
      configSource: { uri: `git+${REPOSITORY}@refs/tags/v1`, digest: { sha1: SHA1 }, entryPoint: 'x.yml' },
      environment: {
        GITHUB_EVENT_NAME: 'push',
        GITHUB_REPOSITORY_ID: '74',
        GITHUB_REF: 'refs/heads/other',
      },
    },
    metadata: { buildInvocationId: '7-1' },
  })
  expect(facts).toEqual({
    buildType: 'https://github.com/npm/cli/gha/v2',
    builderId: 'https://github.com/actions/runner',
    repository: REPOSITORY,
    repositoryId: '74',
    ref: 'refs/tags/v1',
    commit: SHA1,
    event: 'push',
    runnerEnvironment: undefined,
    isolation: undefined,
    invocationId: undefined,
  })
})

test('the provenance of other builders of a generator, whose variables are in small letters', () => {
  const facts = provenanceFacts(V0_2, {
    buildType: 'https://github.com/slsa-framework/slsa-github-generator/generic@v1',
    builder: { id: 'https://github.com/x/y/.github/workflows/z.yml@refs/tags/v1' },
    invocation: {
      configSource: { uri: `git+${REPOSITORY}`, digest: { sha1: SHA1 } },
      environment: {
        github_event_name: 'schedule',
        github_repository_id: '74',
        github_ref: 'refs/heads/main',
      },
    },
  })
  expect(facts).toMatchObject({
    repositoryId: '74',
    ref: 'refs/heads/main',
    event: 'schedule',
    commit: SHA1,
  })
})

test('the provenance of other builders of a delegated builder: the first dependency is the source', () => {
  const facts = provenanceFacts(V1, {
    buildDefinition: {
      buildType: 'https://github.com/slsa-framework/slsa-github-generator/delegator-generic@v0',
      externalParameters: {
        workflow: { repository: 'https://github.com/octo-org/forged', ref: 'refs/heads/x' },
      },
      internalParameters: { GITHUB_EVENT_NAME: 'push', GITHUB_REPOSITORY_ID: '74' },
      resolvedDependencies: [{ uri: `git+${REPOSITORY}@refs/tags/v1`, digest: { gitCommit: SHA1 } }],
    },
    runDetails: { builder: { id: 'https://example.com/b' }, metadata: { invocationId: 'r' } },
  })
  expect(facts).toMatchObject({
    repository: REPOSITORY,
    ref: 'refs/tags/v1',
    commit: SHA1,
    event: 'push',
    repositoryId: '74',
    invocationId: 'r',
  })
})

test.each<[string, unknown]>([
  ['nothing', {}],
  ['lists', { invocation: [], builder: [], buildType: [] }],
  ['no text', { invocation: { configSource: { uri: 1, digest: [] }, environment: 'x' }, builder: { id: 7 } }],
  ['what every object has', { invocation: { configSource: { uri: { constructor: 'x' } } } }],
  ['a source that is none', { invocation: { configSource: { uri: 'https://github.com/octo-org/x' } } }],
  ['an empty builder, as BuildKit writes it', { builder: { id: '' } }],
])('the provenance of other builders says nothing with %s', (_, predicate) => {
  expect(
    Object.values(provenanceFacts(V0_2, predicate) ?? { a: 1 }).filter((fact) => fact !== undefined),
  ).toEqual([])
})

test('the provenance of other builders is none of another type', () => {
  expect(provenanceFacts('https://cyclonedx.org/bom', {})).toBeUndefined()
  expect(provenanceFacts('https://slsa.dev/provenance/v0.1', {})).toBeUndefined()
})
