import { describe, expect, test } from '@jest/globals'
import { redactorsFor } from '@open-claw/secrets'
import * as fc from 'fast-check'

function redact(masks: readonly string[], ...chunks: (string | Uint8Array)[]): string {
  const redactor = redactorsFor(masks)()
  return [...chunks.map((chunk) => redactor.write(Buffer.from(chunk))), redactor.end()].join('')
}

/** `bytes` in pieces, cut where `cuts` says. */
function pieces(bytes: Buffer, cuts: readonly number[]): Buffer[] {
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).toSorted((a, b) => a - b), bytes.length]
  return places.slice(1).map((end, index) => bytes.subarray(places[index], end))
}

describe('what is replaced', () => {
  test.each([
    ['a mask', ['s3cret-value'], 'x s3cret-value y\n', 'x *** y\n'],
    ['in any case', ['S3cret-Value'], 's3CRET-vALUE\n', '***\n'],
    ['beyond ASCII in any case', ['straße-ÄÖ'], 'STRAßE-äö\n', '***\n'],
    ['where lower case is longer than the original', ['secret-İİ'], 'İ secret-İİ İ\n', 'İ *** İ\n'],
    ['the longest of several', ['secret', 'secret-long'], 'secret-long\n', '***\n'],
    ['overlapping masks as one', ['abcdef', 'defghi'], 'abcdefghi\n', '***\n'],
    ['touching masks as one', ['abcdef', 'ghijkl'], 'abcdefghijkl\n', '***\n'],
    ['each line of several', ['secret'], 'secret\r\nsecret\rsecret', '***\r\n***\r***\n'],
    ['regular expression signs as they are', ['a.c*e+(g)'], 'a.c*e+(g) abcdefg\n', '*** abcdefg\n'],
    ['replacement signs as they are', ["$&$1$'`"], "$&$1$'`\n", '***\n'],
    [
      'a mask after invalid UTF-8',
      ['secret'],
      Buffer.from([0xff, ...Buffer.from('secret\n')]),
      '\ufffd***\n',
    ],
  ])('%s', (_, masks, input, output) => {
    expect(redact(masks, input)).toBe(output)
  })
  test('a mask in a line that is longer than what is held back', () => {
    const noise = 'x'.repeat(200_000)
    expect(redact(['secret'], `${noise}sec`, `ret${noise}`)).toBe(`${noise}***${noise}\n`)
  })
  test('a mask longer than what is held back', () => {
    const mask = `${'0123456789'.repeat(20_000)}end`
    expect(redact([mask], `>${mask.slice(0, 150_000)}`, mask.slice(150_000), '<')).toBe('>***<\n')
  })
  test('nothing where there are no masks', () => {
    expect(redact([], 'plain\n', 'text')).toBe('plain\ntext\n')
  })
  test.each([['a part'], ['sec\nret'], ['s e c r e t'], ['terces']])('what is no mask stays: %j', (text) => {
    expect(redact(['secret'], `${text}\n`)).toBe(`${text}\n`)
  })
})

describe('what is held back', () => {
  test('a finished line is printed at once, an unfinished one waits', () => {
    const redactor = redactorsFor(['secret'])()
    expect(redactor.write(Buffer.from('done\nsec'))).toBe('done\n')
    expect(redactor.write(Buffer.from('ret'))).toBe('')
    expect(redactor.end()).toBe('***\n')
  })
  test('a line without end does not grow without bound', () => {
    const redactor = redactorsFor(['secret'])()
    const printed = Array.from({ length: 64 }, () => redactor.write(Buffer.alloc(64 * 1024, 'x')).length)
    expect(printed.reduce((sum, length) => sum + length, 0)).toBeGreaterThan(62 * 64 * 1024)
  })
})

// Case 107. The runner trims white space and looks for `::` first, and for `##[` anywhere.
const RUNNER_COMMAND = /(?:^|[\r\n])\s*::[^\r\n]*::|##\[/u

