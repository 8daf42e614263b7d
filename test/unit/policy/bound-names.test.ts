// Two artifacts of one release, each signed under its own name, swap their files.
import { expect, test } from '@jest/globals'
import { indexSubjects } from '../../../packages/core/src/verify/subject-match.ts'
import type { Sha256 } from '@open-claw/core'
import { decide, type Artifact } from '@open-claw/policy'
import { certifiedPolicy, codesOf, entryVerdict, statement } from '../../support/certified-facts.ts'
import { codeOf, refusal } from '../../support/errors.ts'
import { parsePolicy } from '../../support/policies.ts'

const SERVER = 'a'.repeat(64) as Sha256
const CLIENT = 'b'.repeat(64) as Sha256
const file = (name: string, digest: Sha256): Artifact => ({
  name,
  digest,
  source: 'file',
  digests: new Map(),
})
const release = statement({
  subjects: indexSubjects([
    { name: 'dist/server.js', digests: { sha256: SERVER } },
    { name: 'dist/client.js', digests: { sha256: CLIENT } },
  ]),
})
const binding = (names?: string) =>
  certifiedPolicy((entry) => {
    if (names !== undefined) entry['names'] = names
  })

test.each([[undefined], ['unbound']])('names that are %s may be swapped', async (names) => {
  expect(await codesOf(binding(names), [release], file('dist/server.js', CLIENT))).toEqual(['allow'])
})
test.each(['path', 'basename'])('names bound by %s may not', async (names) => {
  const swapped = [file('dist/server.js', CLIENT), file('dist/client.js', SERVER)]
  const policy = await parsePolicy(binding(names))
  const evidence = [{ path: 'b', facts: release }]
  const { decision, artifacts } = decide(policy, swapped, evidence)
  expect(decision).toBe('deny')
  for (const { entries } of artifacts)
    expect(entries[0]?.reasons.map(({ code }) => code)).toEqual(['NAME_MISMATCH'])
  expect(
    decide(policy, [file('dist/server.js', SERVER), file('dist/client.js', CLIENT)], evidence).decision,
  ).toBe('allow')
})
test.each([
  ['path', 'server.js', 'NAME_MISMATCH'],
  ['path', 'release/server.js', 'NAME_MISMATCH'],
  ['basename', 'release/server.js', 'allow'],
  ['basename', 'server.js', 'allow'],
  ['basename', 'dist/Server.js', 'NAME_MISMATCH'],
  ['basename', 'xserver.js', 'NAME_MISMATCH'],
  ['basename', 'server.js/x', 'NAME_MISMATCH'],
])('names by %s, the file at %s: %s', async (names, path, code) => {
  expect(await codesOf(binding(names), [release], file(path, SERVER))).toEqual([code])
})
test('names that the statement does not say are not met', async () => {
  const nameless = statement({
    subjects: indexSubjects([{ name: undefined, digests: { sha256: SERVER } }]),
  })
  expect(await codesOf(binding('basename'), [nameless], file('server.js', SERVER))).toEqual(['NAME_MISMATCH'])
  const { reasons } = await entryVerdict(binding('path'), [nameless], file('server.js', SERVER))
  expect(reasons[0]).toMatchObject({ expected: 'server.js', found: 'nothing' })
})
test('names of which one file has several suffice', async () => {
  const twice = statement({
    subjects: indexSubjects([
      { name: 'dist/a.js', digests: { sha256: SERVER } },
      { name: 'dist/b.js', digests: { sha256: SERVER } },
    ]),
  })
  for (const [name, code] of [
    ['dist/a.js', 'allow'],
    ['dist/b.js', 'allow'],
    ['dist/c.js', 'NAME_MISMATCH'],
  ] as const)
    expect(await codesOf(binding('path'), [twice], file(name, SERVER))).toEqual([code])
})
test('names of another bundle do not help: one bundle satisfies the whole entry', async () => {
  const renamed = statement({ subjects: indexSubjects([{ name: 'x.js', digests: { sha256: SERVER } }]) })
  const others = statement({
    subjects: indexSubjects([{ name: 'server.js', digests: { sha256: CLIENT } }]),
  })
  expect(await codesOf(binding('basename'), [renamed, others], file('server.js', SERVER))).toEqual([
    'NAME_MISMATCH',
  ])
})
test('names are bound in words of the policy alone, and where there is a name', async () => {
  const error = await refusal(() => parsePolicy(binding('bound')))
  expect(error.message).toContain('names: is not path, basename or unbound')
  const signature = certifiedPolicy((_, __, spec) => {
    spec['signatures'] = [{ name: 'signed', attestors: ['ci'], names: 'path' }]
  })
  expect(await codeOf(() => parsePolicy(signature))).toBe('POLICY_INVALID')
})
