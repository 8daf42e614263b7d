// Control sequences in the middle of a secret: its own, and those of a tool that colours what it prints.
import { describe, expect, test } from '@jest/globals'
import { masksFor } from '../../../packages/secrets/src/masks.ts'
import { redactorsFor } from '@open-claw/secrets'
import * as fc from 'fast-check'

const SECRET = 'Xk7-pQ2_vL9mT4'
const RED = '\u001b[31m'
const OFF = '\u001b[0m'

function redact(secret: string, ...chunks: string[]): string {
  const redactor = redactorsFor(masksFor(secret).masks)()
  return [...chunks.map((chunk) => redactor.write(Buffer.from(chunk))), redactor.end()].join('')
}

const withBetween = (secret: string, sequence: string): string => Array.from(secret).join(sequence)

// Case 107.
describe('a secret without colours is hidden where a tool prints', () => {
  test.each([
    ['a colour in the middle', `Xk7-p${RED}Q2_vL9mT4${OFF}`],
    ['a colour before each character', withBetween(SECRET, RED)],
    ['a colour of 24 bits', `Xk7-\u001b[38;2;255;100;0mpQ2_vL9mT4`],
    ['colours with colons', `Xk7-\u001b[38:5:196mpQ2_vL9mT4`],
    ['what grep marks', `Xk7-\u001b[01;31m\u001b[KpQ2_\u001b[m\u001b[KvL9mT4`],
    ['sequences in one character', `Xk7-\u009b31mpQ2_vL9mT4`],
    ['another character set', `Xk7-\u001b(BpQ2_vL9mT4`],
    ['a link', `Xk7-\u001b]8;;https://a.example\u001b\\pQ2_vL9mT4\u001b]8;;\u0007`],
    ['a title', `Xk7-\u001b]0;title\u0007pQ2_vL9mT4`],
    ['characters of no width', withBetween(SECRET, '\u200b')],
    ['tags of language', withBetween(SECRET, '\u{e0041}')],
    ['a byte order mark', `Xk7-\ufeffpQ2_vL9mT4`],
    ['a backspace', `Xk7-\u0008pQ2_vL9mT4`],
    ['a sequence that takes its first letter along', `\u001b[${SECRET}`],
    ['a string that is never closed', `\u001b]0;${SECRET}`],
    ['a string with the secret inside', `\u001b]0;${SECRET}\u0007`],
    ['other letters of the case', `xk7-P${RED}q2_VL9MT4`],
  ])('%s', (_, printed) => {
    const shown = redact(SECRET, `a ${printed} b\n`)
    expect(shown).toContain('***')
    expect(shown.replace(/[[\p{Cc}\p{Cf}]--[\n]]/gv, '').toLowerCase()).not.toMatch(/xk7-|pq2_|vl9m/)
    expect(shown).toMatch(/^a .*b\n$/)
  })
  test.each([1, 2, 3, 7])('in pieces of %i characters', (size) => {
    const printed = `> Xk7-p${RED}Q2_v${OFF}L9mT4 <\n`
    expect(redact(SECRET, ...(printed.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? []))).toBe('> *** <\n')
  })
  test('in a line without end', () => {
    const noise = `${RED}x${OFF}`.repeat(20_000)
    const shown = redact(SECRET, `${noise}Xk7-p${RED}Q2_`, `vL9mT4${noise}`)
    expect(shown).toContain('***')
    expect(shown).not.toMatch(/Xk7|vL9/)
    expect(shown.split('x').length).toBe(40_001)
  })
  test('after more sequences than are held', () => {
    const flood = RED.repeat(400_000)
    const shown = redact(
      SECRET,
      `Xk7-p${flood.slice(0, 1_000_000)}`,
      flood.slice(1_000_000),
      'Q2_vL9mT4 end\n',
    )
    expect(shown).toContain('*** end')
    expect(shown).not.toMatch(/Xk7|vL9/)
    expect(shown.length).toBeLessThan(100)
  })
})

describe('a secret that holds colours is hidden', () => {
  const coloured = `${RED}Xk7-p${OFF}Q2_vL9mT4`
  test.each([
    ['as it is', coloured],
    ['without its colours', SECRET],
    ['in other colours', `Xk7-\u001b[32mpQ2_vL9mT4`],
    ['in JSON', JSON.stringify(coloured).slice(1, -1)],
    ['by printf %q of bash', `\\E[31mXk7-p\\E[0mQ2_vL9mT4`],
    ['in Base64', Buffer.from(coloured).toString('base64')],
    ['in Base64 without its colours', Buffer.from(SECRET).toString('base64')],
    ['in a URL', encodeURIComponent(coloured)],
  ])('%s', (_, printed) => {
    expect(redact(coloured, `${printed}\n`).replaceAll(RED, '')).toMatch(/^\*\*\*=*\n$/)
  })
  test('by the masks of the runner, without its colours', () => {
    expect(masksFor(coloured).masks).toContain(SECRET)
  })
})

describe('what is no secret', () => {
  test('keeps its colours', () => {
    const line = `${RED}error${OFF}: \u001b]8;;https://a.example\u0007link\u001b]8;;\u0007 ${RED}Xk7${OFF}\n`
    expect(redact(SECRET, line)).toBe(line)
  })
  test('stays, whatever sequences are around it', () => {
    const text = fc.string({
      unit: fc.constantFrom('\u001b', '[', ']', '3', 'm', '\u0007', '\\', 'a', ';', ' ', '\u009b', '\n'),
    })
    fc.assert(
      fc.property(text, (line) => {
        expect(redact(SECRET, line).replace(/\n$/, '')).toBe(line.replace(/\n$/, ''))
      }),
      { numRuns: 500 },
    )
  })
})
