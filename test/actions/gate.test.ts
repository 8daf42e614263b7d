// verify-before-deploy, as committed in dist/.
import { createHash } from 'node:crypto'
import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from '@jest/globals'
import type { ControlRequest } from '../../packages/sandbox/src/control-request.ts'
import { stringify } from 'yaml'
import { KEY, keyInputs, newJob, type TestJob } from '../support/job.ts'
import { testSandbox } from '../support/sandbox.ts'

const sandbox = await testSandbox()
afterEach(() => sandbox.control({ op: 'reset' }))
const GATE = 'actions/verify-before-deploy'
const policyOf = (key: Record<string, string>, provenance: Record<string, unknown> = {}): string =>
  stringify({
    apiVersion: 'open-claw/v1',
    kind: 'ArtifactPolicy',
    metadata: { name: 'production' },
    spec: {
      attestors: [{ name: 'release', key }],
      attestations: [
        {
          name: 'provenance',
          predicateType: 'https://slsa.dev/provenance/v1',
          attestors: ['release'],
          provenance: {
            repository: `${sandbox.oidcIssuer}/octo-org/octo-repo`,
            repositoryId: '456789',
            refs: ['refs/heads/main'],
            builders: [
              `${sandbox.oidcIssuer}/octo-org/octo-repo/.github/workflows/release.yml@refs/heads/main`,
            ],
            events: ['push'],
            isolation: ['shared-job'],
            ...provenance,
          },
        },
      ],
    },
  })
const pin = (policy: string): string => `sha256:${createHash('sha256').update(policy).digest('hex')}`

/** A job whose artifact `app` is signed and attested, and that of another file `other` too. */
async function released(): Promise<TestJob> {
  const job = newJob(sandbox)
  job.put('app', 'app')
  job.put('other', 'other')
  for (const artifacts of ['app', 'other']) {
    const step = await job.job.step({ action: '.', inputs: { ...keyInputs(sandbox), key: KEY, artifacts } })
    expect(step.annotations).toEqual([])
  }
  return job
}
const gate = (job: TestJob, policy: string, more: Record<string, string> = {}) => {
  job.put('policy.yml', policy)
  return job.job.step({
    action: GATE,
    inputs: {
      ...keyInputs(sandbox),
      artifacts: 'app',
      bundles: 'app.provenance.sigstore.json',
      policy: 'policy.yml',
      'policy-digest': pin(policy),
      ...more,
    },
  })
}

