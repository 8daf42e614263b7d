// A policy that a reader and the parser could see differently.
import { describe, expect, test } from '@jest/globals'
import { codeOf } from '../../support/errors.ts'
import { POLICY, parsePolicy } from '../../support/policies.ts'

describe('a policy is refused', () => {
  test.each<[string, string | Buffer]>([
    ['that is not UTF-8', Buffer.concat([Buffer.from(`${POLICY}# `), Buffer.from([0xff])])],
    ['in UTF-16', Buffer.from(POLICY, 'utf16le')],
    ['with a key written in two ways', `${POLICY}"k\\u0069nd": ArtifactPolicy\n`],
    ['with a key of the prototype', `${POLICY}__proto__:\n  spec: 1\n`],
    ['with a constructor', `${POLICY}constructor: 1\n`],
    ['with a merge key', POLICY.replace('spec:', '<<: {}\nspec:')],
    [
      'with a merge key of YAML 1.1',
      `%YAML 1.1\n---\n${POLICY.replace('name: production', '<<: {name: x}')}`,
    ],
    ['with a second document', `${POLICY}---\na: 1\n`],
    ['deep beyond any stack', `x: ${'['.repeat(50_000)}`],
    [
      'with no provenance rule where the word stands',
      POLICY.replace(/provenance:\n +repository:[^]*/, 'provenance:\n'),
    ],
    ['with a list for a rule', POLICY.replace(/provenance:\n +repository:[^]*/, 'provenance: []\n')],
    ['with an id that is a number', POLICY.replace('"74"', '74')],
  ])('%s', async (_, text) => {
    expect(await codeOf(() => parsePolicy(Buffer.from(text)))).toBe('POLICY_INVALID')
  })

  test('and the one that these were made from is not', async () => {
    expect(await parsePolicy(Buffer.from(POLICY))).toMatchObject({ name: 'production' })
  })
})
