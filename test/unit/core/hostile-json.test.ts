// Documents that cost more than they are long: counted while they are read, before anything is built.
import { describe, expect, test } from '@jest/globals'
import { MAX_JSON_NODES } from '../../../packages/core/src/formats/json.ts'
import { parseBundle, parseJson, parseStatement } from '@open-claw/core'
import { codeOf, refusal } from '../../support/errors.ts'

const repeated = (part: string, times: number): string => part.repeat(times)
const listOf = (item: string, times: number): string => `[${repeated(`${item},`, times - 1)}${item}]`

describe('abuse case 45: values of a document are counted before they are built', () => {
  test.each([
    ['empty lists', '[]'],
    ['empty objects', '{}'],
    ['numbers', '1'],
    ['texts', '""'],
    ['objects', '{"a":1}'],
  ])('millions of %s are refused', async (_, item) => {
    const text = listOf(item, MAX_JSON_NODES)
    expect((await refusal(() => parseJson(text, 'It'))).message).toContain('more than 1048576 values')
    expect(await codeOf(() => parseStatement(text))).toBe('JSON_INVALID')
  })

  test.each([
    ['a list', '[1,1,1,1]', 5],
    ['an object', '{"a":1,"b":[1,{}]}', 6],
    ['marks inside of a text', String.raw`["[,,,{\",,","\\"]`, 3],
  ])('%s has as many as it has', async (_, text, count) => {
    expect(parseJson(text, 'It', { nodes: count })).toStrictEqual(JSON.parse(text))
    expect(await codeOf(() => parseJson(text, 'It', { nodes: count - 1 }))).toBe('JSON_INVALID')
  })

  test('keys of one object', async () => {
    const keys = Array.from({ length: MAX_JSON_NODES }, (_, index) => `"${index}":1`).join(',')
    expect(await codeOf(() => parseJson(`{${keys}}`, 'It'))).toBe('JSON_INVALID')
  })

  test('a bundle holds fewer than its payload may', async () => {
    const bundle = (entries: string): Buffer =>
      Buffer.from(`{"verificationMaterial":{"tlogEntries":${entries}}}`)
    const codes = ['{"a":[]}', '{}'].map((entry) =>
      codeOf(() => parseBundle(bundle(listOf(entry, 5000)), 'b')),
    )
    expect(await Promise.all(codes)).toStrictEqual(['JSON_INVALID', 'JSON_INVALID'])
  })

  test('a text of megabytes is one value', () => {
    const text = 'A'.repeat(15 * 1024 * 1024)
    expect(parseJson(JSON.stringify({ text }), 'It', { nodes: 2 })).toStrictEqual({ text })
  })
})

describe('abuse case 39: equal keys', () => {
  test.each([
    ['after a text that ends in backslashes', String.raw`{"x":"\\\\","a":1,"a":2}`],
    ['after a text with quotes', String.raw`{"x":"\"{\"","a":1,"a":2}`],
    ['around a list', '{"a":[{"a":1}],"b":[],"a":2}'],
    ['with an escaped slash', String.raw`{"a/b":1,"a\/b":2}`],
    ['as halves of one character', String.raw`{"😀":1,"\ud83d\ude00":2}`],
    ['empty', '{"":1,"":2}'],
  ])('%s', async (_, text) => {
    expect(() => JSON.parse(text)).not.toThrow()
    expect((await refusal(() => parseJson(text, 'It'))).message).toContain('twice in one object')
  })

  test.each([
    '{"a":{"a":{"a":1}},"b":[{"a":1},{"a":1}]}',
    String.raw`{"a":"b","b":"a","c":"\"a\":"}`,
    '["a","a",{"a":"a"}]',
  ])('none in %s', (text) => {
    expect(parseJson(text, 'It')).toStrictEqual(JSON.parse(text))
  })
})

test.each([1_000, 1_000_000])(
  'abuse case 46: a document cut short after %i characters is no JSON',
  async (length) => {
    const whole = JSON.stringify({ text: String.raw`\"`.repeat(length), list: [[[1]]] })
    expect(await codeOf(() => parseJson(whole.slice(0, length), 'It'))).toBe('JSON_INVALID')
  },
)

test('a message shows the beginning of a text of megabytes', async () => {
  const key = '\u0001'.repeat(8 * 1024 * 1024)
  const { message } = await refusal(() =>
    parseJson(`{${JSON.stringify(key)}:1,${JSON.stringify(key)}:2}`, 'It', { bytes: 2 ** 28 }),
  )
  expect(message.length).toBeLessThan(300)
})