test('the gate allows what satisfies the policy, with the key from the KMS, and hands on digests', async () => {
  const job = await released()
  const policy = policyOf({ uri: KEY })
  const step = await gate(job, policy, { bundles: '*.sigstore.json' })
  expect(step.annotations).toEqual([])
  expect(step.outputs).toEqual({
    verdict: 'allow',
    digests: JSON.stringify([
      { name: 'app', digest: `sha256:${createHash('sha256').update('app').digest('hex')}` },
    ]),
    'policy-digest': pin(policy),
  })
  expect(step.summary).toMatch(/^## ✅ 1 artifact allowed\n/)
})

test('the gate a public key in the policy needs no cloud and no identity', async () => {
  const job = await released()
  const signed = newJob(sandbox)
  signed.put('app', 'app')
  const step = await signed.job.step({
    action: '.',
    inputs: { ...keyInputs(sandbox), key: KEY, artifacts: 'app' },
  })
  const offline = newJob(sandbox, { oidc: undefined })
  for (const name of ['app', 'app.provenance.sigstore.json'])
    copyFileSync(join(job.workspace, name), join(offline.workspace, name))
  await sandbox.control({ op: 'reset' })
  const policy = policyOf({ publicKey: step.outputs['public-key'] ?? '' })
  const verdict = await gate(offline, policy, { 'workload-identity-provider': '', 'key-endpoint': '' })
  expect([verdict.annotations, verdict.outputs['verdict']]).toEqual([[], 'allow'])
  const { calls } = await sandbox.control({ op: 'calls' })
  expect(Object.values(calls).every((count) => count === 0)).toBe(true)
})

type Change = (job: TestJob) => void | Promise<void>
const keep: Change = () => {}
const DENIALS: [string, Change, () => string, Record<string, string>, string, string][] = [
  [
    'abuse case 48: a tampered artifact',
    (job) => job.put('app', 'tampered'),
    () => policyOf({ uri: KEY }),
    {},
    'DENIED',
    'SUBJECT_MISMATCH',
  ],
  [
    'abuse case 48: the bundle of another file',
    keep,
    () => policyOf({ uri: KEY }),
    { bundles: 'other.provenance.sigstore.json' },
    'DENIED',
    'SUBJECT_MISMATCH',
  ],
  [
    'a key that the policy does not trust',
    keep,
    () => policyOf({ uri: KEY.replace(/1$/, '2') }),
    {},
    'DENIED',
    'KEY_UNTRUSTED',
  ],
  [
    'another branch',
    keep,
    () => policyOf({ uri: KEY }, { refs: ['refs/heads/release'] }),
    {},
    'DENIED',
    'REF_MISMATCH',
  ],
  [
    'another builder',
    keep,
    () =>
      policyOf(
        { uri: KEY },
        {
          builders: ['https://github.com/octo-org/octo-repo/.github/workflows/release.yml@refs/heads/main'],
        },
      ),
    {},
    'DENIED',
    'BUILDER_MISMATCH',
  ],
  [
    'isolation that was not given',
    keep,
    () => policyOf({ uri: KEY }, { isolation: ['isolated'] }),
    {},
    'DENIED',
    'ISOLATION_MISMATCH',
  ],
  [
    'abuse case 53: no bundle',
    keep,
    () => policyOf({ uri: KEY }),
    { bundles: 'absent/*.json' },
    'EVIDENCE_NOT_FOUND',
    'absent',
  ],
  [
    'abuse case 54: junk alone',
    (job) => job.put('junk.json', '{"mediaType":"x"}'),
    () => policyOf({ uri: KEY }),
    { bundles: 'junk.json' },
    'DENIED',
    'BUNDLE_INVALID',
  ],
  [
    'an empty bundle',
    (job) => job.put('junk.json', ''),
    () => policyOf({ uri: KEY }),
    { bundles: 'junk.json' },
    'DENIED',
    'JSON_INVALID',
  ],
  [
    'one of two artifacts without evidence',
    keep,
    () => policyOf({ uri: KEY }),
    { artifacts: 'app\nother' },
    'DENIED',
    '1 of 2',
  ],
  [
    'abuse case 67: a policy that is not the pinned one',
    keep,
    () => policyOf({ uri: KEY }),
    { 'policy-digest': `sha256:${'0'.repeat(64)}` },
    'POLICY_DIGEST_MISMATCH',
    'Review the policy',
  ],
  [
    'abuse case 67: no pin',
    keep,
    () => policyOf({ uri: KEY }),
    { 'policy-digest': '' },
    'POLICY_DIGEST_MISMATCH',
    'sha256:',
  ],
  [
    'abuse case 69: no policy',
    keep,
    () => policyOf({ uri: KEY }),
    { policy: 'absent.yml' },
    'ARTIFACT_NOT_FOUND',
    'policy',
  ],
  [
    'abuse case 63: an unknown field',
    keep,
    () => `${policyOf({ uri: KEY })}extra: 1\n`,
    {},
    'POLICY_INVALID',
    'extra',
  ],
  ['nothing to verify', keep, () => policyOf({ uri: KEY }), { artifacts: '' }, 'SUBJECT_MISSING', 'is named'],
  [
    'no artifact',
    keep,
    () => policyOf({ uri: KEY }),
    { artifacts: 'absent' },
    'ARTIFACT_NOT_FOUND',
    'absent',
  ],
  ['no bundles input', keep, () => policyOf({ uri: KEY }), { bundles: '' }, 'INPUT_MISSING', 'bundles'],
  [
    'a key version that is gone',
    keep,
    () => policyOf({ uri: KEY.replace(/1$/, '9') }),
    {},
    'KEY_NOT_FOUND',
    'cryptoKeyVersions/9',
  ],
]
const shared = released()
test.each(DENIALS)('the gate denies %s', async (...[, change, policy, more, title, message]) => {
  const source = await shared
  const job = newJob(sandbox)
  for (const name of source.files()) copyFileSync(join(source.workspace, name), join(job.workspace, name))
  await change(job)
  const step = await gate(job, policy(), more)
  expect(step.annotations).toEqual([{ level: 'error', title, message: expect.stringContaining(message) }])
  expect([step.exitCode, step.outputs]).toEqual([1, {}])
})

const FAULTS: [ControlRequest, string][] = [
  [{ op: 'fault', service: 'kms', kind: '503' }, 'KMS_FAILED'],
  [{ op: 'fault', service: 'kms', kind: 'corrupt-data-crc' }, 'SIGNATURE_CORRUPT'],
  [{ op: 'fault', service: 'kms', kind: 'forbidden' }, 'KEY_FORBIDDEN'],
  [{ op: 'fault', service: 'sts', kind: 'forbidden' }, 'CREDENTIALS_REFUSED'],
]
test.each(FAULTS)('the gate abuse case 61: %j is an error of its own, never a yes', async (fault, title) => {
  const source = await shared
  await sandbox.control(fault)
  const step = await gate(source, policyOf({ uri: KEY }))
  expect(step.annotations.map((annotation) => annotation.title)).toEqual([title])
  expect([step.exitCode, step.outputs]).toEqual([1, {}])
})

test('the gate abuse case 108: a hostile name is inert in the summary', async () => {
  const job = newJob(sandbox)
  const name = '<img src=x onerror=alert(1)>|`[x](https:@octocat ![i](y)'.replaceAll('/', '')
  job.put(name, 'x')
  job.put('junk.json', '{}')
  const step = await gate(job, policyOf({ uri: KEY }), { artifacts: '*onerror*', bundles: 'junk.json' })
  expect(step.exitCode).toBe(1)
  // In the block of code at its end a name is data, but not even there a tag.
  const [outside = '', inside = ''] = step.rawSummary.split('```json')
  expect(outside).not.toMatch(/<img|@octocat|!\[/)
  expect(inside.split('```')[0]).not.toMatch(/[<>]/)
  expect(readFileSync(join(job.workspace, 'junk.json'), 'utf8')).toBe('{}')
})