/** What a reader does not see at the start of a line; some runners strip it before they look. */
const UNSEEN = /^(?:\p{Cc}\[[0-9;]*[a-z]|[\p{Cc}\p{Cf}\s])+/iu

describe('workflow commands', () => {
  test.each([
    '::add-mask::x',
    '::stop-commands::token',
    '  ::set-output name=a::b',
    '\t::error::x',
    '\u00a0\u2003::error::x',
    '\ufeff::error::x',
    '\u200b::error::x',
    '\u001b[31m::error::x',
    '\u001b[0;1m \u001b[K::error::x',
    '\u0000::error::x',
    'text\r::error::x',
    'text\n\r\n::error::x',
    ':::error::x',
    '##[error]x',
    'text ##[set-env name=A]b',
    '###[error]x',
    '##[##[error]',
    '  ##[add-mask]x',
  ])('are broken: %j', (line) => {
    for (let cut = 0; cut <= line.length; cut += 1) {
      const output = redact(['secret'], line.slice(0, cut), line.slice(cut))
      expect(output).not.toMatch(RUNNER_COMMAND)
      for (const one of output.split(/[\r\n]/)) expect(one.replace(UNSEEN, '')).not.toMatch(/^::/)
    }
  })
  test.each(['std::string a::b', 'a ::b', 'https://[::1]/', '# [x]', '#[x]', ': :', ':a:', '[::]', '## [x]'])(
    'text that is none stays: %j',
    (line) => {
      expect(redact(['secret'], line)).toBe(`${line}\n`)
    },
  )
  test('a mask that looks like a command is still found', () => {
    expect(redact(['##[secret]', '::secret::'], '##[secret]\n::secret::\n###[secret]')).toBe(
      '***\n***\n#***\n',
    )
  })
  test('what is left of a line after a mask is no command', () => {
    expect(redact(['secret'], 'secret::error::x')).toBe('***::error::x\n')
  })
  test('our own commands after the child are on a line of their own', () => {
    expect(`${redact([], 'unfinished')}::warning::ours`).toBe('unfinished\n::warning::ours')
  })
})

const text = fc.string({ unit: fc.constantFrom(...Array.from('abAB:#[]* \r\n\u001bé😀')), maxLength: 60 })
const mask = fc.string({ unit: fc.constantFrom(...Array.from('abABé😀')), minLength: 6, maxLength: 10 })

describe('for any text, masks and cuts', () => {
  test('the cuts make no difference', () => {
    fc.assert(
      fc.property(text, fc.array(mask), fc.array(fc.nat(400)), (words, masks, cuts) => {
        const bytes = Buffer.from([words, ...masks, words].join(''))
        expect(redact(masks, ...pieces(bytes, cuts))).toBe(redact(masks, bytes))
      }),
      { numRuns: 2000 },
    )
  })
  test('the cuts make no difference to a line that is printed in parts', () => {
    fc.assert(
      fc.property(
        fc.array(mask, { minLength: 1, maxLength: 3 }),
        fc.array(fc.nat(400_000)),
        (masks, cuts) => {
          const bytes = Buffer.from([...masks, ' ab'].join('').repeat(6_000))
          expect(redact(masks, ...pieces(bytes, cuts))).toBe(redact(masks, bytes))
        },
      ),
      { numRuns: 20 },
    )
  })
  test('no mask and no command is left', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(text, mask)), fc.array(mask), (words, masks) => {
        const output = redact(masks, [...words, ...masks].join(''))
        for (const one of masks) expect(output.toLowerCase()).not.toContain(one.toLowerCase())
        expect(output).not.toMatch(RUNNER_COMMAND)
      }),
      { numRuns: 2000 },
    )
  })
  test('without masks and commands the text is as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('ab \n')), maxLength: 80 }), (words) => {
        expect(redact(['secret'], words)).toBe(/[^\n]$/.test(words) ? `${words}\n` : words)
      }),
    )
  })
})
