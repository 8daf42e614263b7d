// The command in the summary is one that cosign 3 takes, or there is none.
import { describe, expect, test } from '@jest/globals'
import { parseSha256, type Algorithm, type Subject } from '@open-claw/core'
import type { SignerCertificate } from '@open-claw/sigstore'
import { checkCommand } from '../../../packages/reports/src/cosign-command.ts'
import { testKey } from '../../support/keys.ts'

const PROVENANCE = 'https://slsa.dev/provenance/v1'
const subject: Subject = { name: 'app', digest: parseSha256(`sha256:${'a'.repeat(64)}`, 't'), source: 'file' }
/** As a shell reads it. */
const asOneLine = (text: string): string => text.replaceAll(' \\\n  ', ' ')
const NO_SERVICES = { certificateAuthority: undefined, timestampAuthorities: [], log: undefined }

function command(algorithm: Algorithm, predicateType: string | undefined, services = NO_SERVICES): string {
  const bundle = { json: '', subjects: [subject], predicateType }
  const stored = [{ path: 'app.sigstore.json', bundle }]
  return asOneLine(checkCommand({ key: testKey(algorithm), services, stored }, undefined))
}

describe('by a public key', () => {
  test.each<Algorithm>(['ecdsa-p256-sha256', 'rsa-pkcs1-2048-sha256'])('%s is checked', (algorithm) => {
    expect(command(algorithm, PROVENANCE)).toContain(
      'cosign verify-blob-attestation --type slsaprovenance1 --key key.pem --insecure-ignore-tlog --bundle app.sigstore.json app',
    )
    expect(command(algorithm, undefined)).toContain('cosign verify-blob --key key.pem')
  })
  test('Ed25519 is checked for statements', () => {
    expect(command('ed25519', PROVENANCE)).toContain('cosign verify-blob-attestation')
  })
  test.each<Algorithm>([
    'ecdsa-p384-sha384',
    'ecdsa-secp256k1-sha256',
    'rsa-pkcs1-2048-sha512',
    'rsa-pss-2048-sha256',
    'ml-dsa-65',
  ])('%s is not, which cosign would refuse', (algorithm) => {
    expect(command(algorithm, PROVENANCE)).toBe('')
  })
})

describe('by a certificate', () => {
  const signer = (extensions: readonly string[]) =>
    ({
      identity: {
        subject: 'https://github.com/acme/app/.github/workflows/r.yml@refs/heads/main',
        issuer: 'https://i',
      },
      certificate: { extensions: new Map(extensions.map((id) => [id, {}])) },
    }) as unknown as SignerCertificate
  const certified = (extensions: readonly string[]): string =>
    checkCommand(
      {
        key: { ...testKey(), kind: 'keyless', certificate: new Uint8Array() },
        services: NO_SERVICES,
        stored: [{ path: 'b', bundle: { json: '', subjects: [subject], predicateType: PROVENANCE } }],
      },
      signer(extensions),
    )
  test('that is in no log of certificates: cosign is told so', () => {
    expect(certified([])).toContain(' --insecure-ignore-sct ')
  })
  test('that is in one: cosign looks for it', () => {
    expect(certified(['1.3.6.1.4.1.11129.2.4.2'])).not.toContain('sct')
  })
})
