import { generateKeyPairSync, sign } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import {
  parseTrustedRoot,
  rootsFromStatement,
  TRUSTED_ROOTS_TYPE,
  readTrustedRoots,
} from '@open-claw/sigstore'
import { isKeyDetailsName, readLogKey } from '../../../packages/sigstore/src/roots/key-details.ts'
import { isSignedBy } from '@open-claw/asn1'
import { codeOf, refusal } from '../../support/errors.ts'
import { SIGNED_AT, type Keys } from './verify-authorities.ts'
import { bundleJson, judge, rootJson, type Json } from './verify-world.ts'

const bytes = (json: Json): Buffer => Buffer.from(JSON.stringify(json))
const use = (json: Json) => readTrustedRoots([parseTrustedRoot(bytes(json), 'root.json')])

const MEDIA_TYPES = [
  'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
  'application/vnd.dev.sigstore.trustedroot.v0.1+json',
  'application/vnd.dev.sigstore.trustedroot.v0.2+json',
]

test.each(MEDIA_TYPES)('a trusted root of the media type %s is read', async (mediaType) => {
  expect(await judge(bundleJson(), { ...rootJson(), mediaType })).toMatchObject({ kind: 'statement' })
})

test.each<[string, (root: Json) => unknown]>([
  ['null for an end', (root) => (root.tlogs[0].publicKey.validFor.end = null)],
  ['null for an operator', (root) => (root.tlogs[0].operator = null)],
  ['an operator', (root) => (root.tlogs[0].operator = 'example')],
  ['null for a second key id', (root) => (root.tlogs[0].checkpointKeyId = null)],
  [
    'a subject and no URL',
    (root) => {
      root.certificateAuthorities[0].subject = { organization: 'example', commonName: 'fulcio' }
      delete root.certificateAuthorities[0].uri
    },
  ],
  ['nanoseconds', (root) => (root.tlogs[0].publicKey.validFor.start = '2025-06-04T12:43:29.186617431Z')],
  [
    'null for a list',
    (root) => {
      root.ctlogs = null
    },
  ],
])('a trusted root with %s is read', async (_, change) => {
  const root = rootJson()
  change(root)
  expect(await judge(bundleJson(), root)).toMatchObject({ kind: 'statement' })
})

test('a trusted root names authorities by their subject where they have no URL', async () => {
  const root = rootJson()
  root.timestampAuthorities[0].subject = { organization: 'Example', commonName: 'tsa' }
  delete root.timestampAuthorities[0].uri
  const { times } = await judge(bundleJson({ entries: () => [] }), root)
  expect(times).toEqual([{ source: 'timestamp-authority', authority: 'Example tsa', time: SIGNED_AT }])
})

