// The summary of a verdict: what is seen first, what is folded, and that nothing is cut.
import { describe, expect, test } from '@jest/globals'
import { parseSha256 } from '@open-claw/core'
import type { ArtifactVerdict, EntryVerdict, Reason, Verdict } from '@open-claw/policy'
import type { ReasonCode } from '../../../packages/policy/src/decide/reasons.ts'
import { verdictSummary } from '@open-claw/reports'
import { SUMMARY_WIDTH, unfolded, widestTable } from '../../support/summary-width.ts'

const digestOf = (index: number): string => index.toString(16).padStart(64, 'abcdef0123456789')
const sha256Of = (index: number) => parseSha256(`sha256:${digestOf(index)}`, 't')
const reason = (code: ReasonCode, found = 'something else'): Reason => ({
  code,
  what: code.toLowerCase(),
  expected: `expected of ${code}`,
  found,
  message: '',
  remedy: `Remedy of ${code}.`,
  bundle: 'dist/nearest.sigstore.json',
})
const entry = (facts: Partial<EntryVerdict> = {}): EntryVerdict => ({
  entry: 'provenance',
  satisfiedBy: undefined,
  attestor: undefined,
  unverified: { timestamps: 0, logEntries: 0 },
  reasons: [],
  others: [],
  ...facts,
})
const MET = entry({ satisfiedBy: `bundles/${'deep/'.repeat(20)}x.sigstore.json`, attestor: 'release' })
const LONG = (index: number): string => `dist/${'folder/'.repeat(20)}${index}-${'x'.repeat(60)}`

const artifacts = (count: number, entries: readonly EntryVerdict[], first = 0): ArtifactVerdict[] =>
  Array.from({ length: count }, (_, index) => ({
    name: LONG(first + index),
    digest: sha256Of(first + index),
    decision: entries.every(({ satisfiedBy }) => satisfiedBy !== undefined) ? 'allow' : 'deny',
    entries,
  }))
const verdictOf = (all: readonly ArtifactVerdict[]): Verdict => ({
  decision: all.every(({ decision }) => decision === 'allow') ? 'allow' : 'deny',
  policy: { name: 'production', digest: sha256Of(0) },
  artifacts: all,
})

describe('the first line is the verdict', () => {
  const refused = [entry({ reasons: [reason('REF_MISMATCH')] })]
  test.each<[string, ArtifactVerdict[], string]>([
    ['one allowed', artifacts(1, [MET]), '✅ 1 artifact allowed'],
    ['301 allowed', artifacts(301, [MET]), '✅ 301 artifacts allowed'],
    ['one denied', artifacts(1, refused), '❌ 1 of 1 artifact denied'],
    [
      'three of 301 denied',
      [...artifacts(298, [MET]), ...artifacts(3, refused, 298)],
      '❌ 3 of 301 artifacts denied',
    ],
  ])('%s', (_, all, line) => {
    expect(verdictSummary(verdictOf(all)).split('\n')[0]).toBe(`## ${line}`)
  })
})

describe('a denial', () => {
  const codes = ['REF_MISMATCH', 'BUILDER_MISMATCH', 'EVENT_MISMATCH'] as const
  const others = [
    { code: 'SUBJECT_MISMATCH', count: 4096, bundle: 'junk/0', message: 'other artifacts' },
  ] as const
  const denied = [entry({ reasons: codes.map((code) => reason(code)), others }), MET]
  const shown = verdictSummary(verdictOf([...artifacts(297, [MET]), ...artifacts(3, denied, 297)]))

  test('tells its causes before anything else, unfolded, each with its place in the documentation', () => {
    const head = unfolded(shown).split('\n').slice(0, 12).join('\n')
    for (const code of codes) {
      expect(head).toContain(
        `**[${code}](https://github.com/open-claw/open-claw/blob/main/docs/errors.md#${code.toLowerCase()})**`,
      )
      expect(head).toMatch(new RegExp(`expected of ${code.replaceAll('_', '&#95;')}.*Remedy of ${code}\\.`))
    }
    expect(shown.indexOf('REF_MISMATCH')).toBeLessThan(shown.indexOf('Policy'))
  })
  test('names no demand that is met, and folds what fell further short', () => {
    expect(unfolded(shown)).not.toContain('bundles/deep')
    expect(unfolded(shown)).not.toContain('4096')
    expect(shown).toContain('4096 × [SUBJECT_MISMATCH]')
  })
  test('of a refused bundle leads to the code of the error too', () => {
    const refused = entry({ reasons: [reason('EVIDENCE_REFUSED', 'KEY_UNTRUSTED: no key')] })
    expect(verdictSummary(verdictOf(artifacts(1, [refused])))).toContain('errors.md#key_untrusted')
  })
  test('of many names five, and folds the others', () => {
    const many = verdictSummary(verdictOf(artifacts(300, denied)))
    expect(unfolded(many).match(/^### /gm)).toHaveLength(5)
    expect(many).toContain('295 more denied artifacts')
    expect(many.match(/^### /gm)).toHaveLength(300)
  })
})

describe('an allowance', () => {
  test('of one artifact has no table, and its whole name and digest', () => {
    const shown = unfolded(verdictSummary(verdictOf(artifacts(1, [MET]))))
    expect(widestTable(shown)).toBe(0)
    expect(shown).toContain(`<code>${LONG(0).replaceAll('.', '&#46;')}</code>`)
    expect(shown).toContain(digestOf(0))
  })
  test('of 300 is folded, fits, and is whole in the JSON', () => {
    const shown = verdictSummary(verdictOf(artifacts(300, [MET, MET])))
    expect(unfolded(shown)).not.toMatch(/^\|/m)
    expect(widestTable(shown)).toBeGreaterThan(0)
    expect(widestTable(shown)).toBeLessThanOrEqual(SUMMARY_WIDTH)
    const [, json = ''] = /```json\n([^]*?)\n```/.exec(shown) ?? []
    const listed: { name: string; digest: string; demands: unknown[] }[] = JSON.parse(json)
    expect(listed[299]).toMatchObject({ name: LONG(299), digest: `sha256:${digestOf(299)}` })
    expect(listed[299]?.demands).toHaveLength(2)
  })
  test('says what nobody checked', () => {
    const unchecked = { ...MET, unverified: { timestamps: 1, logEntries: 2 } }
    const shown = unfolded(verdictSummary(verdictOf(artifacts(3, [unchecked]))))
    expect(shown).toContain(
      '**Not checked**, since the policy has no trustedRoots: timestamps 3, log entries 6',
    )
    expect(verdictSummary(verdictOf(artifacts(3, [MET])))).not.toContain('Not checked')
  })
})

test('abuse case 108: nothing in a verdict is markup', () => {
  const evil = '</details><img src=x>|@octocat[a](b)`c`'
  const denied = entry({
    entry: evil,
    reasons: [{ ...reason('REF_MISMATCH', evil), what: evil, expected: evil, bundle: evil }],
    others: [{ code: 'SUBJECT_MISMATCH', count: 2, bundle: evil, message: evil }],
  })
  const met = { ...MET, entry: evil, satisfiedBy: evil, attestor: evil }
  const all = [denied, met].map((one, index): ArtifactVerdict => ({
    name: `${evil}${index}`,
    digest: sha256Of(index),
    decision: one.satisfiedBy === undefined ? 'deny' : 'allow',
    entries: [one],
  }))
  for (const verdict of [verdictOf(all), verdictOf(all.slice(1))]) {
    const [outside = ''] = verdictSummary(verdict).split('```json')
    expect(outside).not.toMatch(/<img|@octocat|\[a\]|`c`/)
  }
})
