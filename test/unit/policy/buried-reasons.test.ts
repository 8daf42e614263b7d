// A flood of bundles that speak about something else, or nothing, must not hide why the right one failed.
import { createHash } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import {
  parseBundle,
  parseSha256,
  signStatements,
  slsaProvenance,
  trustedKey,
  verifyBundle,
} from '@open-claw/core'
import { decide, parsePolicy, type Evidence } from '@open-claw/policy'
import { CLAIMS, RUNNER } from '../../support/claims.ts'
import { key, POLICY } from '../../support/policies.ts'

const policy = await parsePolicy(Buffer.from(POLICY))
const digestOf = (text: string) =>
  parseSha256(`sha256:${createHash('sha256').update(text).digest('hex')}`, 't')
async function evidence(path: string, name: string, ref: string): Promise<Evidence> {
  const predicate = slsaProvenance({
    claims: { ...CLAIMS, ref, workflowRef: `octo-org/octo-repo/.github/workflows/release.yml@${ref}` },
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

describe('the reasons of a denial', () => {
  test('begin with the bundle that speaks about the artifact', () => {
    const flood = Array.from({ length: 50 }, (_, index) => [
      junk(`a${index}`),
      { ...other, path: `b${index}` },
    ]).flat()
    expect(reasons([...flood, wrongRef])?.[0]).toMatchObject({ code: 'REF_MISMATCH', bundle: 'z' })
    const { reasons: listed = [], unlisted = 0 } = verdictOf([...flood, wrongRef]) ?? {}
    expect(listed.length + unlisted).toBe(101)
  })

  test('are counted, and no more of them kept than anybody reads', () => {
    const flood = Array.from({ length: 1000 }, (_, index) => [
      junk(`a${index}`),
      { ...other, path: `b${index}` },
    ])
    const { reasons: listed = [], unlisted } = verdictOf(flood.flat()) ?? {}
    expect(listed.length).toBeLessThanOrEqual(40)
    expect(new Set(listed.map(({ code }) => code))).toEqual(new Set(['EVIDENCE_REFUSED', 'SUBJECT_MISMATCH']))
    expect(unlisted).toBe(2000 - listed.length)
    expect(verdictOf([])).toMatchObject({ unlisted: 0 })
  })

  test('then what could not be read, then what speaks about others', () => {
    expect(reasons([other, junk('a'), wrongRef])?.map(({ code }) => code)).toEqual([
      'REF_MISMATCH',
      'EVIDENCE_REFUSED',
      'SUBJECT_MISMATCH',
    ])
  })

  test('name what was not looked at before a flood of what was', () => {
    const unseen: Evidence = {
      path: 'u',
      refused: { reason: 'EVIDENCE_NOT_EXAMINED', message: 'nobody looked' },
    }
    const elsewhere: Evidence = { path: 'e', refused: { reason: 'SUBJECT_MISMATCH', message: 'of others' } }
    const flood = Array.from({ length: 50 }, (_, index) => junk(`a${index}`))
    const listed = reasons([elsewhere, ...flood, unseen, wrongRef]) ?? []
    expect(listed.slice(0, 3)).toMatchObject([
      { code: 'REF_MISMATCH' },
      { code: 'EVIDENCE_NOT_EXAMINED', message: 'nobody looked', bundle: 'u' },
      { code: 'EVIDENCE_REFUSED', message: 'BUNDLE_INVALID: no bundle' },
    ])
    expect(listed.at(-1)).toStrictEqual({ code: 'SUBJECT_MISMATCH', message: 'of others', bundle: 'e' })
  })

  test('keep the order of the bundles otherwise', () => {
    expect(reasons([junk('b'), junk('a'), junk('c')])?.map(({ bundle }) => bundle)).toEqual(['b', 'a', 'c'])
  })

  test('are never made of nothing', () => {
    expect(reasons([])).toMatchObject([{ code: 'NO_EVIDENCE', bundle: undefined }])
  })
})
