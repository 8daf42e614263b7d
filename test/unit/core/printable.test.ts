// Abuse case 107: what does not show as itself is refused in names and spelled out in messages.
import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { isPrintable, printable, printableText, line } from '@open-claw/core'

describe('what does not show', () => {
  test.each([
    ['a control', '\u0007'],
    ['a control of the second set', '\u009b'],
    ['an override of direction', '\u202e'],
    ['an isolate', '\u2066'],
    ['a mark of direction', '\u061c'],
    ['a separator of lines', '\u2028'],
    ['a space of no width', '\u200b'],
    ['a joiner alone', '\u200d'],
    ['a selector alone', '\ufe0f'],
    ['a selector of text form', '\ufe0e'],
    ['the first selector', '\ufe00'],
    ['a selector of ideographs', '\u{e0100}'],
    ['a tag letter', '\u{e0061}'],
    ['a soft hyphen', '\u00ad'],
    ['a filler', '\u3164'],
    ['an invisible operator', '\u2064'],
    ['a beam of music', '\u{1d173}'],
    ['a format control of shorthand', '\u{1bca0}'],
    ['a format control of hieroglyphs', '\u{13430}'],
    ['a blank pattern', '\u2800'],
    ['half a pair', '\ud800'],
    ['a private character', '\ue000'],
    ['a private character of another plane', '\u{f0000}'],
    ['no character', '\ufdd0'],
    ['a byte order mark', '\ufeff'],
  ])('%s is refused and spelled out', (_, character) => {
    const point = character.codePointAt(0) ?? 0
    expect([isPrintable(`a${character}b`), printable(`a${character}b`)]).toEqual([
      false,
      `a\\u{${point.toString(16)}}b`,
    ])
  })

  test.each([
    ['a joiner between letters', 'pro\u200dd'],
    ['a selector behind an emoji that needs none', '\u{1f600}\ufe0f'],
    ['a selector behind a digit', '1\ufe0f'],
    ['a sequence that is not in use', '\u{1f3f3}\u200d\u{1f308}'],
    ['tags that spell no region', '\u{1f3f4}\u{e0065}\u{e0076}\u{e007f}'],
    ['halves that an emoji keeps apart', '\ud83d🚀\ude80'],
  ])('%s is refused', (_, text) => {
    expect(isPrintable(text)).toBe(false)
  })
})

describe('what shows', () => {
  test.each([
    'Production EU',
    'v1-größe',
    'v1-gro\u0308ße',
    '日本語/한국어/العربية/हिन्दी',
    '🚀',
    'Team 👩‍💻',
    '❤️',
    '🏳️‍🌈 und 🏴󠁧󠁢󠁥󠁮󠁧󠁿',
    '1️⃣',
    '👍🏽',
    '🇩🇪',
  ])('%s is taken, and shown as it is', (text) => {
    expect([isPrintable(text), printable(text), printableText(text)]).toEqual([true, text, text])
  })

  test('spaces that look like one are told apart in messages', () => {
    expect(printable('Production\u00a0EU\u202f\u3000')).toBe('Production\\u{a0}EU\\u{202f}\\u{3000}')
  })
})

test('a message that is cut ends in whole characters', () => {
  for (const text of [`${'x'.repeat(199)}🚀🚀`, `${'x'.repeat(198)}👩‍💻👩‍💻`, '👩‍💻'.repeat(100)]) {
    const shown = printable(text)
    expect(isPrintable(shown)).toBe(true)
    expect(shown.length).toBeLessThan(230)
  }
})

test('a long text keeps its emoji, wherever it is cut', () => {
  const text = Array.from({ length: 45 }, (_, index) => `${'x'.repeat(index)}👩‍💻`).join('')
  expect(printableText(text)).toBe(text)
})

describe('a printable text', () => {
  const texts = fc.string({ unit: 'binary', maxLength: 300 })
  test.each([
    ['printable', printable],
    ['printableText', printableText],
  ])('is what %s makes of any text', (_, make) => {
    fc.assert(fc.property(texts, (text) => expect(isPrintable(make(text))).toBe(true)))
  })

  test('is what a line is made of, together with numbers', () => {
    expect(line`${3} files, the first ${printable('a\nb')}`).toBe('3 files, the first a\\u{a}b')
  })

  test('is the only text that a line takes: what comes from outside does not compile', () => {
    const outside: string = '::add-mask::x'
    // @ts-expect-error Text that nobody made printable.
    expect(line`${outside}`).toBe(outside)
  })
})
