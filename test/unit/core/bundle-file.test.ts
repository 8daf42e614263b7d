// Evidence as other tools write it to files.
import { createHash } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { MAX_BUNDLES_PER_FILE } from '../../../packages/core/src/formats/bundle-file.ts'
import {
  parseBundles,
  parseSha256,
  signStatements,
  trustedKey,
  verifyBundle,
  type ReadBundle,
} from '@open-claw/core'
import { caseBytes, describeWithCases } from '../../support/cases.ts'
import { codeOf } from '../../support/errors.ts'
import { testKey } from '../../support/keys.ts'

const sha = (text: string) => createHash('sha256').update(text).digest('hex')
const key = testKey()
const keys = [trustedKey('release', key.publicKey)]
const signed = async (name: string): Promise<string> => {
  const subject = { name, digest: parseSha256(`sha256:${sha(name)}`, 't'), source: 'file' } as const
  const [bundle] = await signStatements(key, [subject], { type: 'https://example.com/p/v1', body: {} })
  return bundle?.json.trim() ?? ''
}
const [A, B] = [await signed('a'), await signed('b')]
const pretty = (json: string, indent: number | string = 2) => JSON.stringify(JSON.parse(json), null, indent)
const envelope = (json: string): any => JSON.parse(json).dsseEnvelope

const read = (text: string | Uint8Array) => parseBundles(Buffer.from(text), 'f')
const outcome = (item: ReadBundle): string =>
  'refused' in item ? `${item.name} ${item.refused.code}` : `${item.name} ${item.bundle.content.kind}`
const outcomes = (text: string | Uint8Array) => read(text).map(outcome)
const refusalOf = (text: string | Uint8Array): string =>
  read(text)
    .map((item) =>
      'refused' in item ? `${item.refused.code} ${item.refused.message} ${item.refused.remedy}` : 'read',
    )
    .join()

/** Who signed each bundle, by verifying it. */
const signersOf = (text: string | Uint8Array): Promise<string[]> =>
  Promise.all(
    read(text).map(async (item) => {
      if ('refused' in item) return item.refused.code
      const { signer } = await verifyBundle(item.bundle, { keys })
      return signer.kind === 'key' ? signer.key.name : signer.kind
    }),
  )

describe('a file of one bundle', () => {
  test.each([
    ['as it is written', A],
    ['with a line break at its end', `${A}\n`],
    ['with a line break of Windows', `${A}\r\n`],
    ['between empty lines', `\n\n${A}\n\n`],
    ['with a byte order mark', `\ufeff${A}`],
    ['with a byte order mark and a line break', `\ufeff${A}\r\n`],
    ['pretty-printed', pretty(A)],
    ['pretty-printed with tabs and line breaks of Windows', pretty(A, '\t').replaceAll('\n', '\r\n')],
    ['pretty-printed, with a byte order mark', `\ufeff${pretty(A)}\n`],
  ])('%s is read', async (_, text) => {
    expect(outcomes(text)).toEqual(['f envelope'])
    expect(await signersOf(text)).toEqual(['release'])
  })
})

describe('a file of several bundles', () => {
  test.each([
    ['on a line each', `${A}\n${B}\n`],
    ['with line breaks of Windows', `${A}\r\n${B}\r\n`],
    ['with a byte order mark', `\ufeff${A}\n${B}`],
    ['joined from files with a mark each', `\ufeff${A}\n\ufeff${B}\n`],
  ])('%s is read line by line', async (_, text) => {
    expect(outcomes(text)).toEqual(['f:1 envelope', 'f:2 envelope'])
    expect(await signersOf(text)).toEqual(['release', 'release'])
  })

  test('empty lines are passed over, and counted for whoever looks for the line', () => {
    expect(outcomes(`${A}\n\n\n${B}\n\n`)).toEqual(['f:1 envelope', 'f:4 envelope'])
  })

  test('a line that cannot be read takes nothing away from the others', () => {
    const text = [A, '{"mediaType":', B, 'Loaded 2 attestations', '{"a":1}', `${A}${B}`].join('\n')
    expect(outcomes(text)).toEqual([
      'f:1 envelope',
      'f:2 JSON_INVALID',
      'f:3 envelope',
      'f:4 JSON_INVALID',
      'f:5 BUNDLE_INVALID',
      'f:6 JSON_INVALID',
    ])
  })

  test('a file with more lines than any tool writes is refused whole', () => {
    expect(outcomes('{}\n'.repeat(MAX_BUNDLES_PER_FILE))).toHaveLength(MAX_BUNDLES_PER_FILE)
    expect(refusalOf(`${A}\n`.repeat(MAX_BUNDLES_PER_FILE + 1))).toMatch(
      /^BUNDLE_INVALID .*more than 1024 bundles/,
    )
  })

  test.each([
    ['two on one line', `${A}${B}`],
    ['two that are pretty-printed', `${pretty(A)}\n${pretty(B)}`],
    ['one that is cut off', A.slice(0, -1)],
    ['one that is cut off and pretty-printed', pretty(A).slice(0, -2)],
    ['nothing', ''],
    ['empty lines', '\n\n'],
  ])('%s is no document', (_, text) => {
    expect(outcomes(text)).toEqual(['f JSON_INVALID'])
  })
})

