import { describe, expect, test } from '@jest/globals'
import { pointInto } from '../../../packages/secrets/src/pointer.ts'
import { refusal } from './codes.ts'

const CANARY = 'canary-7f3a9c'
const DOCUMENT = `{
  "user": "app", "pass": "a\\"b\\n${CANARY}", "port": 5432, "big": 12345678901234567890.10, "on": true,
  "nested": { "a": [ "x", { "y z": " k " } ], "": "blank name", "__proto__": "own" },
  "nothing": null, "empty": ""
}`
const point = (...pointer: string[]) => pointInto(DOCUMENT, pointer, 'Secret A')

describe('a pointer finds', () => {
  test.each([
    [['user'], 'app'],
    [['pass'], `a"b\n${CANARY}`],
    [['port'], '5432'],
    [['on'], 'true'],
    [['nested', 'a', '0'], 'x'],
    [['nested', 'a', '1', 'y z'], ' k '],
    [['nested', ''], 'blank name'],
    [['nested', '__proto__'], 'own'],
    [['empty'], ''],
  ])('%j', (pointer, value) => {
    expect(point(...pointer)).toBe(value)
  })
  test('every digit of a number, as it is written', () => {
    expect(point('big')).toBe('12345678901234567890.10')
  })
  test('an object as compact JSON, spaces inside strings kept', () => {
    expect(point('nested', 'a')).toBe('["x",{"y z":" k "}]')
  })
  test('the whole secret where there is no pointer, JSON or not', () => {
    expect(pointInto('{ not json', [], 'A')).toBe('{ not json')
  })
})

describe('a pointer into a secret is refused', () => {
  test.each([
    ['missing'],
    ['constructor'],
    ['toString'],
    ['user', 'length'],
    ['user', '0'],
    ['nested', 'a', '-'],
    ['nested', 'a', '2'],
    ['nested', 'a', '00'],
    ['nested', 'a', '-1'],
    ['nested', 'a', '1e0'],
    ['nested', 'a', 'length'],
    ['nested', 'hasOwnProperty'],
    ['port', '0'],
    ['nothing', 'a'],
  ])('where nothing is: %j %j %j', (...pointer) => {
    expect(refusal(() => point(...pointer.filter((token) => typeof token === 'string')))).toBe(
      'SECRET_NOT_FOUND',
    )
  })
  test.each([
    ['text', CANARY],
    ['JSON with a comment', `{"a":"${CANARY}"/**/}`],
    ['a trailing comma', `{"a":"${CANARY}",}`],
    ['single quotes', `{'a':'${CANARY}'}`],
    ['two documents', `{"a":"${CANARY}"}{}`],
    ['NaN', '{"a":NaN}'],
    ['nothing', ''],
    ['a duplicate member', `{"a":"${CANARY}","a":"other"}`],
    ['a duplicate member written differently', `{"a":"${CANARY}","\\u0061":"other"}`],
    ['a duplicate member elsewhere', `{"a":"${CANARY}","b":[{"c":1,"c":2}]}`],
    ['nesting without end', `{"a":${'['.repeat(30_000)}${']'.repeat(30_000)}}`],
    ['null', '{"a":null}'],
  ])('where it is %s, without showing it', (_, text) => {
    const call = () => pointInto(text, ['a'], 'Secret A')
    expect(refusal(call)).toBe('SECRET_UNUSABLE')
    expect(call).not.toThrow(new RegExp(CANARY))
  })
  test('an error names the member that is missing and no value', () => {
    expect(() => point('pass', 'x\u0007')).toThrow('Secret A: the secret has no member "x\\u{7}" there.')
  })
})

describe('a pointer leads into JSON with a byte order mark', () => {
  const JSON_WITH_MARK = '\ufeff{"user":"app", "nested": { "a": 1.50 }}'
  test.each([
    [['user'], 'app'],
    [['nested'], '{"a":1.50}'],
    [['nested', 'a'], '1.50'],
  ])('%j', (pointer, value) => {
    expect(pointInto(JSON_WITH_MARK, pointer, 'S')).toBe(value)
  })
  test('the whole keeps it', () => {
    expect(pointInto(JSON_WITH_MARK, [], 'S')).toBe(JSON_WITH_MARK)
  })
  test('two marks are none', () => {
    expect(refusal(() => pointInto(`\ufeff${JSON_WITH_MARK}`, ['user'], 'S'))).toBe('SECRET_UNUSABLE')
  })
})
