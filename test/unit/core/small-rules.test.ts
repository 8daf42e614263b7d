import { describe, expect, test } from '@jest/globals'
import { ClawError, decodeBase64, ERRORS, printable } from '@open-claw/core'
import { googleKeyName } from '../../../packages/google/src/key-uri.ts'
import { parseKeyUri } from '../../support/key-uris.ts'
import { codeOf } from '../../support/errors.ts'

const KEY = 'gcpkms://projects/p/locations/l/keyRings/r/cryptoKeys/k'

describe('key URIs', () => {
  test('both forms of a version, as cosign takes them', () => {
    expect(googleKeyName(parseKeyUri(`${KEY}/cryptoKeyVersions/3`, 'key'))).toEqual({
      key: KEY.slice(9),
      version: '3',
    })
    expect(googleKeyName(parseKeyUri(`${KEY}/versions/3`, 'key')).version).toBe('3')
    expect(googleKeyName(parseKeyUri(KEY, 'key')).version).toBeUndefined()
  })

  test.each([
    '',
    'gcpkms://',
    `${KEY}/`,
    `${KEY}/cryptoKeyVersions/0`,
    `${KEY}/cryptoKeyVersions/latest`,
    `${KEY}/cryptoKeyVersions/1/x`,
    `${KEY}?a=b`,
    `${KEY}\n`,
    ` ${KEY}`,
    KEY.replace('gcpkms', 'GCPKMS'),
    KEY.replace('/k', '/../k'),
    KEY.replace('projects/p', 'projects/p%2f'),
    'file:///key.pem',
    './cosign.key',
    'env://KEY',
  ])('%j is refused', async (text) => {
    expect(await codeOf(() => parseKeyUri(text, 'key'))).toBe('KEY_URI_INVALID')
  })

  test('abuse case 29: a private key is refused and not echoed', async () => {
    const pem = '-----BEGIN PRIVATE KEY-----\nMIIEsecret\n-----END PRIVATE KEY-----'
    const error = await Promise.resolve()
      .then(() => parseKeyUri(pem, 'key'))
      .catch((caught: unknown) => caught)
    expect(error).toMatchObject({ code: 'KEY_URI_INVALID', message: expect.not.stringContaining('MIIE') })
  })
})

describe('base64', () => {
  test.each([
    ['', ''],
    ['QQ==', 'A'],
    ['-_-_', '\xfb\xff\xbf'],
  ])('%j', (text, bytes) => {
    expect(decodeBase64(text)?.toString('latin1')).toBe(bytes)
  })
  test.each(['QQ', 'QR==', 'QQ==\n', ' QQ==', 'Q', 'QQ=', 'QQ===', '+/-_', 'Q!Q=', 'QQ==QQ=='])(
    '%j is not canonical',
    (text) => {
      expect(decodeBase64(text)).toBeUndefined()
    },
  )
})

describe('messages and errors', () => {
  test('abuse case 107: what could rewrite a log is shown, not sent', () => {
    expect(printable('a\u001b[2K\r::add-mask::x\u202e\u2028')).toBe(
      'a\\u{1b}[2K\\u{d}::add-mask::x\\u{202e}\\u{2028}',
    )
    expect(printable('x'.repeat(500))).toHaveLength(201)
    expect(printable('päth/日本')).toBe('päth/日本')
  })

  test('every code says what it means and what to do', () => {
    for (const { meaning, remedy, exit } of Object.values(ERRORS)) {
      expect([meaning.endsWith('.'), remedy.endsWith('.'), [1, 2, 3].includes(exit)]).toEqual([
        true,
        true,
        true,
      ])
    }
    expect(new ClawError('DENIED', 'x').exit).toBe(1)
  })
})
