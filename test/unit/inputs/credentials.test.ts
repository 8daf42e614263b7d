// Inputs of authentication that fit each other, and those that would otherwise be passed over in silence.
import { describe, expect, test } from '@jest/globals'
import { sessionInputs } from '@open-claw/inputs'
import { KEY_VENDORS } from '@open-claw/wiring'
import { vaultInputs } from '../../../packages/vault/src/inputs.ts'
import { refusal } from '../../support/errors.ts'
import { inputHost } from '../../support/input-host.ts'
import { selfSigned } from '../aws/certificate.ts'

const { cert, key } = selfSigned()
const other = selfSigned()

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
    const { tls } = vaultInputs((name) => host.input(name) || undefined)
    sessionInputs(host, KEY_VENDORS)
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
