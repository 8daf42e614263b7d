// A real Vault: whom it lets in, what a rotation does to signatures, and that no token outlives its job.
import { createHash } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { startSandbox, type Sandbox } from '@open-claw/sandbox'
import { stringify } from 'yaml'
import { inRepository } from '../support/events.ts'
import { maskedValues, newJob, traces, type TestJob } from '../support/job.ts'
import type { StepResult } from '../support/runner.ts'
import { vaultInputs } from './keys/vault.ts'
import { cosign } from './servers/cosign.ts'
import { startGatekeeper } from './servers/gatekeeper.ts'
import { signWithCosign, vaultSigner } from './servers/signed-by-cosign.ts'
import { startVault, type VaultServer } from './servers/vault.ts'
import { withTools } from './tools/with-tools.ts'

const KEY = 'release'
const SIGN = 'actions/sign-artifact'

const TOOLS = ['vault', 'cosign'] as const
const SUITE = 'a real Vault'

let sandbox: Sandbox
let vault: VaultServer
beforeAll(async () => {
  sandbox = await startSandbox()
  vault = await startVault(sandbox)
})
afterAll(async () => {
  await vault?.stop()
  await sandbox?.stop()
})
beforeEach(async () => {
  await sandbox.control({ op: 'reset' })
  await vault.ask('POST', `transit/keys/${KEY}`, { type: 'ecdsa-p256' })
})
afterEach(async () => {
  await vault.ask('POST', `transit/keys/${KEY}/config`, { deletion_allowed: true })
  await vault.ask('DELETE', `transit/keys/${KEY}`)
})

const inputs = (more: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  ...vaultInputs(sandbox, vault, KEY),
  ...more,
})
const attest = (
  job: TestJob,
  artifacts: string,
  more: Readonly<Record<string, string>> = {},
): Promise<StepResult> => {
  job.put(artifacts, artifacts)
  return job.job.step({ action: '.', inputs: { ...inputs(more), artifacts } })
}
/** Tokens that open Vault now, beside the one of the root. */
const tokens = async (): Promise<number> => {
  const { data } = await vault.ask('LIST', 'auth/token/accessors')
  return data.keys.length - 1
}

/** What the gate says to `artifact` where the policy trusts the first version of the key alone. */
async function judged(job: TestJob, artifact: string, bundle: string): Promise<StepResult> {
  const policy = stringify({
    apiVersion: 'open-claw/v1',
    kind: 'ArtifactPolicy',
    metadata: { name: 'production' },
    spec: {
      attestors: [{ name: 'release', key: { uri: `hashivault://${KEY}/versions/1` } }],
      attestations: [
        { name: 'provenance', predicateType: 'https://slsa.dev/provenance/v1', attestors: ['release'] },
      ],
    },
  })
  job.put('policy.yml', policy)
  const { key: _, ...login } = inputs()
  const pinned = `sha256:${createHash('sha256').update(policy).digest('hex')}`
  return job.job.step({
    action: 'actions/verify-before-deploy',
    inputs: {
      ...login,
      artifacts: artifact,
      bundles: bundle,
      policy: 'policy.yml',
      'policy-digest': pinned,
    },
  })
}

type Change = () => unknown
const keep: Change = () => {}
const REFUSALS: readonly (readonly [string, Change, Readonly<Record<string, string>>, string])[] = [
  [
    'a job of another repository',
    () => sandbox.control({ op: 'claims', claims: { repository_id: '1' } }),
    {},
    'CREDENTIALS_REFUSED',
  ],
  ['a token for another audience', keep, { 'vault-audience': 'https://other.test' }, 'CREDENTIALS_REFUSED'],
  ['a role that does not exist', keep, { 'vault-role': 'other' }, 'CREDENTIALS_REFUSED'],
  ['a login that does not exist', keep, { 'vault-auth-path': 'other' }, 'CREDENTIALS_REFUSED'],
  ['a key that does not exist', keep, { key: 'hashivault://other' }, 'KEY_NOT_FOUND'],
  ['a version that does not exist', keep, { key: `hashivault://${KEY}/versions/7` }, 'KEY_'],
  ['an engine that the role may not use', keep, { 'vault-transit-path': 'other' }, 'KEY_FORBIDDEN'],
  ['an algorithm that the key has not', keep, { 'key-algorithm': 'ed25519' }, 'KEY_ALGORITHM'],
]

