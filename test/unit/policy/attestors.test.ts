// Identities that certificates name, and the witnesses that an attestor must have.
import { describe, expect, test } from '@jest/globals'
import { indexSubjects } from '../../../packages/core/src/verify/subject-match.ts'
import type { EvidenceFacts, ProvenanceFacts, Sha256, TrustedTime, VerifiedSigner } from '@open-claw/core'
import { decide } from '@open-claw/policy'
import { CLAIMS as CLAIM_NAMES } from '../../../packages/policy/src/language/claims.ts'
import { certifiedIdentity } from '../../../packages/sigstore/src/verify/identity.ts'
import { codeOf } from '../../support/errors.ts'
import { edit, type Json, parsePolicy } from '../../support/policies.ts'

const ISSUER = 'https://token.actions.githubusercontent.com'
const SUBJECT = 'https://github.com/octo-org/octo-repo/.github/workflows/release.yml@refs/tags/v1'
const DIGEST = 'a'.repeat(64) as Sha256
const CLAIMS = {
  buildSignerURI: SUBJECT,
  sourceRepositoryURI: 'https://github.com/octo-org/octo-repo',
  sourceRepositoryIdentifier: '74',
  sourceRepositoryRef: 'refs/tags/v1',
  sourceRepositoryDigest: 'a'.repeat(40),
  runnerEnvironment: 'github-hosted',
  buildTrigger: 'push',
}
const PROVENANCE: ProvenanceFacts = {
  buildType: 'https://actions.github.io/buildtypes/workflow/v1',
  commit: 'a'.repeat(40),
  invocationId: undefined,
  repository: 'https://github.com/octo-org/octo-repo',
  repositoryId: '74',
  ref: 'refs/tags/v1',
  builderId: SUBJECT,
  event: 'push',
  isolation: 'shared-job',
  runnerEnvironment: 'github-hosted',
}

/** A policy of one certified attestor, changed by `change`. */
const policyOf = (change: (attestor: Json, spec: Json) => void = () => undefined): Buffer =>
  edit((policy) => {
    const attestor: Json = {
      name: 'ci',
      certificate: {
        issuer: ISSUER,
        subjects: ['https://github.com/octo-org/octo-repo/.github/workflows/release.yml@refs/tags/v*'],
        claims: { sourceRepositoryIdentifier: '74', runnerEnvironment: 'github-hosted' },
      },
    }
    policy['spec'].trustedRoots = [{ path: 'roots.json', digest: `sha256:${'0'.repeat(64)}` }]
    policy['spec'].attestors = [attestor]
    policy['spec'].attestations = [
      { name: 'provenance', predicateType: 'https://slsa.dev/provenance/v1', attestors: ['ci'] },
    ]
    change(attestor, policy['spec'])
  })

interface Told {
  readonly issuer?: string
  readonly subject?: string
  readonly claims?: Record<string, string>
  readonly provenance?: Partial<ProvenanceFacts>
  readonly times?: readonly TrustedTime[]
  readonly logged?: readonly string[]
  readonly signer?: VerifiedSigner
}

const factsOf = ({ times = [], logged = [], ...told }: Told): EvidenceFacts => ({
  kind: 'statement',
  payloadDigest: DIGEST,
  predicateType: 'https://slsa.dev/provenance/v1',
  subjects: indexSubjects([{ name: 'app', digests: { sha256: DIGEST } }]),
  provenance: { ...PROVENANCE, ...told.provenance },
  signer: told.signer ?? {
    kind: 'certificate',
    identity: {
      issuer: told.issuer ?? ISSUER,
      subject: told.subject ?? SUBJECT,
      claims: told.claims ?? CLAIMS,
    },
  },
  times,
  logged: logged.map((log, index) => ({ log, index: String(index) })),
  unverified: { logEntries: 0, timestamps: 0 },
})

async function reasonOf(told: Told, policy: Buffer = policyOf()): Promise<string> {
  const artifact = { name: 'app', digest: DIGEST, source: 'file' as const, digests: new Map() }
  const verdict = decide(await parsePolicy(policy), [artifact], [{ path: 'b', facts: factsOf(told) }])
  return verdict.artifacts[0]?.entries[0]?.reasons[0]?.code ?? verdict.decision
}

