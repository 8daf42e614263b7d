import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { ABUSE_CASES } from '../../../scripts/docs/abuse-case-list.ts'
import { ACTIONS } from '../../../scripts/docs/action-metadata.ts'
import { citations, citedNumbers } from '../../../scripts/docs/abuse-cases.ts'
import { cell, fillSection } from '../../../scripts/docs/marked-sections.ts'
import { sections } from '../../../scripts/docs/sections.ts'
import { PAGES } from './pages.ts'

const textOf = (path: string): string => readFileSync(path, 'utf8')

const all = sections()

describe('generated sections', () => {
  test.each(all.map((section) => [section.document, section.name, section] as const))(
    '%s, %s: in step with the sources (npm run docs)',
    (document, _, section) => {
      expect(fillSection(textOf(document), section)).toBe(textOf(document))
    },
  )
  test('there is no marker that nothing fills', () => {
    const documents = [...PAGES, ...ACTIONS.map(({ metadata }) => [metadata, textOf(metadata)] as const)]
    const marked = documents.flatMap(([path, text]) =>
      [...text.matchAll(/^(?:<!--|#) generated: (.+?)(?: -->)?$/gm)].map(([, name]) => `${path} ${name}`),
    )
    expect(marked.toSorted()).toEqual(all.map(({ document, name }) => `${document} ${name}`).toSorted())
  })
})

describe('filling a section', () => {
  const section = { document: 'page.md', name: 'x', text: 'new' }
  test('replaces what is between the markers and nothing else', () => {
    const page = 'a\n<!-- generated: x -->\nold\n<!-- /generated -->\nb\n'
    const filled = fillSection(page, section)
    expect(filled).toBe('a\n<!-- generated: x -->\n\nnew\n\n<!-- /generated -->\nb\n')
    expect(fillSection(filled, section)).toBe(filled)
  })
  test('has comments of YAML for its markers in action.yml', () => {
    const metadata = { ...section, document: 'actions/x/action.yml' }
    const filled = fillSection('name: x\n# generated: x\nold\n# /generated\nruns:\n', metadata)
    expect(filled).toBe('name: x\n# generated: x\nnew\n# /generated\nruns:\n')
    expect(fillSection(filled, metadata)).toBe(filled)
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
