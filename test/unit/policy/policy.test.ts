import { createHash } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { matchesPattern } from '../../../packages/policy/src/language/pattern.ts'
import { codeOf, refusal } from '../../support/errors.ts'
import { edit, POLICY, type Json, parsePolicy } from '../../support/policies.ts'

test('policies the identity of a policy is the digest of its bytes', async () => {
  const policy = await parsePolicy(Buffer.from(POLICY))
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
])('policies %s is refused', async (_, change) => {
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
])('policies %s is refused', async (_, text) => {
  expect(await codeOf(() => parsePolicy(Buffer.from(text)))).toBe('POLICY_INVALID')
})

test.each(['urn:example:tested', 'https://example.com/p/v1', 'tag:example.com,2026:tested', 'oid:1.2.3'])(
  'policies the predicate type %s can be named',
  async (predicateType) => {
    const policy = edit((p) => {
      entry(p)['predicateType'] = predicateType
      delete entry(p)['provenance']
    })
    expect((await parsePolicy(policy)).entries[0]).toMatchObject({ predicateType, names: 'unbound' })
  },
)
test.each(['tested', 'example.com/p', '', ':x', 'urn:', 'https://a b', '1a:x'])(
  'policies the predicate type "%s" is none',
  async (predicateType) => {
    const policy = edit((p) => {
      entry(p)['predicateType'] = predicateType
      delete entry(p)['provenance']
    })
    expect(await codeOf(() => parsePolicy(policy))).toBe('POLICY_INVALID')
  },
)

test('policies the message names the field', async () => {
  const error = await refusal(() => parsePolicy(edit((p) => (entry(p)['provenance'].evnts = ['push']))))
  expect(error.message).toContain('spec.attestations.0.provenance.evnts')
})

describe('patterns', () => {
  const pattern = async (text: string) => {
    const certificate = {
      issuer: 'https://issuer.example',
      subjects: ['https://ci.example/acme/app'],
      claims: { githubWorkflowName: text },
    }
    const { attestors } = await parsePolicy(
      edit((p) => {
        p['spec'].trustedRoots = [{ path: 'r', digest: `sha256:${'0'.repeat(64)}` }]
        p['spec'].attestors[0] = { name: 'release', certificate }
      }),
    )
    const [release] = attestors
    return release !== undefined && 'certificate' in release
      ? release.certificate.claims?.['githubWorkflowName']?.[0]
      : undefined
  }
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
  ])('%s and %s: %s', async (glob, value, expected) => {
    const checked = await pattern(glob)
    expect(checked !== undefined && matchesPattern(checked, value)).toBe(expected)
  })
})
