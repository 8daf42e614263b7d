// Case 63: what was nearly right is told with what would be right.
import { describe, expect, test } from '@jest/globals'
import { refusal } from '../../support/errors.ts'
import { edit, type Json, parsePolicy } from '../../support/policies.ts'

const messageOf = async (change: (spec: Json) => void): Promise<string> =>
  (await refusal(() => parsePolicy(edit((policy) => change(policy['spec']))))).message
const rename = (object: Json, from: string, to: string): void => {
  object[to] = object[from]
  delete object[from]
}
const provenance = (spec: Json): Json => spec['attestations'][0].provenance

test.each<[string, string]>([
  ['event', 'events'],
  ['branch', 'refs'],
  ['branches', 'refs'],
  ['tags', 'refs'],
  ['ref', 'refs'],
  ['builder', 'builders'],
  ['workflow', 'builders'],
  ['repo', 'repository'],
  ['Repository', 'repository'],
])('a field that is nearly right %s in place of %s', async (wrong, right) => {
  const message = await messageOf((spec) => rename(provenance(spec), right, wrong))
  expect(message).toContain(
    `spec.attestations.0.provenance.${right}: is missing; "${wrong}" stands there and is no field`,
  )
})
test.each<[string, string]>([
  ['runner_environment', 'runnerEnvironment'],
  ['repository-id', 'repositoryId'],
  ['evnts', 'events'],
  ['isolations', 'isolation'],
])('a field that is nearly right %s beside %s', async (wrong, right) => {
  const message = await messageOf((spec) => (provenance(spec)[wrong] = 'x'))
  expect(message).toContain(`provenance.${wrong}: is no field here; "${right}" is`)
})
test.each<[string, (spec: Json) => void, string]>([
  [
    'of a key',
    (spec) => (spec['attestors'][0].key.pubkey = 'x'),
    'key.pubkey: is no field here; "publicKey" is',
  ],
  [
    'of an attestor',
    (spec) => (spec['attestors'][0].witness = {}),
    'attestors.0.witness: is no field here; "witnesses" is',
  ],
  [
    'of the policy',
    (spec) => (spec['attestation'] = []),
    'spec.attestation: is no field here; "attestations" is',
  ],
  [
    'of nobody',
    (spec) => (spec['colour'] = 'red'),
    'spec.colour: is no field here; there are trustedRoots, attestors',
  ],
  ['as long as a page', (spec) => (spec['x'.repeat(100_000)] = 1), 'is no field here; there are'],
])('a field that is nearly right %s', async (_, change, expected) => {
  expect(await messageOf(change)).toContain(expected)
})

describe('a key that is nearly right', () => {
  const GOOGLE = 'projects/p/locations/l/keyRings/r/cryptoKeys/k/cryptoKeyVersions/1'
  const ARN = 'arn:aws:kms:eu-central-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab'
  test.each<[string, string]>([
    [GOOGLE, `gcpkms://${GOOGLE}`],
    [`https://cloudkms.googleapis.com/v1/${GOOGLE}`, `gcpkms://${GOOGLE}`],
    [ARN, `awskms:///${ARN}`],
    [`awskms://${ARN}`, `awskms:///${ARN}`],
  ])('%s', async (uri, meant) => {
    expect(await messageOf((spec) => (spec['attestors'][1].key = { uri }))).toContain(
      `is not a key URI; "${meant}" would be one`,
    )
  })
  test('the placeholder of the README', async () => {
    const publicKey = '-----BEGIN PUBLIC KEY-----\n\u{2026}\n-----END PUBLIC KEY-----\n'
    expect(await messageOf((spec) => (spec['attestors'][0].key = { publicKey }))).toContain(
      'attestors.0.key.publicKey: is the placeholder of the documentation',
    )
  })
})

test.each([
  'v*',
  'main',
  'v1.*',
  'tags/v*',
  'refs/v*',
  'refs/tag/v*',
  'refs/head/main',
  'refs/branches/x',
  'refs/heads/',
  '/refs/heads/x',
])('a pattern that can never match the ref %s', async (ref) => {
  expect(await messageOf((spec) => (provenance(spec)['refs'] = ['refs/heads/main', ref]))).toContain(
    'provenance.refs.1: can match no ref: write refs/heads/NAME or refs/tags/NAME',
  )
})
test.each([
  'refs/tags/v*',
  '*/heads/main',
  'refs/*/v1',
  'refs/heads/a/b',
  'refs/pull/*/merge',
  'refs/heads/tag',
])('a pattern that can never match but not the ref %s', async (ref) => {
  const policy = edit((json) => (provenance(json['spec'])['refs'] = [ref]))
  expect(await parsePolicy(policy)).toMatchObject({ name: 'production' })
})
test.each([
  'acme/app/.github/workflows/release.yml@refs/tags/v*',
  'https://github.com/acme/app/.github/workflows/release.yml',
])('a pattern that can never match the builder %s', async (builder) => {
  expect(await messageOf((spec) => (provenance(spec)['builders'] = [builder]))).toContain(
    'can match no workflow: write https://HOST/OWNER/NAME/.github/workflows/FILE@REF',
  )
})
test.each([
  ['sourceRepositoryRef', 'main'],
  ['githubWorkflowRef', 'tags/v*'],
  ['buildSignerURI', 'acme/app/.github/workflows/x.yml@refs/heads/main'],
])('a pattern that can never match the claim %s', async (name, pattern) => {
  const certificate = {
    issuer: 'https://issuer.example',
    subjects: ['https://ci.example/acme'],
    claims: { [name]: pattern },
  }
  expect(
    await messageOf((spec) => {
      spec['trustedRoots'] = [{ path: 'r', digest: `sha256:${'0'.repeat(64)}` }]
      spec['attestors'] = [{ name: 'release', certificate }]
    }),
  ).toContain('has a pattern that its claim can never match')
})