test.each<[string, (root: Json) => unknown]>([
  ['another media type', (root) => (root.mediaType = 'application/json')],
  ['no media type', (root) => delete root.mediaType],
  ['a media type that only begins like one', (root) => (root.mediaType += '0')],
  ['a field that is not known', (root) => (root.extra = [])],
  ['a field of a log that is not known', (root) => (root.tlogs[0].extra = 1)],
  ['a field of an authority that is not known', (root) => (root.certificateAuthorities[0].extra = 1)],
  ['no period of a log', (root) => delete root.tlogs[0].publicKey.validFor],
  ['no start of a log', (root) => delete root.tlogs[0].publicKey.validFor.start],
  ['no start of a certificate transparency log', (root) => delete root.ctlogs[0].publicKey.validFor.start],
  ['null for the start of a log', (root) => (root.tlogs[0].publicKey.validFor.start = null)],
  ['no start of an authority', (root) => delete root.certificateAuthorities[0].validFor.start],
  ['no start of a timestamp authority', (root) => delete root.timestampAuthorities[0].validFor.start],
  ['a start that is no time', (root) => (root.tlogs[0].publicKey.validFor.start = '2025')],
  ['a start that is a number', (root) => (root.tlogs[0].publicKey.validFor.start = 1)],
  ['an end before the start', (root) => (root.tlogs[0].publicKey.validFor.end = '1999-01-01T00:00:00Z')],
  [
    'an authority without certificates',
    (root) => (root.certificateAuthorities[0].certChain.certificates = []),
  ],
  ['an authority without a chain', (root) => delete root.certificateAuthorities[0].certChain],
  [
    'a timestamp authority without certificates',
    (root) => (root.timestampAuthorities[0].certChain.certificates = []),
  ],
  [
    'a certificate that cannot be read',
    (root) => (root.certificateAuthorities[0].certChain.certificates[0].rawBytes = 'AAAA'),
  ],
  [
    'a certificate that is not base64',
    (root) => (root.certificateAuthorities[0].certChain.certificates[0].rawBytes = '?'),
  ],
  [
    'an empty certificate',
    (root) => (root.certificateAuthorities[0].certChain.certificates[0].rawBytes = ''),
  ],
  ['a key that cannot be read', (root) => (root.tlogs[0].publicKey.rawBytes = 'AAAA')],
  ['a key of another kind than it says', (root) => (root.tlogs[0].publicKey.keyDetails = 'PKIX_ED25519')],
  [
    'a key of another curve than it says',
    (root) => (root.tlogs[0].publicKey.keyDetails = 'PKIX_ECDSA_P384_SHA_384'),
  ],
  ['a kind of key that is not known', (root) => (root.tlogs[0].publicKey.keyDetails = 'PKIX_ED25519_PH')],
  ['a kind of key that every object has', (root) => (root.tlogs[0].publicKey.keyDetails = 'constructor')],
  ['no kind of key', (root) => delete root.tlogs[0].publicKey.keyDetails],
  ['a number for a kind of key', (root) => (root.tlogs[0].publicKey.keyDetails = 5)],
  ['no id of a log', (root) => delete root.tlogs[0].logId],
  ['another hash of a log', (root) => (root.tlogs[0].hashAlgorithm = 'SHA2_512')],
  ['a list for an authority', (root) => (root.certificateAuthorities[0] = [])],
  ['an object for a list', (root) => (root.tlogs = {})],
  ['too many logs', (root) => (root.tlogs = Array.from({ length: 65 }, () => root.tlogs[0]))],
  [
    'nobody in it',
    (root) => Object.assign(root, { tlogs: [], certificateAuthorities: [], timestampAuthorities: [] }),
  ],
])('a trusted root with %s is refused', async (_, change) => {
  const root = rootJson()
  change(root)
  expect(await codeOf(() => use(root))).toBe('TRUSTED_ROOT_INVALID')
})

test.each([
  ['no JSON', Buffer.from('{')],
  ['a list', Buffer.from('[]')],
  ['null', Buffer.from('null')],
  ['empty', Buffer.alloc(0)],
  ['not UTF-8', Buffer.from([0x22, 0xff, 0x22])],
  ['with a key twice', Buffer.from(JSON.stringify(rootJson()).replace('{', '{"tlogs":[],'))],
  ['too large', Buffer.concat([Buffer.from('"'), Buffer.alloc(1024 * 1024, 'a'), Buffer.from('"')])],
  ['too deep', Buffer.from('['.repeat(100) + ']'.repeat(100))],
])('a trusted root that is %s is refused', async (_, document) => {
  expect(await codeOf(() => parseTrustedRoot(document, 'root.json'))).toBe('TRUSTED_ROOT_INVALID')
})

test('a trusted root is named in the refusal, without what could rewrite a log', async () => {
  const { message } = await refusal(() => parseTrustedRoot(Buffer.from('{}'), 'a\u001b[2Jb.json'))
  expect(message).toContain('a\\u{1b}[2Jb.json')
})

test('a trusted root several are used together', async () => {
  const [authorities, witnesses] = [rootJson(), rootJson()]
  Object.assign(authorities, { tlogs: [], timestampAuthorities: [] })
  Object.assign(witnesses, { certificateAuthorities: [], ctlogs: [] })
  expect(await judge(bundleJson(), authorities, witnesses)).toMatchObject({ kind: 'statement' })
  expect(await codeOf(() => judge(bundleJson(), authorities))).toBe('TIMESTAMP_INVALID')
  expect(await codeOf(() => judge(bundleJson(), witnesses))).toBe('CERTIFICATE_UNTRUSTED')
})

