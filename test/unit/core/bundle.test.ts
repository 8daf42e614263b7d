import { expect, test } from '@jest/globals'
import {
  digestSet,
  parseBundle,
  parseSha256,
  signBlobs,
  signStatements,
  trustedKey,
  verifyBundle,
  type EvidenceFacts,
  type Subject,
} from '@open-claw/core'
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { codeOf } from '../../support/errors.ts'
import { testKey } from '../../support/keys.ts'

const sha = (text: string) => createHash('sha256').update(text).digest()
const subject = (name: string): Subject => ({
  name,
  digest: parseSha256(`sha256:${sha(name).toString('hex')}`, 't'),
  source: 'file',
})
const PREDICATE = { type: 'https://example.com/p/v1', body: {} }
const key = testKey()
const keys = [trustedKey('release', key.publicKey)]
const [statement] = await signStatements(key, [subject('a')], PREDICATE)
const [other] = await signStatements(key, [subject('b')], PREDICATE)
const [blob] = await signBlobs(
  key,
  [subject('a')],
  new Map([['a', digestSet([['sha256', sha('a').toString('hex')]])]]),
)
const TEXT = statement?.json ?? ''
const BLOB = blob?.json ?? ''

type Json = Record<string, any>
const edit = (text: string, change: (json: Json) => void): string => {
  const json = JSON.parse(text)
  change(json)
  return JSON.stringify(json)
}
const read = (text: string) => verifyBundle(parseBundle(Buffer.from(text), 'b'), { keys })

const saidBy = (facts: EvidenceFacts): unknown =>
  facts.kind === 'statement' ? [facts.subjects.subjects, facts.predicateType] : facts.digest

test('reading a bundle both kinds verify', async () => {
  expect(await read(TEXT)).toMatchObject({ kind: 'statement', predicateType: PREDICATE.type })
  expect(await read(BLOB)).toMatchObject({ kind: 'blob', digest: sha('a').toString('hex') })
})

