// Certificates that differ in one place from one that is accepted.
import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from '@jest/globals'
import { codeOf, refusal } from '../../support/errors.ts'
import { judgeLeaf } from './verify-parts.ts'
import {
  CERT_SIGN,
  CODE_SIGNING,
  der,
  ecKeys,
  eku,
  extension,
  int,
  isAuthority,
  keyUsage,
  oid,
  seq,
  spkiOf,
  TIME_STAMPING,
  utf8,
  type Holder,
  type Keys,
} from './verify-authorities.ts'
import {
  assemble,
  bundleJson,
  judge,
  leaf,
  LEAF_EXTENSIONS,
  san,
  SUBJECT,
  uriName,
  type LeafExtensions,
  type LeafPlan,
  sign1,
} from './verify-world.ts'

const whyOf = async (plan: LeafPlan): Promise<string> => {
  const { code, message } = await refusal(() => judgeLeaf(plan))
  return `${code} ${message}`
}
const rsaKeys = (modulusLength: number): Keys => generateKeyPairSync('rsa', { modulusLength })

test('a certificate tells whom its authority certified', async () => {
  const facts = await judgeLeaf({})
  expect(facts.signer).toEqual({
    kind: 'certificate',
    identity: {
      issuer: 'https://token.example',
      subject: SUBJECT,
      claims: { githubWorkflowTrigger: 'push', sourceRepositoryIdentifier: '456789' },
    },
  })
  expect(facts.times.map(({ source }) => source)).toEqual(['timestamp-authority', 'transparency-log'])
  expect(facts.logged).toEqual([{ log: 'https://rekor.example', index: '25579' }])
})

const email = der(0x81, Buffer.from('signer@example.com'))
const other = (id: string, ...text: Buffer[]) => der(0xa0, oid(id), der(0xa0, ...text))
test.each<[string, LeafExtensions, string]>([
  ['an e-mail address', { san: san(email) }, 'signer@example.com'],
  [
    'a user name',
    { san: san(other('1.3.6.1.4.1.57264.1.7', utf8('signer!example.com'))) },
    'signer!example.com',
  ],
  ['no issuer of the first form', { issuer: undefined }, SUBJECT],
  ['no issuer of the second form', { issuerV2: undefined }, SUBJECT],
  ['an extension that is not known', { extra: extension('1.2.3.4', Buffer.from('x')) }, SUBJECT],
])('a certificate with %s is accepted', async (_, extensions, subject) => {
  const { signer } = await judgeLeaf({ extensions })
  expect(signer).toMatchObject({ identity: { issuer: 'https://token.example', subject } })
})

test.each<[string, LeafExtensions, string]>([
  ['two names', { san: san(uriName(SUBJECT), uriName('https://evil.example')) }, 'other than one subject'],
  ['no names', { san: san() }, 'other than one subject'],
  ['no list of names', { san: undefined }, 'no subject alternative name'],
  ['a DNS name', { san: san(der(0x82, Buffer.from('example.com'))) }, 'of a kind that is not known'],
  ['a name of another kind', { san: san(other('1.2.3', utf8('me'))) }, 'of a kind that is not known'],
  ['an empty user name', { san: san(other('1.3.6.1.4.1.57264.1.7', utf8(''))) }, 'an empty subject'],
  ['an empty name', { san: san(uriName('')) }, 'not plain ASCII'],
  ['a NUL in its name', { san: san(uriName(`${SUBJECT}\0.evil`)) }, 'not plain ASCII'],
  ['a look-alike in its name', { san: san(uriName(SUBJECT.replace('o', 'о'))) }, 'not plain ASCII'],
  ['a line break in its name', { san: san(uriName(`${SUBJECT}\nx`)) }, 'not plain ASCII'],
  ['no issuer', { issuer: undefined, issuerV2: undefined }, 'does not name the issuer'],
  [
    'an empty issuer',
    { issuer: undefined, issuerV2: extension('1.3.6.1.4.1.57264.1.8', utf8('')) },
    'does not name the issuer',
  ],
  [
    'two issuers',
    { issuer: extension('1.3.6.1.4.1.57264.1.1', Buffer.from('https://evil.example')) },
    'names two issuers',
  ],
  [
    'an issuer that is not UTF-8',
    { issuer: extension('1.3.6.1.4.1.57264.1.1', Buffer.from([0xff])) },
    'not UTF-8',
  ],
  [
    'a claim of another type',
    { repository: extension('1.3.6.1.4.1.57264.1.15', int(1)) },
    'another structure',
  ],
  [
    'a claim with more after it',
    { repository: extension('1.3.6.1.4.1.57264.1.15', Buffer.concat([utf8('1'), utf8('2')])) },
    'bytes after its end',
  ],
  ['an extension twice', { again: LEAF_EXTENSIONS.trigger }, 'an extension twice'],
  [
    'a critical extension that is not known',
    { extra: extension('1.2.3.4', Buffer.from('x'), true) },
    'critical extension 1.2.3.4',
  ],
  [
    'critical name constraints',
    { extra: extension('2.5.29.30', seq(), true) },
    'critical extension 2.5.29.30',
  ],
  ['no usage', { usage: undefined }, 'not for digital signatures'],
  ['another usage', { usage: keyUsage(CERT_SIGN) }, 'not for digital signatures'],
  ['no purpose', { purpose: undefined }, 'not for codeSigning alone'],
  ['another purpose', { purpose: eku(false, TIME_STAMPING) }, 'not for codeSigning alone'],
  ['two purposes', { purpose: eku(false, CODE_SIGNING, TIME_STAMPING) }, 'not for codeSigning alone'],
  ['any purpose', { purpose: eku(false, '2.5.29.37.0') }, 'not for codeSigning alone'],
  ['the rights of an authority', { extra: isAuthority() }, 'one of an authority'],
  [
    'a boolean that is not DER',
    { extra: extension('2.5.29.19', seq(der(0x01, Buffer.from([1])))) },
    'malformed boolean',
  ],
])('a certificate with %s is refused', async (_, extensions, why) => {
  expect(await whyOf({ extensions })).toMatch(
    new RegExp(`^CERTIFICATE_INVALID .*${why.replaceAll('.', '\\.')}`),
  )
})

