// What our actions sign with a real Fulcio, timestamp authority and Rekor v2: cosign verifies it, the gate
// allows it, and what cosign signs there the gate allows too.
import { createHash } from 'node:crypto'
import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { startSandbox, type Sandbox } from '@open-claw/sandbox'
import { stringify } from 'yaml'
import { newJob, type TestJob } from '../support/job.ts'
import type { StepResult } from '../support/runner.ts'
import { vaultInputs } from './keys/vault.ts'
import { cosign } from './servers/cosign.ts'
import { keylessSigner, signWithCosign } from './servers/signed-by-cosign.ts'
import { SIGSTORE_TOOLS, startSigstore, type SigstoreServers } from './servers/sigstore.ts'
import { startVault, type VaultServer } from './servers/vault.ts'
import { withTools } from './tools/with-tools.ts'

const KEY = 'release'
const PROVENANCE = 'https://slsa.dev/provenance/v1'

const FORMS = [
  {
    form: 'statement',
    action: '.',
    mode: {},
    suffix: '.provenance.sigstore.json',
    command: ['verify-blob-attestation', '--type=slsaprovenance1'],
  },
  {
    form: 'blob',
    action: 'actions/sign-artifact',
    mode: { mode: 'per-artifact' },
    suffix: '.sigstore.json',
    command: ['verify-blob'],
  },
] as const
type Form = (typeof FORMS)[number]

const pin = (content: string | Uint8Array): string =>
  `sha256:${createHash('sha256').update(content).digest('hex')}`

const TOOLS = [...SIGSTORE_TOOLS, 'vault'] as const
const SUITE = 'with certificates, timestamps and a log'

let sandbox: Sandbox
let vault: VaultServer
let sigstore: SigstoreServers
beforeAll(async () => {
  sandbox = await startSandbox()
  vault = await startVault(sandbox)
  sigstore = await startSigstore(sandbox)
  await vault.ask('POST', `transit/keys/${KEY}`, { type: 'ecdsa-p256' })
})
afterAll(async () => {
  await sigstore?.stop()
  await vault?.stop()
  await sandbox?.stop()
})

const subject = (ref = 'main'): string =>
  `${sandbox.oidcIssuer}/octo-org/octo-repo/.github/workflows/release.yml@refs/heads/${ref}`
const witnesses = (): Record<string, string> => ({
  'timestamp-authority': sigstore.tsa.url,
  'transparency-log': sigstore.rekor.url,
  'transparency-log-version': '2',
})
const certificateFlags = (ref?: string): string[] => [
  `--certificate-identity=${subject(ref)}`,
  `--certificate-oidc-issuer=${sandbox.oidcIssuer}`,
  '--insecure-ignore-sct',
]
interface Signer {
  readonly who: string
  readonly inputs: () => Readonly<Record<string, string>>
  /** Flags that name the signer, and flags that name another. */
  readonly flags: () => readonly string[]
  readonly others: () => readonly string[]
}
const SIGNERS: readonly Signer[] = [
  {
    who: 'a certificate, from services named one by one',
    inputs: () => ({
      key: 'keyless',
      'oidc-issuer': sandbox.oidcIssuer,
      'certificate-authority': sigstore.fulcio.url,
      ...witnesses(),
    }),
    flags: () => certificateFlags(),
    others: () => certificateFlags('other'),
  },
  {
    who: 'a certificate, from services of a signing config',
    inputs: () => ({
      key: 'keyless',
      'oidc-issuer': sandbox.oidcIssuer,
      'signing-config': 'services.json',
    }),
    flags: () => certificateFlags(),
    others: () => certificateFlags('mains'),
  },
  {
    who: 'a key of Vault',
    inputs: () => ({ ...vaultInputs(sandbox, vault, KEY), ...witnesses() }),
    flags: () => ['--key=key.pem'],
    others: () => certificateFlags(),
  },
]

/** A job that signed each of `names` in one form. */
async function signed(
  { inputs }: Signer,
  { action, mode }: Form,
  names: readonly string[],
): Promise<TestJob> {
  const job = newJob(sandbox)
  copyFileSync(sigstore.signingConfig, join(job.workspace, 'services.json'))
  for (const name of names) {
    job.put(name, name)
    const step = await job.job.step({ action, inputs: { ...inputs(), ...mode, artifacts: name } })
    expect([step.conclusion, step.annotations]).toEqual(['success', []])
    job.put('key.pem', step.outputs['public-key'] ?? '')
  }
  return job
}
const cosignAccepts = async (
  { workspace }: TestJob,
  { command, suffix }: Form,
  flags: readonly string[],
  { file = 'app', root = sigstore.trustedRoot } = {},
): Promise<boolean> => {
  const more = [`--trusted-root=${root}`, '--use-signed-timestamps', `--bundle=app${suffix}`, file]
  return (await cosign(workspace, [...command, ...flags, ...more])).ok
}
interface Rule {
  readonly subject?: string
  readonly issuer?: string
  readonly claims?: Readonly<Record<string, string>>
  readonly witnesses?: Readonly<Record<string, number>>
  readonly root?: string
  readonly rootDigest?: string
}
const policyOf = (form: Form['form'], rule: Rule, root: string): string => {
  const certificate = {
    issuer: rule.issuer ?? sandbox.oidcIssuer,
    subjects: [rule.subject ?? subject()],
    claims: rule.claims ?? { sourceRepositoryIdentifier: '456789' },
  }
  const witnessed = rule.witnesses ?? { timestamps: 1, logEntries: 1 }
  const entry = { name: 'release', attestors: ['workflow'] }
  return stringify({
    apiVersion: 'open-claw/v1',
    kind: 'ArtifactPolicy',
    metadata: { name: 'production' },
    spec: {
      trustedRoots: [{ path: 'root.json', digest: rule.rootDigest ?? pin(root) }],
      attestors: [{ name: 'workflow', certificate, witnesses: witnessed }],
      ...(form === 'blob'
        ? { signatures: [entry] }
        : { attestations: [{ ...entry, predicateType: PROVENANCE }] }),
    },
  })
}
async function judged(job: TestJob, form: Form, rule: Rule = {}, artifacts = 'app'): Promise<StepResult> {
  const root = rule.root ?? readFileSync(sigstore.trustedRoot, 'utf8')
  const policy = policyOf(form.form, rule, root)
  job.put('root.json', root)
  job.put('policy.yml', policy)
  const bundles = `app${form.suffix}`
  return job.job.step({
    action: 'actions/verify-before-deploy',
    inputs: { artifacts, bundles, policy: 'policy.yml', 'policy-digest': pin(policy) },
  })
}
/** The verdict, or the text of the refusal. */
const verdict = ({ outputs, annotations, summary }: StepResult): string =>
  outputs['verdict'] ??
  [...annotations.map(({ title, message }) => `${title} ${message}`), summary].join('\n')

