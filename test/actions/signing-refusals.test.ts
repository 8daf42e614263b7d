// What the signing actions refuse, as committed in dist/ and as the runner runs them.
import { afterEach, expect, test } from '@jest/globals'
import type { ControlRequest } from '../../packages/sandbox/src/control-request.ts'
import { KEY, keyInputs, maskedValues, newJob, traces } from '../support/job.ts'
import { testSandbox, countCalls } from '../support/sandbox.ts'
import type { FaultKind, Service } from '../../packages/sandbox/src/services.ts'

const sandbox = await testSandbox()
afterEach(() => sandbox.control({ op: 'reset' }))
const calls = (name: string) => countCalls(sandbox, name)
const inputs = (more: Record<string, string> = {}) => ({ ...keyInputs(sandbox), key: KEY, ...more })
const ROOT = '.'

const fault = (service: Service, kind: FaultKind, method?: string): ControlRequest => ({
  op: 'fault',
  service,
  kind,
  ...(method === undefined ? {} : { method }),
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
  ['KMS: 503', {}, 'KMS_FAILED', [fault('kms', '503', 'AsymmetricSign')]],
  ['KMS: 429', {}, 'KMS_FAILED', [fault('kms', '429', 'GetPublicKey')]],
  ['abuse case 19: KMS: corrupt', {}, 'SIGNATURE_CORRUPT', [fault('kms', 'corrupt-signature')]],
  ['abuse case 19: KMS: wrong key', {}, 'SIGNATURE_CORRUPT', [fault('kms', 'wrong-key', 'AsymmetricSign')]],
  [
    'KMS: corrupt checksum',
    {},
    'SIGNATURE_CORRUPT',
    [fault('kms', 'corrupt-signature-crc', 'AsymmetricSign')],
  ],
  [
    'abuse case 18: KMS: another version',
    {},
    'KEY_CHANGED',
    [fault('kms', 'wrong-version-name', 'AsymmetricSign')],
  ],
  ['KMS: disabled in between', {}, 'KEY_UNUSABLE', [fault('kms', 'disabled', 'AsymmetricSign')]],
  ['KMS: forbidden', {}, 'KEY_FORBIDDEN', [fault('kms', 'forbidden', 'AsymmetricSign')]],
  ['STS: refused', {}, 'CREDENTIALS_REFUSED', [fault('sts', 'forbidden')]],
  ['STS: malformed', {}, 'CREDENTIALS_FAILED', [fault('sts', 'malformed')]],
  ['OIDC: malformed', {}, 'OIDC_REQUEST_FAILED', [fault('oidc', 'malformed', 'RequestToken')]],
  ['abuse case 27: alg none', {}, 'OIDC_TOKEN_INVALID', [fault('oidc', 'alg-none', 'RequestToken')]],
  ['abuse case 27: HS256', {}, 'OIDC_TOKEN_INVALID', [fault('oidc', 'hs256', 'RequestToken')]],
  ['abuse case 28: expired', {}, 'OIDC_TOKEN_INVALID', [fault('oidc', 'expired', 'RequestToken')]],
  ['the keys of the issuer: none', {}, 'OIDC_KEYS_UNAVAILABLE', [fault('jwks', 'no-keys')]],
  ['the keys of the issuer: another', {}, 'OIDC_TOKEN_INVALID', [fault('jwks', 'wrong-key')]],
  ['GitHub: no permission', { 'github-token': 'ghs_canary_token' }, 'GITHUB_FORBIDDEN', []],
  ['abuse case 106: the bundle exists', { artifacts: 'taken' }, 'EVIDENCE_EXISTS', []],
]

test.each(REFUSALS)('refusals %s', async (_, more, code, controls) => {
  const job = newJob(sandbox)
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

test('refusals abuse case 30: without id-token: write there is no identity, and the message says so', async () => {
  const job = newJob(sandbox, { oidc: undefined })
  job.put('a', 'a')
  const step = await job.job.step({ action: ROOT, inputs: inputs({ artifacts: 'a' }) })
  expect(step.annotations).toEqual([
    { level: 'error', title: 'OIDC_UNAVAILABLE', message: expect.stringContaining('id-token: write') },
  ])
})

test('refusals abuse case 31: provenance made by the build is refused', async () => {
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
  'refusals abuse case 61: killed during %s, nothing is left',
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

test('abuse case 106: where a bundle stands already, the key is not even used', async () => {
  const job = newJob(sandbox)
  job.put('a', 'a')
  for (const name of ['a.sigstore.json', 'a.provenance.sigstore.json']) job.put(name, 'mine')
  const statement = await job.job.step({ action: ROOT, inputs: inputs({ artifacts: 'a' }) })
  const blob = await job.job.step({
    action: 'actions/sign-artifact',
    inputs: inputs({ artifacts: 'a', mode: 'per-artifact' }),
  })
  const titles = [statement, blob].map(({ annotations }) => annotations[0]?.title)
  expect([titles, await calls('kms.AsymmetricSign')]).toEqual([['EVIDENCE_EXISTS', 'EVIDENCE_EXISTS'], 0])
})
