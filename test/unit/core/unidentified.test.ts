// Signatures over a file that their bundle does not identify.
import { createHash } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { p256 } from '@noble/curves/nist.js'
import { isFileHash } from '../../../packages/core/src/formats/digest-set.ts'
import {
  digestSet,
  parseBundle,
  parseSha256,
  signBlobs,
  trustedKey,
  verifyBundle,
  type Algorithm,
  type Digests,
  type SigstoreBundle,
  type Subject,
  type TrustedKey,
} from '@open-claw/core'
import { caseBytes, describeWithCases } from '../../support/cases.ts'
import { codeOf, refusal } from '../../support/errors.ts'
import { testKey } from '../../support/keys.ts'

const digestOf = (hash: string, text: string) => createHash(hash).update(text).digest()
const HASHES = ['sha256', 'sha384', 'sha512'] as const
const fileOf = (text: string, hashes: readonly string[] = HASHES): Digests =>
  digestSet(hashes.filter(isFileHash).map((hash) => [hash, digestOf(hash, text).toString('hex')]))

async function signed(text: string, key = testKey()): Promise<any> {
  const digest = parseSha256(`sha256:${digestOf('sha256', text).toString('hex')}`, 't')
  const subject: Subject = { name: text, digest, source: 'file' }
  const digests = fileOf(text)
  const [bundle] = await signBlobs(key, [subject], new Map([[text, digests]]))
  return JSON.parse(bundle?.json ?? '')
}
const key = testKey()
const trust = { keys: [trustedKey('release', key.publicKey)] }
const intact = await signed('app', key)
const without = structuredClone(intact)
delete without.messageSignature.messageDigest
const verify = (json: unknown, files?: readonly Digests[]) =>
  verifyBundle(parseBundle(Buffer.from(JSON.stringify(json)), 'b'), { ...trust, files })

test('a bundle without a digest is about the file that its signature is over', async () => {
  const facts = await verify(without, [fileOf('lib'), fileOf('app')])
  expect(facts).toEqual(await verify(intact))
  expect(facts).toMatchObject({ kind: 'blob', digest: digestOf('sha256', 'app').toString('hex') })
})

test('a bundle without a digest is the same where the digest is null', async () => {
  const json = structuredClone(intact)
  json.messageSignature.messageDigest = null
  expect(await verify(json, [fileOf('app')])).toEqual(await verify(intact))
})

test.each<Algorithm>(['ecdsa-p384-sha384', 'ecdsa-p521-sha512', 'rsa-pss-2048-sha256'])(
  'a bundle without a digest of %s',
  async (algorithm) => {
    const other = testKey(algorithm)
    const json = await signed('app', other)
    const keys = [trustedKey('other', other.publicKey, { algorithm })]
    const facts = await verifyBundle(parseBundle(Buffer.from(JSON.stringify(json)), 'b'), { keys })
    delete json.messageSignature.messageDigest
    const bundle = parseBundle(Buffer.from(JSON.stringify(json)), 'b')
    expect(await verifyBundle(bundle, { keys, files: [fileOf('app')] })).toEqual(facts)
  },
)

test.each<[string, readonly Digests[] | undefined]>([
  ['no file', undefined],
  ['no files', []],
  ['other files', [fileOf('lib'), fileOf('bin')]],
  ['the file under another hash alone', [fileOf('app', ['sha512'])]],
])('a bundle without a digest proves nothing about %s', async (_, files) => {
  expect(await codeOf(() => verify(without, files))).toBe('SIGNATURE_INVALID')
})

test('a bundle without a digest is not tried with more files than one release needs', async () => {
  const many = Array.from({ length: 64 }, (_, index) => fileOf(String(index), ['sha256']))
  const error = await refusal(() => verify(without, [...many, fileOf('app')]))
  expect(error.message).toContain('none of the 64 digests')
  expect(await verify(without, [fileOf('app'), ...many])).toMatchObject({ kind: 'blob' })
})

test('a bundle without a digest of a key that nobody trusts is of nobody', async () => {
  const json = await signed('app', testKey('ecdsa-p256-sha256', { fresh: true }))
  delete json.messageSignature.messageDigest
  expect(await codeOf(() => verify(json, [fileOf('app')]))).toBe('KEY_UNTRUSTED')
})

test('a bundle without a digest with a changed signature proves nothing', async () => {
  const json = structuredClone(without)
  const bytes = Buffer.from(json.messageSignature.signature, 'base64')
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
  json.messageSignature.signature = bytes.toString('base64')
  expect(await codeOf(() => verify(json, [fileOf('app')]))).toBe('SIGNATURE_INVALID')
})

test.each([
  ['an empty one', {}],
  ['one without its hash', { digest: intact.messageSignature.messageDigest.digest }],
  ['one of a hash that is not known', { ...intact.messageSignature.messageDigest, algorithm: 'SHA1' }],
])('a bundle without a digest is not one with %s', async (_, messageDigest) => {
  const json = { ...intact, messageSignature: { ...intact.messageSignature, messageDigest } }
  expect(await codeOf(() => verify(json, [fileOf('app')]))).toBe('BUNDLE_INVALID')
})

describe('a bundle with the digest of another file', () => {
  test('is refused, whatever files there are', async () => {
    const json = structuredClone(intact)
    json.messageSignature.messageDigest.digest = digestOf('sha256', 'lib').toString('base64')
    expect(await codeOf(() => verify(json, [fileOf('app'), fileOf('lib')]))).toBe('SIGNATURE_INVALID')
  })
})

/** The key is not given. ECDSA tells which keys may have made a signature, and the hint which one it was. */
function signerOf({ content, signer }: SigstoreBundle): TrustedKey[] {
  if (content.kind !== 'message' || signer.kind !== 'key') return []
  const signature = p256.Signature.fromBytes(content.signature, 'der')
  return [0, 1]
    .map((bit) => signature.addRecoveryBit(bit).recoverPublicKey(content.digest).toBytes(false))
    .map((point) => trustedKey('release', Buffer.concat([Buffer.from(P256_SPKI, 'hex'), point])))
    .filter(({ keyId }) => keyId === signer.hint)
}
/** DER of a P-256 key as far as its point (RFC 5480). */
const P256_SPKI = '3059301306072a8648ce3d020106082a8648ce3d030107034200'

describeWithCases('message digests', () => {
  const bundle = (name: string) => parseBundle(caseBytes(`11-message-digest/${name}`) ?? Buffer.of(), name)
  const verified = (name: string) =>
    verifyBundle(bundle(name), { keys: signerOf(bundle('intact.json')), files: [fileOf('hello')] })
  test('whether it is there or not, the bundle is about the file', async () => {
    expect(await verified('intact.json')).toMatchObject({
      digest: digestOf('sha256', 'hello').toString('hex'),
      signer: { kind: 'key', key: { name: 'release' } },
    })
    expect(await verified('no-digest.json')).toEqual(await verified('intact.json'))
  })
  test.each(['evil-digest.json', 'other-digest.json'])('%s is refused', async (name) => {
    expect(bundle(name).content).toMatchObject({ kind: 'message' })
    expect(await codeOf(() => verified(name))).toBe('SIGNATURE_INVALID')
  })
  test('the digest may be absent, and no other may stand there', () => {
    const kinds = ['intact.json', 'no-digest.json'].map((name) => bundle(name).content.kind)
    expect(kinds).toEqual(['message', 'unidentified'])
    expect(bundle('no-digest.json').content.signature).toEqual(bundle('intact.json').content.signature)
  })
})
