// What would have no effect is refused by name, and nothing that may have one is.
import { describe, expect, test } from '@jest/globals'
import type { ActionName } from '@open-claw/inputs'
import { refusal } from '../../support/errors.ts'
import type { InputTexts } from '../../support/input-host.ts'
import {
  AWS_KEY,
  AZURE_KEY,
  EFFECTIVE,
  GOOGLE_KEY,
  KEYLESS,
  PROVIDER,
  read,
  SIGNING,
  VAULT_KEY,
} from './given.ts'

/** What serves the identity of the job alone, and a key of its vendor. */
const FEDERATED: readonly (readonly [name: string, beside: InputTexts])[] = [
  ['workload-identity-provider', GOOGLE_KEY],
  ['service-account', GOOGLE_KEY],
  ['sts-endpoint', GOOGLE_KEY],
  ['iam-endpoint', GOOGLE_KEY],
  ['aws-role', AWS_KEY],
  ['aws-audience', AWS_KEY],
  ['aws-sts-endpoint', AWS_KEY],
  ['azure-tenant-id', AZURE_KEY],
  ['azure-client-id', AZURE_KEY],
  ['azure-login-endpoint', AZURE_KEY],
  ['vault-role', VAULT_KEY],
  ['vault-auth-path', VAULT_KEY],
  ['vault-audience', VAULT_KEY],
]

/** An input, what stands beside it, and why it has no effect. */
const IDLE: readonly (readonly [name: string, beside: InputTexts, because: string])[] = [
  ['key-algorithm', KEYLESS, 'the key of key: keyless is always ecdsa-p256-sha256'],
  ['key-endpoint', KEYLESS, 'key: keyless asks no key service'],
  ['credentials', KEYLESS, 'key: keyless is certified for the identity of the job alone'],
  ['key-endpoint', VAULT_KEY, 'a key of Vault is at vault-address'],
  ['certificate-authority', {}, 'only key: keyless is certified'],
  ...['certificate-authority', 'timestamp-authority', 'transparency-log', 'transparency-log-version'].map(
    (name) =>
      [name, { ...KEYLESS, 'signing-config': 'services.json' }, 'signing-config names all services'] as const,
  ),
  ['transparency-log-version', {}, 'only a log that is named by URL has a choice of versions'],
  [
    'transparency-log-version',
    { 'transparency-log': 'public' },
    'only a log that is named by URL has a choice of versions',
  ],
  [
    'allow-public-log',
    { 'transparency-log': 'none' },
    'without key: keyless, transparency-log and signing-config nothing is written to a log',
  ],
  ...['workload-identity-provider', 'sts-endpoint', 'iam-endpoint'].map(
    (name) => [name, KEYLESS, 'key: keyless asks no key service'] as const,
  ),
  ...[KEYLESS, AWS_KEY, AZURE_KEY, VAULT_KEY].map(
    (beside) => ['service-account', beside, 'only a key of Google uses it'] as const,
  ),
  ...[KEYLESS, GOOGLE_KEY, AZURE_KEY, VAULT_KEY].flatMap((beside) =>
    ['aws-role', 'aws-region', 'aws-audience', 'aws-sts-endpoint'].map(
      (name) => [name, beside, 'only a key of AWS uses it'] as const,
    ),
  ),
  ...[KEYLESS, GOOGLE_KEY, AWS_KEY, VAULT_KEY].flatMap((beside) =>
    ['azure-tenant-id', 'azure-client-id', 'azure-login-endpoint'].map(
      (name) => [name, beside, 'only a key of Azure uses it'] as const,
    ),
  ),
  ...[KEYLESS, GOOGLE_KEY, AWS_KEY, AZURE_KEY].flatMap((beside) =>
    [
      'vault-address',
      'vault-namespace',
      'vault-role',
      'vault-auth-path',
      'vault-audience',
      'vault-transit-path',
      'vault-ca',
    ].map((name) => [name, beside, 'only a key of Vault uses it'] as const),
  ),
  ...FEDERATED.map(
    ([name, beside]) =>
      [
        name,
        { ...beside, credentials: 'ambient' },
        'credentials: ambient uses what the machine has',
      ] as const,
  ),
]

