// Each declared input, set to what cannot be satisfied, ends the step: none is read and then ignored.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { cloudInputs, KEY, keyInputs, newJob } from '../support/job.ts'
import { PROVIDERS } from '../support/providers.ts'
import { testSandbox } from '../support/sandbox.ts'

const sandbox = await testSandbox()

/** A value that cannot be satisfied, and what else it takes for the input to count. */
interface Impossible {
  readonly value: string
  readonly code: string
  readonly with?: Readonly<Record<string, string>>
}

const of = (value: string, code: string, more: Readonly<Record<string, string>> = {}): Impossible => ({
  value,
  code,
  with: more,
})
/** The inputs of another kind of key, where one of its own options is tried. */
const inputsOf = (provider: string): Record<string, string> =>
  PROVIDERS.find(({ name }) => name === provider)?.inputs(sandbox) ?? {}
const P256 = 'awskms:///arn:aws:kms:us-east-1:111122223333:key/00000000-0000-4000-8000-000000000001'

const IMPOSSIBLE: Readonly<Record<string, Impossible>> = {
  key: of('gcpkms://projects/p', 'KEY_URI_INVALID'),
  artifacts: of('absent/*', 'ARTIFACT_NOT_FOUND'),
  images: of('registry.example/app:latest', 'INPUT_INVALID'),
  checksums: of('absent', 'ARTIFACT_NOT_FOUND'),
  mode: of('per-file', 'INPUT_INVALID'),
  'push-to': of('oci', 'INPUT_INVALID'),
  'allow-events': of('anything', 'INPUT_INVALID'),
  'workload-identity-provider': of('provider', 'INPUT_INVALID'),
  'service-account': of('nobody', 'INPUT_INVALID'),
  credentials: of('key.json', 'INPUT_INVALID'),
  'key-endpoint': of('http://kms.example', 'ENDPOINT_INSECURE'),
  'secret-endpoint': of('http://secrets.example', 'ENDPOINT_INSECURE'),
  'sts-endpoint': of('http://sts.example', 'ENDPOINT_INSECURE'),
  'iam-endpoint': of('http://iam.example', 'ENDPOINT_INSECURE'),
  'oidc-issuer': of('http://issuer.example', 'ENDPOINT_INSECURE'),
  'github-api': of('http://api.example', 'ENDPOINT_INSECURE'),
  'github-token': of('ghs_of_nobody', 'GITHUB_FORBIDDEN', { 'github-api': sandbox.githubApi }),
  'predicate-type': of('https://cyclonedx.org/bom', 'INPUT_INVALID'),
  'predicate-path': of('a', 'INPUT_INVALID'),
  bundles: of('absent', 'EVIDENCE_NOT_FOUND'),
  policy: of('absent', 'ARTIFACT_NOT_FOUND'),
  'policy-digest': of(`sha256:${'0'.repeat(64)}`, 'POLICY_DIGEST_MISMATCH'),
  'key-algorithm': of('rot13', 'INPUT_INVALID'),
  'certificate-authority': of('http://ca.example', 'ENDPOINT_INSECURE'),
  'timestamp-authority': of('http://tsa.example', 'ENDPOINT_INSECURE'),
  'transparency-log': of('http://rekor.example', 'ENDPOINT_INSECURE'),
  'transparency-log-version': of('3', 'INPUT_INVALID'),
  'allow-public-log': of('yes', 'INPUT_INVALID'),
  'signing-config': of('absent', 'ARTIFACT_NOT_FOUND'),
  'aws-role': of('release', 'INPUT_INVALID'),
  'aws-region': of('the moon', 'INPUT_INVALID'),
  'aws-sts-endpoint': of('http://sts.example', 'ENDPOINT_INSECURE'),
  'aws-audience': of('https://else.example', 'CREDENTIALS_REFUSED', { ...inputsOf('AWS KMS'), key: P256 }),
  'azure-tenant-id': of('common', 'INPUT_INVALID'),
  'azure-client-id': of('release', 'INPUT_INVALID'),
  'azure-login-endpoint': of('http://login.example', 'ENDPOINT_INSECURE'),
  'vault-address': of('http://vault.example', 'ENDPOINT_INSECURE'),
  'vault-namespace': of('../root', 'INPUT_INVALID'),
  'vault-role': of('a/b', 'INPUT_INVALID'),
  'vault-auth-path': of('../jwt', 'INPUT_INVALID'),
  'vault-transit-path': of('../transit', 'INPUT_INVALID'),
  'vault-audience': of('https://else.example', 'CREDENTIALS_REFUSED', {
    ...inputsOf('Vault transit'),
    key: 'hashivault://ecdsa-p256/versions/1',
    'key-endpoint': '',
  }),
  'vault-ca': of('text', 'INPUT_INVALID'),
  'vault-client-certificate': of('text', 'INPUT_MISSING'),
  'vault-client-key': of('text', 'INPUT_MISSING'),
  secrets: of('A = file:///etc/passwd', 'SECRET_REFERENCE_INVALID'),
  delivery: of('print', 'INPUT_INVALID'),
  run: of('', 'INPUT_MISSING'),
  shell: of('fish', 'INPUT_INVALID'),
}

