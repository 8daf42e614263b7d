// Each declared input, set to what cannot be satisfied, ends the step: none is read and then ignored.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { startSandbox } from '@open-claw/sandbox'
import { parse } from 'yaml'
import { cloudInputs, KEY, keyInputs, newJob } from '../support/job.ts'

const sandbox = await startSandbox()
afterAll(() => sandbox.stop())

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
const IMPOSSIBLE: Readonly<Record<string, Impossible>> = {
  key: of('gcpkms://projects/p', 'KEY_URI_INVALID'),
  artifacts: of('absent/*', 'ARTIFACT_NOT_FOUND'),
  images: of('registry.example/app:latest', 'INPUT_INVALID'),
  checksums: of('absent', 'ARTIFACT_NOT_FOUND'),
  mode: of('per-file', 'INPUT_INVALID'),
  'push-to': of('oci', 'INPUT_INVALID'),
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
  secrets: of('A = file:///etc/passwd', 'SECRET_REFERENCE_INVALID'),
  delivery: of('print', 'INPUT_INVALID'),
  run: of('', 'INPUT_MISSING'),
}

const POLICY = `apiVersion: open-claw/v1
kind: ArtifactPolicy
metadata: { name: p }
spec:
  attestors: [{ name: release, key: { uri: ${KEY} } }]
  signatures: [{ name: signed, attestors: [release] }]
`
const DIGEST = `sha256:${createHash('sha256').update(POLICY).digest('hex')}`

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
    'policy-digest': DIGEST,
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

describe('abuse case 62: no documented option is ignored', () => {
  test.each(CASES)('%s: %s', async (action, input) => {
    const impossible = IMPOSSIBLE[input]
    expect(impossible).toBeDefined()
    const job = newJob(sandbox)
    job.put('a', 'a')
    job.put('policy.yml', POLICY)
    const step = await job.job.step({
      action,
      inputs: { ...GOOD[action], ...impossible?.with, [input]: impossible?.value ?? '' },
    })
    expect(step.annotations.map(({ title }) => title)).toEqual([impossible?.code])
    expect([step.exitCode, step.outputs]).toEqual([1, {}])
  })
})
