// The doctor as a person reads it, and what cannot be said by an argument.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { runProgram } from '../../../../packages/cli/src/program.ts'
import { PUSH_PAYLOAD } from '../../../support/events.ts'
import { toolHost } from '../../../support/host.ts'
import { PROVIDERS } from '../../../support/providers.ts'
import { testSandbox } from '../../../support/sandbox.ts'
import { platformVariables } from '../../../support/step-environment.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'
import { selfSigned } from '../../aws/certificate.ts'

const sandbox = await testSandbox()
beforeEach(async () => {
  await sandbox.control({ op: 'reset' })
  process.env['ACTIONS_ID_TOKEN_REQUEST_URL'] = sandbox.oidcRequestUrl
  process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] = sandbox.oidcRequestToken
})
const folder = temporaryFolder('doctor')
const optionsOf = (name: string): string[] =>
  Object.entries(PROVIDERS.find((one) => one.name === name)?.inputs(sandbox) ?? {}).flatMap(
    ([option, value]) => [`--${option}`, value],
  )

async function doctor(args: readonly string[]): Promise<{ code: number; shown: string }> {
  let shown = ''
  const out = (text: string): void => void (shown += text)
  const code = await runProgram(['doctor', ...args], toolHost(folder), {
    out,
    err: out,
    paint: (_, text) => text,
  })
  return { code, shown }
}

test('what is missing and whose token it is are told to their end, as they are', async () => {
  const sub = `repo:octo-org/octo-repo:environment:$1$&${'x'.repeat(300)}\u00a0##[error]`
  await sandbox.control({ op: 'claims', claims: { sub } })
  await sandbox.control({ op: 'fault', service: 'kms', method: 'AsymmetricSign', kind: 'forbidden' })
  const { code, shown } = await doctor(optionsOf('Google Cloud KMS'))
  expect(code).toBe(2)
  const subject = sub.replace('\u00a0##[', '\\u{a0}## [')
  expect(shown).toContain(
    `Cloud KMS answers PERMISSION_DENIED. The key exists; to sign with it, principal://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/pool/subject/${subject} needs cloudkms.cryptoKeyVersions.useToSign; the sub of your token is ${subject}.\n`,
  )
})

describe('the event of a workflow', () => {
  const start = (payload: unknown): void => {
    const path = join(folder, 'event.json')
    writeFileSync(path, JSON.stringify(payload))
    Object.assign(process.env, platformVariables(folder, folder), {
      GITHUB_EVENT_PATH: path,
      GITHUB_EVENT_NAME: 'issue_comment',
    })
  }
  afterEach(() => {
    delete process.env['GITHUB_EVENT_NAME']
  })
  const { repository } = PUSH_PAYLOAD

  test('that gets no key is told of, and the key is not tried', async () => {
    start({ repository })
    const { code, shown } = await doctor(optionsOf('Google Cloud KMS'))
    expect(code).toBe(2)
    expect(shown).toMatch(/FAILED +event: The event issue_comment gets neither a key nor a secret/)
    const { calls } = await sandbox.control({ op: 'calls' })
    expect(Object.keys(calls).filter((name) => name.startsWith('kms.') && (calls[name] ?? 0) > 0)).toEqual([])
  })
  test('that --allow-events names may use the key', async () => {
    start({ repository })
    const { code, shown } = await doctor([
      ...optionsOf('Google Cloud KMS'),
      '--allow-events',
      'issue_comment',
    ])
    expect([code, /ok +event: issue_comment/.test(shown)]).toEqual([0, true])
  })
})

describe('the key of a client certificate', () => {
  const { cert, key } = selfSigned()
  const vault = (file: string): string[] => [
    ...optionsOf('Vault transit'),
    '--vault-client-certificate',
    cert,
    '--vault-client-key-file',
    file,
  ]
  const fileWith = (text: string): string => {
    const path = join(folder, 'key.pem')
    writeFileSync(path, text)
    return path
  }
  test('comes from a file, since arguments are there for all to read', async () => {
    const { code, shown } = await doctor(vault(fileWith(key)))
    expect([code, shown]).toEqual([0, expect.stringContaining('ok       signature')])
  })
  test.each([
    ['is not there', () => join(folder, 'absent'), /^INPUT_INVALID: Option --vault-client-key-file/],
    ['is a folder', () => folder, /^INPUT_INVALID: Option --vault-client-key-file/],
    ['holds no key', () => fileWith('canary'), /^INPUT_INVALID: Input vault-client-certificate/],
    ['is empty', () => fileWith('\n'), /^INPUT_MISSING: Input vault-client-key /],
  ])('that %s is wrong use', async (_, file, message) => {
    const { code, shown } = await doctor(vault(file()))
    expect([code, shown]).toEqual([2, expect.stringMatching(message)])
    expect(shown).not.toContain('canary')
  })
})
