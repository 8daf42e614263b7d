// Which bundle a denial tells of, and what it tells.
import { expect, test } from '@jest/globals'
import { indexSubjects } from '../../../packages/core/src/verify/subject-match.ts'
import type { Sha256 } from '@open-claw/core'
import type { StatementFacts } from '../../../packages/core/src/verify/verify-bundle.ts'
import { decide, REASONS, type Evidence } from '@open-claw/policy'
import {
  ARTIFACT,
  certifiedPolicy,
  codesOf,
  DIGEST,
  entryVerdict,
  identity,
  PROVENANCE,
  REPOSITORY,
  statement,
  WORKFLOW,
} from '../../support/certified-facts.ts'
import { parsePolicy } from '../../support/policies.ts'

const policy = certifiedPolicy((entry) => {
  entry['provenance'] = {
    repository: REPOSITORY,
    refs: ['refs/tags/v*'],
    builders: ['https://github.com/octo-org/*/.github/workflows/*@refs/tags/v*'],
    events: ['push'],
    isolation: ['isolated'],
  }
})
const isolated = { ...PROVENANCE, isolation: 'isolated' }
const elsewhere = indexSubjects([{ name: 'dist/other.tgz', digests: { sha256: 'b'.repeat(64) } }])
const stranger = identity({
  subject: 'https://github.com/octo-org/octo-repo/.github/workflows/x.yml@refs/heads/x',
})

test('the bundle that came nearest is told with all that it lacks', async () => {
  const facts = statement({ provenance: { ...isolated, builderId: undefined, isolation: 'shared-job' } })
  expect(await codesOf(policy, [facts])).toEqual(['PROVENANCE_INCOMPLETE', 'ISOLATION_MISMATCH'])
})

test('the bundle that came nearest is the one that meets most demands, whatever the codes and the order', async () => {
  const three = statement({
    provenance: { ...isolated, isolation: 'shared-job' },
    signer: { kind: 'certificate', identity: stranger },
  })
  const one = statement({ provenance: { ...isolated, isolation: 'shared-job' } })
  const bill = statement({ predicateType: 'https://cyclonedx.org/bom', provenance: undefined })
  for (const order of [
    [three, one, bill],
    [bill, three, one],
    [one, bill, three],
  ]) {
    const { reasons, others } = await entryVerdict(policy, order)
    expect(reasons).toMatchObject([{ code: 'ISOLATION_MISMATCH', bundle: String(order.indexOf(one)) }])
    expect(others.reduce((sum, { count }) => sum + count, 0)).toBe(2)
  }
})

test('the bundle that came nearest speaks about the artifact: what is said of another one meets no demand on it', async () => {
  const perfect = statement({ provenance: isolated, subjects: elsewhere })
  const poor = statement({ predicateType: 'https://cyclonedx.org/bom', provenance: undefined })
  const { reasons, others } = await entryVerdict(policy, [perfect, poor])
  expect(reasons).toMatchObject([{ code: 'PREDICATE_TYPE_MISMATCH', bundle: '1' }])
  expect(others).toMatchObject([{ code: 'SUBJECT_MISMATCH', count: 1, bundle: '0' }])
})

test('the bundle that came nearest is the one that is called after the artifact, where that one could not be read', async () => {
  const refused = (path: string): Evidence => ({
    path,
    refused: { code: 'KEY_UNTRUSTED', message: 'unknown' },
  })
  const perfect: Evidence = { path: 'x', facts: statement({ provenance: isolated, subjects: elsewhere }) }
  const own = refused('release/app.tgz.sigstore.json')
  const evidence = [perfect, refused('dist/app.sigstore.json'), refused('other.tgz.sigstore.json'), own]
  const [artifact] = decide(await parsePolicy(policy), [ARTIFACT], evidence).artifacts
  expect(artifact?.entries).toMatchObject([
    {
      reasons: [{ code: 'EVIDENCE_REFUSED', message: 'KEY_UNTRUSTED: unknown', bundle: own.path }],
      others: [
        { code: 'EVIDENCE_REFUSED', count: 2 },
        { code: 'SUBJECT_MISMATCH', count: 1, bundle: 'x' },
      ],
    },
  ])
})