const policyOf = (key: string): string => `apiVersion: open-claw/v1
kind: ArtifactPolicy
metadata: { name: p }
spec:
  attestors: [{ name: release, key: { uri: '${key}' } }]
  signatures: [{ name: signed, attestors: [release] }]
`
const digestOf = (policy: string): string => `sha256:${createHash('sha256').update(policy).digest('hex')}`

/** Inputs with which each action would get at least as far as the one under test. */
const GOOD: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '.': { ...keyInputs(sandbox), key: KEY, artifacts: 'a' },
  'actions/sign-artifact': { ...keyInputs(sandbox), key: KEY, artifacts: 'a' },
  'actions/attach-provenance': { ...keyInputs(sandbox), key: KEY, artifacts: 'a' },
  'actions/verify-before-deploy': {
    ...keyInputs(sandbox),
    artifacts: 'a',
    bundles: 'a',
    policy: 'policy.yml',
    'policy-digest': digestOf(policyOf(KEY)),
  },
  'actions/inject-secret': {
    ...cloudInputs(sandbox),
    'secret-endpoint': sandbox.secretEndpoint,
    secrets: 'A = gcp-sm://demo/a/1',
    run: 'true',
  },
}

const declared = (action: string): string[] =>
  Object.keys(parse(readFileSync(join(import.meta.dirname, '../..', action, 'action.yml'), 'utf8')).inputs)
const CASES = Object.keys(GOOD).flatMap((action) => declared(action).map((input) => [action, input] as const))

const NOTHING: Impossible = { value: '', code: 'none', with: {} }

/** Inputs for `action`, and the policy of the gate, which takes the key from there. */
function setUp(action: string, input: string) {
  const { value, with: more = {} } = IMPOSSIBLE[input] ?? NOTHING
  const { key, ...others } = more
  const policy = policyOf(key ?? KEY)
  const own: Record<string, string> =
    action === 'actions/verify-before-deploy' ? { 'policy-digest': digestOf(policy) } : { key: key ?? KEY }
  const inputs = { ...GOOD[action], ...others, ...(key === undefined ? {} : own) }
  return { policy, inputs: { ...inputs, [input]: value } }
}

describe('abuse case 62: no documented option is ignored', () => {
  test.each(CASES)('%s: %s', async (action, input) => {
    expect(IMPOSSIBLE[input]).toBeDefined()
    const { policy, inputs } = setUp(action, input)
    const job = newJob(sandbox)
    job.put('a', 'a')
    job.put('policy.yml', policy)
    const step = await job.job.step({ action, inputs })
    expect(step.annotations.map(({ title }) => title)).toEqual([IMPOSSIBLE[input]?.code])
    expect([step.exitCode, step.outputs]).toEqual([1, {}])
  })
})
