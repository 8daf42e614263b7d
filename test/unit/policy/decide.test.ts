import { createHash } from 'node:crypto'
import { expect, test } from '@jest/globals'
import {
  digestSet,
  parseBundle,
  parseSha256,
  signBlobs,
  signStatements,
  slsaProvenance,
  trustedKey,
  verifyBundle,
  type EvidenceFacts,
  type JobClaims,
  type Predicate,
} from '@open-claw/core'
import type { PredicateValue } from '../../../packages/core/src/formats/statement.ts'
import { decide, REASONS, type Evidence } from '@open-claw/policy'
import { CLAIMS, RUNNER } from '../../support/claims.ts'
import { testKey } from '../../support/keys.ts'
import { edit, key, POLICY, type Json, parsePolicy } from '../../support/policies.ts'

const policy = await parsePolicy(Buffer.from(POLICY))
const digestOf = (text: string) =>
  parseSha256(`sha256:${createHash('sha256').update(text).digest('hex')}`, 't')
const artifact = (name: string) => ({
  name,
  digest: digestOf(name),
  source: 'file' as const,
  digests: new Map(),
})
const keys = [trustedKey('release', key.publicKey)]

async function facts(predicate: Predicate, name = 'app', signer = { key, keys }): Promise<EvidenceFacts> {
  const [bundle] = await signStatements(
    signer.key,
    [{ name, digest: digestOf(name), source: 'file' }],
    predicate,
  )
  return verifyBundle(parseBundle(Buffer.from(bundle?.json ?? ''), 'b'), { keys: signer.keys })
}
const provenance = (claims: Partial<JobClaims> = {}): PredicateValue =>
  slsaProvenance({
    claims: { ...CLAIMS, ...claims },
    runner: RUNNER,
    isolation: 'shared-job',
    inputs: undefined,
    run: undefined,
  })
const codes = (evidence: Evidence[], name = 'app', rules = policy): string[] =>
  decide(rules, [artifact(name)], evidence).artifacts.flatMap(({ entries }) =>
    entries.flatMap(({ reasons }) => reasons.map(({ code }) => code)),
  )

const denied = (evidence: Evidence[]) => {
  const { decision, artifacts } = decide(policy, [artifact('app')], evidence)
  expect(decision).toBe('deny')
  return { entries: artifacts[0]?.entries }
}

test('decisions allow: one bundle that satisfies the whole entry', async () => {
  const verdict = decide(policy, [artifact('app')], [{ path: 'b', facts: await facts(provenance()) }])
  expect(verdict).toMatchObject({
    decision: 'allow',
    artifacts: [{ entries: [{ satisfiedBy: 'b', attestor: 'release' }] }],
  })
})

test('decisions abuse case 53: no evidence at all', () => {
  expect(codes([])).toEqual(['NO_EVIDENCE'])
  expect(decide(policy, [artifact('app')], []).decision).toBe('deny')
})

test('decisions abuse case 48: a valid bundle about another artifact', async () => {
  expect(codes([{ path: 'b', facts: await facts(provenance(), 'other') }])).toEqual(['SUBJECT_MISMATCH'])
})

test('decisions abuse case 53: another predicate type', async () => {
  const bom = await facts({ type: 'https://cyclonedx.org/bom', body: {} })
  expect(codes([{ path: 'b', facts: bom }])).toEqual(['PREDICATE_TYPE_MISMATCH'])
})

test.each<[string, Partial<JobClaims>, string]>([
  [
    'another repository',
    { workflowRef: 'octo-org/octo-repo2/.github/workflows/release.yml@refs/heads/main' },
    'REPOSITORY_MISMATCH',
  ],
  ['abuse case 52: the name reclaimed', { repositoryId: '75' }, 'REPOSITORY_ID_MISMATCH'],
  [
    'a feature branch',
    { workflowRef: 'octo-org/octo-repo/.github/workflows/release.yml@refs/heads/feature' },
    'REF_MISMATCH',
  ],
  [
    'a pull request',
    { workflowRef: 'octo-org/octo-repo/.github/workflows/release.yml@refs/pull/1/merge' },
    'REF_MISMATCH',
  ],
  [
    'a tag that goes one level deeper',
    { workflowRef: 'octo-org/octo-repo/.github/workflows/release.yml@refs/tags/v1/x' },
    'REF_MISMATCH',
  ],
  [
    'abuse case 99: another workflow',
    { jobWorkflowRef: 'octo-org/octo-repo/.github/workflows/other.yml@refs/heads/main' },
    'BUILDER_MISMATCH',
  ],
  [
    'abuse case 50: a suffix',
    { jobWorkflowRef: 'octo-org/octo-repo/.github/workflows/release.yml@refs/heads/main2' },
    'BUILDER_MISMATCH',
  ],
  [
    'abuse case 50: a character for a dot',
    { jobWorkflowRef: 'octo-org/octo-repo/xgithub/workflows/release.yml@refs/heads/main' },
    'BUILDER_MISMATCH',
  ],
  [
    'abuse case 50: another case',
    { jobWorkflowRef: 'Octo-org/octo-repo/.github/workflows/release.yml@refs/heads/main' },
    'BUILDER_MISMATCH',
  ],
  ['another event', { eventName: 'workflow_dispatch' }, 'EVENT_MISMATCH'],
  [
    'abuse case 34: a self-hosted runner',
    { runnerEnvironment: 'self-hosted' },
    'RUNNER_ENVIRONMENT_MISMATCH',
  ],
])('decisions deny: %s', async (_, claims, code) => {
  expect(codes([{ path: 'b', facts: await facts(provenance(claims)) }])).toEqual([code])
})