test.each<[string, LeafPlan, string]>([
  ['of version 1', { version: 0 }, 'not of version 3'],
  [
    'whose algorithms differ',
    { algorithms: ['1.2.840.10045.4.3.2', '1.2.840.10045.4.3.3'] },
    'two signature algorithms',
  ],
  ['signed with SHA-1', { algorithms: ['1.2.840.10045.4.1', '1.2.840.10045.4.1'] }, 'not supported'],
  [
    'with a key that cannot be read',
    { spki: seq(seq(oid('1.2.3')), der(0x03, Buffer.from([0, 1]))) },
    'cannot be read',
  ],
  [
    'with a key of another curve',
    { keys: generateKeyPairSync('ec', { namedCurve: 'secp256k1' }) },
    'not supported',
  ],
  ['with a short RSA key', { keys: rsaKeys(1024) }, 'not supported'],
  ['with an RSA key of an odd size', { keys: rsaKeys(2056) }, 'not supported'],
  ['with a key of another kind', { spki: spkiOf(generateKeyPairSync('x25519')) }, 'not supported'],
  ['with a serial number that is not minimal', { serial: Buffer.from([0, 1]) }, 'not minimal'],
])('a certificate %s is refused', async (_, plan, why) => {
  expect(await codeOf(() => judgeLeaf(plan))).toBe('CERTIFICATE_INVALID')
  expect(await whyOf(plan)).toContain(why)
})

test.each<[string, (holder: Holder) => Buffer]>([
  ['cut short', ({ certificate }) => certificate.subarray(0, -1)],
  ['with bytes after it', ({ certificate }) => Buffer.concat([certificate, Buffer.from([0])])],
  ['of nothing but a header', () => Buffer.from([0x30, 0])],
  ['that is no DER', () => Buffer.from('certificate')],
  [
    'with an indefinite length',
    ({ certificate }) => Buffer.concat([Buffer.from([0x30, 0x80]), certificate.subarray(4), Buffer.alloc(2)]),
  ],
  [
    'with a longer form of its length',
    ({ certificate }) => Buffer.concat([Buffer.from([0x30, 0x83, 0]), certificate.subarray(2)]),
  ],
])('a certificate %s is refused', async (_, spoil) => {
  const json = bundleJson()
  const bytes = spoil(leaf())
  json.verificationMaterial.certificate.rawBytes = bytes.toString('base64')
  expect(await codeOf(() => judge(json))).toBe('CERTIFICATE_INVALID')
})

test.each([
  ['P-384', 'sha384'],
  ['P-384', 'sha256'],
  ['P-521', 'sha512'],
  ['P-521', 'sha256'],
  ['P-256', 'sha256'],
])('a certificate of %s may sign with %s', async (curve, hash) => {
  const holder = leaf({ keys: ecKeys(curve) })
  expect(await judge(assemble(sign1(holder, undefined, hash)))).toMatchObject({
    signer: { kind: 'certificate' },
  })
})

test.each([
  ['P-256', 'sha384'],
  ['P-256', 'sha1'],
  ['P-384', 'sha512'],
  ['P-384', 'sha1'],
  ['P-384', 'sha3-256'],
  ['P-521', 'sha384'],
])('a certificate of %s signs nothing with %s', async (curve, hash) => {
  const holder = leaf({ keys: ecKeys(curve) })
  expect(await codeOf(() => judge(assemble(sign1(holder, undefined, hash))))).toBe('SIGNATURE_INVALID')
})

test('a certificate of each supported kind of key is read', async () => {
  const kinds: Keys[] = [ecKeys('P-384'), ecKeys('P-521'), rsaKeys(2048), generateKeyPairSync('ed25519')]
  // What is reached is the check of a signature that another key made.
  for (const keys of kinds) {
    const holder = leaf({ keys })
    const json = bundleJson({ entries: () => [] })
    json.verificationMaterial.certificate.rawBytes = holder.certificate.toString('base64')
    expect(await codeOf(() => judge(json))).toBe('SIGNATURE_INVALID')
  }
})
