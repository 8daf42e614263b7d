// A workflow like the one of the README, run by act with the committed actions.
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { startSandbox, type Sandbox } from '@open-claw/sandbox'
import { stringify } from 'yaml'
import { KEY, PROVIDER } from '../support/job.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { act, ACTIONS, createRepository, type ActResult, headOf } from './servers/act.ts'
import { withTools } from './tools/with-tools.ts'

const SECRET = 'a-Secret-0f-the-deploy-job'
const FIRST_VERSION = KEY.replace(/\d+$/, '1')

const CLOUD = {
  'workload-identity-provider': PROVIDER,
  'sts-endpoint': '${{ env.STS }}',
  'iam-endpoint': '${{ env.IAM }}',
  'oidc-issuer': '${{ env.ISSUER }}',
}
const CHECKOUT = { uses: 'actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8' }

/** Two jobs, which share a folder where GitHub would hand on an artifact. What is in TAMPER happens in between. */
const workflowOf = (policyDigest: string): string =>
  stringify({
    name: 'release',
    on: 'push',
    jobs: {
      release: {
        'runs-on': 'ubuntu-latest',
        steps: [
          CHECKOUT,
          { run: 'mkdir release && echo the application > release/app.tgz' },
          {
            id: 'sign',
            uses: ACTIONS,
            with: { key: KEY, artifacts: 'release/*.tgz', 'key-endpoint': '${{ env.KMS }}', ...CLOUD },
          },
          { run: 'echo "signed by ${{ steps.sign.outputs.key-uri }}"' },
          { run: 'cp release/* "$SHARED"; eval "$TAMPER"' },
        ],
      },
      deploy: {
        needs: 'release',
        'runs-on': 'ubuntu-latest',
        steps: [
          CHECKOUT,
          { run: 'cp -r "$SHARED" release' },
          {
            id: 'gate',
            uses: `${ACTIONS}/actions/verify-before-deploy`,
            with: {
              artifacts: 'release/*.tgz',
              bundles: 'release/*.sigstore.json',
              policy: 'deploy/policy.yaml',
              'policy-digest': policyDigest,
            },
          },
          {
            uses: `${ACTIONS}/actions/inject-secret`,
            env: { DIGESTS: '${{ steps.gate.outputs.digests }}' },
            with: {
              secrets: 'DEPLOY_TOKEN = gcp-sm://demo/deploy-token/1',
              run: 'node deploy/deploy.mjs',
              'secret-endpoint': '${{ env.SECRETS }}',
              ...CLOUD,
            },
          },
          { run: 'echo "left in the environment: [$DEPLOY_TOKEN]"' },
        ],
      },
    },
  })

const DEPLOY = `
const { DEPLOY_TOKEN, DIGESTS } = process.env
console.log('deploying', JSON.parse(DIGESTS)[0].name, 'with', DEPLOY_TOKEN, DEPLOY_TOKEN.length)
`

let sandbox: Sandbox
let shared: string
let publicKey: string
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox?.stop())
beforeEach(async () => {
  await sandbox.control({ op: 'reset' })
  const data = Buffer.from(SECRET).toString('base64')
  await sandbox.control({ op: 'put-secret', project: 'demo', secret: 'deploy-token', version: '1', data })
  publicKey = await fetchPublicKey()
  shared = temporaryFolder('interop-shared')
})

/** PEM, asked of the key service as an administrator would. */
async function fetchPublicKey(): Promise<string> {
  const { token } = await sandbox.control({ op: 'access-token' })
  const url = `${sandbox.kmsRestEndpoint}/v1/${FIRST_VERSION.replace('gcpkms://', '')}/publicKey`
  const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } })
  const { pem }: any = await response.json()
  return pem
}
const policyOf = (repository: string): string =>
  stringify({
    apiVersion: 'open-claw/v1',
    kind: 'ArtifactPolicy',
    metadata: { name: 'production' },
    spec: {
      attestors: [{ name: 'release', key: { publicKey } }],
      attestations: [
        {
          name: 'provenance',
          predicateType: 'https://slsa.dev/provenance/v1',
          attestors: ['release'],
          provenance: {
            repository: `${sandbox.oidcIssuer}/octo-org/${repository}`,
            refs: ['refs/heads/main'],
            builders: [
              `${sandbox.oidcIssuer}/octo-org/octo-repo/.github/workflows/release.yml@refs/heads/main`,
            ],
            events: ['push'],
            isolation: ['shared-job'],
          },
        },
      ],
    },
  })
