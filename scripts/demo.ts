// Runs the whole product on your own files, without an account and without a network: the committed dist/ runs
// as under GitHub's runner, against a sandboxed cloud in another process.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { printable } from '@open-claw/core'
import { startSandbox, type Sandbox } from '@open-claw/sandbox'
import { RunnerJob, type StepResult } from '../test/support/runner.ts'
import { DemoWorkspace, standingIn, type DemoFile } from './demo/files.ts'
import { demoPolicy } from './demo/policy.ts'
import { DemoFailure, heading, say, withProgress } from './demo/terminal.ts'

const PROVIDER = 'projects/1/locations/global/workloadIdentityPools/pool/providers/github'
const KEYS =
  'gcpkms://projects/demo/locations/global/keyRings/release/cryptoKeys/ec-sign-p256-sha256/cryptoKeyVersions'
const SECRET = 's3cret-Pa55word-of-the-demo'

function expectEnd(step: StepResult, conclusion: StepResult['conclusion'], what: string): void {
  if (step.conclusion !== conclusion)
    throw new DemoFailure(`${what} ended in ${step.conclusion}:\n${step.log}`)
}

interface Stage {
  readonly sandbox: Sandbox
  readonly job: RunnerJob
  readonly workspace: DemoWorkspace
  readonly cloud: Readonly<Record<string, string>>
}

const artifactList = ({ files }: DemoWorkspace): string => files.map(({ name }) => name).join('\n')

async function sign({ job, cloud, workspace }: Stage): Promise<{ pem: string; bundle: string }> {
  heading('1. Sign and attest: one statement, one signature by a key in another process')
  const inputs = { ...cloud, key: `${KEYS}/1`, artifacts: artifactList(workspace) }
  const attested = await withProgress('hashing and signing', workspace.bytes, () =>
    job.step({ action: '.', inputs: { ...inputs, 'push-to': 'file:bundles' } }),
  )
  expectEnd(attested, 'success', 'Signing')
  const signed = await withProgress('hashing and signing each file', workspace.bytes, () =>
    job.step({
      action: 'actions/sign-artifact',
      inputs: { ...inputs, mode: 'per-artifact', 'push-to': 'file:signatures' },
    }),
  )
  expectEnd(signed, 'success', 'Signing each file')
  const bundle = attested.outputs['bundle-paths'] ?? ''
  say(`   key        ${attested.outputs['key-uri'] ?? ''}`)
  say(`   provenance ${bundle}`)
  for (const path of signed.outputs['bundle-paths']?.split('\n') ?? []) say(`   signature  ${path}`)
  return { pem: attested.outputs['public-key'] ?? '', bundle }
}

async function gate(
  { job, cloud, workspace, sandbox }: Stage,
  key: string,
  { artifacts = artifactList(workspace), bundles }: { artifacts?: string; bundles: string },
): Promise<StepResult> {
  const policy = demoPolicy(sandbox.oidcIssuer, key)
  writeFileSync(join(workspace.root, 'policy.yml'), policy)
  const digest = createHash('sha256').update(policy).digest('hex')
  const bytes = artifacts === artifactList(workspace) ? workspace.bytes : 0
  return withProgress('hashing and judging', bytes, () =>
    job.step({
      action: 'actions/verify-before-deploy',
      inputs: { ...cloud, artifacts, bundles, policy: 'policy.yml', 'policy-digest': `sha256:${digest}` },
    }),
  )
}

function expectDenial(what: string, code: string, step: StepResult): void {
  expectEnd(step, 'failure', what)
  const reason = step.annotations[0]?.message ?? ''
  if (!reason.includes(code) || Object.keys(step.outputs).length > 0)
    throw new DemoFailure(`${what} was refused for another reason: ${reason}`)
  say(`   ❌ deny   ${what}\n            ${reason.replaceAll('\n', '\n            ')}`)
}

/** Makes a valid bundle about another file. */
async function foreignBundle({ job, cloud, workspace }: Stage): Promise<string> {
  writeFileSync(join(workspace.root, 'other'), 'another file')
  const other = await job.step({
    action: '.',
    inputs: { ...cloud, key: `${KEYS}/1`, artifacts: 'other', 'push-to': 'file:elsewhere' },
  })
  expectEnd(other, 'success', 'Signing another file')
  return other.outputs['bundle-paths'] ?? ''
}

