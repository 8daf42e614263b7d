// The whole product on files of your own, without an account and without a network: the committed
// dist/ runs as under GitHub's runner, against a sandboxed cloud in another process.
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { startSandbox, type Sandbox } from '@open-claw/sandbox'
import { RunnerJob, type StepResult } from '../test/support/runner.ts'
import { demoPolicy } from './demo-policy.ts'

const PROVIDER = 'projects/1/locations/global/workloadIdentityPools/pool/providers/github'
const KEYS =
  'gcpkms://projects/demo/locations/global/keyRings/release/cryptoKeys/ec-sign-p256-sha256/cryptoKeyVersions'
const SECRET = 's3cret-Pa55word-of-the-demo'

const say = (text = ''): void => console.log(text)
const heading = (text: string): void => say(`\n\u001b[1m${text}\u001b[0m`)

class DemoFailure extends Error {}

function expectEnd(step: StepResult, conclusion: StepResult['conclusion'], what: string): void {
  if (step.conclusion !== conclusion)
    throw new DemoFailure(`${what} ended in ${step.conclusion}:\n${step.log}`)
}

/** The files to sign, or a tarball of this repository. */
function inputFiles(named: readonly string[], folder: string): string[] {
  if (named.length > 0) {
    const absent = named.find((path) => !existsSync(path) || !statSync(path).isFile())
    if (absent !== undefined) throw new DemoFailure(`${absent} is not a file.`)
    return named.map((path) => resolve(path))
  }
  const tarball = join(folder, 'open-claw.tar.gz')
  execFileSync('git', ['archive', '--format=tar.gz', '-o', tarball, 'HEAD'])
  return [tarball]
}

/** Copies into `dist/` of a new workspace, under names that differ. */
function fillWorkspace(files: readonly string[]): { workspace: string; names: string[] } {
  const workspace = mkdtempSync(join(tmpdir(), 'open-claw-demo-'))
  mkdirSync(join(workspace, 'dist'))
  const names = files.map((path, index) => {
    const taken = files.slice(0, index).some((other) => basename(other) === basename(path))
    return `dist/${taken ? `${index}-` : ''}${basename(path)}`
  })
  for (const [index, path] of files.entries()) copyFileSync(path, join(workspace, names[index] ?? ''))
  return { workspace, names }
}

interface Stage {
  readonly sandbox: Sandbox
  readonly job: RunnerJob
  readonly workspace: string
  readonly cloud: Readonly<Record<string, string>>
}

async function sign(
  { job, cloud }: Stage,
  files: readonly string[],
): Promise<{ pem: string; bundle: string; signatures: string[] }> {
  heading('1. Sign and attest: one statement, one signature by a key in another process')
  const artifacts = files.join('\n')
  const attested = await job.step({ action: '.', inputs: { ...cloud, key: `${KEYS}/1`, artifacts } })
  expectEnd(attested, 'success', 'Signing')
  const signed = await job.step({
    action: 'actions/sign-artifact',
    inputs: { ...cloud, key: `${KEYS}/1`, artifacts, mode: 'per-artifact' },
  })
  expectEnd(signed, 'success', 'Signing each file')
  const bundle = attested.outputs['bundle-paths'] ?? ''
  say(`   key        ${attested.outputs['key-uri'] ?? ''}`)
  say(`   provenance ${bundle}`)
  for (const path of signed.outputs['bundle-paths']?.split('\n') ?? []) say(`   signature  ${path}`)
  return {
    pem: attested.outputs['public-key'] ?? '',
    bundle,
    signatures: signed.outputs['bundle-paths']?.split('\n') ?? [],
  }
}

async function verify(
  { job, cloud, workspace, sandbox }: Stage,
  files: readonly string[],
  bundle: string,
): Promise<void> {
  heading('2. Verify before deploy')
  const gate = async (policyName: string, key: string, more: Record<string, string>): Promise<StepResult> => {
    const policy = demoPolicy(sandbox.oidcIssuer, key)
    writeFileSync(join(workspace, policyName), policy)
    const digest = createHash('sha256').update(policy).digest('hex')
    return job.step({
      action: 'actions/verify-before-deploy',
      inputs: {
        ...cloud,
        artifacts: files.join('\n'),
        bundles: bundle,
        policy: policyName,
        'policy-digest': `sha256:${digest}`,
        ...more,
      },
    })
  }
  const refuse = async (what: string, code: string, step: StepResult): Promise<void> => {
    expectEnd(step, 'failure', what)
    const reason = step.annotations[0]?.message ?? ''
    if (!reason.includes(code) || Object.keys(step.outputs).length > 0)
      throw new DemoFailure(`${what} was refused for another reason: ${reason}`)
    say(`   ❌ deny   ${what}\n            ${reason.replaceAll('\n', ' ').slice(0, 200)}`)
  }

  const allowed = await gate('policy.yml', `${KEYS}/1`, {})
  expectEnd(allowed, 'success', 'The gate')
  say(`   ✅ allow  ${files.join(', ')}`)

  const tampered = 'dist/tampered'
  writeFileSync(
    join(workspace, tampered),
    Buffer.concat([readFileSync(join(workspace, files[0] ?? '')), Buffer.from('!')]),
  )
  await refuse(
    'a tampered copy',
    'SUBJECT_MISMATCH',
    await gate('policy.yml', `${KEYS}/1`, { artifacts: tampered }),
  )

  writeFileSync(join(workspace, 'dist/other'), 'another file')
  const other = await job.step({
    action: '.',
    inputs: { ...cloud, key: `${KEYS}/1`, artifacts: 'dist/other', 'push-to': 'file:elsewhere' },
  })
  expectEnd(other, 'success', 'Signing another file')
  await refuse(
    'the bundle of another file',
    'SUBJECT_MISMATCH',
    await gate('policy.yml', `${KEYS}/1`, { bundles: other.outputs['bundle-paths'] ?? '' }),
  )

  await refuse(
    'a key that the policy does not trust',
    'KEY_UNTRUSTED',
    await gate('strict.yml', `${KEYS}/2`, {}),
  )
}

