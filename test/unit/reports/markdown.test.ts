// Names in Markdown: inert wherever they are placed, and the same when they are read back.
import { expect, test } from '@jest/globals'
import {
  codeLink,
  codeSpan,
  jsonBlock,
  markdownTable,
  shortDigest,
  shortName,
} from '../../../packages/reports/src/markdown.ts'

test.each([
  '<script>',
  '`code`',
  '| cell |',
  '[x](y)',
  '![x](y)',
  '@octocat',
  '**b**',
  '__b__',
  '~~s~~',
  '# h',
  'https://x.example',
  '&lt;',
  '"q"',
  "'q'",
  'a\\b',
  '::x::',
  'a\nb',
  '\u001b[31m',
])('abuse case 108: %j is inert', (text) => {
  const shown = codeSpan(text)
  expect(shown).toMatch(/^<code>[^<>|`@*_[\]!~"'\\\n\u001b]*<\/code>$/)
  expect(shown.slice(6, -7)).not.toMatch(/(?<!&)#|:\/\//)
})

test('a table', () => {
  expect(markdownTable(['A', 'B'], [['1', '2']])).toBe('| A | B |\n| --- | --- |\n| 1 | 2 |')
})
test.each([
  ['short', '<code>short</code>'],
  ['a'.repeat(44), `<code>${'a'.repeat(44)}</code>`],
  [`${'a'.repeat(40)}${'b'.repeat(40)}`, `<code>${'a'.repeat(14)}…${'b'.repeat(29)}</code>`],
  ['😀'.repeat(50), `<code>${'😀'.repeat(14)}…${'😀'.repeat(29)}</code>`],
  [`@x${'a'.repeat(60)}<b>`, `<code>&#64;x${'a'.repeat(12)}…${'a'.repeat(26)}&lt;b&gt;</code>`],
])('%s fits a column', (name, shown) => {
  expect(shortName(name)).toBe(shown)
})
test('a digest is short, a code leads to its place', () => {
  expect(shortDigest('0123456789abcdef'.repeat(4))).toBe('<code>0123456789ab</code>')
  expect(codeLink('REF_MISMATCH')).toMatch(/^\[REF_MISMATCH\]\(https:\/\/.*errors\.md#ref_mismatch\)$/)
})
test.each(['```', '\n```\n', '~~~', '<!--', '</details>', '\u2028```', '\u202ex', '\ud800', '\u{e0041}'])(
  'abuse case 108: %j ends no block of JSON, and is what it was',
  (name) => {
    const block = jsonBlock([{ name }, { name }])
    expect(block.match(/^```/gm)).toHaveLength(2)
    expect(block).not.toMatch(/[\u2028\u202e\ud800]|\u{e0041}/u)
    expect(JSON.parse(block.split('\n').slice(1, -1).join('\n'))).toEqual([{ name }, { name }])
  },
)