test('decisions deny: another server, with all that it means', async () => {
  const claims = { issuer: 'https://token.actions.evil.ghe.com' }
  expect(codes([{ path: 'b', facts: await facts(provenance(claims)) }])).toEqual([
    'REPOSITORY_MISMATCH',
    'BUILDER_MISMATCH',
  ])
})

test('decisions abuse case 34: isolation that was not given', async () => {
  const strict = await parsePolicy(
    edit((p) => (p['spec'].attestations[0].provenance.isolation = ['isolated'])),
  )
  expect(codes([{ path: 'b', facts: await facts(provenance()) }], 'app', strict)).toEqual([
    'ISOLATION_MISMATCH',
  ])
})

test('decisions provenance that leaves out what is asked', async () => {
  const { type, body } = provenance()
  const bare: Json = structuredClone(body)
  delete bare['buildDefinition'].externalParameters.workflow
  // Repository and ref.
  const incomplete = ['PROVENANCE_INCOMPLETE', 'PROVENANCE_INCOMPLETE']
  expect(codes([{ path: 'b', facts: await facts({ type, body: bare }) }])).toEqual(incomplete)
  const list: Json = structuredClone(body)
  list['buildDefinition'].externalParameters.workflow = [{ repository: 'x' }]
  expect(codes([{ path: 'b', facts: await facts({ type, body: list }) }])).toEqual(incomplete)
})

test('decisions a trusted key that may not sign this entry', async () => {
  const other = testKey('ecdsa-p256-sha256', { fresh: true })
  const signed = await facts(provenance(), 'app', {
    key: other,
    keys: [...keys, trustedKey('staging', other.publicKey)],
  })
  expect(codes([{ path: 'b', facts: signed }])).toEqual(['ATTESTOR_NOT_ALLOWED'])
})

test('decisions split evidence: two halves are no whole', async () => {
  const wrongRef = await facts(
    provenance({ workflowRef: 'octo-org/octo-repo/.github/workflows/release.yml@refs/heads/x' }),
  )
  const wrongEvent = await facts(provenance({ eventName: 'schedule' }))
  const { entries } = denied([
    { path: 'a', facts: wrongRef },
    { path: 'b', facts: wrongEvent },
  ])
  expect(entries).toMatchObject([
    {
      reasons: [{ code: 'REF_MISMATCH', bundle: 'a' }],
      others: [{ code: 'EVENT_MISMATCH', bundle: 'b' }],
    },
  ])
})

test('decisions abuse case 54: junk cannot veto the good one, and is no evidence by itself', async () => {
  const junk: Evidence = { path: 'j', refused: { code: 'BUNDLE_INVALID', message: 'x' } }
  expect(codes([junk])).toEqual(['EVIDENCE_REFUSED'])
  expect(
    decide(policy, [artifact('app')], [junk, { path: 'b', facts: await facts(provenance()) }]).decision,
  ).toBe('allow')
})

test('decisions one artifact without evidence denies the whole deployment; no artifacts deny too', async () => {
  const good = { path: 'b', facts: await facts(provenance()) }
  const verdict = decide(policy, [artifact('app'), artifact('db')], [good])
  expect([verdict.decision, ...verdict.artifacts.map(({ decision }) => decision)]).toEqual([
    'deny',
    'allow',
    'deny',
  ])
  expect(decide(policy, [], [good]).decision).toBe('deny')
})

test('decisions a demand for a signature over the file is not met by a statement, nor the other way round', async () => {
  const signatures = await parsePolicy(
    edit((p) => {
      delete p['spec'].attestations
      p['spec'].signatures = [{ name: 'signed', attestors: ['release'] }]
    }),
  )
  expect(codes([{ path: 'b', facts: await facts(provenance()) }], 'app', signatures)).toEqual([
    'PREDICATE_TYPE_MISMATCH',
  ])
  const digest = createHash('sha256').update('app').digest('hex')
  const [bundle] = await signBlobs(
    key,
    [{ name: 'app', digest: digestOf('app'), source: 'file' }],
    new Map([['app', digestSet([['sha256', digest]])]]),
  )
  const blob = await verifyBundle(parseBundle(Buffer.from(bundle?.json ?? ''), 'b'), { keys })
  expect(decide(signatures, [artifact('app')], [{ path: 'b', facts: blob }]).decision).toBe('allow')
  expect(codes([{ path: 'b', facts: blob }])).toEqual(['PREDICATE_TYPE_MISMATCH'])
  expect(codes([{ path: 'b', facts: blob }], 'other', signatures)).toEqual(['SUBJECT_MISMATCH'])
})

test('decisions every reason has a sentence', () => {
  for (const { meaning, remedy } of Object.values(REASONS)) {
    expect(meaning).toMatch(/\.$/)
    expect(remedy).toMatch(/^[^.]+\.$/)
  }
})