describe('keys of logs', () => {
  const spki = ({ publicKey }: Keys): Buffer => publicKey.export({ type: 'spki', format: 'der' })
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const short = generateKeyPairSync('rsa', { modulusLength: 1024 })
  const pkcs1 = ({ publicKey }: Keys): Buffer => publicKey.export({ type: 'pkcs1', format: 'der' })
  const pss = (data: Buffer): Buffer =>
    sign('sha256', data, { key: rsa.privateKey, padding: 6, saltLength: 32 })
  const plain = (data: Buffer): Buffer => sign('sha256', data, rsa.privateKey)
  const keyOf = (raw: Buffer, name: string) => (isKeyDetailsName(name) ? readLogKey(raw, name) : undefined)

  test.each<[string, Buffer, (data: Buffer) => Buffer]>([
    ['PKCS1_RSA_PKCS1V5', pkcs1(rsa), plain],
    ['PKCS1_RSA_PSS', pkcs1(rsa), pss],
    ['PKIX_RSA_PKCS1V5', spki(rsa), plain],
    ['PKIX_RSA_PSS', spki(rsa), pss],
    ['PKIX_RSA_PKCS1V15_2048_SHA256', spki(rsa), plain],
    ['PKIX_RSA_PSS_2048_SHA256', spki(rsa), pss],
  ])('%s verifies what it signed, and nothing else', async (name, raw, signer) => {
    const found = keyOf(raw, name)
    if (found === undefined) throw new Error('not read')
    const data = Buffer.from('data')
    const { key, scheme } = found
    expect(await isSignedBy(key, { scheme, data, signature: signer(data) })).toBe(true)
    expect(await isSignedBy(key, { scheme, data, signature: signer(Buffer.from('more')) })).toBe(false)
    const otherwise = signer === pss ? plain : pss
    expect(await isSignedBy(key, { scheme, data, signature: otherwise(data) })).toBe(false)
  })

  test.each<[string, Buffer]>([
    ['PKCS1_RSA_PKCS1V5', spki(rsa)],
    ['PKIX_RSA_PKCS1V5', pkcs1(rsa)],
    ['PKIX_RSA_PKCS1V15_3072_SHA256', spki(rsa)],
    ['PKIX_RSA_PSS_4096_SHA256', spki(rsa)],
    ['PKIX_RSA_PKCS1V5', spki(short)],
    ['PKIX_ECDSA_P256_SHA_256', spki(rsa)],
    ['PKIX_ED25519', spki(rsa)],
    ['PKIX_ECDSA_P256_HMAC_SHA_256', spki(rsa)],
    ['LMS_SHA256', spki(rsa)],
    ['', spki(rsa)],
  ])('%s does not take another key', (name, raw) => {
    expect(keyOf(raw, name)).toBeUndefined()
  })
})

describe('signed trusted roots', () => {
  const EXPIRES = '2027-01-01T00:00:00Z'
  const NOW = Date.UTC(2026, 10, 25)

  test('are read until they expire', () => {
    const predicate = { roots: [rootJson(), rootJson()], expires: EXPIRES }
    expect(rootsFromStatement(predicate, NOW)).toHaveLength(2)
    expect(rootsFromStatement(predicate, Date.parse(EXPIRES) - 1)).toHaveLength(2)
    expect(TRUSTED_ROOTS_TYPE).toBe('https://open-claw.github.io/predicates/trusted-roots/v1')
  })

  test.each([Date.parse(EXPIRES), Date.parse(EXPIRES) + 1, Number.NaN, Number.POSITIVE_INFINITY])(
    'are out of date at %d',
    async (now) => {
      const code = await codeOf(() => rootsFromStatement({ roots: [rootJson()], expires: EXPIRES }, now))
      expect(code).toBe('TRUSTED_ROOT_UNAVAILABLE')
    },
  )

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a list', []],
    ['no roots', { expires: EXPIRES }],
    ['an empty list of roots', { roots: [], expires: EXPIRES }],
    ['no expiry', { roots: [rootJson()] }],
    ['null for an expiry', { roots: [rootJson()], expires: null }],
    ['an expiry that is no time', { roots: [rootJson()], expires: 'never' }],
    ['an expiry that is a number', { roots: [rootJson()], expires: Date.parse(EXPIRES) }],
    ['a field that is not known', { roots: [rootJson()], expires: EXPIRES, extra: 1 }],
    ['a root that is none', { roots: [rootJson(), {}], expires: EXPIRES }],
    ['a root as text', { roots: [JSON.stringify(rootJson())], expires: EXPIRES }],
    ['too many roots', { roots: Array.from({ length: 17 }, rootJson), expires: EXPIRES }],
  ])('with %s are refused', async (_, predicate) => {
    expect(await codeOf(() => rootsFromStatement(predicate, NOW))).toBe('TRUSTED_ROOT_INVALID')
  })
})
