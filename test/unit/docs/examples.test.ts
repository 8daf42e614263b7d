import { describe, expect, test } from '@jest/globals'
import { codeOf, refusal } from '../../support/errors.ts'
import { blocks, PAGES, pageText } from './pages.ts'
import { workflowProblems } from './workflow-problems.ts'
import { parsePolicy } from '../../support/policies.ts'

const workflows = [...PAGES].flatMap(([path, text]) =>
  blocks(text, 'yaml')
    .filter((block) => block.includes('uses:'))
    .map((block) => [path, block] as const),
)
const README = blocks(pageText('README.md'), 'yaml').find((block) => block.includes('jobs:')) ?? ''

describe('workflows that people copy', () => {
  test('there is one on the README and one for each action', () => {
    const pages = workflows.map(([path]) => path)
    expect(pages.filter((path) => path.startsWith('docs/actions/'))).toHaveLength(5)
    expect(pages).toContain('README.md')
  })
  test.each(workflows)('%s can be copied as it is', (_, block) => {
    expect(workflowProblems(block)).toEqual([])
  })
})

describe('a workflow is not taken for right', () => {
  test.each([
    ['a tag', '@08c6903cd8c0fde910a37f88322edcfb5dd907a8', '@v5', 'not pinned'],
    ['a short commit', '@08c6903cd8c0fde910a37f88322edcfb5dd907a8', '@08c6903', 'not pinned'],
    ['a mistyped input', 'policy-digest:', 'policy-diggest:', 'no input policy-diggest'],
    ['a required input left out', 'bundles: release/*.sigstore.json', '', 'needs the input bundles'],
    ['another action', '/actions/verify-before-deploy@', '/actions/verify@', 'no action of ours'],
    ['an output that does not exist', 'outputs.digests', 'outputs.digest', 'no output digest'],
    ['an id that does not exist', 'id: gate', 'id: door', 'no output digests of a step gate'],
    ['an identity that is not granted', 'id-token: write', 'id-token: none', 'does not fit'],
    [
      'an input that has no effect',
      'bundles: release',
      'credentials: ambient\n          aws-role: x\n          bundles: release',
      'Input aws-role',
    ],
    ['permissions for all jobs', 'permissions: {}', 'permissions: read-all', 'at the top'],
  ])('with %s', (_, right, wrong, problem) => {
    expect(README).toContain(right)
    expect(workflowProblems(README.replace(right, wrong)).join('\n')).toContain(problem)
  })
})

describe('the policy of the documentation', () => {
  const policy = blocks(pageText('docs/policy.md'), 'yaml').find((block) => block.includes('kind:')) ?? ''
  test('is a policy', async () => {
    const { name, entries, attestors } = await parsePolicy(Buffer.from(policy))
    expect(name).toBe('production')
    expect(entries.map((entry) => entry.name)).toEqual(['provenance', 'sbom', 'signed'])
    expect(attestors).toHaveLength(2)
  })
  test.each([
    ['a field that is mistyped', 'repositoryId', 'repositoryID'],
    ['a key without its version', '/cryptoKeyVersions/1', ''],
    ['an id without quotes', "'123456789'", '123456789'],
    ['an attestor that is not defined', '[release, scanner]', '[release, scaner]'],
    ['a pattern of stars', 'refs/tags/v*', '"*"'],
    ['an empty list', '[push]', '[]'],
  ])('is none with %s', async (_, right, wrong) => {
    expect(policy).toContain(right)
    expect(await codeOf(() => parsePolicy(Buffer.from(policy.replace(right, wrong))))).toBe('POLICY_INVALID')
  })
})

const policies = [...PAGES].flatMap(([path, text]) =>
  blocks(text, 'yaml')
    .filter((block) => block.includes('kind: ArtifactPolicy'))
    .map((block) => [path, block] as const),
)

describe('policies that people copy', () => {
  test('there are several', () => {
    expect(policies.length).toBeGreaterThan(3)
  })
  test.each(policies.filter(([path]) => path !== 'README.md'))(
    'the one of %s can be read',
    async (_, block) => {
      expect(await codeOf(() => parsePolicy(Buffer.from(block)))).toBe('no error')
    },
  )
  test('the one of the README lacks the key alone, and the message says so', async () => {
    const block = policies.find(([path]) => path === 'README.md')?.[1] ?? ''
    const error = await refusal(() => parsePolicy(Buffer.from(block)))
    expect(error.message).toContain('key.publicKey: is the placeholder of the documentation')
    const PEM = `|\n            -----BEGIN PUBLIC KEY-----\n            AA==\n`
    expect(
      await codeOf(() => parsePolicy(Buffer.from(block.replace(/\|\n[^]*?-----END PUBLIC KEY-----\n/, PEM)))),
    ).toBe('no error')
  })
})