const refusals: [string, string, string][] = [
  [
    'abuse case 39: a duplicate key',
    TEXT.replace('{"mediaType"', '{"mediaType":"x","mediaType"'),
    'JSON_INVALID',
  ],
  ['abuse case 39: a duplicate key, deep', TEXT.replace('"hint":', '"hint":"x","hint":'), 'JSON_INVALID'],
  [
    'abuse case 41: an unknown version',
    edit(TEXT, (b) => (b['mediaType'] = 'application/vnd.dev.sigstore.bundle.v0.9+json')),
    'BUNDLE_INVALID',
  ],
  ['abuse case 41: no media type', edit(TEXT, (b) => delete b['mediaType']), 'BUNDLE_INVALID'],
  ['an unknown field', edit(TEXT, (b) => (b['extra'] = 1)), 'BUNDLE_INVALID'],
  [
    'an unknown field, deep',
    edit(TEXT, (b) => (b['dsseEnvelope'].signatures[0].extra = 1)),
    'BUNDLE_INVALID',
  ],
  [
    'abuse case 40: __proto__',
    TEXT.replace('{"mediaType"', '{"__proto__":{"x":1},"mediaType"'),
    'BUNDLE_INVALID',
  ],
  [
    'abuse case 42: base64 with trailing bits',
    edit(TEXT, (b) => (b['dsseEnvelope'].payload = 'QQ==')).replace('QQ==', 'QR=='),
    'BUNDLE_INVALID',
  ],
  [
    'abuse case 42: base64 with white space',
    edit(TEXT, (b) => (b['dsseEnvelope'].payload += '\n')),
    'BUNDLE_INVALID',
  ],
  [
    'abuse case 42: base64 without padding',
    edit(TEXT, (b) => (b['dsseEnvelope'].payload = 'QQ')),
    'BUNDLE_INVALID',
  ],
  ['abuse case 42: bytes after the document', `${TEXT}{}`, 'JSON_INVALID'],
  ['abuse case 43: no signature', edit(TEXT, (b) => (b['dsseEnvelope'].signatures = [])), 'BUNDLE_INVALID'],
  [
    'abuse case 43: two signatures',
    edit(TEXT, (b) => b['dsseEnvelope'].signatures.push(b['dsseEnvelope'].signatures[0])),
    'BUNDLE_INVALID',
  ],
  [
    'abuse case 44: another payload type',
    edit(TEXT, (b) => (b['dsseEnvelope'].payloadType = 'text/plain')),
    'SIGNATURE_INVALID',
  ],
  [
    'abuse case 44: a payload type that is not ASCII',
    edit(TEXT, (b) => (b['dsseEnvelope'].payloadType = 'text/pl\u0430in')),
    'BUNDLE_INVALID',
  ],
  ['abuse case 45: depth', `${'['.repeat(100)}${']'.repeat(100)}`, 'JSON_INVALID'],
  [
    'abuse case 45: more log entries than a signer writes',
    edit(TEXT, (b) => (b['verificationMaterial'].tlogEntries = Array.from({ length: 33 }, () => ({})))),
    'BUNDLE_INVALID',
  ],
  ['abuse case 45: size', `"${'x'.repeat(25 * 1024 * 1024)}"`, 'JSON_INVALID'],
  [
    'abuse case 49: the payload of another bundle',
    edit(TEXT, (b) => (b['dsseEnvelope'].payload = JSON.parse(other?.json ?? '').dsseEnvelope.payload)),
    'SIGNATURE_INVALID',
  ],
  [
    'abuse case 49: the signature of another bundle',
    edit(TEXT, (b) => (b['dsseEnvelope'].signatures = JSON.parse(other?.json ?? '').dsseEnvelope.signatures)),
    'SIGNATURE_INVALID',
  ],
  [
    'abuse case 49: the digest of another file',
    edit(BLOB, (b) => (b['messageSignature'].messageDigest.digest = sha('b').toString('base64'))),
    'SIGNATURE_INVALID',
  ],
  [
    'abuse case 49: the hash renamed',
    edit(BLOB, (b) => (b['messageSignature'].messageDigest.algorithm = 'SHA2_384')),
    'SIGNATURE_INVALID',
  ],
  [
    'abuse case 49: envelope and file signature together',
    edit(TEXT, (b) => (b['messageSignature'] = JSON.parse(BLOB).messageSignature)),
    'BUNDLE_INVALID',
  ],
  ['abuse case 49: neither', edit(TEXT, (b) => delete b['dsseEnvelope']), 'BUNDLE_INVALID'],
  [
    'a keyid that is not the hint',
    edit(TEXT, (b) => (b['dsseEnvelope'].signatures[0].keyid = 'x')),
    'BUNDLE_INVALID',
  ],
  ['no key material', edit(TEXT, (b) => delete b['verificationMaterial'].publicKey), 'BUNDLE_INVALID'],
  [
    'a certificate',
    edit(TEXT, (b) => (b['verificationMaterial'] = { certificate: { rawBytes: 'QQ==' } })),
    'CERTIFICATE_UNTRUSTED',
  ],
  [
    'a certificate beside the key',
    edit(TEXT, (b) => (b['verificationMaterial'].certificate = { rawBytes: 'QQ==' })),
    'BUNDLE_INVALID',
  ],
  [
    'no digest of the file, and no file to try',
    edit(BLOB, (b) => delete b['messageSignature'].messageDigest),
    'SIGNATURE_INVALID',
  ],
  ['SHA-1', edit(BLOB, (b) => (b['messageSignature'].messageDigest.algorithm = 'SHA1')), 'BUNDLE_INVALID'],
  ['nothing', '', 'JSON_INVALID'],
  ['null', 'null', 'BUNDLE_INVALID'],
  ['a list', '[]', 'BUNDLE_INVALID'],
]
test.each(refusals)('reading a bundle %s is refused', async (_, text, code) => {
  expect(text).not.toBe(TEXT)
  expect(await codeOf(() => read(text))).toBe(code)
})

test('reading a bundle invalid UTF-8 is refused', async () => {
  const bytes = Buffer.concat([
    Buffer.from(TEXT.slice(0, -3)),
    Buffer.from([0xff]),
    Buffer.from(TEXT.slice(-3)),
  ])
  expect(await codeOf(() => parseBundle(bytes, 'b'))).toBe('JSON_INVALID')
})

