// Credentials of the machine, used only where they are asked for: here a federation file, as an earlier
// step or the owner of a runner would leave it.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { refusal } from '../../support/errors.ts'
import { testSandbox, countCalls } from '../../support/sandbox.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { serviceAt, uriOf } from './keys.ts'

const PROVIDER = 'projects/123456789/locations/global/workloadIdentityPools/github/providers/release-jobs'
const URI = uriOf('ec-sign-p256-sha256', '1')
const VARIABLE = 'GOOGLE_APPLICATION_CREDENTIALS'
const before = process.env[VARIABLE]

const sandbox = await testSandbox()
let folder = ''
let jobToken = ''
beforeAll(async () => {
  folder = temporaryFolder('kms-ambient')
  const audience = `https://iam.googleapis.com/${PROVIDER}`
  jobToken = (await sandbox.control({ op: 'mint', audience })).token ?? ''
  await writeFile(join(folder, 'token'), jobToken)
  const credentials = {
    type: 'external_account',
    audience: `//iam.googleapis.com/${PROVIDER}`,
    subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
    token_url: `${sandbox.stsEndpoint}/v1/token`,
    credential_source: { file: join(folder, 'token') },
  }
  await writeFile(join(folder, 'credentials.json'), JSON.stringify(credentials))
  process.env[VARIABLE] = join(folder, 'credentials.json')
})
afterAll(() => {
  if (before === undefined) delete process.env[VARIABLE]
  else process.env[VARIABLE] = before
})
afterEach(() => sandbox.control({ op: 'reset' }))

const open = () => serviceAt(sandbox.kmsEndpoint, 'ambient').service.open(URI)
const asked = () => countCalls(sandbox, 'kms.GetPublicKey')

describe('credentials of the machine', () => {
  test('open a key', async () => {
    expect((await open()).uri).toBe(URI)
    expect(await asked()).toBe(1)
  })
  test('are hidden, once for all calls', async () => {
    const { service, masked } = serviceAt(sandbox.kmsEndpoint, 'ambient')
    await service.open(URI)
    await service.open(URI)
    expect(masked).toEqual([expect.stringMatching(/^ya29\.\S+$/)])
  })
  test.each(['forbidden', 'malformed'] as const)(
    'whose exchange is %s end before the key service is asked, and show nothing',
    async (kind) => {
      await sandbox.control({ op: 'fault', service: 'sts', kind })
      const error = await refusal(open)
      expect(error.code).toBe('CREDENTIALS_FAILED')
      expect(`${error.message} ${String(error.cause)} ${error.stack}`).not.toContain(jobToken)
      expect(await asked()).toBe(0)
    },
  )
})
