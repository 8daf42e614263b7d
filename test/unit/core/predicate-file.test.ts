// A predicate file is signed as it is, or refused: nothing in it changes on the way.
import { describe, expect, test } from '@jest/globals'
import { customPredicate, parseSha256, parseStatement, signStatements, type Subject } from '@open-claw/core'
import { writeStatement } from '../../../packages/core/src/formats/statement.ts'
import { caseBytes, describeWithCases } from '../../support/cases.ts'
import { codeOf, refusal } from '../../support/errors.ts'
import { testKey } from '../../support/keys.ts'

const TYPE = 'https://cyclonedx.org/bom'
const SUBJECT: Subject = { name: 'app', digest: parseSha256(`sha256:${'a'.repeat(64)}`, 't'), source: 'file' }
const HEAD = `{"_type":"https://in-toto.io/Statement/v1","subject":[{"name":"app","digest":{"sha256":"${'a'.repeat(64)}"}}],"predicateType":"${TYPE}","predicate":`

const statementOf = (document: Uint8Array): string =>
  writeStatement([SUBJECT], customPredicate(TYPE, document)).toString()
const deep = (levels: number): string => `${'{"c":'.repeat(levels)}1${'}'.repeat(levels)}`

describe('the bytes of the value are carried', () => {
  test.each([
    ['integers of 64 bits', '{"id":9007199254740993,"ns":1757507696123456789}'],
    ['long decimals', '{"pi":3.14159265358979323846,"cvss":9.80,"one":1.0}'],
    ['what is smaller than a double', '{"tiny":1e-400}'],
    ['the sign of zero', '{"zero":-0,"other":-0.0}'],
    ['exponents as they are written', '{"a":1E5,"b":1e+05}'],
    ['the order of keys that are numbers', '{"10":"a","2":"b","x":1}'],
    ['escapes', '{"a":"\\u00e9\\/\\ud83d\\ude80"}'],
    ['names of JavaScript', '{"__proto__":{"a":1},"constructor":2}'],
    ['spaces and lines', '{\r\n\t"a" : [ 1 ,\n 2 ]\n}'],
  ])('%s', (_, text) => {
    expect(statementOf(Buffer.from(text))).toBe(`${HEAD}${text}}`)
  })

  test('what stands around the value is not part of it', () => {
    expect(statementOf(Buffer.from('\ufeff \r\n{"a": 1}\t\n'))).toBe(`${HEAD}{"a": 1}}`)
  })

  test('what was written is read again, by the gate too', () => {
    const { predicate } = parseStatement(statementOf(Buffer.from('{"a":{"predicate":[1]},"b":"}"}')))
    expect(predicate).toEqual({ a: { predicate: [1] }, b: '}' })
  })
})

describe('what readers would not read, or read in two ways', () => {
  test.each([
    ['a number over a double', '{"a":{"score":1e400}}', '/a/score'],
    ['a number below it', '{"neg":-1e400}', '/neg'],
    ['a long number', `{"n":${'9'.repeat(400)}}`, '/n'],
    ['half a pair', '{"a":["\\ud800"]}', '/a/0'],
    ['half a pair in a key', '{"\\udc00":1}', 'pair'],
    ['a level more than the statement has', deep(64), '63'],
    ['UTF-16 with its mark', Buffer.from('\ufeff{"a":1}', 'utf16le'), 'UTF-16'],
    ['UTF-16 without', Buffer.from('{"a":1}', 'utf16le'), 'UTF-16'],
    ['UTF-16 of the other order', Buffer.from('\ufeff{"a":1}', 'utf16le').swap16(), 'UTF-16'],
    ['a list', '[1,2]', 'object'],
  ])('%s is refused, and the message says where', async (_, text, part) => {
    const error = await refusal(() => statementOf(Buffer.from(text)))
    expect([error.code, error.message]).toEqual(['PREDICATE_INVALID', expect.stringContaining(part)])
  })

  test.each([
    ['a key twice', '{"a":1,"a":2}'],
    ['a key twice by an escape', '{"a":1,"\\u0061":2}'],
    ['two values', '{"a":1}{"b":2}'],
    ['a value and the end of another', '{"a":1},"predicateType":"x"'],
    ['a comment', '{"a":1}// x'],
    ['Latin-1', Buffer.from('{"a":"\u00e9"}', 'latin1')],
    ['NaN', '{"a":NaN}'],
  ])('%s is no JSON', async (_, text) => {
    expect(await codeOf(() => statementOf(Buffer.from(text)))).toBe('JSON_INVALID')
  })

  test('the deepest predicate that is taken is one that the gate reads', () => {
    expect(parseStatement(statementOf(Buffer.from(deep(63)))).subject).toHaveLength(1)
  })

  // Case 37.
  test('a statement that the gate could not read is not signed', async () => {
    const key = testKey()
    const body = JSON.parse(deep(64))
    expect(await codeOf(() => signStatements(key, [SUBJECT], { type: TYPE, body }))).toBe('JSON_INVALID')
    expect(key.requests).toEqual([])
  })
})

describe('the type', () => {
  const body = Buffer.from('{}')
  test.each([
    'urn:example:sbom:1',
    'tag:example.com,2026:sbom',
    'pkg:generic/sbom@1',
    'https://example.com/sbom/v1?x=1#y',
    'https://in-toto.io/attestation/test-result/v0.1',
    'https://example.com/%C3%A9',
  ])('%s is a URI', (type) => {
    expect(customPredicate(type, body).type).toBe(type)
  })
  // Case 31.
  test.each([
    'cosign.sigstore.dev/attestation/v1',
    'sbom',
    'https:',
    'https:///sbom',
    'HTTPS://example.com/sbom',
    'https://Example.com/sbom',
    'https://example.com/a b',
    'https://example.com/%zz',
    'data:application/json,{}',
    'https://slsa.dev:443/provenance/v1',
    'https://slsa.dev//provenance/v1',
    'https://slsa.dev/%70rovenance/v1',
    'https://slsa.dev./provenance/v1',
    'https://x@slsa.dev/provenance/v1',
    'http://slsa.dev/provenance/v1',
    'https://slsa.dev/provenance',
    'https://SLSA.dev/Provenance/v1',
  ])('%s is refused', async (type) => {
    expect(await codeOf(() => customPredicate(type, body))).toBe('PREDICATE_INVALID')
  })
})

/** What becomes of each file, by its name: the text that is carried, or a code. */
const FILES: Readonly<Record<string, string>> = {
  'int64.json': 'carried',
  'decimals.json': 'carried',
  'keys.json': 'carried',
  'proto.json': 'carried',
  'bom.json': 'carried',
  'tag.json': 'carried',
  'urn.json': 'carried',
  'noscheme.json': 'carried',
  'overflow.json': 'PREDICATE_INVALID',
  'surrogate.json': 'PREDICATE_INVALID',
  'utf16.json': 'PREDICATE_INVALID',
  'array.json': 'PREDICATE_INVALID',
  'deep.json': 'JSON_INVALID',
  'dup.json': 'JSON_INVALID',
}

describeWithCases('predicate files from real use', () => {
  test.each(Object.entries(FILES))('%s: %s', async (name, expected) => {
    const document = caseBytes(`10-predicate/${name}`) ?? Buffer.alloc(0)
    const text = document
      .toString('utf8')
      .replace(/^\ufeff/, '')
      .trim()
    const code = await codeOf(() => statementOf(document))
    expect(code).toBe(expected === 'carried' ? 'no error' : expected)
    expect(code !== 'no error' || statementOf(document) === `${HEAD}${text}}`).toBe(true)
  })
})
