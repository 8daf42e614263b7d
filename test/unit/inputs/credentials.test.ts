// Inputs of authentication that fit each other, and those that would otherwise be passed over in silence.
import { describe, expect, test } from '@jest/globals'
import { sessionInputs } from '@open-claw/inputs'
import { KEY_VENDORS } from '@open-claw/wiring'
import { openSession } from '../../../packages/wiring/src/session.ts'
import { parseKeyUri } from '../../support/key-uris.ts'
import { codeOf, refusal } from '../../support/errors.ts'
import { inputHost } from '../../support/input-host.ts'
import { selfSigned } from '../aws/certificate.ts'

const { cert, key } = selfSigned()
const other = selfSigned()
const AWS = parseKeyUri('awskms:///alias/release', 'key')
const AZURE = parseKeyUri('azurekms://sandbox.vault.azure.net/release', 'key')

const inputs = (values: Record<string, string>) =>
  sessionInputs(inputHost('verify-before-deploy', values), KEY_VENDORS)

describe('what a connection to Vault trusts and shows', () => {
  test('is read as it is given, and the key is masked', () => {
    const bundle = `# authorities\n${cert}\n${other.cert}`
    const host = inputHost('verify-before-deploy', {
      'vault-ca': bundle,
      'vault-client-certificate': cert,
      'vault-client-key': key,
    })
    const { tls } = sessionInputs(host, KEY_VENDORS).vault
    expect(tls).toEqual({ ca: bundle.trim(), cert: cert.trim(), key: key.trim() })
    expect(host.masked).toEqual([key.trim()])
  })
  const BROKEN = cert.replace('\n', '\nAAAA')
  test.each<[string, Record<string, string>, string, string]>([
    ['no PEM', { 'vault-ca': '/etc/ssl/canary.pem' }, 'INPUT_INVALID', 'vault-ca'],
    ['a broken authority', { 'vault-ca': BROKEN }, 'INPUT_INVALID', 'vault-ca'],
    ['an authority and a broken one', { 'vault-ca': `${cert}${BROKEN}` }, 'INPUT_INVALID', 'vault-ca'],
    ['an authority that is cut', { 'vault-ca': `${cert}${cert.slice(0, 99)}` }, 'INPUT_INVALID', 'vault-ca'],
    ['a key in its place', { 'vault-ca': key }, 'INPUT_INVALID', 'vault-ca'],
    ['a certificate alone', { 'vault-client-certificate': cert }, 'INPUT_MISSING', 'vault-client-key'],
    ['a key alone', { 'vault-client-key': key }, 'INPUT_MISSING', 'vault-client-certificate'],
    [
      'the key of another',
      { 'vault-client-certificate': cert, 'vault-client-key': other.key },
      'INPUT_INVALID',
      'vault-client-key',
    ],
    [
      'both in each other’s place',
      { 'vault-client-certificate': key, 'vault-client-key': cert },
      'INPUT_INVALID',
      'vault-client-certificate',
    ],
  ])('is refused before anything is sent: %s', async (_, given, code, named) => {
    const error = await refusal(() => inputs(given))
    expect(error.code).toBe(code)
    expect(error.message).toContain(`Input ${code === 'INPUT_MISSING' ? named : ''}`)
    expect(error.message).toContain(named)
    expect(`${error.message} ${String(error.cause)}`).not.toMatch(/canary|BEGIN|MII|MIG/)
  })
})

describe('key-endpoint', () => {
  const given = {
    credentials: 'ambient',
    'key-endpoint': 'https://kms.example',
    'vault-address': 'https://vault.example',
  }
  test('serves several keys of one service', () => {
    const session = openSession(inputs(given), 'verify')
    for (const { endpoint } of [session.aws(AWS), session.aws(AWS)])
      expect(endpoint?.host).toBe('kms.example')
  })
  test('is not shown what is meant for another service', async () => {
    const session = openSession(inputs(given), 'verify')
    session.aws(AWS)
    const error = await refusal(() => session.azure(AZURE))
    expect([error.code, error.message]).toEqual([
      'INPUT_INVALID',
      expect.stringContaining('of AWS and of Azure'),
    ])
    expect(await codeOf(() => session.google())).toBe('INPUT_INVALID')
  })
  test('left out, keys of all services go together', () => {
    const session = openSession(inputs({ ...given, 'key-endpoint': '' }), 'verify')
    expect([session.aws(AWS).endpoint, session.azure(AZURE).endpoint, session.google().endpoint]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })
  test('of a key of Vault is refused where it would be passed over, not beside keys of others', async () => {
    expect(await codeOf(() => openSession(inputs(given), 'sign').vault())).toBe('INPUT_INVALID')
    expect(openSession(inputs(given), 'verify').vault().address.host).toBe('vault.example')
  })
})
