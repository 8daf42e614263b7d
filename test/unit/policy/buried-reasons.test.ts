// A flood of bundles that speak about something else, or nothing, must not hide why the right one failed.
import { createHash } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import {
  isRef,
  parseBundle,
  parseSha256,
  signStatements,
  slsaProvenance,
  trustedKey,
  verifyBundle,
} from '@open-claw/core'
import { decide, type Evidence } from '@open-claw/policy'
import { CLAIMS, RUNNER } from '../../support/claims.ts'
import { guarded } from '../../support/guarded.ts'
import { key, POLICY, parsePolicy } from '../../support/policies.ts'

const policy = await parsePolicy(Buffer.from(POLICY))
const digestOf = (text: string) =>
  parseSha256(`sha256:${createHash('sha256').update(text).digest('hex')}`, 't')
async function evidence(path: string, name: string, ref: string): Promise<Evidence> {
  const predicate = slsaProvenance({
    claims: {
      ...CLAIMS,
      ref: guarded(isRef, ref),
      workflowRef: `octo-org/octo-repo/.github/workflows/release.yml@${ref}`,
    },
    runner: RUNNER,
    isolation: 'shared-job',
    inputs: undefined,
    run: undefined,
  })
  const [bundle] = await signStatements(key, [{ name, digest: digestOf(name), source: 'file' }], predicate)
  const keys = [trustedKey('release', key.publicKey)]
  return { path, facts: await verifyBundle(parseBundle(Buffer.from(bundle?.json ?? ''), path), { keys }) }
}
const junk = (path: string): Evidence => ({ path, refused: { code: 'BUNDLE_INVALID', message: 'no bundle' } })
const other = await evidence('b', 'other', 'refs/heads/main')
const wrongRef = await evidence('z', 'app', 'refs/heads/feature')
const verdictOf = (items: Evidence[]) =>
  decide(
    policy,
    [{ name: 'app', digest: digestOf('app'), source: 'file' as const, digests: new Map() }],
    items,
  ).artifacts[0]?.entries[0]
const reasons = (items: Evidence[]) => verdictOf(items)?.reasons

const countOf = (items: Evidence[]): number =>
  verdictOf(items)?.others.reduce((sum, { count }) => sum + count, 0) ?? 0

describe('the reasons of a denial', () => {
  const flood = (count: number): Evidence[] =>
    Array.from({ length: count }, (_, index) => [junk(`a${index}`), { ...other, path: `b${index}` }]).flat()

  test('are those of the bundle that speaks about the artifact; others are counted', () => {
    expect(reasons([...flood(50), wrongRef])).toMatchObject([{ code: 'REF_MISMATCH', bundle: 'z' }])
    expect(verdictOf([...flood(50), wrongRef])?.others).toEqual([
      { code: 'EVIDENCE_REFUSED', count: 50, bundle: 'a0', message: 'BUNDLE_INVALID: no bundle' },
      { code: 'SUBJECT_MISMATCH', count: 50, bundle: 'b0', message: expect.any(String) },
    ])
  })

  test('are counted without the nearest, and no more of them kept than there are codes', () => {
    expect(countOf(flood(1000))).toBe(1999)
    expect(verdictOf(flood(1000))?.others).toHaveLength(2)
    expect(countOf([])).toBe(0)
  })

  test('name what was not looked at before a flood of what was', () => {
    const unseen: Evidence = {
      path: 'u',
      refused: { reason: 'EVIDENCE_NOT_EXAMINED', message: 'nobody looked' },
    }
    const elsewhere: Evidence = { path: 'e', refused: { reason: 'SUBJECT_MISMATCH', message: 'of others' } }
    const refused = Array.from({ length: 50 }, (_, index) => junk(`a${index}`))
    const items = [elsewhere, ...refused, unseen, wrongRef]
    expect(reasons(items)).toMatchObject([{ code: 'REF_MISMATCH' }])
    expect(verdictOf(items)?.others).toMatchObject([
      { code: 'EVIDENCE_NOT_EXAMINED', message: 'nobody looked', bundle: 'u' },
      { code: 'EVIDENCE_REFUSED', message: 'BUNDLE_INVALID: no bundle' },
      { code: 'SUBJECT_MISMATCH', message: 'of others', bundle: 'e' },
    ])
  })

  test('are those of the first of several that came equally near', () => {
    expect(reasons([junk('b'), junk('a'), junk('c')])?.map(({ bundle }) => bundle)).toEqual(['b'])
  })

  test('are never made of nothing', () => {
    expect(reasons([])).toMatchObject([{ code: 'NO_EVIDENCE', bundle: undefined }])
  })
})
