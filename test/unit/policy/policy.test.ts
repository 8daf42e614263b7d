import { createHash } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import {
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
import { decide, matchesPattern, parsePolicy, REASONS, type Evidence } from '@open-claw/policy'
import { parse, stringify } from 'yaml'
import { CLAIMS, RUNNER } from '../../support/claims.ts'
import { codeOf, refusal } from '../../support/errors.ts'
import { testKey } from '../../support/keys.ts'

const key = testKey()
const PEM = trustedKey('release', key.publicKey).key.export({ type: 'spki', format: 'pem' }).toString()
const POLICY = stringify({
  apiVersion: 'open-claw/v1',
  kind: 'ArtifactPolicy',
  metadata: { name: 'production' },
  spec: {
    attestors: [
      { name: 'release', key: { publicKey: PEM } },
      {
        name: 'staging',
        key: { uri: 'gcpkms://projects/p/locations/l/keyRings/r/cryptoKeys/k/cryptoKeyVersions/1' },
      },
    ],
    attestations: [
      {
        name: 'provenance',
        predicateType: 'https://slsa.dev/provenance/v1',
        attestors: ['release'],
        provenance: {
          repository: 'https://github.com/octo-org/octo-repo',
          repositoryId: '74',
          refs: ['refs/heads/main', 'refs/tags/v*'],
          builders: ['https://github.com/octo-org/octo-repo/.github/workflows/release.yml@refs/heads/main'],
          events: ['push'],
          isolation: ['shared-job'],
          runnerEnvironment: 'github-hosted',
        },
      },
    ],
  },
})
type Json = Record<string, any>
const edit = (change: (policy: Json) => void): Buffer => {
  const json = parse(POLICY)
  change(json)
  return Buffer.from(stringify(json))
}
const policy = parsePolicy(Buffer.from(POLICY))
const digestOf = (text: string) =>
  parseSha256(`sha256:${createHash('sha256').update(text).digest('hex')}`, 't')
const artifact = (name: string) => ({ name, digest: digestOf(name), digests: new Map() })
const keys = [trustedKey('release', key.publicKey)]

async function facts(predicate: Predicate, name = 'app', signer = { key, keys }): Promise<EvidenceFacts> {
  const [bundle] = await signStatements(
    signer.key,
    [{ name, digest: digestOf(name), source: 'file' }],
    predicate,
  )
  return verifyBundle(parseBundle(Buffer.from(bundle?.json ?? ''), 'b'), signer.keys)
}
const provenance = (claims: Partial<JobClaims> = {}): Predicate =>
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

describe('decisions', () => {
  test('allow: one bundle that satisfies the whole entry', async () => {
    const verdict = decide(policy, [artifact('app')], [{ path: 'b', facts: await facts(provenance()) }])
    expect(verdict).toMatchObject({
      decision: 'allow',
      artifacts: [{ entries: [{ satisfiedBy: 'b', attestor: 'release' }] }],
    })
  })

  test('abuse case 53: no evidence at all', () => {
    expect(codes([])).toEqual(['NO_EVIDENCE'])
    expect(decide(policy, [artifact('app')], []).decision).toBe('deny')
  })

  test('abuse case 48: a valid bundle about another artifact', async () => {
    expect(codes([{ path: 'b', facts: await facts(provenance(), 'other') }])).toEqual(['SUBJECT_MISMATCH'])
  })

  test('abuse case 53: another predicate type', async () => {
    const bom = await facts({ type: 'https://cyclonedx.org/bom', body: {} })
    expect(codes([{ path: 'b', facts: bom }])).toEqual(['PREDICATE_TYPE_MISMATCH'])
  })

  test.each<[string, Partial<JobClaims>, string]>([
    [
      'another repository',
      { workflowRef: 'octo-org/octo-repo2/.github/workflows/release.yml@refs/heads/main' },
      'REPOSITORY_MISMATCH',
    ],
    ['another server', { issuer: 'https://token.actions.evil.ghe.com' }, 'REPOSITORY_MISMATCH'],
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
  ])('deny: %s', async (_, claims, code) => {
    expect(codes([{ path: 'b', facts: await facts(provenance(claims)) }])).toEqual([code])
  })

  test('abuse case 34: isolation that was not given', async () => {
    const strict = parsePolicy(edit((p) => (p['spec'].attestations[0].provenance.isolation = ['isolated'])))
    expect(codes([{ path: 'b', facts: await facts(provenance()) }], 'app', strict)).toEqual([
      'ISOLATION_MISMATCH',
    ])
  })

  test('provenance that leaves out what is asked', async () => {
    const { type, body } = provenance()
    const bare: Json = structuredClone(body)
    delete bare['buildDefinition'].externalParameters.workflow
    expect(codes([{ path: 'b', facts: await facts({ type, body: bare }) }])).toEqual([
      'PROVENANCE_INCOMPLETE',
    ])
    const list: Json = structuredClone(body)
    list['buildDefinition'].externalParameters.workflow = [{ repository: 'x' }]
    expect(codes([{ path: 'b', facts: await facts({ type, body: list }) }])).toEqual([
      'PROVENANCE_INCOMPLETE',
    ])
  })

  test('a trusted key that may not sign this entry', async () => {
    const other = testKey('ecdsa-p256-sha256', { fresh: true })
    const signed = await facts(provenance(), 'app', {
      key: other,
      keys: [...keys, trustedKey('staging', other.publicKey)],
    })
    expect(codes([{ path: 'b', facts: signed }])).toEqual(['ATTESTOR_NOT_ALLOWED'])
  })

  test('split evidence: two halves are no whole', async () => {
    const wrongRef = await facts(
      provenance({ workflowRef: 'octo-org/octo-repo/.github/workflows/release.yml@refs/heads/x' }),
    )
    const wrongEvent = await facts(provenance({ eventName: 'schedule' }))
    expect(
      codes([
        { path: 'a', facts: wrongRef },
        { path: 'b', facts: wrongEvent },
      ]),
    ).toEqual(['REF_MISMATCH', 'EVENT_MISMATCH'])
  })

  test('abuse case 54: junk cannot veto the good one, and is no evidence by itself', async () => {
    const junk: Evidence = { path: 'j', refused: { code: 'BUNDLE_INVALID', message: 'x' } }
    expect(codes([junk])).toEqual(['EVIDENCE_REFUSED'])
    expect(
      decide(policy, [artifact('app')], [junk, { path: 'b', facts: await facts(provenance()) }]).decision,
    ).toBe('allow')
  })

  test('one artifact without evidence denies the whole deployment; no artifacts deny too', async () => {
    const good = { path: 'b', facts: await facts(provenance()) }
    const verdict = decide(policy, [artifact('app'), artifact('db')], [good])
    expect([verdict.decision, ...verdict.artifacts.map(({ decision }) => decision)]).toEqual([
      'deny',
      'allow',
      'deny',
    ])
    expect(decide(policy, [], [good]).decision).toBe('deny')
  })

  test('a demand for a signature over the file is not met by a statement, nor the other way round', async () => {
    const signatures = parsePolicy(
      edit((p) => {
        delete p['spec'].attestations
        p['spec'].signatures = [{ name: 'signed', attestors: ['release'] }]
      }),
    )
    expect(codes([{ path: 'b', facts: await facts(provenance()) }], 'app', signatures)).toEqual([
      'PREDICATE_TYPE_MISMATCH',
    ])
    const digest = createHash('sha256').update('app').digest()
    const [bundle] = await signBlobs(
      key,
      [{ name: 'app', digest: digestOf('app'), source: 'file' }],
      new Map([['app', new Map([['sha256' as const, digest]])]]),
    )
    const blob = await verifyBundle(parseBundle(Buffer.from(bundle?.json ?? ''), 'b'), keys)
    expect(decide(signatures, [artifact('app')], [{ path: 'b', facts: blob }]).decision).toBe('allow')
    expect(codes([{ path: 'b', facts: blob }])).toEqual(['PREDICATE_TYPE_MISMATCH'])
    expect(codes([{ path: 'b', facts: blob }], 'other', signatures)).toEqual(['SUBJECT_MISMATCH'])
  })

  test('every reason has a sentence', () => {
    for (const text of Object.values(REASONS)) expect(text).toMatch(/\.$/)
  })
})

describe('policies', () => {
  test('the identity of a policy is the digest of its bytes', () => {
    expect(policy.digest).toBe(createHash('sha256').update(POLICY).digest('hex'))
  })

  const entry = (p: Json): Json => p['spec'].attestations[0]
  test.each<[string, (p: Json) => void]>([
    ['abuse case 63: an unknown field at the top', (p) => (p['extra'] = 1)],
    [
      'abuse case 63: a typo',
      (p) => {
        entry(p)['provenance'].ref = entry(p)['provenance'].refs
        delete entry(p)['provenance'].refs
      },
    ],
    ['abuse case 63: an unknown field in a key', (p) => (p['spec'].attestors[0].key.regex = '.*')],
    ['abuse case 64: no attestors', (p) => (p['spec'].attestors = [])],
    ['abuse case 64: no demands', (p) => delete p['spec'].attestations],
    ['abuse case 64: an empty list of demands', (p) => (p['spec'].attestations = [])],
    ['abuse case 64: an entry that nobody may sign', (p) => (entry(p)['attestors'] = [])],
    ['abuse case 64: an empty list of refs', (p) => (entry(p)['provenance'].refs = [])],
    ['abuse case 51: an empty builder', (p) => (entry(p)['provenance'].builders = [''])],
    ['abuse case 51: a bare star', (p) => (entry(p)['provenance'].builders = ['*'])],
    ['abuse case 66: too many stars', (p) => (entry(p)['provenance'].refs = ['a*b*c*d*e*f'])],
    ['a double star', (p) => (entry(p)['provenance'].refs = ['refs/**'])],
    ['an attestor that is not defined', (p) => (entry(p)['attestors'] = ['stranger'])],
    ['two attestors of one name', (p) => p['spec'].attestors.push(p['spec'].attestors[0])],
    ['two entries of one name', (p) => p['spec'].attestations.push(entry(p))],
    ['provenance of something else', (p) => (entry(p)['predicateType'] = 'https://cyclonedx.org/bom')],
    [
      'a key without its version',
      (p) => (p['spec'].attestors[1].key.uri = 'gcpkms://projects/p/locations/l/keyRings/r/cryptoKeys/k'),
    ],
    ['a key URI of another scheme', (p) => (p['spec'].attestors[1].key.uri = 'file:///key.pem')],
    ['an algorithm nobody knows', (p) => (p['spec'].attestors[0].key.algorithm = 'rot13')],
    ['another version of the format', (p) => (p['apiVersion'] = 'open-claw/v2')],
    ['another kind', (p) => (p['kind'] = 'Policy')],
    ['a number for an id', (p) => (entry(p)['provenance'].repositoryId = 74)],
    ['an isolation nobody knows', (p) => (entry(p)['provenance'].isolation = ['none'])],
    ['a glob for a repository', (p) => (entry(p)['provenance'].repository = 'https://github.com/octo-org/*')],
  ])('%s is refused', async (_, change) => {
    expect(await codeOf(() => parsePolicy(edit(change)))).toBe('POLICY_INVALID')
  })

  test.each([
    ['nothing', ''],
    ['a list', '- a'],
    ['abuse case 65: an alias', 'a: &x [1]\nb: *x\n'],
    ['abuse case 65: a tag', 'a: !!js/function x\n'],
    ['abuse case 65: two documents', `${POLICY}---\n${POLICY}`],
    ['abuse case 65: a duplicate key', `${POLICY}kind: ArtifactPolicy\n`],
    ['abuse case 65: an alias bomb', `a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: [*c,*c]\n`],
    ['no YAML', '{{{'],
    ['too much', `#${'x'.repeat(300_000)}\n${POLICY}`],
  ])('%s is refused', async (_, text) => {
    expect(await codeOf(() => parsePolicy(Buffer.from(text)))).toBe('POLICY_INVALID')
  })

  test('the message names the field', async () => {
    const error = await refusal(() => parsePolicy(edit((p) => (entry(p)['provenance'].evnts = ['push']))))
    expect(error.message).toContain('spec.attestations.0.provenance.evnts')
  })
})

describe('patterns', () => {
  const pattern = (text: string) =>
    parsePolicy(edit((p) => (p['spec'].attestations[0].provenance.refs = [text]))).entries[0]?.provenance
      ?.refs[0]
  test.each([
    ['refs/tags/v*', 'refs/tags/v1.2.3', true],
    ['refs/tags/v*', 'refs/tags/v', true],
    ['a*b*c', 'aXbXc', true],
    ['a*bb*b', 'abbbb', true],
    ['refs/tags/v*', 'refs/tags/v1/x', false],
    ['refs/tags/v*', 'xrefs/tags/v1', false],
    ['refs/heads/main', 'refs/heads/main2', false],
    ['refs/heads/main', 'refs/heads/Main', false],
    ['refs.heads.main', 'refs/heads/main', false],
    ['a*b*c', 'aXbX', false],
    ['a*b*c', 'ac', false],
    ['ab*ba', 'aba', false],
    ['a*b*c', 'a/b/c', false],
    ['a*c', 'a\nc', true],
  ])('%s and %s: %s', (glob, value, expected) => {
    const checked = pattern(glob)
    expect(checked !== undefined && matchesPattern(checked, value)).toBe(expected)
  })
})
