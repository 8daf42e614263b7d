import { existsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { PAGES } from './pages.ts'

const prose = (text: string): string => text.replaceAll(/^```[\s\S]*?^```$/gm, '')

/** GitHub's anchor of a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-')

const anchors = (text: string): string[] =>
  [...prose(text).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading))

/** Whether `link` on the page `path` leads somewhere; other sites are taken on trust, over TLS. */
function resolves(link: string, path: string): boolean {
  if (link.startsWith('https://')) return true
  const [file = '', anchor] = link.split('#')
  const target = file === '' ? path : join(dirname(path), file).replaceAll('\\', '/')
  const page = PAGES.get(target)
  if (page === undefined) return existsSync(target) && statSync(target).isFile()
  return anchor === undefined || anchors(page).includes(anchor)
}

const brokenLinks = (path: string, text: string): string[] =>
  [...prose(text).matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, link = '']) =>
    resolves(link, path) ? [] : [link],
  )

/** Traces of the machine or of the people at work, which no reader can use. */
const TRACES: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a path of a machine', /(?<![\w.:/])\/(?:work|tmp|home|root|Users|private|mnt)\//],
  ['work left to do', /\b(?:TODO|FIXME|XXX|TBD)\b/],
]

const traces = (text: string): string[] =>
  TRACES.filter(([, pattern]) => pattern.test(text)).map(([what]) => what)

describe.each([...PAGES])('%s', (path, text) => {
  test('has no broken link', () => {
    expect(brokenLinks(path, text)).toEqual([])
  })
  test('has no trace of where it was written', () => {
    expect(traces(text)).toEqual([])
  })
  test('is in the README, or linked from a page that is', () => {
    const linked = [...PAGES].some(
      ([from, body]) =>
        from !== path &&
        [...body.matchAll(/\]\(([^)#\s]+)/g)].some(
          ([, link = '']) => join(dirname(from), link).replaceAll('\\', '/') === path,
        ),
    )
    expect(linked || path === 'README.md' || path.startsWith('packages/')).toBe(true)
  })
})

describe('the checks see', () => {
  test.each([
    ['an absent file', '[a](docs/absent.md)'],
    ['an absent anchor', '[a](#absent)'],
    ['an absent anchor elsewhere', '[a](docs/errors.md#absent)'],
    ['a folder', '[a](docs)'],
    ['plain http', '[a](http://example.com)'],
  ])('a link to %s', (_, text) => {
    expect(brokenLinks('README.md', text)).toHaveLength(1)
  })
  test.each(['/tmp/x', 'TODO: more'])('%s', (text) => {
    expect(traces(text)).toHaveLength(1)
  })
  test.each(['https://github.com/home/x', 'node:fs/promises', '## 1. Heading'])('nothing in %s', (text) => {
    expect(traces(text)).toEqual([])
  })
})
