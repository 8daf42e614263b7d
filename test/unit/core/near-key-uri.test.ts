// A key as consoles and other tools name it, and the key URI that was meant.
import { describe, expect, test } from '@jest/globals'
import { KEY_URIS, parseKeyUri } from '../../support/key-uris.ts'
import { refusal } from '../../support/errors.ts'
import { pageText } from '../docs/pages.ts'

const GOOGLE = 'projects/acme/locations/global/keyRings/r/cryptoKeys/k'
const UUID = '1234abcd-12ab-34cd-56ef-1234567890ab'
const ARN = `arn:aws:kms:eu-central-1:123456789012:key/${UUID}`
const VERSION = '0123456789abcdef0123456789abcdef'

describe('a key URI with places that nobody filled in', () => {
  test.each([
    [
      `gcpkms://projects/PROJECT/locations/LOCATION/keyRings/RING/cryptoKeys/KEY/cryptoKeyVersions/1`,
      'PROJECT',
    ],
    ['gcpkms://projects/P/locations/L/keyRings/R/cryptoKeys/K[/cryptoKeyVersions/N]', 'P'],
    [`gcpkms://projects/<project>/locations/global/keyRings/r/cryptoKeys/k`, '<project>'],
    [`gcpkms://${GOOGLE}/cryptoKeyVersions/N`, 'N'],
    [`awskms:///arn:aws:kms:REGION:ACCOUNT:key/${UUID}`, 'REGION'],
    ['azurekms://VAULT.vault.azure.net/KEY', 'VAULT'],
    ['hashivault://{key}', '{key}'],
  ])('%s', async (text, word) => {
    const { code, message, remedy } = await refusal(() => parseKeyUri(text, 'key'))
    expect(code).toBe('KEY_URI_INVALID')
    expect(message).toContain(`still holds "${word}", which stands for a name of yours.`)
    expect(remedy).toMatch(/^Put the names of your own key/)
  })
  test.each([
    `gcpkms://projects/Acme/${'x'.repeat(20)}`,
    'gcpkms://projects/a/locations/l/keyRings/RELEASE/keys/K',
  ])('what is wrong otherwise is no such place: %s', async (text) => {
    expect((await refusal(() => parseKeyUri(text, 'key'))).message).not.toContain('still holds')
  })
  test('a name in capitals is a name', () => {
    const uri = 'gcpkms://projects/a/locations/l/keyRings/RELEASE/cryptoKeys/KEY'
    expect(parseKeyUri(uri, 'key')).toBe(uri)
  })
})

describe('a key URI that is nearly right', () => {
  test.each([
    [GOOGLE, `gcpkms://${GOOGLE}`],
    [`${GOOGLE}/cryptoKeyVersions/3`, `gcpkms://${GOOGLE}/cryptoKeyVersions/3`],
    [`//cloudkms.googleapis.com/${GOOGLE}`, `gcpkms://${GOOGLE}`],
    [`https://cloudkms.googleapis.com/v1/${GOOGLE}`, `gcpkms://${GOOGLE}`],
    [`gcp-kms://${GOOGLE}`, `gcpkms://${GOOGLE}`],
    [`gcpkms:${GOOGLE}`, `gcpkms://${GOOGLE}`],
    [ARN, `awskms:///${ARN}`],
    [`awskms://${ARN}`, `awskms:///${ARN}`],
    [`aws-kms://${ARN}`, `awskms:///${ARN}`],
    ['alias/release', 'awskms:///alias/release'],
    [UUID, `awskms:///${UUID}`],
    [
      `https://acme.vault.azure.net/keys/release/${VERSION}`,
      `azurekms://acme.vault.azure.net/release/${VERSION}`,
    ],
    ['acme.vault.azure.net/release', 'azurekms://acme.vault.azure.net/release'],
    ['azurekeyvault://acme.vault.azure.net/keys/release', 'azurekms://acme.vault.azure.net/release'],
    ['transit/keys/release', 'hashivault://release'],
    ['hashivault:release', 'hashivault://release'],
    ['vault://release', 'hashivault://release'],
    [` ${ARN}\n`, `awskms:///${ARN}`],
  ])('%s', async (text, meant) => {
    expect(KEY_URIS.near(text)).toBe(meant)
    expect(parseKeyUri(meant, 'key')).toBe(meant)
    const error = await refusal(() => parseKeyUri(text, 'key'))
    expect([error.code, error.remedy]).toEqual(['KEY_URI_INVALID', `Write "${meant}".`])
  })
  test.each([
    '',
    'release',
    'file:///key.pem',
    'projects/',
    'arn:aws:s3:::bucket',
    'https://example.com/keys/',
    `x${'/'.repeat(100_000)}`,
  ])('%s is none', async (text) => {
    expect(KEY_URIS.near(text)).toBeUndefined()
    const { remedy } = await refusal(() => parseKeyUri(text, 'key'))
    expect(remedy).toContain('docs/keys.md')
  })
  test('a private key is never repeated', async () => {
    const text = `-----BEGIN PRIVATE KEY-----\nprojects/secret\n`
    expect(KEY_URIS.near(text)).toBeUndefined()
    const error = await refusal(() => parseKeyUri(text, 'key'))
    expect(error.message + error.remedy).not.toContain('secret')
  })
})

describe('the keys of the documentation', () => {
  const shown = (page: string): string[] =>
    [...pageText(page).matchAll(/^ +key: ((?:gcp|aws|azure)kms:\S+)$/gm)].flatMap(([, uri]) => uri ?? [])
  test('are known as such', () => {
    const all = [...shown('README.md'), ...shown('docs/keys.md')]
    expect(all.length).toBeGreaterThan(3)
    expect(all.filter((uri) => !KEY_URIS.isExample(uri))).toEqual([])
    expect(KEY_URIS.isExample(`gcpkms://${GOOGLE}`)).toBe(false)
  })
})
