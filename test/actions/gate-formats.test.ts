// Bundle files as other tools write them, before the gate as committed in dist/.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { stringify } from 'yaml'
import { KEY, keyInputs, newJob, type TestJob } from '../support/job.ts'
import { testSandbox } from '../support/sandbox.ts'

const sandbox = await testSandbox()
const GATE = 'actions/verify-before-deploy'
const policyOf = (demand: Record<string, unknown>): string =>
  stringify({
    apiVersion: 'open-claw/v1',
    kind: 'ArtifactPolicy',
    metadata: { name: 'production' },
    spec: { attestors: [{ name: 'release', key: { uri: KEY } }], ...demand },
  })
const STATEMENTS = policyOf({
  attestations: [{ name: 'build', predicateType: 'https://slsa.dev/provenance/v1', attestors: ['release'] }],
})
const SIGNATURES = policyOf({ signatures: [{ name: 'signature', attestors: ['release'] }] })

let job: TestJob
beforeAll(async () => {
  await sandbox.control({ op: 'reset' })
  job = newJob(sandbox)
  for (const artifacts of ['app', 'other']) {
    job.put(artifacts, artifacts)
    for (const mode of ['statement', 'per-artifact']) {
      const action = mode === 'statement' ? '.' : 'actions/sign-artifact'
      const inputs = { ...keyInputs(sandbox), key: KEY, artifacts, ...(mode === 'statement' ? {} : { mode }) }
      await job.job.step({ action, inputs })
    }
  }
})

const textOf = (name: string): string => readFileSync(join(job.workspace, name), 'utf8').trim()
const provenance = (name: string): string => textOf(`${name}.provenance.sigstore.json`)
const gate = (name: string, text: string | Buffer, policy = STATEMENTS) => {
  job.put('policy.yml', policy)
  job.put(name, text)
  return job.job.step({
    action: GATE,
    inputs: {
      ...keyInputs(sandbox),
      artifacts: ['app', 'other'].join('\n'),
      bundles: name,
      policy: 'policy.yml',
      'policy-digest': `sha256:${createHash('sha256').update(policy).digest('hex')}`,
    },
  })
}

describe('bundles of several artifacts in one file', () => {
  test.each<[string, () => string | Buffer]>([
    ['JSON Lines', () => `${provenance('app')}\n${provenance('other')}\n`],
    ['JSON Lines of Windows', () => `\ufeff${provenance('app')}\r\n${provenance('other')}\r\n`],
    [
      'envelopes of in-toto',
      () =>
        ['app', 'other'].map((name) => JSON.stringify(JSON.parse(provenance(name)).dsseEnvelope)).join('\n'),
    ],
    ['JSON Lines with a line that is damaged', () => `${provenance('app')}\n{"x":\n${provenance('other')}\n`],
  ])('%s are read', async (_, text) => {
    const step = await gate('all.jsonl', text())
    expect(step.annotations).toEqual([])
    expect(step.outputs['verdict']).toBe('allow')
  })

  test.each<[string, () => string | Buffer, string]>([
    ['an array', () => `[${provenance('app')},${provenance('other')}]`, "jq -c '.[]'"],
    ['UTF-16', () => Buffer.from(`\ufeff${provenance('app')}`, 'utf16le'), 'UTF-16'],
  ])('%s is refused with what is wanted', async (_, text, said) => {
    const step = await gate('all.json', text())
    expect(step.outputs['verdict']).toBeUndefined()
    expect(step.rawLog).toContain(said)
  })
})

describe('signatures without a digest', () => {
  const without = (name: string): string => {
    const bundle = JSON.parse(textOf(`${name}.sigstore.json`))
    delete bundle.messageSignature.messageDigest
    return JSON.stringify(bundle)
  }

  test('are about the files that they are over', async () => {
    const step = await gate('all.jsonl', `${without('app')}\n${without('other')}\n`, SIGNATURES)
    expect(step.annotations).toEqual([])
    expect(step.outputs['verdict']).toBe('allow')
  })

  test('are about no other', async () => {
    const step = await gate('all.jsonl', `${without('app')}\n${without('app')}\n`, SIGNATURES)
    expect(step.outputs['verdict']).toBeUndefined()
    expect(step.annotations.map(({ title }) => title)).toEqual(['DENIED'])
  })
})
