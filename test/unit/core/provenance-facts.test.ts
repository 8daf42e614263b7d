// What provenance says, of whatever builder wrote it.
import { describe, expect, test } from '@jest/globals'
import { provenanceFacts } from '../../../packages/core/src/provenance-facts.ts'

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