describe('another form is refused with what is wanted', () => {
  const bundle = JSON.parse(A)
  const json = (value: unknown) => JSON.stringify(value)
  test.each([
    ['an array', json([bundle]), `jq -c '.[]' makes them`],
    ['a pretty-printed array', pretty(json([bundle, bundle])), `jq -c '.[]' makes them`],
    ['an answer of the API', json({ attestations: [{ bundle }] }), `jq -c '.attestations[].bundle'`],
    ['one attestation of the API', json({ bundle, repository_id: 1 }), `jq -c '.bundle'`],
    ['its array', json([{ bundle, repository_id: 1 }]), `jq -c '.[].bundle'`],
    ['gh attestation verify', json([{ attestation: { bundle } }]), `jq -c '.[].attestation.bundle'`],
    ['a statement', json({ _type: 'x', predicateType: 'y' }), 'a statement without a signature'],
    ['an attestation of PyPI', json({ verification_material: {}, envelope: {} }), 'PEP 740'],
    ["cosign's older bundle", json({ base64Signature: '', cert: '' }), "cosign's older format"],
    ['an empty array', '[]', 'is an array'],
    ['a text', '"x"', 'something else'],
    ['null', 'null', 'something else'],
    ['an inherited field', '{"toString":1}', 'something else'],
  ])('%s', (_, text, said) => {
    const message = refusalOf(text)
    expect(message).toMatch(/^BUNDLE_INVALID /)
    expect(message).toContain('Give a Sigstore bundle or a DSSE envelope')
    expect(message.replace('an in-toto statement', 'a statement')).toContain(said)
  })

  test.each([
    ['with its mark', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(A, 'utf16le')])],
    ['without a mark', Buffer.from(A, 'utf16le')],
    ['big-endian', Buffer.from(`\ufeff${A}`, 'utf16le').swap16()],
    ['big-endian without a mark', Buffer.from(A, 'utf16le').swap16()],
  ])('UTF-16 %s', (_, bytes) => {
    expect(refusalOf(bytes)).toMatch(/^BUNDLE_INVALID .*UTF-16.*-Encoding utf8/)
  })
})

describe('a DSSE envelope of its own', () => {
  const text = JSON.stringify(envelope(A))

  test('is read, several on a line each too, and verifies with a trusted key', async () => {
    expect(await signersOf(text)).toEqual(['release'])
    expect(outcomes(`${text}\n${JSON.stringify(envelope(B))}\n`)).toEqual(['f:1 envelope', 'f:2 envelope'])
    expect(await signersOf(`${text}\n${B}\n`)).toEqual(['release', 'release'])
  })

  test('ignores fields that it does not know, and reads null as absent', async () => {
    const { signatures, ...rest } = envelope(A)
    const known = { ...signatures[0], keyid: null, cert: null, extension: { kind: 'x' } }
    expect(await signersOf(JSON.stringify({ ...rest, signatures: [known], note: 1 }))).toEqual(['release'])
  })

  test('with several signatures is several envelopes', async () => {
    const { payload, payloadType, signatures } = envelope(A)
    const [second] = envelope(B).signatures
    const items = read(JSON.stringify({ payload, payloadType, signatures: [...signatures, second] }))
    expect(items.map(outcome)).toEqual(['f envelope', 'f envelope'])
    const codes = items.flatMap((item) =>
      'bundle' in item ? [codeOf(() => verifyBundle(item.bundle, { keys }))] : [],
    )
    expect(await Promise.all(codes)).toEqual(['no error', 'KEY_UNTRUSTED'])
  })

  test.each([
    ['no signature', (e: any) => (e.signatures = [])],
    ['seventeen signatures', (e: any) => (e.signatures = Array(17).fill(e.signatures[0]))],
    ['a signature in loose base64', (e: any) => (e.signatures[0].sig += '\n')],
    ['an empty payload', (e: any) => (e.payload = '')],
    ['a payload type that is not ASCII', (e: any) => (e.payloadType = 'text/pl\u0430in')],
    ['a certificate that is none', (e: any) => (e.signatures[0].cert = 'x')],
    ['signatures that are no list', (e: any) => (e.signatures = {})],
  ])('with %s is refused', (_, change) => {
    const changed = envelope(A)
    change(changed)
    expect(outcomes(JSON.stringify(changed))).toEqual(['f BUNDLE_INVALID'])
  })

  test('with another payload does not verify', async () => {
    const forged = { ...envelope(A), payload: envelope(B).payload }
    const [item] = read(JSON.stringify(forged))
    if (item === undefined || !('bundle' in item)) throw new Error('not read')
    expect(await codeOf(() => verifyBundle(item.bundle, { keys }))).toBe('KEY_UNTRUSTED')
  })
})

