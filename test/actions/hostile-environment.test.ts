// Cases 24, 25 and 90: every variable and file that a bundled client reads, all set at once by an
// earlier step. Each action does what it does without them, and asks nobody else.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { stringify } from 'yaml'
import { cloudInputs, newJob } from '../support/job.ts'
import { hostileHome, type HostileHome } from '../support/hostile-home.ts'
import { gateInputs, PROVIDERS, trusting, witnessInputs, type Provider } from '../support/providers.ts'
import type { StepResult } from '../support/runner.ts'
import { testSandbox, putSecret } from '../support/sandbox.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const sandbox = await testSandbox()
let home: HostileHome
let trust: Record<string, string>
beforeAll(async () => {
  home = await hostileHome()
  const authority = join(temporaryFolder('authority'), 'ca.pem')
  writeFileSync(authority, sandbox.authority)
  trust = trusting(authority)
})
afterAll(() => home.stop())
afterEach(() => sandbox.control({ op: 'reset' }))

/** Files of the home lie in the working directory as well. */
async function sign(provider: Provider, env: Record<string, string>): Promise<StepResult> {
  const { job, put } = newJob(sandbox)
  put('tool', 'tool')
  for (const name of ['.aws/config', '.config/gcloud/application_default_credentials.json', 'roots.pem'])
    put(name, readFileSync(join(home.folder, name)))
  const inputs = { artifacts: 'tool', ...witnessInputs(sandbox), ...provider.inputs(sandbox) }
  return job.step({ action: 'actions/sign-artifact', inputs, env: { ...trust, ...env } })
}

async function callsOf(run: () => Promise<StepResult>): Promise<Readonly<Record<string, number>>> {
  await sandbox.control({ op: 'reset' })
  const { conclusion, annotations } = await run()
  expect([conclusion, annotations]).toEqual(['success', []])
  return (await sandbox.control({ op: 'calls' })).calls
}

test.each(PROVIDERS.map((provider) => [provider.name, provider] as const))(
  '%s: host, identity, trust and transport are those of the inputs, and nothing runs',
  async (_, provider) => {
    const alone = await callsOf(() => sign(provider, {}))
    const beset = await callsOf(() => sign(provider, home.variables))
    expect(beset).toEqual(alone)
    expect([home.ran(), home.connections()]).toEqual([false, 0])
  },
)

/** A policy that trusts the key of `step` by its URI, so that the gate asks the key service. */
function policyFor({ outputs }: StepResult): { text: string; inputs: Record<string, string> } {
  const text = stringify({
    apiVersion: 'open-claw/v1',
    kind: 'ArtifactPolicy',
    metadata: { name: 'production' },
    spec: {
      attestors: [{ name: 'release', key: { uri: outputs['key-uri'] } }],
      signatures: [{ name: 'signed', attestors: ['release'] }],
    },
  })
  const digest = createHash('sha256').update(text).digest('hex')
  return { text, inputs: { policy: 'policy.yaml', 'policy-digest': `sha256:${digest}` } }
}

test.each(
  PROVIDERS.filter(({ name }) => name !== 'keyless').map((provider) => [provider.name, provider] as const),
)('%s: the gate asks the key service of the inputs, and no other', async (_, provider) => {
  const { job, put } = newJob(sandbox)
  put('tool', 'tool')
  const inputs = { artifacts: 'tool', mode: 'per-artifact', ...provider.inputs(sandbox) }
  const step = await job.step({ action: 'actions/sign-artifact', inputs, env: trust })
  const policy = policyFor(step)
  put('policy.yaml', policy.text)
  const gate = (env: Record<string, string>) =>
    job.step({
      action: 'actions/verify-before-deploy',
      inputs: {
        artifacts: 'tool',
        bundles: '*.sigstore.json',
        ...gateInputs(sandbox, provider),
        ...policy.inputs,
      },
      env: { ...trust, ...env },
    })
  const alone = await callsOf(() => gate({}))
  const beset = await callsOf(() => gate(home.variables))
  expect(beset).toEqual(alone)
  expect([home.ran(), home.connections()]).toEqual([false, 0])
})

