// The facts of all services side by side. That each row signs is shown with each service.
import { describe, expect, test } from '@jest/globals'
import { ALGORITHMS } from '@open-claw/core'
import { keyTable } from '@open-claw/wiring'

const KEY_TABLE = await keyTable()

const SCHEMES = ['gcpkms', 'awskms', 'azurekms', 'hashivault'] as const

describe('the key table', () => {
  test.each(SCHEMES)('%s has no algorithm twice for a kind of key', (scheme) => {
    const rows = KEY_TABLE.filter((row) => row.scheme === scheme).map(
      ({ kind, algorithm }) => `${kind} ${algorithm}`,
    )
    expect(rows.length).toBeGreaterThan(6)
    expect(new Set(rows).size).toBe(rows.length)
  })
  test('every algorithm is offered by some service', () => {
    const offered = new Set(KEY_TABLE.map(({ algorithm }) => algorithm))
    expect(Object.keys(ALGORITHMS).filter((name) => !offered.has(name as never))).toEqual([])
  })
  test('RSA-PSS is never left to the default of a service', () => {
    const rows = KEY_TABLE.filter(({ scheme, algorithm }) => scheme === 'hashivault' && /pss/.test(algorithm))
    expect(rows.length).toBeGreaterThan(0)
    for (const { parameters } of rows) expect(parameters['salt_length']).toBe('hash')
  })
  test('`PublicKeyDetails` are those of sigstore_common.proto', async () => {
    const { PublicKeyDetails } = await import('@sigstore/protobuf-specs')
    const names = new Map(Object.entries(PublicKeyDetails).map(([name, value]) => [value, name]))
    const shown = Object.entries(ALGORITHMS).map(([name, { details }]) => [
      name,
      details === null ? null : names.get(details as never),
    ])
    expect(Object.fromEntries(shown)).toMatchObject({
      'ecdsa-p256-sha256': 'PKIX_ECDSA_P256_SHA_256',
      'ecdsa-p384-sha384': 'PKIX_ECDSA_P384_SHA_384',
      'ecdsa-p521-sha512': 'PKIX_ECDSA_P521_SHA_512',
      'rsa-pkcs1-2048-sha256': 'PKIX_RSA_PKCS1V15_2048_SHA256',
      'rsa-pss-4096-sha256': 'PKIX_RSA_PSS_4096_SHA256',
      'rsa-pss-4096-sha512': null,
      ed25519: 'PKIX_ED25519',
      'ml-dsa-65': 'ML_DSA_65',
      'ml-dsa-87-external-mu': 'ML_DSA_87',
    })
  })
})