test('reading a bundle abuse case 46: no flipped byte and no cut is accepted as saying anything else, and none throws raw', async () => {
  const truth = await read(TEXT)
  const bytes = Buffer.from(TEXT)
  await fc.assert(
    fc.asyncProperty(
      fc.nat(bytes.length - 1),
      fc.integer({ min: 1, max: 255 }),
      fc.boolean(),
      async (at, mask, cut) => {
        const changed = cut
          ? bytes.subarray(0, at)
          : Buffer.from(bytes.map((byte, index) => (index === at ? byte ^ mask : byte)))
        const code = await codeOf(async () => {
          const facts = await verifyBundle(parseBundle(changed, 'b'), { keys })
          // What is not signed is the hint, and white space between tokens: all that was said stays.
          expect(saidBy(facts)).toEqual(saidBy(truth))
        })
        expect(code).not.toContain('not a ClawError')
      },
    ),
    { numRuns: 1500 },
  )
})

test('trusting keys a key that is not trusted is never taken from the bundle', async () => {
  const stranger = testKey('ecdsa-p256-sha256', { fresh: true })
  const [foreign] = await signStatements(stranger, [subject('a')], PREDICATE)
  expect(await codeOf(() => read(foreign?.json ?? ''))).toBe('KEY_UNTRUSTED')
  const claimed = edit(foreign?.json ?? '', (b) => {
    b['verificationMaterial'].publicKey.hint = keys[0]?.keyId
    b['dsseEnvelope'].signatures[0].keyid = keys[0]?.keyId
  })
  expect(await codeOf(() => read(claimed))).toBe('SIGNATURE_INVALID')
})

test('trusting keys no keys, no facts', async () => {
  expect(await codeOf(() => verifyBundle(parseBundle(Buffer.from(TEXT), 'b'), { keys: [] }))).toBe(
    'KEY_UNTRUSTED',
  )
})

test('trusting keys an unknown hint changes nothing: the keys decide', async () => {
  const renamed = edit(TEXT, (b) => {
    b['verificationMaterial'].publicKey.hint = 'my-key'
    b['dsseEnvelope'].signatures[0].keyid = 'my-key'
  })
  expect(await read(renamed)).toMatchObject({ kind: 'statement' })
})

test('trusting keys raw r‖s in place of DER is refused', async () => {
  const json = JSON.parse(TEXT)
  const der = Buffer.from(json.dsseEnvelope.signatures[0].sig, 'base64')
  const part = (at: number): Buffer => der.subarray(at + 2, at + 2 + (der[at + 1] ?? 0))
  const r = part(2)
  const s = part(4 + r.length)
  const raw = Buffer.concat([r, s].map((value) => Buffer.concat([Buffer.alloc(32), value]).subarray(-32)))
  const text = edit(TEXT, (b) => (b['dsseEnvelope'].signatures[0].sig = raw.toString('base64')))
  expect(await codeOf(() => read(text))).toBe('SIGNATURE_INVALID')
})

test.each([
  ['a private key', '-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----'],
  ['a certificate', '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----'],
  ['no PEM', 'ssh-ed25519 AAAA'],
  ['a broken PEM', '-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----'],
  ['nothing', ''],
])('trusting keys %s is no public key', async (_, pem) => {
  expect(await codeOf(() => trustedKey('k', pem))).toBe('KEY_ALGORITHM_UNSUPPORTED')
})

test('trusting keys an RSA key without its algorithm, and a key of another algorithm, are refused', async () => {
  const rsa = testKey('rsa-pss-2048-sha256').publicKey
  expect(await codeOf(() => trustedKey('k', rsa))).toBe('KEY_ALGORITHM_UNSUPPORTED')
  expect(await codeOf(() => trustedKey('k', key.publicKey, { algorithm: 'ecdsa-p384-sha384' }))).toBe(
    'KEY_ALGORITHM_UNSUPPORTED',
  )
  expect(await codeOf(() => trustedKey('k', rsa, { algorithm: 'rsa-pss-3072-sha256' }))).toBe(
    'KEY_ALGORITHM_UNSUPPORTED',
  )
  expect(trustedKey('k', rsa, { algorithm: 'rsa-pss-2048-sha256' }).algorithm).toBe('rsa-pss-2048-sha256')
})

test('trusting keys one padding is not another', async () => {
  const pss = testKey('rsa-pss-2048-sha256')
  const [signed] = await signStatements(pss, [subject('a')], PREDICATE)
  const pkcs1 = [trustedKey('k', pss.publicKey, { algorithm: 'rsa-pkcs1-2048-sha256' })]
  expect(
    await codeOf(() => verifyBundle(parseBundle(Buffer.from(signed?.json ?? ''), 'b'), { keys: pkcs1 })),
  ).toBe('SIGNATURE_INVALID')
})