const secretInputs = (): Record<string, string> => ({
  ...cloudInputs(sandbox),
  'secret-endpoint': sandbox.secretEndpoint,
  secrets: 'DB = gcp-sm://demo/db/1',
})

const inject = (env: Record<string, string>, inputs: Record<string, string>) =>
  newJob(sandbox).job.step({ action: 'actions/inject-secret', env, inputs })

describe('inject-secret', () => {
  beforeEach(async () => {
    await putSecret(sandbox, 'db', 'canary-5be1d2')
  })

  test('reads its secret as it does without them', async () => {
    const inputs = { ...secretInputs(), delivery: 'output' }
    const [alone, beset] = [await inject({}, inputs), await inject(home.variables, inputs)]
    expect([alone.outputs['DB'], beset.outputs['DB']]).toEqual(['canary-5be1d2', 'canary-5be1d2'])
    expect([home.ran(), home.connections()]).toEqual([false, 0])
  })

  test('gives the command what the job set, except what would weaken it', async () => {
    const script = join(temporaryFolder('script'), 'show.mjs')
    writeFileSync(
      script,
      "const { HOME, AWS_REGION, NODE_TLS_REJECT_UNAUTHORIZED: tls } = process.env\nconsole.log('seen', HOME, AWS_REGION, tls)\n",
    )
    const env = { HOME: home.folder, AWS_REGION: 'eu-west-3', NODE_TLS_REJECT_UNAUTHORIZED: '0' }
    const step = await inject(env, { ...secretInputs(), run: `"${process.execPath}" "${script}"` })
    expect([step.conclusion, step.log]).toEqual([
      'success',
      expect.stringContaining(`seen ${home.folder} eu-west-3 undefined`),
    ])
  })

  test('with credentials: ambient runs no program that a credentials file names', async () => {
    const inputs = {
      'secret-endpoint': sandbox.secretEndpoint,
      secrets: 'DB = gcp-sm://demo/db/1',
      credentials: 'ambient',
      delivery: 'output',
    }
    const step = await inject(home.variables, inputs)
    expect(step.annotations.map(({ title }) => title)).toEqual(['CREDENTIALS_FAILED'])
    expect(home.ran()).toBe(false)
  })
})

test('a program that credentials: ambient runs inherits nothing of the job', async () => {
  const folder = temporaryFolder('profile')
  const seen = join(folder, 'seen')
  const program = join(folder, 'program')
  writeFileSync(program, `#!/bin/sh\nenv > ${seen}\nexit 1\n`, { mode: 0o755 })
  writeFileSync(join(folder, 'config'), `[default]\ncredential_process = ${program}\n`)
  const { job, put } = newJob(sandbox)
  put('tool', 'tool')
  const step = await job.step({
    action: 'actions/sign-artifact',
    env: { AWS_CONFIG_FILE: join(folder, 'config'), AWS_EC2_METADATA_DISABLED: 'true' },
    inputs: {
      artifacts: 'tool',
      key: 'awskms:///alias/ecc-nist-p256',
      'aws-region': 'us-east-1',
      'key-endpoint': sandbox.awsKmsEndpoint,
      'oidc-issuer': sandbox.oidcIssuer,
      credentials: 'ambient',
    },
  })
  expect(step.annotations.map(({ title }) => title)).toEqual(['CREDENTIALS_MISSING'])
  const inherited = readFileSync(seen, 'utf8')
  expect(inherited).toContain('AWS_CONFIG_FILE=')
  expect(inherited).not.toMatch(/^(?:ACTIONS|INPUT|STATE)_/m)
  expect(inherited).not.toContain(sandbox.oidcRequestToken)
})
