// No form of printing shows a token, and none compiles where only printable text may stand.
import { format, formatWithOptions, inspect } from 'node:util'
import { describe, expect, test } from '@jest/globals'
import { line, printable, printableText, Token } from '@open-claw/core'

const TEXT = 'ya29.canary-token'
const token = Token.receive(TEXT, () => {})

describe('nothing shows the text of a token', () => {
  test.each<[form: string, print: (value: unknown) => string]>([
    ['a text', String],
    ['a sum', (value) => '' + value],
    ['JSON', (value) => JSON.stringify({ value })],
    ['inspect', (value) => inspect(value, { showHidden: true, depth: Infinity })],
    ['inspect without its own method', (value) => inspect(value, { customInspect: false, showHidden: true })],
    ['inspect of what holds it', (value) => inspect({ a: [value] }, { showHidden: true, depth: Infinity })],
    ['a format', (value) => format('%s %o %O %j %d', value, value, value, value, value)],
    ['a format in colours', (value) => formatWithOptions({ colors: true }, '%O', value)],
    ['its keys', (value) => Reflect.ownKeys(Object(value)).map(String).join(',')],
    ['its entries', (value) => JSON.stringify(Object.entries(Object(value)))],
    ['a copy', (value) => inspect(structuredClone(value), { showHidden: true })],
    ['a spread', (value) => inspect({ ...Object(value) }, { showHidden: true })],
    ['an error', (value) => inspect(new Error('failed', { cause: value }), { showHidden: true })],
    ['a list', (value) => [value, value].join(',')],
  ])('%s', (_, print) => {
    const printed = print(token)
    expect(typeof printed).toBe('string')
    expect(printed).not.toContain('canary')
  })
})

test('a token is masked before it exists, and an empty text is no mask', () => {
  const masked: string[] = []
  const made = Token.receive(TEXT, (value) => void masked.push(value))
  expect(() =>
    Token.receive(TEXT, () => {
      throw new Error('no mask')
    }),
  ).toThrow('no mask')
  Token.receive('', (value) => void masked.push(value))
  expect([made.reveal(), masked]).toEqual([TEXT, [TEXT]])
})

test('a token does not compile as a text', () => {
  const attempts = [
    // @ts-expect-error A token is no text.
    () => printable(token),
    // @ts-expect-error A token is no text.
    () => printableText(token),
    // @ts-expect-error A token is no printable text.
    () => line`${token}`,
    // @ts-expect-error A token that was not masked cannot be made.
    () => new Token(TEXT),
    () => {
      // @ts-expect-error What looks like a token is none.
      const other: Token = { reveal: () => TEXT, toString: () => '', toJSON: () => '' }
      return other
    },
  ]
  expect(attempts).toHaveLength(5)
})