describe('an identity in place of a key', () => {
  test('all of it as the policy says: allow', async () => {
    expect(await reasonOf({})).toBe('allow')
  })
  test.each<[string, Told]>([
    ['of another issuer', { issuer: 'https://token.actions.evil.example' }],
    ['of an issuer with more behind it', { issuer: `${ISSUER}/enterprise` }],
    [
      'whose workflow only begins like it',
      { subject: SUBJECT.replace('release.yml', 'release.yml.evil.yml') },
    ],
    ['with another dot', { subject: SUBJECT.replace('release.yml', 'releaseXyml') }],
    ['of a branch', { subject: SUBJECT.replace('refs/tags/v1', 'refs/heads/main') }],
    ['of a pull request', { subject: SUBJECT.replace('refs/tags/v1', 'refs/pull/1/merge') }],
    ['of a look-alike in capitals', { subject: SUBJECT.replace('octo-org', 'Octo-org') }],
    ['of a look-alike of another alphabet', { subject: SUBJECT.replace('octo-org', 'oсto-org') }],
    ['of a name taken over: another id', { claims: { ...CLAIMS, sourceRepositoryIdentifier: '75' } }],
    ['without the claim', { claims: { runnerEnvironment: 'github-hosted' } }],
    ['of a self-hosted runner', { claims: { ...CLAIMS, runnerEnvironment: 'self-hosted' } }],
    ['with nothing in its name', { subject: '' }],
    ['that has only what every object has', { claims: Object.create({ ...CLAIMS }) }],
  ])('abuse cases 50 and 52: one %s is not the attestor', async (_, told) => {
    expect(await reasonOf(told)).toBe('ATTESTOR_NOT_ALLOWED')
  })
  test('a key is no certificate, whatever its name is', async () => {
    const key = { name: 'ci', keyId: '', algorithm: 'ed25519', key: undefined, uri: undefined } as never
    expect(await reasonOf({ signer: { kind: 'key', key } })).toBe('ATTESTOR_NOT_ALLOWED')
  })
})

describe('a certificate and the provenance that it signs', () => {
  const broad = policyOf((attestor) => {
    attestor['certificate'].subjects = ['https://github.com/octo-org/*/.github/workflows/*@refs/tags/v*']
    delete attestor['certificate'].claims
  })
  test.each<[string, Told]>([
    ['repository', { provenance: { repository: 'https://github.com/octo-org/other' } }],
    ['repository id', { provenance: { repositoryId: '75' } }],
    ['ref', { provenance: { ref: 'refs/heads/main' } }],
    ['builder', { provenance: { builderId: SUBJECT.replace('release', 'other') } }],
    ['event', { provenance: { event: 'workflow_dispatch' } }],
    ['runner', { provenance: { runnerEnvironment: 'self-hosted' } }],
    ['commit', { provenance: { commit: 'b'.repeat(40) } }],
  ])('must agree on the %s', async (_, told) => {
    expect(await reasonOf(told, broad)).toBe('CERTIFICATE_MISMATCH')
  })
  test('what one of them does not say contradicts nothing', async () => {
    expect(await reasonOf({ claims: {}, provenance: { ref: 'refs/heads/x' } }, broad)).toBe('allow')
    expect(await reasonOf({ provenance: { event: undefined } }, broad)).toBe('allow')
  })
})

describe('witnesses', () => {
  const demanding = policyOf((attestor) => (attestor['witnesses'] = { timestamps: 2, logEntries: 1 }))
  const at = (authority: string, source: TrustedTime['source'] = 'timestamp-authority'): TrustedTime => ({
    source,
    authority,
    time: 0,
  })
  test('as many as the attestor must have: allow', async () => {
    expect(await reasonOf({ times: [at('a'), at('b')], logged: ['log'] }, demanding)).toBe('allow')
  })
  test.each<[string, Told]>([
    ['none', {}],
    ['too few timestamps', { times: [at('a')], logged: ['log'] }],
    ['no log entry', { times: [at('a'), at('b')] }],
    ['abuse case 55: one authority twice', { times: [at('a'), at('a')], logged: ['log'] }],
    [
      'abuse case 55: a log whose promise of a time is counted as an authority',
      { times: [at('a'), at('log', 'transparency-log')], logged: ['log'] },
    ],
  ])('%s is not enough', async (_, told) => {
    expect(await reasonOf(told, demanding)).toBe('WITNESS_MISSING')
  })
  test('abuse case 55: two entries of one log are one', async () => {
    const two = policyOf((attestor) => (attestor['witnesses'] = { logEntries: 2 }))
    expect(await reasonOf({ logged: ['log', 'log'] }, two)).toBe('WITNESS_MISSING')
    expect(await reasonOf({ logged: ['log', 'other'] }, two)).toBe('allow')
  })
  test('an attestor with all its witnesses counts, though another of the same identity lacks some', async () => {
    const both = policyOf((attestor, spec) => {
      spec['attestors'] = [
        { ...structuredClone(attestor), name: 'strict', witnesses: { timestamps: 1 } },
        attestor,
      ]
      spec['attestations'][0].attestors = ['strict', 'ci']
    })
    expect(await reasonOf({}, both)).toBe('allow')
  })
})