test('the bundle that came nearest tells the digest that was signed under the name, where the file was changed', async () => {
  const subjects = indexSubjects([{ name: 'app.tgz', digests: { sha256: 'c'.repeat(64) } }])
  const { reasons } = await entryVerdict(policy, [statement({ provenance: isolated, subjects })])
  expect(reasons).toMatchObject([
    {
      code: 'SUBJECT_MISMATCH',
      expected: `sha256:${DIGEST}`,
      found: `sha256:${'c'.repeat(64)} for app.tgz`,
    },
  ])
})

test('the bundle that came nearest says what was expected, what was found and what to do', async () => {
  const { reasons } = await entryVerdict(policy, [
    statement({ provenance: { ...isolated, event: undefined, isolation: 'none\u{202e}' } }),
    statement({ subjects: elsewhere }),
  ])
  for (const { code, what, expected, found, message, remedy } of reasons) {
    expect(message).toBe(`${what}: expected ${expected}, found ${found}`)
    expect(remedy).toBe(REASONS[code].remedy)
    expect(message).not.toContain('\u{202e}')
  }
  expect(reasons.map(({ found }) => found)).toEqual(['none\\u{202e}'])
})

const COUNT = 300
/** Facts that count how often their provenance is read. */
function counted(reads: { count: number }): Evidence[] {
  const { provenance: _, ...rest } = statement({ subjects: elsewhere }) as StatementFacts
  return Array.from({ length: COUNT }, (__, index) => ({
    path: String(index),
    facts: Object.defineProperty({ ...rest }, 'provenance', {
      enumerable: true,
      get: () => {
        reads.count += 1
        return isolated
      },
    }) as StatementFacts,
  }))
}
test('the work on what a bundle says is done once for each, not once for each artifact', async () => {
  const artifacts = Array.from({ length: COUNT }, (_, index) => ({
    ...ARTIFACT,
    name: `file-${index}`,
    digest: index.toString(16).padStart(64, 'd') as Sha256,
  }))
  const reads = { count: 0 }
  const { decision } = decide(await parsePolicy(policy), artifacts, counted(reads))
  expect(decision).toBe('deny')
  // Each bundle once, and once more for the one that each artifact is told of.
  expect(reads.count).toBeLessThanOrEqual(2 * (COUNT + COUNT))
})

test('the work on a bundle that is about none of them does not grow with their number', async () => {
  const reads = { count: 0 }
  const refused = (path: string): Evidence =>
    Object.defineProperty({ path, refused: { code: 'KEY_UNTRUSTED', message: 'unknown' } } as const, 'path', {
      enumerable: true,
      get: () => {
        reads.count += 1
        return path
      },
    })
  const evidence = Array.from({ length: COUNT }, (_, index) => refused(`x/${index}.sigstore.json`))
  const artifactsOf = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      ...ARTIFACT,
      name: `file-${index}.tgz`,
      digest: index.toString(16).padStart(64, 'd') as Sha256,
    }))
  const document = await parsePolicy(policy)
  const perArtifact = (count: number): number => {
    reads.count = 0
    const { artifacts } = decide(document, artifactsOf(count), evidence)
    expect(artifacts.flatMap(({ entries }) => entries[0]?.others ?? [])).toHaveLength(count)
    return reads.count / count
  }
  expect(perArtifact(COUNT)).toBeLessThan(10 + perArtifact(1) / COUNT)
})

test('a bundle that satisfies the entry ends the search, wherever it stands', async () => {
  const good = statement({ provenance: { ...isolated, builderId: WORKFLOW } })
  const bad = statement({ subjects: elsewhere })
  const { satisfiedBy, reasons, others } = await entryVerdict(policy, [bad, good, bad])
  expect({ satisfiedBy, reasons, others }).toEqual({ satisfiedBy: '1', reasons: [], others: [] })
})