async function useSecret({ sandbox, job, cloud }: Stage): Promise<void> {
  heading('3. A secret for one command, which tries to print it')
  await sandbox.control({
    op: 'put-secret',
    project: 'demo',
    secret: 'deploy',
    version: '1',
    data: Buffer.from(JSON.stringify({ password: SECRET })).toString('base64'),
  })
  const script =
    "const s = process.env.DEPLOY_PASSWORD; console.log('it has', s.length, 'characters:', s); console.log('in base64:', Buffer.from('x' + s).toString('base64')); console.log('and in hex:', Buffer.from(s).toString('hex'))"
  const step = await job.step({
    action: 'actions/inject-secret',
    inputs: {
      ...cloud,
      'secret-endpoint': sandbox.secretEndpoint,
      secrets: 'DEPLOY_PASSWORD = gcp-sm://demo/deploy/1#/password',
      run: `"${process.execPath}" -e "${script}"`,
    },
  })
  expectEnd(step, 'success', 'Injecting the secret')
  if (step.rawLog.split('\n').some((line) => !line.startsWith('::add-mask::') && line.includes(SECRET)))
    throw new DemoFailure('The secret was printed.')
  for (const line of step.log.split('\n').filter((text) => /characters|base64|hex/.test(text)))
    say(`   ${line}`)
}

/** Takes the signature out of the bundle with sed, so that nothing but openssl judges. */
function opensslCommand(workspace: string, signature: string, file: string): string {
  const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`
  const sig = join(workspace, 'signature.der')
  return `sed -n 's/.*"signature":"\\([^"]*\\)".*/\\1/p' ${quote(join(workspace, signature))} | openssl base64 -d -A > ${quote(sig)} && openssl dgst -sha256 -verify ${quote(join(workspace, 'key.pem'))} -signature ${quote(sig)} ${quote(file)}`
}

async function main(named: readonly string[]): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'open-claw-input-'))
  const files = inputFiles(named, scratch)
  const { workspace, names } = fillWorkspace(files)
  const sandbox = await startSandbox()
  try {
    const job = new RunnerJob({
      workspace,
      oidc: { url: sandbox.oidcRequestUrl, token: sandbox.oidcRequestToken },
    })
    const cloud = {
      'workload-identity-provider': PROVIDER,
      'key-endpoint': sandbox.kmsEndpoint,
      'sts-endpoint': sandbox.stsEndpoint,
      'iam-endpoint': sandbox.iamEndpoint,
      'oidc-issuer': sandbox.oidcIssuer,
    }
    const stage: Stage = { sandbox, job, workspace, cloud }
    const { pem, bundle, signatures } = await sign(stage, names)
    writeFileSync(join(workspace, 'key.pem'), pem)
    await verify(stage, names, bundle)
    const { 'key-endpoint': _, ...secretCloud } = cloud
    await useSecret({ ...stage, cloud: secretCloud })

    heading('Your bundles')
    say(`   ${join(workspace, bundle)}`)
    for (const path of signatures) say(`   ${join(workspace, path)}`)
    const command = opensslCommand(workspace, signatures[0] ?? '', files[0] ?? '')
    heading('Check the signature over your own file with nothing but openssl')
    say(`   ${command}`)
    const checked = spawnSync('bash', ['-c', command], { encoding: 'utf8' })
    if (checked.error === undefined && checked.stdout.trim() !== 'Verified OK')
      throw new DemoFailure(`openssl does not confirm it: ${checked.stderr}`)
    say(checked.error === undefined ? '   → Verified OK' : '   (bash is not at hand, so it was not run)')
  } finally {
    await sandbox.stop()
  }
}

try {
  await main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof DemoFailure)) throw error
  console.error(`\nThe demo failed. ${error.message}`)
  process.exit(1)
}