async function verify(stage: Stage, bundles: string): Promise<void> {
  const { workspace } = stage
  heading('2. Verify before deploy')
  expectEnd(await gate(stage, `${KEYS}/1`, { bundles }), 'success', 'The gate')
  for (const { name } of workspace.files) say(`   ✅ allow  ${printable(name)}`)

  const [first] = workspace.files
  if (first === undefined) throw new DemoFailure('There is no file.')
  const artifacts = await workspace.tamperedCopy(first)
  expectDenial('a changed copy', 'SUBJECT_MISMATCH', await gate(stage, `${KEYS}/1`, { artifacts, bundles }))
  expectDenial(
    'the bundle of another file',
    'SUBJECT_MISMATCH',
    await gate(stage, `${KEYS}/1`, { bundles: await foreignBundle(stage) }),
  )
  expectDenial(
    'a key that the policy does not trust',
    'KEY_UNTRUSTED',
    await gate(stage, `${KEYS}/2`, { bundles }),
  )
}

async function useSecret({ sandbox, job, cloud }: Stage): Promise<void> {
  heading('3. A secret for one script, which tries to print it')
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
      run: `node -e "${script}"`,
    },
  })
  expectEnd(step, 'success', 'Injecting the secret')
  if (step.rawLog.split('\n').some((line) => !line.startsWith('::add-mask::') && line.includes(SECRET)))
    throw new DemoFailure('The secret was printed.')
  for (const line of step.log.split('\n').filter((printed) => /characters|base64|hex/.test(printed)))
    say(`   ${line}`)
}

/** Returns a command that extracts the signature with sed, so that only openssl judges it. */
function opensslCommand({ root }: DemoWorkspace, { name, path }: DemoFile): string {
  const quote = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`
  const bundle = quote(join(root, `signatures/${name}.sigstore.json`))
  const signature = quote(join(root, 'signature.der'))
  return `sed -n 's/.*"signature":"\\([^"]*\\)".*/\\1/p' ${bundle} | openssl base64 -d -A > ${signature} && openssl dgst -sha256 -verify ${quote(join(root, 'key.pem'))} -signature ${signature} ${quote(path)}`
}

/** Runs `command` in bash and returns its output; undefined if there is no bash. */
async function inBash(command: string): Promise<string | undefined> {
  const child = spawn('bash', ['-c', command], { stdio: ['ignore', 'pipe', 'pipe'] })
  const absent = new Promise<undefined>((done) => child.once('error', () => done(undefined)))
  const said = Promise.all([text(child.stdout), text(child.stderr)]).then((parts) => parts.join('').trim())
  return Promise.race([absent, said])
}

async function checkWithOpenssl(workspace: DemoWorkspace): Promise<void> {
  const [file] = workspace.files
  if (file === undefined) return
  heading('Check the signature over your own file with nothing but openssl')
  const command = opensslCommand(workspace, file)
  say(`   ${command}`)
  const said = await withProgress('hashing with openssl', file.size, () => inBash(command))
  if (said !== undefined && said !== 'Verified OK')
    throw new DemoFailure(`openssl does not confirm it: ${said}`)
  say(said === undefined ? '   (bash is not at hand, so it was not run)' : '   → Verified OK')
}

async function perform(workspace: DemoWorkspace, sandbox: Sandbox): Promise<void> {
  const job = new RunnerJob({
    workspace: workspace.root,
    oidc: { url: sandbox.oidcRequestUrl, token: sandbox.oidcRequestToken },
  })
  const secretCloud = {
    'workload-identity-provider': PROVIDER,
    'sts-endpoint': sandbox.stsEndpoint,
    'iam-endpoint': sandbox.iamEndpoint,
    'oidc-issuer': sandbox.oidcIssuer,
  }
  const stage: Stage = {
    sandbox,
    job,
    workspace,
    cloud: { ...secretCloud, 'key-endpoint': sandbox.kmsEndpoint },
  }
  process.once('exit', () => rmSync(job.temp, { recursive: true, force: true }))
  const { pem, bundle } = await sign(stage)
  writeFileSync(join(workspace.root, 'key.pem'), pem)
  await verify(stage, bundle)
  await useSecret({ ...stage, cloud: secretCloud })
  heading('Your bundles')
  say(`   ${join(workspace.root, bundle)}`)
  for (const { name } of workspace.files)
    say(`   ${join(workspace.root, `signatures/${name}.sigstore.json`)}`)
  await checkWithOpenssl(workspace)
}

async function main(named: readonly string[]): Promise<void> {
  const workspace = new DemoWorkspace()
  let done = false
  // Bundles and the key stay for the user to look at; copies of the user's files are always removed.
  process.once('exit', () => workspace.clear(!done))
  process.once('SIGINT', () => process.exit(130)).once('SIGTERM', () => process.exit(143))
  // A reader that has seen enough, such as head.
  process.stdout.once('error', () => process.exit(1))
  await workspace.take(named, standingIn(process.env, process.cwd()))
  const sandbox = await startSandbox()
  try {
    await perform(workspace, sandbox)
    done = true
  } finally {
    await sandbox.stop()
  }
}

try {
  await main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof DemoFailure)) throw error
  console.error(`\nThe demo failed. ${error.message}`)
  process.exitCode = 1
}
