// The store of secrets as the action has it: with the credentials of a machine, and with the host's clock and mask.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import type { IdentityTokens } from '@open-claw/core'
import { parseSecretRequests, secretStore } from '../../../packages/wiring/src/secret-stores.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { testSandbox } from '../../support/sandbox.ts'

const PROVIDER = 'projects/123456789/locations/global/workloadIdentityPools/github/providers/release-jobs'
const VARIABLE = 'GOOGLE_APPLICATION_CREDENTIALS'
const before = process.env[VARIABLE]
const sandbox = await testSandbox()

beforeAll(async () => {
  const folder = temporaryFolder('ambient-secrets')
  const { token = '' } = await sandbox.control({
    op: 'mint',
    audience: `https://iam.googleapis.com/${PROVIDER}`,
  })
  writeFileSync(join(folder, 'token'), token)
  const credentials = {
    type: 'external_account',
    audience: `//iam.googleapis.com/${PROVIDER}`,
    subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
    token_url: `${sandbox.stsEndpoint}/v1/token`,
    credential_source: { file: join(folder, 'token') },
  }
  writeFileSync(join(folder, 'credentials.json'), JSON.stringify(credentials))
  process.env[VARIABLE] = join(folder, 'credentials.json')
})
afterAll(() => {
  if (before === undefined) delete process.env[VARIABLE]
  else process.env[VARIABLE] = before
})
afterEach(() => sandbox.control({ op: 'reset' }))

/** A store with the credentials of the machine, and what it did to its host. */
function ambientStore() {
  const masked: string[] = []
  const waits: [number, string][] = []
  const admitted: string[] = []
  const host = {
    mask: (value: string) => void masked.push(value),
    clock: {
      now: () => 0,
      sleep: async (milliseconds: number, why: string) => void waits.push([milliseconds, why]),
    },
    admitMachineCredentials: () => void admitted.push('machine'),
    identity: (): IdentityTokens => {
      throw new Error('The identity of the job was asked for.')
    },
  }
  const inputs = {
    credentials: { kind: 'ambient' },
    secretEndpoint: new URL(sandbox.secretEndpoint),
  } as const
  const store = secretStore({ inputs, host })
  const reveal = async (...paths: string[]): Promise<string[]> => {
    const lines = paths.map((path, index) => `S${index} = gcp-sm://${path}`)
    const revealed = parseSecretRequests(lines, 'secrets').map(({ reference }) => store.reveal(reference))
    return (await Promise.all(revealed)).map(({ bytes }) => Buffer.from(bytes).toString())
  }
  return { reveal, masked, waits, admitted }
}

const put = (secret: string, data: string) =>
  sandbox.control({ op: 'put-secret', project: 'demo', secret, data: Buffer.from(data).toString('base64') })

test('a token of the machine is hidden once, and the machine is looked at once', async () => {
  await put('a', 'first')
  await put('b', 'second')
  const { reveal, masked, admitted } = ambientStore()
  expect(await reveal('demo/a/1', 'demo/b/1')).toEqual(['first', 'second'])
  expect(masked).toEqual([expect.stringMatching(/^ya29\.\S+$/)])
  expect(admitted).toEqual(['machine'])
})

test('nothing of the machine is looked at before a secret is asked for', () => {
  expect(ambientStore().admitted).toEqual([])
})

test('the wait that RetryInfo asks for is waited for by the clock of the host', async () => {
  await put('a', 'first')
  await sandbox.control({ op: 'fault', service: 'secrets', kind: '429', times: 1, retryAfter: 7 })
  const { reveal, waits } = ambientStore()
  expect(await reveal('demo/a/1')).toEqual(['first'])
  expect(waits).toEqual([[7000, 'Secret Manager answers RESOURCE_EXHAUSTED']])
})
