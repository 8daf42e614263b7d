// Cases 40 and 65: what a reviewer reads of a policy is what the gate sees.
import { expect, test } from '@jest/globals'
import { refusal } from '../../support/errors.ts'
import { POLICY, parsePolicy } from '../../support/policies.ts'

const messageOf = async (text: string): Promise<string> => {
  const error = await refusal(() => parsePolicy(Buffer.from(text)))
  return `${error.code} ${error.message}`
}
/** Line on which `text` stands in the policy, from 1. */
const lineOf = (text: string): number => POLICY.slice(0, POLICY.indexOf(text)).split('\n').length

test.each<[string, string, string]>([
  [
    'YAML 1.1, where "no" is false',
    `%YAML 1.1\n---\n${POLICY}`,
    'a directive, "%YAML 1.1", is not allowed (line 1, column 1)',
  ],
  ['YAML 1.2 by name', `%YAML 1.2\n---\n${POLICY}`, 'a directive'],
  ['a tag handle', `%TAG ! tag:example.com,2000:\n---\n${POLICY}`, 'a directive'],
  ['a directive of nobody', `%FOO bar\n---\n${POLICY}`, 'a directive'],
  [
    'a tag of the core schema',
    POLICY.replace('kind: ', 'kind: !!str '),
    `a tag, "!!str", is not allowed (line ${lineOf('kind:')}, column 7)`,
  ],
  ['a tag that says nothing', POLICY.replace('kind: ', 'kind: ! '), 'a tag, "!"'],
  ['a tag with its URI', POLICY.replace('kind: ', 'kind: !<tag:yaml.org,2002:str> '), 'a tag'],
  ['a tag on a name', POLICY.replace('kind:', '!!str kind:'), 'a tag'],
  ['a tag on an item', POLICY.replace('- refs/heads/main', '- !!str refs/heads/main'), 'a tag'],
  [
    'an anchor that nothing uses',
    POLICY.replace('spec:', 'spec: &spec'),
    `an anchor, "&spec", is not allowed (line ${lineOf('spec:')}, column 7)`,
  ],
  ['an anchor on a name', POLICY.replace('kind:', '&a kind:'), 'an anchor'],
  ['an alias', POLICY.replace('kind: ArtifactPolicy', 'kind: *a'), 'an alias, "*a"'],
  ['an alias of a list', POLICY.replace('    - refs/heads/main', '    - *a'), 'an alias'],
  [
    'two documents',
    `${POLICY}---\n${POLICY}`,
    `has a second document (line ${POLICY.split('\n').length}, column 1)`,
  ],
  ['two fields of one name', `${POLICY}kind: ArtifactPolicy\n`, 'Map keys must be unique'],
  ['a name that is a number', `${POLICY}1: x\n`, 'has a field whose name is not text'],
  ['a name that is a list', `${POLICY}? [a]\n: x\n`, 'has a field whose name is not text'],
  ['depth without end', `x: ${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'POLICY_INVALID'],
  ['depth without brackets', `${'- '.repeat(20_000)}x`, 'POLICY_INVALID'],
])('a policy is plain YAML and refused with %s', async (_, text, expected) => {
  const message = await messageOf(text)
  expect(message).toMatch(/^POLICY_INVALID /)
  expect(message).toContain(expected)
})

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', '"__proto__"', '"\\u005f_proto__"'])(
  'a policy is plain YAML without a field named %s, wherever it is',
  async (name) => {
    const plain = name.includes('proto') ? '__proto__' : name
    for (const text of [
      `${POLICY}${name}: 1\n`,
      POLICY.replace('metadata:', `metadata:\n  ${name}: 1`),
      POLICY.replace(/( +)repository:/, `$1${name}: {}\n$1repository:`),
    ])
      expect(await messageOf(text)).toContain(`has a field named "${plain}", which no policy has (line `)
  },
)

test.each<[string, string]>([
  ['an order of reading from right to left', '# allowed\u{202e}rehtona\n'],
  ['a character without width', 'x: "a\u{200b}b"\n'],
  ['a terminal sequence', '# \u{1b}[2J\n'],
  ['a joiner outside an emoji', '# a\u{200d}b\n'],
])('a policy is plain YAML and refused with %s, in a comment as well', async (_, line) => {
  expect(await messageOf(POLICY + line)).toContain(`has a character that does not show`)
})

test('a policy is plain YAML with words that YAML 1.1 would read as something else', async () => {
  const text = POLICY.replace('name: production', 'name: no')
  expect(await parsePolicy(Buffer.from(text))).toMatchObject({ name: 'no' })
})
test('a policy is plain YAML which may begin with a byte order mark and have the lines of Windows', async () => {
  const text = `\u{feff}---\n${POLICY}`.replaceAll('\n', '\r\n')
  expect(await parsePolicy(Buffer.from(text))).toMatchObject({ name: 'production' })
})
test('a policy is plain YAML whose text may look like what is refused', async () => {
  const text = POLICY.replace('metadata:', '# %YAML &a *b !c\nmetadata:').replace(
    'refs/heads/main',
    '"refs/heads/main"',
  )
  expect(await parsePolicy(Buffer.from(text))).toMatchObject({ name: 'production' })
})

test('what is wrong with a value is told with its line', async () => {
  const text = POLICY.replace('- push', '- PUSH')
  expect(await messageOf(text)).toContain(`(line ${lineOf('- push')}, column `)
  const unknown = POLICY.replace('apiVersion:', 'apiversion:')
  expect(await messageOf(unknown)).toContain(
    'apiVersion: is missing; "apiversion" stands there and is no field',
  )
})
