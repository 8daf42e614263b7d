// The work of computing masks, in characters that are looked at: twice the text, twice the work.
import { describe, expect, test } from '@jest/globals'
import { masksFor } from '../../../packages/secrets/src/masks.ts'
import { Meter } from '../../../packages/secrets/src/meter.ts'

const KIB = 1024

/** `unit` again and again, `length` characters. */
const filled = (unit: string, length: number): string =>
  unit.repeat(Math.ceil(length / unit.length)).slice(0, length)

const letters = (length: number): string =>
  Array.from({ length }, (_, index) => String.fromCharCode(97 + ((index * 7 + (index >> 3)) % 26))).join('')

const FAMILIES: readonly (readonly [name: string, text: (length: number) => string])[] = [
  ['letters', letters],
  ...[
    'a',
    ' ',
    'k: v ',
    'a=',
    'a:',
    '=',
    ':',
    '-ey',
    'eyJhbGciOi.',
    'a://',
    'a://b:c@',
    '@',
    'a:b@',
    '"',
    "'",
    `"'`,
    'it\'s "x" ',
    '<',
    '</a>',
    '{',
    '[',
    '{"a":',
    ',',
    ';a=',
    '&a=b',
    '%41',
    '\\n',
    '\n',
    '\r\n',
    '- a\n',
    'k: |\n ',
    '-----BEGIN ',
    '-----BEGIN A-----\nb\n-----END A-----\n',
    'password ',
    'password=x;',
    '\u001b[31m',
    '\u001b]',
    'a\u001b]0;x',
    '\ufeff',
    'QUJD',
    'aGVsbG8gd29ybGQ=',
    'Bearer a1b2c3d4 ',
    '!a ',
    ' #',
    '#[x]|>',
    'ΠΑΡΟΛΟΣ',
    '😀',
  ].map((unit): [string, (length: number) => string] => [
    JSON.stringify(unit),
    (length) => filled(unit, length),
  ]),
  ['one pair and spaces', (length) => `k: v${filled(' ', length)}x`],
  ['a long key', (length) => `${filled('k', length)}=v`],
  ['a long value', (length) => `k=${filled('v', length)}`],
  ['nested JSON', (length) => `${'['.repeat(length / 2)}${']'.repeat(length / 2)}`],
  [
    'JSON of words',
    (length) => JSON.stringify(Array.from({ length: length / 10 }, (_, index) => `w${index}`)),
  ],
  ['lines of JSON', (length) => filled('{"a":"bcdefgh1"}\n', length)],
]

function steps(value: string): number {
  const meter = new Meter()
  masksFor(value, meter)
  return meter.steps
}

describe('masks of 64 KiB are computed in linear time:', () => {
  test.each(FAMILIES)('%s', (_, text) => {
    const [small, large] = [steps(text(16 * KIB)), steps(text(64 * KIB))]
    // Four times the text. Where work grows with the square, it is sixteen times as much.
    expect(large).toBeLessThanOrEqual(6 * Math.max(small, 16 * KIB))
    expect(large).toBeLessThanOrEqual(1_500 * 64 * KIB)
  })
  test('and the meter counts: what is longer costs more', () => {
    expect(steps(letters(64 * KIB))).toBeGreaterThan(3 * steps(letters(16 * KIB)))
  })
})
