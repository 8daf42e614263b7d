// What a step really loads: its own code and the client of the cloud whose key it uses, and nothing of
// another cloud's.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, test } from '@jest/globals'
import { stringify } from 'yaml'
import { cloudInputs, newJob } from '../support/job.ts'
import { gateInputs, PROVIDERS, trusting } from '../support/providers.ts'
import { putSecret, testSandbox } from '../support/sandbox.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const sandbox = await testSandbox()
const loadedBy = new Map<string, readonly string[]>()
afterAll(() => {
  const lines = [...loadedBy].map(([name, chunks]) => `${name}: ${chunks.join(' ')}`)
  process.stderr.write(`${lines.join('\n')}\n`)
})
const folder = temporaryFolder('chunks')
const authority = join(folder, 'ca.pem')
writeFileSync(authority, sandbox.authority)
const RECORDER = pathToFileURL(resolve(import.meta.dirname, '../support/record-chunks.mjs')).href

/** Chunks without the extension, those of libraries last. */
async function chunksOf(
  name: string,
  action: string,
  inputs: Record<string, string>,
  files: Record<string, string> = {},
): Promise<string[]> {
  const { job, put } = newJob(sandbox)
  for (const [path, content] of Object.entries({ a: 'a', ...files })) put(path, content)
  const log = join(folder, name.replaceAll(/\W/g, '-'))
  writeFileSync(log, '')
  const env = { ...trusting(authority), NODE_OPTIONS: `--import=${RECORDER}`, CHUNK_LOG: log }
  await job.step({ action, env, inputs: { artifacts: 'a', ...inputs } })
  const chunks = [...new Set(readFileSync(log, 'utf8').trim().split('\n'))].map((file) =>
    file.replace('.mjs', ''),
  )
  loadedBy.set(name, chunks.toSorted())
  return chunks
}
/** Small things that several clouds bring are in a chunk that names them all. */
const cloudsIn = (chunks: readonly string[]): string[] => [
  ...new Set(
    chunks
      .filter((chunk) => /^(?:vendor|load)-/.test(chunk))
      .map((chunk) => [...new Set(chunk.match(/(?<=-)(?:google|aws|azure)(?=-|$)/g))])
      .flatMap((clouds) => (clouds.length === 1 ? clouds : [])),
  ),
]
/** Code that signs with a key of a service. */
const signersIn = (chunks: readonly string[]): string[] =>
  chunks.filter((chunk) => /^(?:google|aws|azure|vault)-sign$/.test(chunk))

/** The one cloud whose libraries may be loaded, by kind of key. Vault and Fulcio are asked without a client. */
const CLOUDS: Readonly<Record<string, readonly string[]>> = {
  'Google Cloud KMS': ['google'],
  'AWS KMS': ['aws'],
  'Azure Key Vault': ['azure'],
  'Vault transit': [],
  keyless: [],
}
/** What no signature needs, in chunks of its own. */
const NEEDLESS = /secrets$|^cli$|^(?:vendor|load)-(?:[a-z]+-)*(?:secret-manager|tuf|commander|github)\b/
const SIGNERS: Readonly<Record<string, readonly string[]>> = {
  'Google Cloud KMS': ['google-sign'],
  'AWS KMS': ['aws-sign'],
  'Azure Key Vault': ['azure-sign'],
  'Vault transit': ['vault-sign'],
  keyless: [],
}

describe('a signing step', () => {
  test.each(PROVIDERS.map((provider) => [provider.name, provider] as const))('%s', async (name, provider) => {
    const chunks = await chunksOf(name, 'actions/sign-artifact', provider.inputs(sandbox))
    expect(chunks).toContain('core-sign')
    expect(signersIn(chunks)).toEqual(SIGNERS[name])
    expect(cloudsIn(chunks)).toEqual(CLOUDS[name])
    expect(chunks.filter((chunk) => NEEDLESS.test(chunk))).toEqual([])
  })
  test('that is told something wrong loads no key service at all', async () => {
    const chunks = await chunksOf('wrong input', 'actions/sign-artifact', { key: 'file:///key.pem' })
    expect(chunks).toContain('inputs')
    expect(
      chunks.filter((chunk) =>
        /-(?:kms|transit|sign)$|^sigstore|^(?:vendor|load)-.*(?:google|aws|azure)/.test(chunk),
      ),
    ).toEqual([])
  })
})

test('a step that injects a secret loads the store of the secret, no key service and no signer', async () => {
  await putSecret(sandbox, 'token', 'canary-of-the-store')
  const chunks = await chunksOf('secrets', 'actions/inject-secret', {
    secrets: 'TOKEN = gcp-sm://demo/token/1',
    run: 'exit 0',
    'secret-endpoint': sandbox.secretEndpoint,
    ...cloudInputs(sandbox),
  })
  expect(chunks).toContain('google-secrets')
  expect(cloudsIn(chunks)).toEqual(['google'])
  expect(chunks.filter((chunk) => /-(?:kms|transit|sign)$/.test(chunk))).toEqual([])
})

describe('the gate', () => {
  test('loads no signer', async () => {
    const chunks = await chunksOf('gate', 'actions/verify-before-deploy', {
      bundles: '*.json',
      policy: 'a',
      'policy-digest': `sha256:${'0'.repeat(64)}`,
    })
    expect(chunks).toContain('policy')
    expect(chunks.filter((chunk) => /sign$|signing|^vendor-(?:google|aws|azure)/.test(chunk))).toEqual([])
  })
  const SERVICES = PROVIDERS.filter(({ name }) => name !== 'keyless')
  test.each(SERVICES.map((provider) => [provider.name, provider] as const))(
    'loads the key service of its policy and no signer: %s',
    async (name, provider) => {
      const { job, put } = newJob(sandbox)
      put('a', 'a')
      const inputs = { artifacts: 'a', ...provider.inputs(sandbox) }
      const signed = await job.step({ action: 'actions/sign-artifact', env: trusting(authority), inputs })
      const policy = stringify({
        apiVersion: 'open-claw/v1',
        kind: 'ArtifactPolicy',
        metadata: { name: 'production' },
        spec: {
          attestors: [{ name: 'release', key: { uri: signed.outputs['key-uri'] } }],
          signatures: [{ name: 'signed', attestors: ['release'] }],
        },
      })
      const pinned = {
        policy: 'policy.yaml',
        'policy-digest': `sha256:${createHash('sha256').update(policy).digest('hex')}`,
      }
      const chunks = await chunksOf(
        `gate for ${name}`,
        'actions/verify-before-deploy',
        { ...gateInputs(sandbox, provider), bundles: '*.json', ...pinned },
        { 'policy.yaml': policy },
      )
      expect(chunks.some((chunk) => /-(?:kms|transit)$/.test(chunk))).toBe(true)
      expect(cloudsIn(chunks)).toEqual(CLOUDS[name])
      expect(chunks.filter((chunk) => /sign$|signing/.test(chunk))).toEqual([])
    },
  )
})
