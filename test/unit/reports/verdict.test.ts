// What the log and the annotation say of a verdict.
import { describe, expect, test } from '@jest/globals'
import type { Sha256 } from '@open-claw/core'
import type { ArtifactVerdict, EntryVerdict, Reason, Verdict } from '@open-claw/policy'
import { denialMessage, verdictLines } from '@open-claw/reports'

const DIGEST = 'a'.repeat(64) as Sha256
const reason = (code: Reason['code'], what: string, remedy = 'Deploy another build.'): Reason => ({
  code,
  what,
  expected: 'x',
  found: 'y',
  message: `${what}: expected x, found y`,
  remedy,
  bundle: 'b.sigstore.json',
})
const entry = (change: Partial<EntryVerdict> = {}): EntryVerdict => ({
  entry: 'provenance',
  satisfiedBy: undefined,
  attestor: undefined,
  unverified: { logEntries: 0, timestamps: 0 },
  reasons: [reason('REF_MISMATCH', 'ref')],
  others: [],
  ...change,
})
const artifact = (name: string, entries: EntryVerdict[]): ArtifactVerdict => ({
  name,
  digest: DIGEST,
  decision: entries.every(({ satisfiedBy }) => satisfiedBy !== undefined) ? 'allow' : 'deny',
  entries,
})
const verdict = (artifacts: ArtifactVerdict[]): Verdict => ({
  decision: 'deny',
  policy: { name: 'production', digest: DIGEST },
  artifacts,
})
const allowed = (name: string) => artifact(name, [entry({ satisfiedBy: 'b', reasons: [] })])
const deny = (name: string) => artifact(name, [entry()])
const many = (count: number, make: (name: string) => ArtifactVerdict, prefix: string) =>
  Array.from({ length: count }, (_, index) => make(`${prefix}${index}`))

describe('the log', () => {
  test('lists denied artifacts first, with their reasons', () => {
    expect(verdictLines(verdict([allowed('good'), deny('bad')]))).toEqual([
      `Policy production sha256:${DIGEST}`,
      `deny: sha256:${DIGEST} bad`,
      '  bad, provenance: REF_MISMATCH (ref: expected x, found y) in b.sigstore.json. Deploy another build.',
      `allow: sha256:${DIGEST} good`,
    ])
  })
  test('counts what it cuts, of either kind', () => {
    const lines = verdictLines(verdict([...many(300, allowed, 'good'), ...many(2, deny, 'bad')]))
    expect(lines.filter((line) => line.startsWith('deny:'))).toHaveLength(2)
    expect(lines[1]).toContain('bad0')
    expect(lines.at(-1)).toBe('… and 0 more denied and 252 more allowed artifacts')
    expect(verdictLines(verdict(many(60, deny, 'bad'))).at(-1)).toBe(
      '… and 10 more denied and 0 more allowed artifacts',
    )
  })
})

describe('the annotation', () => {
  test('names every reason of the nearest bundle, each remedy once, and counts the others', () => {
    const told = entry({
      reasons: [
        reason('REF_MISMATCH', 'ref'),
        reason('EVENT_MISMATCH', 'event'),
        reason('BUILDER_MISMATCH', 'builder', 'Add the builder.'),
      ],
      others: [
        { code: 'EVIDENCE_REFUSED', count: 3, bundle: 'a.json', message: 'BUNDLE_INVALID: no bundle' },
        { code: 'SUBJECT_MISMATCH', count: 1, bundle: 'c.json', message: 'It speaks of others.' },
      ],
    })
    expect(denialMessage(verdict([artifact('app', [told])]))).toBe(
      '1 of 1 artifact denied by the policy "production". app, provenance: ' +
        'REF_MISMATCH (ref: expected x, found y); EVENT_MISMATCH (event: expected x, found y); ' +
        'BUILDER_MISMATCH (builder: expected x, found y) in b.sigstore.json. Deploy another build. Add the builder. ' +
        '4 other bundles: 3 EVIDENCE_REFUSED (first a.json: BUNDLE_INVALID: no bundle), 1 SUBJECT_MISMATCH (c.json: It speaks of others.).',
    )
  })
  test('names the first denied artifacts and counts the rest', () => {
    const message = denialMessage(verdict([...many(300, allowed, 'good'), ...many(12, deny, 'bad')]))
    expect(message).toMatch(/^12 of 312 artifacts denied/)
    for (const index of [0, 1, 2, 3, 4]) expect(message).toContain(`bad${index}, provenance`)
    expect(message).toMatch(/and 7 more denied artifacts\.$/)
    expect(message).not.toContain('good')
  })
  test('counts reasons that do not fit', () => {
    const reasons = Array.from({ length: 9 }, (_, index) => reason('WITNESS_MISSING', `kind ${index}`))
    expect(denialMessage(verdict([artifact('app', [entry({ reasons })])]))).toContain('; and 4 more in b')
  })
  test('leaves out demands that are met, and hides nothing that a name could', () => {
    const half = artifact('a\u{202e}b', [entry({ satisfiedBy: 'b', entry: 'sbom', reasons: [] }), entry()])
    const message = denialMessage(verdict([half]))
    expect(message).not.toContain('sbom')
    expect(message).toContain('a\\u{202e}b, provenance')
  })
})
