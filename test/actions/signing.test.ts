// The signing actions, as committed in dist/ and as the runner runs them.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals'
import { preAuthEncoding } from '@open-claw/core'
import { startSandbox, type ControlRequest } from '@open-claw/sandbox'
import { KEY, keyInputs, maskedValues, newJob, traces } from '../support/job.ts'

const sandbox = await startSandbox()
afterAll(() => sandbox.stop())
beforeEach(async () => {
  await sandbox.control({ op: 'reset' })
})
const calls = async (name: string): Promise<number> =>
  (await sandbox.control({ op: 'calls' })).calls[name] ?? -1
const inputs = (more: Record<string, string> = {}) => ({ ...keyInputs(sandbox), key: KEY, ...more })
const ROOT = '.'
const statementOf = (path: string): any =>
  JSON.parse(Buffer.from(JSON.parse(readFileSync(path, 'utf8')).dsseEnvelope.payload, 'base64').toString())

describe('sign and attest', () => {
  test('a real file: one signature, provenance from the verified identity, checked by openssl', async () => {
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
    expect(step.summary).toContain('```mermaid')
    expect(job.files().filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  test('no environment variable that an earlier step could set changes the provenance or the key', async () => {
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

  test('both forms of the sub; a reusable workflow is the builder', async () => {
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

  test('with a GitHub token the start of the run and its workflows are recorded, without leaking it', async () => {
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

  test('1,000 files cost exactly one signature; 1,025 cost two', async () => {
    const job = newJob(sandbox)
    for (let index = 0; index < 1025; index += 1) job.put(`dist/f${index}`, String(index))
    const all = await job.job.step({
      action: ROOT,
      inputs: inputs({ artifacts: 'dist/*', 'push-to': 'file:all' }),
    })
    expect(all.outputs['bundle-paths']?.split('\n')).toHaveLength(2)
    expect(await calls('kms.AsymmetricSign')).toBe(2)
    await sandbox.control({ op: 'reset' })
    const most = await job.job.step({
      action: ROOT,
      inputs: inputs({
        artifacts: 'dist/*\n!dist/f1??\n!dist/f?\n!dist/f2',
        'push-to': 'file:most',
        checksums: '',
      }),
    })
    expect(most.conclusion).toBe('success')
    expect(await calls('kms.AsymmetricSign')).toBe(1)
    const count = statementOf(join(job.workspace, most.outputs['bundle-paths'] ?? '')).subject.length
    expect(count).toBe(1025 - 110)
  })
})

describe('sign-artifact and attach-provenance', () => {
  test('per artifact: openssl confirms the signature over the file itself', async () => {
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

  test('a signature is a statement without a claim; an SBOM is attached as it is', async () => {
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

  test('checksums, images, and what earlier steps announced', async () => {
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
})

/** Every refusal: no bundle, no outputs, one typed error, exit code 1, no token anywhere. */
const REFUSALS: [string, Record<string, string>, string, ControlRequest[]][] = [
  ['abuse case 1: no file', { artifacts: 'nope' }, 'ARTIFACT_NOT_FOUND', []],
  ['abuse case 29: a private key', { key: '-----BEGIN PRIVATE KEY-----' }, 'KEY_URI_INVALID', []],
  ['no key', { key: '' }, 'INPUT_MISSING', []],
  ['a checksums file that yields nothing', { artifacts: '', checksums: 'empty' }, 'CHECKSUMS_INVALID', []],
  ['an unknown choice', { credentials: 'Ambient' }, 'INPUT_INVALID', []],
  ['no provider', { 'workload-identity-provider': '' }, 'CREDENTIALS_MISSING', []],
  ['abuse case 24: an insecure endpoint', { 'key-endpoint': 'http://kms.example' }, 'ENDPOINT_INSECURE', []],
  [
    'abuse case 26: the request URL of another issuer',
    { 'oidc-issuer': 'https://token.actions.githubusercontent.com' },
    'OIDC_HOST_REFUSED',
    [],
  ],
  ['abuse case 23: a disabled version', { key: KEY.replace(/1$/, '3') }, 'KEY_UNUSABLE', []],
  ['a destination outside the workspace', { 'push-to': 'file:../x' }, 'INPUT_INVALID', []],
  [
    'abuse case 32: an event of another repository',
    {},
    'EVENT_MISMATCH',
    [{ op: 'claims', claims: { repository_id: '1' } }],
  ],
  ['KMS: 503', {}, 'KMS_FAILED', [{ op: 'fault', service: 'kms', method: 'AsymmetricSign', kind: '503' }]],
  ['KMS: 429', {}, 'KMS_FAILED', [{ op: 'fault', service: 'kms', method: 'GetPublicKey', kind: '429' }]],
  [
    'abuse case 19: KMS: corrupt',
    {},
    'SIGNATURE_CORRUPT',
    [{ op: 'fault', service: 'kms', kind: 'corrupt-signature' }],
  ],
  [
    'abuse case 19: KMS: wrong key',
    {},
    'SIGNATURE_CORRUPT',
    [{ op: 'fault', service: 'kms', method: 'AsymmetricSign', kind: 'wrong-key' }],
  ],
  [
    'KMS: corrupt checksum',
    {},
    'SIGNATURE_CORRUPT',
    [{ op: 'fault', service: 'kms', method: 'AsymmetricSign', kind: 'corrupt-signature-crc' }],
  ],
  [
    'abuse case 18: KMS: another version',
    {},
    'KEY_CHANGED',
    [{ op: 'fault', service: 'kms', method: 'AsymmetricSign', kind: 'wrong-version-name' }],
  ],
  [
    'KMS: disabled in between',
    {},
    'KEY_UNUSABLE',
    [{ op: 'fault', service: 'kms', method: 'AsymmetricSign', kind: 'disabled' }],
  ],
  [
    'KMS: forbidden',
    {},
    'KEY_FORBIDDEN',
    [{ op: 'fault', service: 'kms', method: 'AsymmetricSign', kind: 'forbidden' }],
  ],
  ['STS: refused', {}, 'CREDENTIALS_REFUSED', [{ op: 'fault', service: 'sts', kind: 'forbidden' }]],
  ['STS: malformed', {}, 'CREDENTIALS_FAILED', [{ op: 'fault', service: 'sts', kind: 'malformed' }]],
  [
    'OIDC: malformed',
    {},
    'OIDC_REQUEST_FAILED',
    [{ op: 'fault', service: 'oidc', method: 'RequestToken', kind: 'malformed' }],
  ],
  [
    'abuse case 27: alg none',
    {},
    'OIDC_TOKEN_INVALID',
    [{ op: 'fault', service: 'oidc', method: 'RequestToken', kind: 'alg-none' }],
  ],
  [
    'abuse case 27: HS256',
    {},
    'OIDC_TOKEN_INVALID',
    [{ op: 'fault', service: 'oidc', method: 'RequestToken', kind: 'hs256' }],
  ],
  [
    'abuse case 28: expired',
    {},
    'OIDC_TOKEN_INVALID',
    [{ op: 'fault', service: 'oidc', method: 'RequestToken', kind: 'expired' }],
  ],
  [
    'the keys of the issuer: none',
    {},
    'OIDC_KEYS_UNAVAILABLE',
    [{ op: 'fault', service: 'jwks', kind: 'no-keys' }],
  ],
  [
    'the keys of the issuer: another',
    {},
    'OIDC_TOKEN_INVALID',
    [{ op: 'fault', service: 'jwks', kind: 'wrong-key' }],
  ],
  ['GitHub: no permission', { 'github-token': 'ghs_canary_token' }, 'GITHUB_FORBIDDEN', []],
  ['abuse case 106: the bundle exists', { artifacts: 'taken' }, 'EVIDENCE_EXISTS', []],
]

describe('refusals', () => {
  test.each(REFUSALS)('%s', async (_, more, code, controls) => {
    const job = newJob(sandbox, { event: { repository: { id: 456789, full_name: 'octo-org/octo-repo' } } })
    for (const [name, content] of [
      ['a', 'a'],
      ['empty', ''],
      ['taken', 't'],
      ['taken.provenance.sigstore.json', 'mine'],
    ] as const)
      job.put(name, content)
    const before = job.files()
    for (const control of controls) await sandbox.control(control)
    const step = await job.job.step({
      action: ROOT,
      inputs: inputs({ artifacts: 'a', 'github-api': sandbox.githubApi, ...more }),
    })
    const titles = new Set(step.annotations.map(({ title }) => title))
    // A token without a signature is refused on arrival; one that both we and the service refuse, by whoever is first.
    const expected =
      code === 'OIDC_TOKEN_INVALID'
        ? ['OIDC_TOKEN_INVALID', 'CREDENTIALS_REFUSED', 'OIDC_REQUEST_FAILED']
        : [code]
    expect([...titles].filter((title) => !expected.includes(title))).toEqual([])
    expect(titles.size).toBe(1)
    expect([step.exitCode, step.outputs, job.files()]).toEqual([1, {}, before])
    const left = traces(job, [step])
    for (const value of maskedValues([step])) expect(left.includes(value)).toBe(false)
    expect(left.includes('canary_token')).toBe(false)
  })

  test('abuse case 30: without id-token: write there is no identity, and the message says so', async () => {
    const job = newJob(sandbox, { oidc: undefined })
    job.put('a', 'a')
    const step = await job.job.step({ action: ROOT, inputs: inputs({ artifacts: 'a' }) })
    expect(step.annotations).toEqual([
      { level: 'error', title: 'OIDC_UNAVAILABLE', message: expect.stringContaining('id-token: write') },
    ])
  })

  test('abuse case 31: provenance made by the build is refused', async () => {
    const job = newJob(sandbox)
    job.put('a', 'a')
    job.put('p.json', '{}')
    const step = await job.job.step({
      action: 'actions/attach-provenance',
      inputs: inputs({
        artifacts: 'a',
        'predicate-type': 'https://slsa.dev/provenance/v1',
        'predicate-path': 'p.json',
      }),
    })
    expect(step.annotations.map(({ title }) => title)).toEqual(['PREDICATE_INVALID'])
    expect(await calls('kms.AsymmetricSign')).toBe(0)
  })

  test.each(['sts.ExchangeToken', 'kms.GetPublicKey', 'kms.AsymmetricSign', 'oidc.RequestToken'])(
    'abuse case 61: killed during %s, nothing is left',
    async (method) => {
      const job = newJob(sandbox)
      job.put('a', 'a')
      const [service = '', name = ''] = method.split('.')
      await sandbox.control({ op: 'fault', service: service as 'kms', method: name, kind: 'hang' })
      const step = await job.job.step({
        action: ROOT,
        inputs: inputs({ artifacts: 'a' }),
        onStart: (kill) => {
          const look = async (): Promise<void> => {
            if ((await calls(method)) > 0) kill('SIGKILL')
            else setTimeout(() => void look(), 20)
          }
          void look()
        },
      })
      expect([step.exitCode, step.outputs, job.files()]).toEqual([137, {}, ['a']])
      const left = traces(job, [step])
      for (const value of maskedValues([step])) expect(left.includes(value)).toBe(false)
    },
  )
})
