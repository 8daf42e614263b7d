// The summary of a signing step: what is seen first, what is folded, and that nothing is cut.
import { describe, expect, test } from '@jest/globals'
import { parseSha256, type Subject } from '@open-claw/core'
import { signingSummary } from '../../../packages/reports/src/signing.ts'
import { testKey } from '../../support/keys.ts'
import { SUMMARY_WIDTH, unfolded, widestTable } from '../../support/summary-width.ts'

const NO_SERVICES = { certificateAuthority: undefined, timestampAuthorities: [], log: undefined }
const digestOf = (index: number): string => index.toString(16).padStart(64, 'abcdef0123456789')
const subjectsOf = (count: number, name = (index: number) => `dist/file-${index}.tgz`): Subject[] =>
  Array.from({ length: count }, (_, index) => ({
    name: name(index),
    digest: parseSha256(`sha256:${digestOf(index)}`, 't'),
    source: 'file',
  }))

function summary(subjects: readonly Subject[], bundles: 'one' | 'each' = 'one'): string {
  const parts = bundles === 'one' ? [subjects] : subjects.map((subject) => [subject])
  const stored = parts.map((part) => ({
    path: `${part[0]?.name ?? ''}.provenance.sigstore.json`,
    bundle: { json: '', subjects: part, predicateType: 'https://slsa.dev/provenance/v1' },
  }))
  const selected = { subjects: [...subjects], files: new Map() }
  const event = { name: 'push', widened: false, allowed: [] } as const
  return signingSummary(
    'Signed',
    { key: testKey(), services: NO_SERVICES, selected, stored, event },
    undefined,
  )
}

test('the first line is what happened', () => {
  expect(summary(subjectsOf(1))).toMatch(/^## ✅ Signed: 1 artifact\n/)
  expect(summary(subjectsOf(300))).toMatch(/^## ✅ Signed: 300 artifacts\n/)
})

describe('one artifact', () => {
  const shown = summary(subjectsOf(1, () => `dist/${'long-name-'.repeat(20)}.tgz`))
  test('has no table, so no column behind a scroll bar', () => {
    expect(widestTable(shown)).toBe(0)
    expect(shown).not.toContain('<details>')
  })
  test('has its whole name and digest', () => {
    expect(shown).toContain('long-name-'.repeat(20))
    expect(shown).toContain(digestOf(0))
  })
})

describe.each(['one', 'each'] as const)('300 artifacts, bundles: %s', (bundles) => {
  const shown = summary(
    subjectsOf(300, (index) => `dist/${'deep/'.repeat(30)}${index}-${'long'.repeat(20)}.tgz`),
    bundles,
  )
  test('are folded', () => {
    expect(unfolded(shown)).not.toMatch(/^\|/m)
    expect(unfolded(shown).split('\n').length).toBeLessThan(30)
  })
  test('are whole in the JSON and short in the table, which fits', () => {
    expect(widestTable(shown)).toBeLessThanOrEqual(SUMMARY_WIDTH)
    expect(widestTable(shown)).toBeGreaterThan(0)
    const [, json = ''] = /```json\n([^]*?)\n```/.exec(shown) ?? []
    const listed: { name: string; digest: string }[] = JSON.parse(json)
    expect(listed).toHaveLength(300)
    expect(listed[299]?.digest).toBe(`sha256:${digestOf(299)}`)
    expect(shown.replace(json, '')).not.toContain(digestOf(299))
  })
})

test('as many as one run takes: the key and the command come before what may be cut', () => {
  const shown = summary(subjectsOf(16_384))
  expect(shown).toContain('and 15384 more, which are in the bundles.')
  expect(shown.indexOf('cosign verify-blob')).toBeLessThan(shown.indexOf('<details>'))
  expect(shown.indexOf('**Key**')).toBeLessThan(shown.indexOf('<details>'))
})

test('abuse case 108: a name cannot leave its place, folded or not', () => {
  const evil = '</details><img src=x>|@octocat[a](b)`c`'
  for (const count of [1, 2]) {
    const shown = summary(subjectsOf(count, (index) => `${evil}${index}`))
    const [outside = '', json = '', rest = ''] = shown.split('```json')
    expect(outside + (count === 1 ? '' : rest)).not.toMatch(/<img|@octocat|\[a\]/)
    // One is told in lines; of several, the block of JSON stays one.
    expect(json === '' ? [] : JSON.parse(json.split('```')[0] ?? '')).toHaveLength(count === 1 ? 0 : count)
  }
})
