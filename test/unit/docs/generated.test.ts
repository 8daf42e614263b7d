import { describe, expect, test } from '@jest/globals'
import { ABUSE_CASES } from '../../../scripts/docs/abuse-case-list.ts'
import { citations, citedNumbers } from '../../../scripts/docs/abuse-cases.ts'
import { cell, fillSection } from '../../../scripts/docs/marked-sections.ts'
import { sections } from '../../../scripts/docs/sections.ts'
import { PAGES, pageText } from './pages.ts'

const all = sections()

describe('generated tables', () => {
  test.each(all.map((section) => [section.document, section.name, section] as const))(
    '%s, %s: in step with the sources (npm run docs)',
    (document, _, section) => {
      expect(fillSection(pageText(document), section)).toBe(pageText(document))
    },
  )
  test('there is no marker that nothing fills', () => {
    const marked = [...PAGES].flatMap(([path, text]) =>
      [...text.matchAll(/<!-- generated: (.+) -->/g)].map(([, name]) => `${path} ${name}`),
    )
    expect(marked.toSorted()).toEqual(all.map(({ document, name }) => `${document} ${name}`).toSorted())
  })
})

describe('filling a section', () => {
  const section = { document: 'page.md', name: 'x', markdown: 'new' }
  test('replaces what is between the markers and nothing else', () => {
    const page = 'a\n<!-- generated: x -->\nold\n<!-- /generated -->\nb\n'
    const filled = fillSection(page, section)
    expect(filled).toBe('a\n<!-- generated: x -->\n\nnew\n\n<!-- /generated -->\nb\n')
    expect(fillSection(filled, section)).toBe(filled)
  })
  test.each([
    ['no marker', 'a'],
    ['another marker', '<!-- generated: y --><!-- /generated -->'],
    ['no end', '<!-- generated: x -->'],
    ['an end before the beginning', '<!-- /generated --><!-- generated: x -->'],
    ['two of them', '<!-- generated: x --><!-- /generated --><!-- generated: x --><!-- /generated -->'],
  ])('refuses a page with %s', (_, page) => {
    expect(() => fillSection(page, section)).toThrow('page.md')
  })
  test('a cell cannot end itself', () => {
    expect(cell('a | b\nc')).toBe(String.raw`a \| b c`)
  })
})

describe('abuse cases', () => {
  test.each([
    ['7', [7]],
    ['2 and 3', [2, 3]],
    ['19 to 21 and 23', [19, 20, 21, 23]],
    ['1, 5', [1, 5]],
  ])('"abuse cases %s"', (text, numbers) => {
    expect(citedNumbers(text)).toEqual(numbers)
  })
  test('every number that a test names is in the list', () => {
    const known = new Set(ABUSE_CASES.map(({ number }) => number))
    expect([...citations().keys()].filter((number) => !known.has(number))).toEqual([])
  })
})