test.each<[string, (attestor: Json, spec: Json) => void]>([
  ['a certificate without roots', (_, spec) => delete spec['trustedRoots']],
  [
    'witnesses without roots',
    (attestor, spec) => {
      delete spec['trustedRoots']
      spec['attestors'] = [
        { name: 'ci', key: spec['attestors'][0].key ?? { publicKey: 'x' }, witnesses: { timestamps: 1 } },
      ]
      delete attestor['certificate']
    },
  ],
  ['no roots in the list', (_, spec) => (spec['trustedRoots'] = [])],
  ['a root without its digest', (_, spec) => delete spec['trustedRoots'][0].digest],
  ['a root with a short digest', (_, spec) => (spec['trustedRoots'][0].digest = 'sha256:00')],
  [
    'a bundle of roots that nobody signs',
    (_, spec) => (spec['trustedRoots'] = [{ bundle: 'b', attestors: [] }]),
  ],
  [
    'a bundle of roots that a certificate signs',
    (_, spec) => (spec['trustedRoots'] = [{ bundle: 'b', attestors: ['ci'] }]),
  ],
  [
    'a bundle of roots that a stranger signs',
    (_, spec) => (spec['trustedRoots'] = [{ bundle: 'b', attestors: ['x'] }]),
  ],
  [
    'TUF without a first root',
    (_, spec) => (spec['trustedRoots'] = [{ tuf: { mirror: 'https://tuf.example' } }]),
  ],
  ...[
    'https://[',
    'https://tuf.example:99999',
    'http://tuf.example',
    'https://user:password@tuf.example',
    'https://tuf.example/?x=1',
    'https://tuf.example/#x',
    'file:///tuf',
  ].map((mirror): [string, (attestor: Json, spec: Json) => void] => [
    `the TUF mirror ${mirror}`,
    (_, spec) => {
      const root = spec['trustedRoots'][0]
      spec['trustedRoots'] = [{ tuf: { mirror, root } }]
    },
  ]),
  ['a key and a certificate', (attestor) => (attestor['key'] = { publicKey: 'x' })],
  ['no subjects', (attestor) => (attestor['certificate'].subjects = [])],
  ['abuse case 51: a bare star for a subject', (attestor) => (attestor['certificate'].subjects = ['*'])],
  ['an empty issuer', (attestor) => (attestor['certificate'].issuer = '')],
  ['a pattern for an issuer', (attestor) => (attestor['certificate'].issuer = 'https://*.example')],
  ['an empty claim', (attestor) => (attestor['certificate'].claims = { runnerEnvironment: '' })],
  [
    'a claim that no certificate has',
    (attestor) => (attestor['certificate'].claims = { sourceRepositoryID: '74' }),
  ],
  [
    'a claim that every object has',
    (attestor) => (attestor['certificate'].claims = { constructor: 'x', runnerEnvironment: 'github-hosted' }),
  ],
  ['a list for claims', (attestor) => (attestor['certificate'].claims = [])],
  ['a claim by its number', (attestor) => (attestor['certificate'].claims = { '1.3.6': 'x' })],
  ['abuse case 56: witnesses below zero', (attestor) => (attestor['witnesses'] = { timestamps: -1 })],
  ['half a witness', (attestor) => (attestor['witnesses'] = { logEntries: 0.5 })],
  ['an unknown kind of witness', (attestor) => (attestor['witnesses'] = { notaries: 1 })],
])('a policy that cannot be meant %s', async (_, change) => {
  expect(await codeOf(() => parsePolicy(policyOf(change)))).toBe('POLICY_INVALID')
})

describe('a policy can ask for', () => {
  test.each(['https://tuf.example', 'https://tuf.example/mirror/', 'http://127.0.0.1:8080'])(
    'the TUF mirror %s',
    async (mirror) => {
      const policy = policyOf((_, spec) => {
        spec['trustedRoots'] = [{ tuf: { mirror, root: spec['trustedRoots'][0] } }]
      })
      expect(await parsePolicy(policy)).toMatchObject({ trustedRoots: [{ tuf: { mirror } }] })
    },
  )

  test('each claim that a certificate can have, and no other', () => {
    const text = (value: string): Buffer =>
      Buffer.concat([Buffer.from([0x0c, value.length]), Buffer.from(value)])
    const numbers = Array.from({ length: 40 }, (_, index) => `1.3.6.1.4.1.57264.1.${index + 1}`)
    const value = text('x')
    const name = Buffer.concat([Buffer.from([0x30, 3, 0x86, 1]), Buffer.from('x')])
    const extensions = new Map([
      ...numbers.map((oid) => [oid, { critical: false, value, whole: value }] as const),
      ['1.3.6.1.4.1.57264.1.1', { critical: false, value: Buffer.from('x'), whole: value }] as const,
      ['2.5.29.17', { critical: false, value: name, whole: name }] as const,
    ])
    const { claims } = certifiedIdentity({ extensions } as never)
    expect(Object.keys(claims).toSorted()).toEqual([...CLAIM_NAMES].toSorted())
  })
})
