// For each kind of key: signed by the committed actions on a real file, and allowed by the gate; and what
// the gate refuses when something of it is not as it was.
import { createHash, randomBytes } from 'node:crypto'
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import { stringify } from 'yaml'
import { newJob, traces, type TestJob } from '../support/job.ts'
import { gateInputs, PROVIDERS, trusting, witnessInputs, type Provider } from '../support/providers.ts'
import type { StepResult } from '../support/runner.ts'
import { testSandbox, countCalls } from '../support/sandbox.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const sandbox = await testSandbox()
afterEach(() => sandbox.control({ op: 'reset' }))
const authority = join(temporaryFolder('authority'), 'ca.pem')
writeFileSync(authority, sandbox.authority)
const env = trusting(authority)
const calls = (name: string) => countCalls(sandbox, name)

/** Signatures of the key service; a key of the step signs unseen. */
const signatures = async ({ signature }: Provider): Promise<number> =>
  signature === undefined ? 1 : calls(signature)

/** A job with one real file, the program that runs this very test. */
function jobWithTool(): TestJob {
  const job = newJob(sandbox)
  copyFileSync(process.execPath, join(job.workspace, 'tool'))
  return job
}

const sign = (
  { job }: TestJob,
  provider: Provider,
  more: Record<string, string> = {},
  action = 'actions/sign-artifact',
): Promise<StepResult> =>
  job.step({ action, env, inputs: { artifacts: 'tool', ...provider.inputs(sandbox), ...more } })

type Json = Record<string, unknown>

/** The attestor that trusts what `step` signed with: the key by its URI, or the certified identity. */
const attestorOf = (step: StepResult, certificate: Json = {}): Json =>
  step.outputs['key-uri'] === 'keyless'
    ? {
        name: 'release',
        certificate: {
          issuer: sandbox.oidcIssuer,
          subjects: [
            `${sandbox.oidcIssuer}/octo-org/octo-repo/.github/workflows/release.yml@refs/heads/main`,
          ],
          claims: { sourceRepositoryIdentifier: '456789', runnerEnvironment: 'github-hosted' },
          ...certificate,
        },
      }
    : { name: 'release', key: { uri: step.outputs['key-uri'] } }

function putPolicy(job: TestJob, attestor: Json, entries: Json): Record<string, string> {
  job.put('roots.json', sandbox.trustedRoot)
  const digestOf = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`
  const policy = stringify({
    apiVersion: 'open-claw/v1',
    kind: 'ArtifactPolicy',
    metadata: { name: 'production' },
    spec: {
      trustedRoots: [{ path: 'roots.json', digest: digestOf(sandbox.trustedRoot) }],
      attestors: [attestor],
      ...entries,
    },
  })
  job.put('policy.yaml', policy)
  return { policy: 'policy.yaml', 'policy-digest': digestOf(policy) }
}

const SIGNED: Json = { signatures: [{ name: 'signed', attestors: ['release'] }] }
const PROVEN: Json = {
  attestations: [
    {
      name: 'provenance',
      predicateType: 'https://slsa.dev/provenance/v1',
      attestors: ['release'],
    },
  ],
}

const gate = (job: TestJob, provider: Provider, policy: Record<string, string>): Promise<StepResult> =>
  job.job.step({
    action: 'actions/verify-before-deploy',
    env,
    inputs: { artifacts: 'tool', bundles: '*.sigstore.json', ...gateInputs(sandbox, provider), ...policy },
  })

const verdictOf = ({ conclusion, outputs, annotations }: StepResult) => [
  conclusion,
  outputs['verdict'] ?? '',
  ...annotations.map(({ title }) => title),
]

const NAMED = PROVIDERS.map((provider) => [provider.name, provider] as const)

describe.each(NAMED)('%s', (_, provider) => {
  test('provenance, with a timestamp and a log entry, is signed once and allowed', async () => {
    const job = jobWithTool()
    const step = await sign(job, provider, witnessInputs(sandbox), 'actions/attach-provenance')
    expect([step.conclusion, step.annotations]).toEqual(['success', []])
    expect(await signatures(provider)).toBe(1)
    // One to try the authority, one for the signature.
    expect(await calls('tsa.Timestamp')).toBe(2)
    expect(await calls('rekor-tiles.CreateEntry')).toBe(1)
    const attestor = { ...attestorOf(step), witnesses: { timestamps: 1, logEntries: 1 } }
    expect(verdictOf(await gate(job, provider, putPolicy(job, attestor, PROVEN)))).toEqual([
      'success',
      'allow',
    ])
  })

  test('a signature over the file itself is allowed, and not after a byte was changed', async () => {
    const job = jobWithTool()
    const step = await sign(job, provider, { mode: 'per-artifact' })
    expect([step.conclusion, step.annotations]).toEqual(['success', []])
    const policy = putPolicy(job, attestorOf(step), SIGNED)
    expect(verdictOf(await gate(job, provider, policy))).toEqual(['success', 'allow'])
    const bytes = readFileSync(join(job.workspace, 'tool'))
    bytes.writeUInt8(bytes.readUInt8(4096) ^ 1, 4096)
    job.put('tool', bytes)
    expect(verdictOf(await gate(job, provider, policy))).toEqual(['failure', '', 'DENIED'])
  })
})

describe.each(NAMED)('%s', (_, provider) => {
  test('a policy that demands a log entry denies a signature without one', async () => {
    const job = jobWithTool()
    const step = await sign(job, provider, { mode: 'per-artifact' })
    const attestor = { ...attestorOf(step), witnesses: { logEntries: 1 } }
    const verdict = await gate(job, provider, putPolicy(job, attestor, SIGNED))
    expect(verdictOf(verdict)).toEqual(['failure', '', 'DENIED'])
    expect(verdict.log).toContain('WITNESS_MISSING')
  })

  test('a corrupt timestamp makes the bundle worthless', async () => {
    const job = jobWithTool()
    const step = await sign(job, provider, { mode: 'per-artifact', ...witnessInputs(sandbox) })
    const path = join(job.workspace, 'tool.sigstore.json')
    const bundle = JSON.parse(readFileSync(path, 'utf8'))
    const [stamp] = bundle.verificationMaterial.timestampVerificationData.rfc3161Timestamps
    const bytes = Buffer.from(stamp.signedTimestamp, 'base64')
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1)
    stamp.signedTimestamp = bytes.toString('base64')
    writeFileSync(path, JSON.stringify(bundle))
    const verdict = await gate(job, provider, putPolicy(job, attestorOf(step), SIGNED))
    expect(verdictOf(verdict)).toEqual(['failure', '', 'DENIED'])
    expect(verdict.log).toContain('TIMESTAMP_INVALID')
  })

  test('no token, session or key is left in anything that the step prints or writes', async () => {
    const job = jobWithTool()
    writeFileSync(join(job.workspace, 'tool'), randomBytes(64))
    const step = await sign(job, provider, witnessInputs(sandbox))
    const verdict = await gate(job, provider, putPolicy(job, attestorOf(step), SIGNED))
    const left = traces(job, [step, verdict])
    expect(step.masks.length).toBeGreaterThan(0)
    for (const mask of step.masks) expect(left).not.toContain(mask)
    expect(left).not.toMatch(/PRIVATE KEY|\bhvs\.|\beyJ[\w-]+\.eyJ/)
  })
})
