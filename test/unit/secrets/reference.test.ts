import { describe, expect, test } from '@jest/globals'
import { parsePointer } from '../../../packages/secrets/src/pointer.ts'
import { parseSecretRequests } from '../../../packages/wiring/src/secret-stores.ts'
import { refusal } from './codes.ts'

const parse = (...lines: string[]) => parseSecretRequests(lines, 'secrets')

test('a reference names project, secret, version and a member', () => {
  expect(parse('DB_PASSWORD = gcp-sm://my-project/db/3#/users/0/pass~1word')).toEqual([
    {
      name: 'DB_PASSWORD',
      uri: 'gcp-sm://my-project/db/3#/users/0/pass~1word',
      reference: {
        scheme: 'gcp-sm',
        project: 'my-project',
        secret: 'db',
        version: '3',
        pointer: ['users', '0', 'pass/word'],
      },
    },
  ])
})

test('a reference takes a project number, latest, and no spaces', () => {
  expect(parse('A=gcp-sm://123456/My_secret-1/latest')[0]?.reference).toEqual({
    scheme: 'gcp-sm',
    project: '123456',
    secret: 'My_secret-1',
    version: 'latest',
    pointer: [],
  })
})

// Case 94: traversal and wildcards.
test.each([
  'A = gcp-sm://my-project/../other/1',
  'A = gcp-sm://my-project/db/1/../2',
  'A = gcp-sm://my-project/%2e%2e/1',
  'A = gcp-sm://my-project/*/1',
  'A = gcp-sm://my-project/db*/1',
  'A = gcp-sm://*/db/1',
  'A = gcp-sm://my-project/db/*',
  'A = gcp-sm://my-project/db/1?alt=media',
  'A = gcp-sm://my-project//1',
  'A = gcp-sm:///db/1',
  'A = gcp-sm://user@my-project/db/1',
  'A = gcp-sm://my-project:443/db/1',
  'A = gcp-sm://My-Project/db/1',
  'A = gcp-sm://my-project/d\u0412/1',
  'A = gcp-sm://my-project/db/1\u202e',
])('a reference is refused: %j', (line) => {
  expect(refusal(() => parse(line))).toBe('SECRET_REFERENCE_INVALID')
})

test.each([
  ['no version', 'A = gcp-sm://my-project/db'],
  ['an empty version', 'A = gcp-sm://my-project/db/'],
  ['version 0', 'A = gcp-sm://my-project/db/0'],
  ['a leading zero', 'A = gcp-sm://my-project/db/01'],
  ['a negative version', 'A = gcp-sm://my-project/db/-1'],
  ['an alias, which can be moved', 'A = gcp-sm://my-project/db/prod'],
  ['latest in capitals', 'A = gcp-sm://my-project/db/LATEST'],
  ['an unknown scheme', 'A = vault://secret/db#key'],
  ['a scheme from the prototype', 'A = constructor://my-project/db/1'],
  ['another case of the scheme', 'A = GCP-SM://my-project/db/1'],
  ['no scheme', 'A = my-project/db/1'],
  ['no name', '= gcp-sm://my-project/db/1'],
  ['no reference', 'A ='],
  ['no equals sign', 'A gcp-sm://my-project/db/1'],
  ['a name with a hyphen', 'A-B = gcp-sm://my-project/db/1'],
  ['a name that starts with a digit', '1A = gcp-sm://my-project/db/1'],
  ['a name with a delimiter', 'A<<EOF = gcp-sm://my-project/db/1'],
  ['a name with a line break', 'A\nB = gcp-sm://my-project/db/1'],
  ['a name of 129 characters', `${'A'.repeat(129)} = gcp-sm://my-project/db/1`],
  ['an empty fragment', 'A = gcp-sm://my-project/db/1#'],
  ['a line over the limit', `A = gcp-sm://my-project/db/1#/${'x'.repeat(2048)}`],
])('a reference is refused with %s', (_, line) => {
  expect(refusal(() => parse(line))).toBe('SECRET_REFERENCE_INVALID')
})

test('a reference shows hidden characters of what it refuses', () => {
  expect(() => parse('A = gcp-sm://my-project/db\u001b[2K/1')).toThrow(/\\u\{1b\}/)
})

const line = (name: string) => `${name} = gcp-sm://my-project/db/1`

describe('a list of references', () => {
  test('keeps its order', () => {
    expect(parse(line('B'), line('A')).map(({ name }) => name)).toEqual(['B', 'A'])
  })
  test.each([
    ['empty', []],
    ['of one name twice', [line('A'), line('A')]],
    ['of names that differ in case alone', [line('token'), line('TOKEN')]],
    ['of 65', Array.from({ length: 65 }, (_, index) => line(`A${index}`))],
  ])('is refused: %s', (_, lines) => {
    expect(refusal(() => parseSecretRequests(lines, 'secrets'))).toBe('SECRET_REFERENCE_INVALID')
  })
  test('names the input and the line that is wrong', () => {
    expect(() => parse(line('A'), 'nonsense')).toThrow(/^Input secrets, line 2: /)
  })
})

describe('a JSON pointer in a fragment', () => {
  // RFC 6901 §6, the examples of the specification.
  test.each([
    ['/foo', ['foo']],
    ['/foo/0', ['foo', '0']],
    ['/', ['']],
    ['/a~1b', ['a/b']],
    ['/c%25d', ['c%d']],
    ['/e%5Ef', ['e^f']],
    ['/g%7Ch', ['g|h']],
    ['/i%5Cj', ['i\\j']],
    ['/k%22l', ['k"l']],
    ['/%20', [' ']],
    ['/m~0n', ['m~n']],
    ['/~01', ['~1']],
  ])('%s', (fragment, tokens) => {
    expect(parsePointer(fragment, 'A')).toEqual(tokens)
  })
  test.each([
    ['', 'empty'],
    ['foo', 'without a slash'],
    ['/a~2b', 'with an unknown escape'],
    ['/a~', 'with an escape cut off'],
    ['/%', 'with a percent sign alone'],
    ['/%zz', 'that is not hexadecimal'],
    ['/%ff', 'that is not UTF-8'],
    ['/a b', 'with a space'],
    ['/a"b', 'with a quote'],
    ['/a\u0000b', 'with NUL'],
    ['/ä', 'beyond ASCII'],
    ['/a#b', 'with a second fragment'],
  ])('%j is refused: %s', (fragment) => {
    expect(refusal(() => parsePointer(fragment, 'A'))).toBe('SECRET_REFERENCE_INVALID')
  })
})