describe('null of protobuf', () => {
  const nulls: readonly (readonly [string, (bundle: any) => void])[] = [
    ['certificate', (b) => (b.verificationMaterial.certificate = null)],
    ['x509CertificateChain', (b) => (b.verificationMaterial.x509CertificateChain = null)],
    ['tlogEntries', (b) => (b.verificationMaterial.tlogEntries = null)],
    ['timestampVerificationData', (b) => (b.verificationMaterial.timestampVerificationData = null)],
    [
      'rfc3161Timestamps',
      (b) => (b.verificationMaterial.timestampVerificationData = { rfc3161Timestamps: null }),
    ],
    ['hint', (b) => (b.verificationMaterial.publicKey.hint = null)],
    ['keyid', (b) => (b.dsseEnvelope.signatures[0].keyid = null)],
    ['messageSignature', (b) => (b.messageSignature = null)],
  ]
  test.each(nulls)('%s is absent', async (_, change) => {
    const bundle = JSON.parse(A)
    change(bundle)
    expect(await signersOf(JSON.stringify(bundle))).toEqual(['release'])
  })

  const required: readonly (readonly [string, (bundle: any) => void])[] = [
    ['mediaType', (b) => (b.mediaType = null)],
    ['verificationMaterial', (b) => (b.verificationMaterial = null)],
    ['publicKey, the only material', (b) => (b.verificationMaterial.publicKey = null)],
    ['dsseEnvelope, the only content', (b) => (b.dsseEnvelope = null)],
    ['payload', (b) => (b.dsseEnvelope.payload = null)],
    ['signatures', (b) => (b.dsseEnvelope.signatures = null)],
    ['a signature, since a list has no null', (b) => (b.dsseEnvelope.signatures = [null])],
    ['sig', (b) => (b.dsseEnvelope.signatures[0].sig = null)],
    ['a log entry', (b) => (b.verificationMaterial.tlogEntries = [null])],
  ]
  test.each(required)('%s must be there', (_, change) => {
    const bundle = JSON.parse(A)
    change(bundle)
    expect(outcomes(JSON.stringify(bundle))).toEqual(['f BUNDLE_INVALID'])
  })
})

describeWithCases('bundle files of other tools', () => {
  const wanted = 'Give a Sigstore bundle or a DSSE envelope'
  test.each([
    ['one-nl.json', 1],
    ['one.jsonl', 1],
    ['pretty.json', 1],
    ['bom.json', 1],
    ['raw.intoto.jsonl', 1],
    ['two.jsonl', 2],
  ])('%s is read', (name, count) => {
    const items = read(caseBytes(`06-jsonl/${name}`) ?? '')
    expect(items.map((item) => 'bundle' in item)).toEqual(Array(count).fill(true))
  })

  test.each([
    ['array.json', wanted],
    ['api.json', wanted],
    ['ghverify.json', wanted],
    ['utf16.json', 'UTF-16'],
  ])('%s is refused with what is wanted', (name, said) => {
    expect(refusalOf(caseBytes(`06-jsonl/${name}`) ?? '')).toContain(said)
  })
})
