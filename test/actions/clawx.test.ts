// The command line as committed in dist/, in a process of its own.
import { execFile } from 'node:child_process'
import { readdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { afterEach, afterAll, describe, expect, test } from '@jest/globals'
import type { ControlRequest } from '../../packages/sandbox/src/control-request.ts'
import { readMetadata } from '../../scripts/docs/action-metadata.ts'
import { SIGNER_OPTIONS } from '../../packages/cli/src/options.ts'
import type { ToldFinding } from '../../packages/reports/src/findings.ts'
import { PROVIDERS, type Provider } from '../support/providers.ts'
import { testSandbox } from '../support/sandbox.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { selfSigned } from '../unit/aws/certificate.ts'

const CLAWX = resolve(import.meta.dirname, '../../dist/clawx.mjs')
const sandbox = await testSandbox()
afterEach(() => sandbox.control({ op: 'reset' }))
const authority = join(temporaryFolder('authority'), 'ca.pem')
writeFileSync(authority, sandbox.authority)

/** What a job with `id-token: write` has in its environment. */
const JOB = {
  ACTIONS_ID_TOKEN_REQUEST_URL: sandbox.oidcRequestUrl,
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: sandbox.oidcRequestToken,
  GITHUB_ACTIONS: 'true',
  NODE_EXTRA_CA_CERTS: authority,
}

interface Result {
  readonly code: number
  readonly out: string
  readonly err: string
  /** Names of files in the folder where it ran. */
  readonly files: readonly string[]
}

function clawx(args: readonly string[], env: Record<string, string> = JOB): Promise<Result> {
  const cwd = temporaryFolder('clawx')
  return new Promise((done) => {
    const child = execFile(process.execPath, [CLAWX, ...args], { cwd, env }, (_, out, err) =>
      done({ code: child.exitCode ?? -1, out, err, files: readdirSync(cwd) }),
    )
  })
}

const optionsOf = (provider: Provider): string[] =>
  Object.entries(provider.inputs(sandbox)).flatMap(([name, value]) => [`--${name}`, value])

interface Report {
  readonly ok: boolean
  readonly findings: readonly ToldFinding[]
}
const reportOf = ({ out }: Result): Report => JSON.parse(out)
const statuses = (result: Result): Record<string, string> =>
  Object.fromEntries(reportOf(result).findings.map(({ check, status, code }) => [check, code ?? status]))

const byName = (name: string): Provider => {
  const found = PROVIDERS.find((provider) => provider.name === name)
  if (found === undefined) throw new Error(name)
  return found
}

describe.each(PROVIDERS.map((provider) => [provider.name, provider] as const))(
  'doctor, %s',
  (_, provider) => {
    const keyless = provider.signature === undefined
    test('all is well', async () => {
      const result = await clawx(['doctor', '--json', ...optionsOf(provider)])
      expect([result.code, reportOf(result).ok]).toEqual([0, true])
      expect(statuses(result)).toMatchObject({
        identity: 'ok',
        ...(keyless ? { certificate: 'ok' } : { key: 'ok', signature: 'ok' }),
        destination: 'ok',
      })
      expect(result.files).toEqual([])
      // Masks go to stderr, where the runner reads them too; stdout is for programs.
      expect(result.out).not.toContain('::')
      expect(result.err).toContain('::add-mask::')
    })
    test('prints no secret where nobody hides it', async () => {
      const { GITHUB_ACTIONS: _github, ...elsewhere } = JOB
      const { code, out, err } = await clawx(['doctor', ...optionsOf(provider)], elsewhere)
      expect([code, err]).toEqual([0, ''])
      expect(out).not.toMatch(/eyJ|hvs\.|ya29|PRIVATE/)
      expect(out).toContain('ok       identity: sub repo:')
    })
  },
)

describe('a certificate that is not trusted, as behind a proxy that opens TLS', () => {
  const server = createServer({ ...selfSigned('localhost'), ALPNProtocols: ['h2', 'http/1.1'] })
  const strange = new Promise<string>((done) =>
    server.listen(0, '127.0.0.1', () => done(`https://localhost:${(server.address() as AddressInfo).port}`)),
  )
  afterAll(() => void server.close())

  test.each([
    ['Google Cloud KMS', 'key-endpoint'],
    ['AWS KMS', 'key-endpoint'],
    ['Azure Key Vault', 'key-endpoint'],
    ['Vault transit', 'vault-address'],
    ['AWS KMS', 'aws-sts-endpoint'],
    ['Google Cloud KMS', 'sts-endpoint'],
    ['Azure Key Vault', 'azure-login-endpoint'],
  ])('%s, %s', async (name, option) => {
    const inputs = { ...byName(name).inputs(sandbox), [option]: await strange }
    const given = Object.entries(inputs).flatMap(([input, value]) => [`--${input}`, value])
    const result = await clawx(['doctor', '--json', ...given])
    const key = reportOf(result).findings.find(({ check }) => check === 'key')
    expect([result.code, key?.status]).toEqual([3, 'failed'])
    expect(key?.detail).toMatch(/: the certificate that was shown is not trusted here\.$/)
    expect(key?.remedy).toMatch(/NODE_EXTRA_CA_CERTS/)
  })
})

const KEYS: [string, ControlRequest, RegExp][] = [
  [
    'Google Cloud KMS',
    { op: 'fault', service: 'kms', method: 'AsymmetricSign', kind: 'forbidden' },
    /Cloud KMS answers PERMISSION_DENIED\. The key exists; to sign with it, principal:\/\/iam\.googleapis\.com\/projects\/1\/locations\/global\/workloadIdentityPools\/pool\/subject\/repo:.* needs cloudkms\.cryptoKeyVersions\.useToSign; the sub of your token is repo:octo-org/,
  ],
  [
    'AWS KMS',
    { op: 'fault', service: 'aws-kms', method: 'Sign', kind: 'forbidden' },
    /AWS KMS answers AccessDeniedException\. The key exists; to sign with it, arn:aws:iam::111122223333:role\/release needs kms:Sign; the sub of your token is repo:/,
  ],
  [
    'Azure Key Vault',
    { op: 'fault', service: 'azure-vault', method: 'Sign', kind: 'forbidden' },
    /Azure Key Vault answers Forbidden.*\. The key exists; to sign with it, the application 6{8}.* needs keys\/sign; the sub of your token is repo:/,
  ],
  [
    'Vault transit',
    { op: 'fault', service: 'vault', method: 'Sign', kind: 'forbidden' },
    /Vault answers status 403\. The key exists; to sign with it, the role release needs update on transit\/sign\/ecdsa-p256; the sub of your token is repo:/,
  ],
]
test.each(KEYS)('doctor explains %s: a key that opens and may not sign', async (name, fault, expected) => {
  await sandbox.control(fault)
  const result = await clawx(['doctor', '--json', ...optionsOf(byName(name))])
  expect([result.code, reportOf(result).ok]).toEqual([2, false])
  expect(statuses(result)).toMatchObject({ key: 'ok', signature: 'KEY_FORBIDDEN', destination: 'ok' })
  expect(reportOf(result).findings.find(({ check }) => check === 'signature')?.detail).toMatch(expected)
})

test.each<[string, ControlRequest, Record<string, string>, number]>([
  [
    'a refused identity',
    { op: 'fault', service: 'vault', method: 'Login', kind: 'forbidden' },
    { key: 'CREDENTIALS_REFUSED', signature: 'skipped' },
    2,
  ],
  [
    'a service that fails',
    { op: 'fault', service: 'vault', method: 'Login', kind: 'malformed' },
    { key: 'CREDENTIALS_FAILED' },
    3,
  ],
  [
    'a key that is disabled',
    { op: 'fault', service: 'vault', method: 'ReadKey', kind: 'disabled' },
    { key: 'KEY_UNUSABLE' },
    2,
  ],
  [
    'a token that stays',
    { op: 'fault', service: 'vault', method: 'RevokeSelf', kind: 'forbidden' },
    { key: 'ok', session: 'CREDENTIALS_REFUSED' },
    2,
  ],
  [
    'a job without a proper identity',
    { op: 'fault', service: 'oidc', method: 'RequestToken', kind: 'wrong-issuer' },
    { identity: 'OIDC_TOKEN_INVALID' },
    2,
  ],
])('doctor explains %s', async (_, fault, expected, code) => {
  await sandbox.control(fault)
  const result = await clawx(['doctor', '--json', ...optionsOf(byName('Vault transit'))])
  expect(statuses(result)).toMatchObject(expected)
  expect([result.code, result.files]).toEqual([code, []])
})

test('doctor explains each timestamp authority by itself', async () => {
  const nobody = 'http://127.0.0.1:1/api/v1/timestamp'
  const authorities = ['--timestamp-authority', sandbox.tsaEndpoint, '--timestamp-authority', nobody]
  const result = await clawx([
    'doctor',
    '--json',
    '--no-sign',
    ...optionsOf(byName('Vault transit')),
    ...authorities,
  ])
  expect(statuses(result)).toMatchObject({
    signature: 'skipped',
    [`timestamp ${new URL(sandbox.tsaEndpoint).host}`]: 'ok',
    'timestamp 127.0.0.1:1': 'TIMESTAMP_FAILED',
  })
  expect(result.code).toBe(3)
})
test('doctor explains a log that cannot hold what the key signs', async () => {
  const vault = optionsOf(byName('Vault transit')).map((text) =>
    text === 'hashivault://ecdsa-p256' ? 'hashivault://ed25519' : text,
  )
  const result = await clawx(['doctor', '--json', ...vault, '--transparency-log', sandbox.rekorTilesEndpoint])
  expect(statuses(result)).toMatchObject({ key: 'ok', signature: 'ok', log: 'LOG_REFUSED' })
  expect(result.code).toBe(2)
  expect((await sandbox.control({ op: 'calls' })).calls['rekor-tiles.CreateEntry']).toBe(0)
})
test('doctor explains a public log that a private repository may not write to', async () => {
  await sandbox.control({ op: 'claims', claims: { repository_visibility: 'private' } })
  const result = await clawx([
    'doctor',
    '--json',
    ...optionsOf(byName('Vault transit')),
    '--transparency-log',
    'public',
  ])
  expect(statuses(result)).toMatchObject({ services: 'PUBLIC_LOG_REFUSED' })
  expect((await sandbox.control({ op: 'calls' })).calls['vault.Sign']).toBe(0)
})

test.each<[string, string[], RegExp]>([
  ['no command', [], /no command is named/],
  ['an unknown command', ['heal'], /unknown command 'heal'/],
  ['an unknown option', ['doctor', '--kee', 'x'], /unknown option '--kee'/],
  ['an option without its value', ['doctor', '--key'], /argument missing/],
  [
    'abuse case 103: an argument too many, such as a path that begins with a dash',
    ['doctor', '--', '-rf'],
    /too many arguments/,
  ],
  ['no key', ['doctor'], /INPUT_MISSING: Input key/],
  ['a key that is none', ['doctor', '--key', 'file:///key.pem'], /KEY_URI_INVALID/],
  [
    'an option that is no choice',
    ['doctor', '--key', 'keyless', '--credentials', 'yes'],
    /INPUT_INVALID: Input credentials/,
  ],
])('the command line %s is wrong use', async (_, args, message) => {
  const { code, out, err } = await clawx(args)
  expect(code).toBe(2)
  expect(out + err).toMatch(message)
})
test('the command line --json says so in JSON', async () => {
  const { code, out } = await clawx(['doctor', '--json', '--key', '-----BEGIN PRIVATE KEY-----\nMIIE'])
  expect(code).toBe(2)
  expect(JSON.parse(out)).toMatchObject({ ok: false, error: { code: 'KEY_URI_INVALID' } })
  expect(out).not.toContain('MIIE')
})
test('the command line abuse case 105: a reader that is slow gets all of the JSON', async () => {
  // Nobody listens there. One authority may not be named twice.
  const authorities = Array.from({ length: 40 }, (_, index) => `http://127.0.0.1:${index + 1}/`)
  const { out } = await clawx([
    'doctor',
    '--json',
    '--no-sign',
    ...optionsOf(byName('Vault transit')),
    ...authorities.flatMap((url) => ['--timestamp-authority', url]),
  ])
  const { findings }: Report = JSON.parse(out)
  expect(findings.filter(({ code = '' }) => code === 'TIMESTAMP_FAILED')).toHaveLength(40)
  expect(out.endsWith('}\n')).toBe(true)
})
test('the command line --help shows examples and exit codes', async () => {
  const { code, out } = await clawx(['doctor', '--help'])
  expect(code).toBe(0)
  expect(out).toMatch(/Examples:[\s\S]*clawx doctor[\s\S]*Exit codes/)
})
test('the command line abuse case 104: takes no input from the environment', async () => {
  const env = { ...JOB, INPUT_KEY: 'hashivault://ecdsa-p256', 'INPUT_VAULT-ADDRESS': sandbox.vaultEndpoint }
  expect((await clawx(['doctor'], env)).err).toContain('INPUT_MISSING')
})
test('the command line its options are the inputs of a signing action, but for what is signed and what must not be an argument', () => {
  const { inputs } = readMetadata('actions/sign-artifact/action.yml')
  const others = new Set(['artifacts', 'images', 'checksums', 'mode', 'vault-client-key'])
  expect(SIGNER_OPTIONS.map(({ name }) => name).toSorted()).toEqual(
    Object.keys(inputs)
      .filter((name) => !others.has(name))
      .toSorted(),
  )
})