/** The predicate that our action writes for this job, of another builder where one is named. */
async function provenance(builder = subject()): Promise<object> {
  const job = await signed(SIGNERS[0] as Signer, FORMS[0], ['app'])
  const bundle = JSON.parse(readFileSync(join(job.workspace, `app${FORMS[0].suffix}`), 'utf8'))
  const { predicate } = JSON.parse(Buffer.from(bundle.dsseEnvelope.payload, 'base64').toString())
  predicate.runDetails.builder.id = builder
  return predicate
}
async function signedByCosign({ form, suffix }: Form, predicate?: object): Promise<TestJob> {
  const job = newJob(sandbox)
  job.put('app', 'app')
  const signer = await keylessSigner(sandbox, sigstore)
  job.put(`app${suffix}`, await signWithCosign(job.workspace, 'app', form, { ...signer, predicate }))
  return job
}
const SOURCES: readonly (readonly [string, (form: Form) => Promise<TestJob>])[] = [
  ['our action', (form) => signed(SIGNERS[0] as Signer, form, ['app'])],
  ['cosign', async (form) => signedByCosign(form, await provenance())],
]
const DENIALS: readonly (readonly [string, () => Rule, string])[] = [
  ['another subject', () => ({ subject: subject('other') }), 'ATTESTOR_NOT_ALLOWED'],
  [
    'another issuer',
    () => ({ issuer: 'https://token.actions.githubusercontent.com' }),
    'ATTESTOR_NOT_ALLOWED',
  ],
  ['another repository', () => ({ claims: { sourceRepositoryIdentifier: '1' } }), 'ATTESTOR_NOT_ALLOWED'],
  ['more timestamps than there are', () => ({ witnesses: { timestamps: 2 } }), 'WITNESS_MISSING'],
  ['more logs than there are', () => ({ witnesses: { logEntries: 2 } }), 'WITNESS_MISSING'],
  ['the roots of another Sigstore', () => ({ root: sandbox.trustedRoot }), 'CERTIFICATE_UNTRUSTED'],
  ['roots that are not the pinned ones', () => ({ rootDigest: pin('others') }), 'TRUSTED_ROOT_INVALID'],
]

withTools(TOOLS, SUITE, () => {
  describe.each(SIGNERS)('by $who', (signer) => {
    test.each(FORMS)(
      'a $form is verified by cosign: for this file, this signer and these roots alone',
      async (form) => {
        const job = await signed(signer, form, ['app', 'other'])
        expect(await cosignAccepts(job, form, signer.flags())).toBe(true)
        expect(await cosignAccepts(job, form, signer.flags(), { file: 'other' })).toBe(false)
        expect(await cosignAccepts(job, form, signer.others())).toBe(false)
        job.put('strangers.json', sandbox.trustedRoot)
        expect(await cosignAccepts(job, form, signer.flags(), { root: 'strangers.json' })).toBe(false)
        const material = (name: string): any =>
          JSON.parse(readFileSync(join(job.workspace, name + form.suffix), 'utf8'))
        const [mine, theirs] = [material('app'), material('other')]
        mine.verificationMaterial.tlogEntries = theirs.verificationMaterial.tlogEntries
        job.put(`app${form.suffix}`, JSON.stringify(mine))
        expect(await cosignAccepts(job, form, signer.flags())).toBe(false)
      },
    )
  })
})

withTools(TOOLS, SUITE, () => {
  describe('the gate', () => {
    test('denies provenance of another builder than the certificate names', async () => {
      const [form] = FORMS
      const step = await judged(await signedByCosign(form, await provenance(subject('other'))), form)
      expect([step.outputs, verdict(step)]).toEqual([{}, expect.stringContaining('CERTIFICATE_MISMATCH')])
    })
    for (const [who, make] of SOURCES) {
      describe.each(FORMS)(`with a $form of ${who}`, (form) => {
        let job: TestJob
        beforeAll(async () => {
          job = await make(form)
        })
        test('allows it', async () => {
          expect(verdict(await judged(job, form))).toBe('allow')
        })
        test.each(DENIALS)('denies it where the policy demands %s', async (_, rule, code) => {
          const step = await judged(job, form, rule())
          expect(step.outputs).toEqual({})
          expect(verdict(step)).toContain(code)
        })
        test('denies another file', async () => {
          job.put('other', 'other')
          const step = await judged(job, form, {}, 'other')
          expect([step.outputs, step.conclusion]).toEqual([{}, 'failure'])
        })
      })
    }
  })
})
