// What a step really loads: its own code and the client of the cloud whose key it uses, and nothing of
// another cloud's.
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, test } from '@jest/globals'
import { newJob } from '../support/job.ts'
import { PROVIDERS, trusting } from '../support/providers.ts'
import { testSandbox } from '../support/sandbox.ts'
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
async function chunksOf(name: string, action: string, inputs: Record<string, string>): Promise<string[]> {
  const { job, put } = newJob(sandbox)
  put('a', 'a')
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
const cloudsIn = (chunks: readonly string[]): string[] => [
  ...new Set(
    chunks.flatMap((chunk) => /^(?:vendor|load)-(google|aws|azure)(?!-google)/.exec(chunk)?.[1] ?? []),
  ),
]

/** The one cloud whose libraries may be loaded, by kind of key. Vault and Fulcio are asked without a client. */
const CLOUDS: Readonly<Record<string, readonly string[]>> = {
  'Google Cloud KMS': ['google'],
  'AWS KMS': ['aws'],
  'Azure Key Vault': ['azure'],
  'Vault transit': [],
  keyless: [],
}

describe('a signing step', () => {
  test.each(PROVIDERS.map((provider) => [provider.name, provider] as const))('%s', async (name, provider) => {
    const chunks = await chunksOf(name, 'actions/sign-artifact', provider.inputs(sandbox))
    expect(chunks).toContain('kms-sign')
    expect(cloudsIn(chunks)).toEqual(CLOUDS[name])
    expect(chunks.filter((chunk) => /secret|tuf|commander|github/.test(chunk))).toEqual([])
  })
  test('that is told something wrong loads no key service at all', async () => {
    const chunks = await chunksOf('wrong input', 'actions/sign-artifact', { key: 'file:///key.pem' })
    expect(chunks).toContain('signing-inputs')
    expect(
      chunks.filter((chunk) => /^(?:kms|sigstore|core-sign|vendor-(?:google|aws|azure))/.test(chunk)),
    ).toEqual([])
  })
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
})
