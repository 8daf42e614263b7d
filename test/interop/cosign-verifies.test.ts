// What our actions sign, cosign verifies, and refuses once it is tampered with. Only dist/ signs here.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { ALGORITHMS, parseBundle, trustedKey, verifyBundle, type Algorithm } from '@open-claw/core'
import { startSandbox, type Sandbox } from '@open-claw/sandbox'
import { codeOf } from '../support/errors.ts'
import { newJob, type TestJob } from '../support/job.ts'
import { testKey } from '../support/keys.ts'
import { AWS } from './keys/aws.ts'
import { AZURE } from './keys/azure.ts'
import { GOOGLE } from './keys/google.ts'
import type { OpenKeys } from './keys/kind.ts'
import { VAULT } from './keys/vault.ts'
import { cosign, type CosignResult } from './servers/cosign.ts'
import { withTools } from './tools/with-tools.ts'

/**
 * With a public key cosign 3 hashes with SHA-256 and takes RSA for PKCS#1 v1.5; what else it can sign
 * with it cannot verify that way. Of the others it has to refuse all, for it cannot know better.
 */
const COSIGN_VERIFIES: ReadonlySet<Algorithm> = new Set([
  'ecdsa-p256-sha256',
  'rsa-pkcs1-2048-sha256',
  'rsa-pkcs1-3072-sha256',
  'rsa-pkcs1-4096-sha256',
  'ed25519',
] satisfies readonly Algorithm[])

interface Form {
  readonly what: string
  readonly action: string
  readonly mode: Readonly<Record<string, string>>
  readonly bundle: string
  readonly command: readonly string[]
  readonly fits: (algorithm: Algorithm) => boolean
}
const FORMS: readonly Form[] = [
  {
    what: 'provenance',
    action: '.',
    mode: {},
    bundle: 'app.provenance.sigstore.json',
    command: ['verify-blob-attestation', '--type=slsaprovenance1'],
    fits: () => true,
  },
  {
    what: 'a signature of the file',
    action: 'actions/sign-artifact',
    mode: { mode: 'per-artifact' },
    bundle: 'app.sigstore.json',
    command: ['verify-blob'],
    // The others sign whole messages, and such a bundle is of a digest.
    fits: (algorithm) => ALGORITHMS[algorithm].input === 'digest',
  },
]

const verify = (
  { workspace }: TestJob,
  { command, bundle }: Form,
  file: string,
  key = 'key.pem',
): Promise<CosignResult> =>
  cosign(workspace, [...command, `--key=${key}`, `--bundle=${bundle}`, '--insecure-ignore-tlog', file])

/** Puts another signature of the same key in place: well-formed, and not of this content. */
function swapSignature({ workspace, put }: TestJob, bundle: string, other: string): void {
  const [mine, theirs] = [bundle, other].map((name) =>
    JSON.parse(readFileSync(join(workspace, name), 'utf8')),
  )
  if (mine.dsseEnvelope === undefined) mine.messageSignature.signature = theirs.messageSignature.signature
  else mine.dsseEnvelope.signatures = theirs.dsseEnvelope.signatures
  put(bundle, JSON.stringify(mine))
}

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.stop())

const STRANGER = trustedKey('stranger', testKey('ecdsa-p256-sha256').publicKey)
  .key.export({ type: 'spki', format: 'pem' })
  .toString()

/** A job with `app` signed in one form, `other` in the same, and what checks them. */
async function signed(keys: OpenKeys, { action, mode }: Form, algorithm: Algorithm): Promise<TestJob> {
  const job = newJob(sandbox, { env: keys.variables ?? {} })
  job.put('app', 'app')
  job.put('other', 'other')
  const inputs = { ...(await keys.inputs(algorithm)), ...mode }
  for (const artifacts of ['app', 'other']) {
    const step = await job.job.step({ action, inputs: { ...inputs, artifacts } })
    expect([step.conclusion, step.annotations, step.outputs['algorithm']]).toEqual(['success', [], algorithm])
    job.put('key.pem', step.outputs['public-key'] ?? '')
  }
  job.put('stranger.pem', STRANGER)
  return job
}
/** What our own side says, which knows every algorithm. */
const ours = ({ workspace }: TestJob, { bundle }: Form, algorithm: Algorithm): Promise<string> =>
  codeOf(async () => {
    const key = trustedKey('release', readFileSync(join(workspace, 'key.pem'), 'utf8'), { algorithm })
    await verifyBundle(parseBundle(readFileSync(join(workspace, bundle)), bundle), { keys: [key] })
  })

for (const kind of [GOOGLE, AZURE, VAULT, AWS]) {
  withTools(['cosign', ...kind.tools], kind.name, () => {
    let keys: OpenKeys
    beforeAll(async () => {
      keys = await kind.start(sandbox)
    })
    afterAll(() => keys?.stop())

    const cases = FORMS.flatMap((form) => kind.algorithms.filter(form.fits).map((name) => ({ form, name })))

    describe.each(cases.filter(({ name }) => COSIGN_VERIFIES.has(name)))(
      '$form.what by $name',
      ({ form, name }) => {
        test('is accepted; another file, another key and another signature are refused', async () => {
          const job = await signed(keys, form, name)
          expect(await verify(job, form, 'app')).toMatchObject({ ok: true })
          expect(await verify(job, form, 'other')).toMatchObject({ ok: false })
          expect(await verify(job, form, 'app', 'stranger.pem')).toMatchObject({ ok: false })
          swapSignature(job, form.bundle, form.bundle.replace('app', 'other'))
          expect(await verify(job, form, 'app')).toMatchObject({ ok: false })
          expect(await ours(job, form, name)).toBe('SIGNATURE_INVALID')
        })
      },
    )

    const unknown = cases.filter(({ name }) => !COSIGN_VERIFIES.has(name))
    test.each(unknown)(
      '$form.what by $name, which cosign cannot check: refused there, accepted here',
      async ({ form, name }) => {
        const job = await signed(keys, form, name)
        expect(await ours(job, form, name)).toBe('no error')
        expect(await verify(job, form, 'app')).toMatchObject({ ok: false })
        swapSignature(job, form.bundle, form.bundle.replace('app', 'other'))
        expect(await ours(job, form, name)).toBe('SIGNATURE_INVALID')
      },
    )
  })
}