withTools(TOOLS, SUITE, () => {
  test('a rotation: the newest version signs, and what the older one signed still verifies', async () => {
    const job = newJob(sandbox)
    const versions: StepResult[] = []
    for (const name of ['first', 'second']) {
      versions.push(await attest(job, name))
      job.put(`${name}.pem`, versions.at(-1)?.outputs['public-key'] ?? '')
      await vault.ask('POST', `transit/keys/${KEY}/rotate`)
    }
    expect(versions.map(({ outputs }) => outputs['key-uri'])).toEqual([
      `hashivault://${KEY}/versions/1`,
      `hashivault://${KEY}/versions/2`,
    ])
    const accepts = async (name: string, key: string): Promise<boolean> => {
      const command = ['verify-blob-attestation', '--type=slsaprovenance1', '--insecure-ignore-tlog']
      const bundle = `--bundle=${name}.provenance.sigstore.json`
      return (await cosign(job.workspace, [...command, `--key=${key}.pem`, bundle, name])).ok
    }
    expect(await accepts('first', 'first')).toBe(true)
    expect(await accepts('second', 'second')).toBe(true)
    expect(await accepts('first', 'second')).toBe(false)
    expect(await accepts('second', 'first')).toBe(false)

    const pinned = await attest(job, 'third', { key: `hashivault://${KEY}/versions/1` })
    expect(pinned.outputs['public-key']).toBe(versions[0]?.outputs['public-key'])
    expect(await accepts('third', 'first')).toBe(true)
  })

  test('the gate fetches the pinned version from Vault, whatever version is the newest', async () => {
    const job = newJob(sandbox)
    await attest(job, 'first')
    await vault.ask('POST', `transit/keys/${KEY}/rotate`)
    await attest(job, 'second')
    expect((await judged(job, 'first', 'first.provenance.sigstore.json')).outputs['verdict']).toBe('allow')
    const second = await judged(job, 'second', 'second.provenance.sigstore.json')
    expect([second.outputs, second.annotations[0]?.message]).toEqual([
      {},
      expect.stringContaining('KEY_UNTRUSTED'),
    ])
    expect(await tokens()).toBe(0)
  })
})

withTools(TOOLS, SUITE, () => {
  test('the gate allows what cosign attests by the key, and no other file and no later version', async () => {
    const job = newJob(sandbox)
    job.put('app', 'app')
    job.put('other', 'other')
    const bundle = 'app.statement.sigstore.json'
    await signWithCosign(job.workspace, 'app', 'statement', vaultSigner(vault, KEY))
    expect((await judged(job, 'app', bundle)).outputs['verdict']).toBe('allow')
    expect((await judged(job, 'other', bundle)).annotations[0]?.message).toContain('SUBJECT_MISMATCH')
    await vault.ask('POST', `transit/keys/${KEY}/rotate`)
    await signWithCosign(job.workspace, 'app', 'statement', vaultSigner(vault, KEY))
    expect((await judged(job, 'app', bundle)).annotations[0]?.message).toContain('KEY_UNTRUSTED')
  })
  test.each(REFUSALS)('%s is refused, and nothing is written', async (what, change, more, code) => {
    await change()
    const job = newJob(sandbox, inRepository(what.includes('another repository') ? '1' : '456789'))
    const step = await attest(job, 'app', more)
    expect([step.conclusion, step.outputs, job.files()]).toEqual(['failure', {}, ['app']])
    expect(step.annotations[0]?.title).toContain(code)
    await job.job.finish()
    expect(await tokens()).toBe(0)
  })

  test('the token of a step is masked, in no trace, and gone once the step has ended', async () => {
    const job = newJob(sandbox)
    job.put('app', 'app')
    const step = await job.job.step({ action: SIGN, inputs: inputs({ artifacts: 'app' }) })
    const token = maskedValues([step]).find((value) => value.startsWith('hvs.'))
    expect([step.conclusion, await tokens()]).toEqual(['success', 0])
    await expect(vault.ask('POST', 'auth/token/lookup', { token })).rejects.toThrow(/answered 403/)
    expect(traces(job, [step])).not.toContain(token)
    const [post] = await job.job.finish()
    expect([post?.conclusion, post?.annotations, await tokens()]).toEqual(['success', [], 0])
  })
})

withTools(TOOLS, SUITE, () => {
  test('the token of a step that was killed is revoked by its post', async () => {
    const door = await startGatekeeper(vault.address, (path) => path.includes('/transit/'))
    try {
      const job = newJob(sandbox)
      job.put('app', 'app')
      const main = await job.job.step({
        action: SIGN,
        inputs: inputs({ artifacts: 'app', 'vault-address': door.address }),
        onStart: (kill) => void door.held.then(() => kill('SIGKILL')),
      })
      expect([main.exitCode, job.files(), await tokens()]).toEqual([137, ['app'], 1])
      const [post] = await job.job.finish()
      expect([post?.conclusion, post?.annotations, await tokens()]).toEqual(['success', [], 0])
    } finally {
      await door.stop()
    }
  })
})
