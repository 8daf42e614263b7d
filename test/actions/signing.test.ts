// The signing actions, as committed in dist/ and as the runner runs them.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from '@jest/globals'
import { preAuthEncoding } from '@open-claw/core'
import { KEY, keyInputs, newJob, traces } from '../support/job.ts'
import { testSandbox, countCalls } from '../support/sandbox.ts'

const sandbox = await testSandbox()
afterEach(() => sandbox.control({ op: 'reset' }))
const calls = (name: string) => countCalls(sandbox, name)
const inputs = (more: Record<string, string> = {}) => ({ ...keyInputs(sandbox), key: KEY, ...more })
const ROOT = '.'
const statementOf = (path: string): any =>
  JSON.parse(Buffer.from(JSON.parse(readFileSync(path, 'utf8')).dsseEnvelope.payload, 'base64').toString())

test('sign and attest a real file: one signature, provenance from the verified identity, checked by openssl', async () => {
  const job = newJob(sandbox)
  copyFileSync(process.execPath, join(job.workspace, 'tool'))
  const step = await job.job.step({ action: ROOT, inputs: inputs({ artifacts: 'tool' }) })
  expect([step.conclusion, step.annotations]).toEqual(['success', []])
  expect(await calls('kms.AsymmetricSign')).toBe(1)
  expect(step.outputs).toMatchObject({
    'bundle-paths': 'tool.provenance.sigstore.json',
    'key-uri': KEY,
    algorithm: 'ecdsa-p256-sha256',
  })

  const path = join(job.workspace, 'tool.provenance.sigstore.json')
  const { dsseEnvelope } = JSON.parse(readFileSync(path, 'utf8'))
  writeFileSync(
    join(job.workspace, 'pae'),
    preAuthEncoding(dsseEnvelope.payloadType, Buffer.from(dsseEnvelope.payload, 'base64')),
  )
  writeFileSync(join(job.workspace, 'sig'), Buffer.from(dsseEnvelope.signatures[0].sig, 'base64'))
  writeFileSync(join(job.workspace, 'key.pem'), step.outputs['public-key'] ?? '')
  const checked = execFileSync(
    'openssl',
    ['dgst', '-sha256', '-verify', 'key.pem', '-signature', 'sig', 'pae'],
    { cwd: job.workspace },
  )
  expect(checked.toString().trim()).toBe('Verified OK')
  const digest = createHash('sha256').update(readFileSync(process.execPath)).digest('hex')
  expect(statementOf(path).subject).toEqual([{ name: 'tool', digest: { sha256: digest } }])
  expect(step.summary).toMatch(/^## ✅ [^:]+: 1 artifact\n\n- \*\*Artifact\*\* <code>tool<\/code>/)
  expect(step.summary).not.toContain('|')
  expect(job.files().filter((name) => name.endsWith('.tmp'))).toEqual([])
})

test('sign and attest no environment variable that an earlier step could set changes the provenance or the key', async () => {
  const job = newJob(sandbox)
  job.put('a', 'a')
  const before = await job.job.step({
    action: ROOT,
    inputs: inputs({ artifacts: 'a', 'push-to': 'file:x' }),
  })
  const env = {
    GITHUB_SHA: 'f'.repeat(40),
    GITHUB_REPOSITORY: 'evil/evil',
    GITHUB_SERVER_URL: 'https://evil.example',
    GITHUB_WORKFLOW_REF: 'evil/evil/.github/workflows/e.yml@refs/heads/e',
    GITHUB_RUN_ID: '9',
    GITHUB_EVENT_NAME: 'schedule',
    RUNNER_ENVIRONMENT: 'self-hosted',
    GITHUB_REF: 'refs/heads/evil',
    GOOGLE_CLOUD_UNIVERSE_DOMAIN: 'evil.example',
    GOOGLE_APPLICATION_CREDENTIALS: '/nowhere',
    CLOUDSDK_CORE_PROJECT: 'evil',
    GOOGLE_CLOUD_PROJECT: 'evil',
  }
  const after = await job.job.step({
    action: ROOT,
    inputs: inputs({ artifacts: 'a', 'push-to': 'file:y' }),
    env,
  })
  expect([before.conclusion, after.conclusion]).toEqual(['success', 'success'])
  expect(statementOf(join(job.workspace, 'y/a.provenance.sigstore.json'))).toEqual(
    statementOf(join(job.workspace, 'x/a.provenance.sigstore.json')),
  )
})

test('sign and attest both forms of the sub; a reusable workflow is the builder', async () => {
  const job = newJob(sandbox)
  job.put('a', 'a')
  await sandbox.control({
    op: 'claims',
    subject: 'immutable',
    claims: { job_workflow_ref: 'acme/build/.github/workflows/b.yml@refs/tags/v1' },
  })
  const step = await job.job.step({ action: ROOT, inputs: inputs({ artifacts: 'a' }) })
  expect(step.annotations).toEqual([])
  expect(
    statementOf(join(job.workspace, 'a.provenance.sigstore.json')).predicate.runDetails.builder.id,
  ).toMatch(/acme\/build\/\.github\/workflows\/b\.yml@refs\/tags\/v1$/)
})

test('sign and attest with a GitHub token the start of the run and its workflows are recorded, without leaking it', async () => {
  const job = newJob(sandbox)
  job.put('a', 'a')
  const step = await job.job.step({
    action: ROOT,
    inputs: inputs({
      artifacts: 'a',
      'github-token': sandbox.githubToken,
      'github-api': sandbox.githubApi,
    }),
  })
  expect(step.annotations).toEqual([])
  expect(
    statementOf(join(job.workspace, 'a.provenance.sigstore.json')).predicate.runDetails.metadata.startedOn,
  ).toMatch(/^20\d\d-/)
  expect(traces(job, [step]).includes(sandbox.githubToken)).toBe(false)
})

test.each([
  [1000, 1],
  [1025, 2],
])('sign and attest %i files cost exactly %i signatures', async (count, signatures) => {
  const job = newJob(sandbox)
  for (let index = 0; index < count; index += 1) job.put(`dist/f${index}`, String(index))
  const step = await job.job.step({ action: ROOT, inputs: inputs({ artifacts: 'dist/*' }) })
  expect(step.annotations).toEqual([])
  const bundles = step.outputs['bundle-paths']?.split('\n') ?? []
  expect([bundles.length, await calls('kms.AsymmetricSign')]).toEqual([signatures, signatures])
  const sizes = bundles.map((path) => statementOf(join(job.workspace, path)).subject.length as number)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(count)
})

test('abuse case 22: an answer that is lost is asked for again, and one bundle is published', async () => {
  const job = newJob(sandbox)
  job.put('a', 'a')
  await sandbox.control({ op: 'fault', service: 'kms', method: 'AsymmetricSign', kind: 'reset', times: 1 })
  const step = await job.job.step({ action: ROOT, inputs: inputs({ artifacts: 'a' }) })
  expect([step.annotations, await calls('kms.AsymmetricSign')]).toEqual([[], 2])
  expect(job.files()).toEqual(['a', 'a.provenance.sigstore.json'])
})

test('sign-artifact and attach-provenance per artifact: openssl confirms the signature over the file itself', async () => {
  const job = newJob(sandbox)
  job.put('dist/a', 'a')
  job.put('dist/b', 'b')
  const step = await job.job.step({
    action: 'actions/sign-artifact',
    inputs: inputs({ artifacts: 'dist/*', mode: 'per-artifact' }),
  })
  expect(step.outputs['bundle-paths']).toBe('dist/a.sigstore.json\ndist/b.sigstore.json')
  const { messageSignature } = JSON.parse(readFileSync(join(job.workspace, 'dist/a.sigstore.json'), 'utf8'))
  writeFileSync(join(job.workspace, 'sig'), Buffer.from(messageSignature.signature, 'base64'))
  writeFileSync(join(job.workspace, 'key.pem'), step.outputs['public-key'] ?? '')
  expect(
    execFileSync('openssl', ['dgst', '-sha256', '-verify', 'key.pem', '-signature', 'sig', 'dist/a'], {
      cwd: job.workspace,
    })
      .toString()
      .trim(),
  ).toBe('Verified OK')
})

test('sign-artifact and attach-provenance a signature is a statement without a claim; an SBOM is attached as it is', async () => {
  const job = newJob(sandbox)
  job.put('a', 'a')
  job.put('bom.json', '{"bomFormat":"CycloneDX"}')
  const signed = await job.job.step({ action: 'actions/sign-artifact', inputs: inputs({ artifacts: 'a' }) })
  const attached = await job.job.step({
    action: 'actions/attach-provenance',
    inputs: inputs({
      artifacts: 'a',
      'predicate-type': 'https://cyclonedx.org/bom',
      'predicate-path': 'bom.json',
    }),
  })
  expect(statementOf(join(job.workspace, signed.outputs['bundle-paths'] ?? '')).predicateType).toBe(
    'https://sigstore.dev/cosign/sign/v1',
  )
  expect(statementOf(join(job.workspace, attached.outputs['bundle-paths'] ?? '')).predicate).toEqual({
    bomFormat: 'CycloneDX',
  })
})

test('sign-artifact and attach-provenance checksums, images, and what earlier steps announced', async () => {
  const job = newJob(sandbox)
  job.put('sums', `${'a'.repeat(64)}  x\n`)
  job.put('a', 'a')
  const listed = await job.job.step({
    action: 'actions/sign-artifact',
    inputs: inputs({ checksums: 'sums', images: `registry.example/acme/app:1@sha256:${'b'.repeat(64)}` }),
  })
  expect(
    statementOf(join(job.workspace, listed.outputs['bundle-paths'] ?? '')).subject.map(
      ({ name }: { name: string }) => name,
    ),
  ).toEqual(['registry.example/acme/app', 'x'])
  await job.job.step({ action: 'actions/sign-artifact', inputs: inputs({ artifacts: 'a' }) })
  const announced = await job.job.step({ action: 'actions/attach-provenance', inputs: inputs() })
  expect(
    statementOf(join(job.workspace, announced.outputs['bundle-paths'] ?? '')).subject.map(
      ({ name }: { name: string }) => name,
    ),
  ).toContain('a')
})