interface Release {
  /** Run on the shared folder between the jobs. */
  readonly tamper?: string
  readonly repository?: string
  readonly digest?: string
  readonly variables?: Readonly<Record<string, string>>
}
async function release({
  tamper = ':',
  repository = 'octo-repo',
  digest,
  variables,
}: Release = {}): Promise<ActResult> {
  const policy = policyOf(repository)
  const actual = `sha256:${createHash('sha256').update(policy).digest('hex')}`
  const folder = createRepository({
    '.github/workflows/release.yml': workflowOf(digest ?? actual),
    'deploy/policy.yaml': policy,
    'deploy/deploy.mjs': DEPLOY,
  })
  await sandbox.control({ op: 'claims', claims: { sha: headOf(folder) } })
  return act(folder, {
    SHARED: shared,
    TAMPER: tamper,
    KMS: sandbox.kmsEndpoint,
    SECRETS: sandbox.secretEndpoint,
    STS: sandbox.stsEndpoint,
    IAM: sandbox.iamEndpoint,
    ISSUER: sandbox.oidcIssuer,
    ACTIONS_ID_TOKEN_REQUEST_URL: sandbox.oidcRequestUrl,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: sandbox.oidcRequestToken,
    ...variables,
  })
}

const DENIALS: readonly (readonly [string, Release, string])[] = [
  [
    'another file in place of the signed one',
    { tamper: 'echo else > "$SHARED/app.tgz"' },
    'SUBJECT_MISMATCH',
  ],
  ['no evidence', { tamper: 'rm "$SHARED"/*.sigstore.json' }, 'EVIDENCE_NOT_FOUND'],
  ['a hidden file beside the signed one', { tamper: 'touch "$SHARED/.app.tgz"' }, 'ARTIFACT_REFUSED'],
  ['provenance of another repository', { repository: 'other' }, 'REPOSITORY_MISMATCH'],
  ['a policy that is not the reviewed one', { digest: `sha256:${'0'.repeat(64)}` }, 'POLICY_DIGEST_MISMATCH'],
]

withTools(['act'], 'a release workflow under act', () => {
  test('signs, verifies and deploys: outputs reach later steps, the secret reaches one command', async () => {
    const { ok, log } = await release()
    expect([ok, log]).toEqual([true, expect.stringContaining(`signed by ${FIRST_VERSION}`)])
    expect(log).toContain('Summary - ## ✅ Signed, with provenance: 1 artifact')
    expect(log).toContain('Summary - ## ✅ 1 artifact allowed')
    expect(log).toMatch(/Success - Post \.\/open-claw/)
    expect(log).toMatch(/deploying release\/app\.tgz with \*\*\* 26/)
    expect(log).toContain('left in the environment: []')
    expect(log).not.toContain(SECRET)
    expect(log).not.toContain(Buffer.from(SECRET).toString('base64'))
  })
  test.each(DENIALS)('deploys nothing with %s', async (_, what, code) => {
    const { ok, log } = await release(what)
    expect([ok, log]).toEqual([false, expect.stringContaining(`signed by ${FIRST_VERSION}`)])
    expect(log).toContain(code)
    expect(log).not.toContain('deploying')
  })

  test('signs nothing without an identity', async () => {
    const { ok, log } = await release({ variables: { ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'wrong' } })
    expect([ok, log]).toEqual([false, expect.not.stringContaining('signed by')])
    expect((await sandbox.control({ op: 'calls' })).calls['kms.AsymmetricSign']).toBe(0)
  })
})