const refused = async (action: ActionName, values: InputTexts): Promise<unknown> => {
  const { code, message, remedy } = await refusal(() => read(action, values))
  return { code, message, remedy }
}
const told = (name: string, because: string): unknown => ({
  code: 'INPUT_INVALID',
  message: `Input ${name}: ${because}.`,
  remedy: `Remove ${name}.`,
})

describe('what has no effect is refused by name', () => {
  test.each(IDLE)('%s beside %j: %s', async (name, beside, because) => {
    const [value = ''] = EFFECTIVE[name] ?? []
    for (const action of SIGNING)
      expect(await refused(action, { ...beside, [name]: value })).toEqual(told(name, because))
  })
  test.each(['timestamp-authority', 'transparency-log'])('%s: none beside a signing config', async (name) => {
    const values = { ...KEYLESS, 'signing-config': 'services.json', [name]: 'none' }
    expect(await refused('sign-artifact', values)).toEqual(told(name, 'signing-config names all services'))
  })
  test('what provenance is asked with, beside a predicate of your own', async () => {
    const bom = { 'predicate-type': 'https://cyclonedx.org/bom', 'predicate-path': 'bom.json' }
    const because = 'a predicate of your own takes nothing from GitHub'
    expect(await refused('attach-provenance', { ...bom, 'github-token': 'ghs_x' })).toEqual(
      told('github-token', because),
    )
    expect(
      await refused('attach-provenance', { ...bom, 'github-api': 'https://github.example/api/v3' }),
    ).toEqual(told('github-api', because))
  })
  test.each(['output', 'env'])('a script beside delivery %s', async (delivery) => {
    const because = `delivery ${delivery} runs nothing`
    expect(await refused('inject-secret', { delivery })).toEqual(told('run', because))
    expect(await refused('inject-secret', { delivery, run: '', shell: 'bash' })).toEqual(
      told('shell', because),
    )
  })
  test.each(['service-account', 'sts-endpoint', 'iam-endpoint', 'oidc-issuer'])(
    'a secret with credentials: ambient, and %s',
    async (name) => {
      const [value = ''] = EFFECTIVE[name] ?? []
      expect(
        await refused('inject-secret', {
          credentials: 'ambient',
          'workload-identity-provider': '',
          [name]: value,
        }),
      ).toEqual(told(name, 'credentials: ambient uses what the machine has'))
    },
  )
})

describe('what may have an effect is let pass', () => {
  test('the gate, whose policy names the keys, takes the credentials of every vendor', () => {
    const values = Object.fromEntries(
      Object.entries(EFFECTIVE).flatMap(([name, [value]]) =>
        /^(?:aws|azure|vault|workload|service|sts|iam|key-endpoint)/.test(name) ? [[name, value]] : [],
      ),
    )
    expect(() => read('verify-before-deploy', values)).not.toThrow()
  })
  test('the gate knows what credentials: ambient does without', async () => {
    expect(
      await refused('verify-before-deploy', {
        credentials: 'ambient',
        'aws-role': 'arn:aws:iam::111122223333:role/release',
      }),
    ).toEqual(told('aws-role', 'credentials: ambient uses what the machine has'))
  })
  test('a value that is the default, as the runner gives it', () => {
    for (const action of SIGNING)
      expect(() =>
        read(action, { ...KEYLESS, credentials: 'workload-identity', 'vault-auth-path': 'jwt' }),
      ).not.toThrow()
  })
  test.each(['https://rekor.example', 'HTTPS://rekor.example', 'https:rekor.example'])(
    'the version of a log that is named by URL, however it is written: %s',
    (log) => {
      expect(() =>
        read('sign-artifact', { 'transparency-log': log, 'transparency-log-version': '1' }),
      ).not.toThrow()
    },
  )
  test('names that are no vendor’s, beside the key of any vendor', () => {
    for (const beside of [AWS_KEY, AZURE_KEY, VAULT_KEY])
      expect(() =>
        read('sign-artifact', {
          ...beside,
          'workload-identity-provider': PROVIDER,
          'sts-endpoint': 'https://sts.example',
          'iam-endpoint': 'https://iam.example',
        }),
      ).not.toThrow()
  })
})
