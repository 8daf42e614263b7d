// Lower case is a matter of context and of length in some scripts: a secret must be found in any text.
import { describe, expect, test } from '@jest/globals'
import { redactorsFor } from '@open-claw/secrets'

function redacted(mask: string, printed: string): string {
  const redactor = redactorsFor([mask])()
  return redactor.write(Buffer.from(printed)) + redactor.end()
}

describe('a secret is found whatever its case and whatever stands around it', () => {
  test.each([
    ['ΠΑΡΟΛΟΣ', 'xΠΑΡΟΛΟΣΑ\n', 'x***Α\n'],
    ['ΠΑΡΟΛΟΣ', 'παρολος παρολοσ\n', '*** ***\n'],
    ['παρολος', 'ΠΑΡΟΛΟΣ1\n', '***1\n'],
    ['𐐀𐐁𐐂𐐃', 'İ 𐐀𐐁𐐂𐐃\n', 'İ ***\n'],
    ['𐐀𐐁𐐂𐐃', 'İ 𐐨𐐩𐐪𐐫\n', 'İ ***\n'],
    ['passİword', 'İ PASSİWORD\n', 'İ ***\n'],
  ])('%j in %j', (mask, printed, shown) => {
    expect(redacted(mask, printed)).toBe(shown)
  })

  test.each([
    ['ΠΑΡΟΛΟΣ', 'ΠΑΡΟΛΟ ΠΑΡΟΛΟΝ\n'],
    ['𐐀𐐁𐐂𐐃', 'İ 𐐀𐐁𐐂\n'],
    ['secret', 'SEĊRET\n'],
  ])('what is no secret stays: %j in %j', (mask, printed) => {
    expect(redacted(mask, printed)).toBe(printed)
  })
})
