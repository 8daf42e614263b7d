// What certificates, timestamps and log entries of strangers may cost, and how they may be named.
import { describe, expect, test } from '@jest/globals'
import { decodePem, MAX_MATERIAL_BYTES, parseBundle, parseBundles, parseStatement } from '@open-claw/core'
import { parseTrustedRoot, rootsFromStatement } from '@open-claw/sigstore'
import { isSignedByLog, parseCheckpoint } from '../../../packages/sigstore/src/log/checkpoint.ts'
import {
  parseTimestampResponse,
  DerError,
  encodeDer,
  readOid,
  readOne,
  TAG,
  parseCertificate,
} from '@open-claw/asn1'
import { readAll } from '../../../packages/asn1/src/der.ts'
import { codeOf, refusal } from '../../support/errors.ts'
import { sha256 } from './verify-authorities.ts'
import { checkpoint, entryV1, pem } from './verify-witness-makers.ts'
import {
  assemble,
  BODIES,
  bundleJson,
  judge,
  leaf,
  rekor,
  rekorEntry,
  rootJson,
  sign1,
  tsa,
  type Json,
} from './verify-world.ts'

const MEGABYTES = 4 * 1024 * 1024
const seq = (...parts: readonly Uint8Array[]): Buffer => encodeDer(TAG.sequence, parts)
const NULLS = Buffer.alloc(MEGABYTES, Buffer.from('0500', 'hex'))

describe('abuse case 47: DER', () => {
  test.each<[string, () => unknown]>([
    ['elements of two bytes', () => readAll(NULLS)],
    ['a sequence of them', () => parseCertificate(seq(NULLS))],
    ['a certificate with them for its fields', () => parseCertificate(seq(seq(NULLS)))],
    ['a timestamp of them', () => parseTimestampResponse(seq(NULLS))],
    ['a timestamp with them for its token', () => parseTimestampResponse(seq(seq(NULLS), seq(NULLS)))],
    ['one more element than the limit', () => readAll(NULLS.subarray(0, 2 * 257))],
    ['a certificate with as many extensions', () => parseCertificate(withExtensions(257))],
  ])('%s end at the limit', (_, read) => {
    expect(read).toThrow(DerError)
    expect(read).toThrow('over 256 elements')
  })

  test('as many elements as the limit are read', () => {
    expect(readAll(NULLS.subarray(0, 2 * 256))).toHaveLength(256)
  })

  test.each([65, 4096, MEGABYTES])('an object identifier of %i bytes is refused, and not shown', (length) => {
    const long = readOne(encodeDer(TAG.objectIdentifier, [Buffer.alloc(length, 1)]), TAG.objectIdentifier)
    expect(() => readOid(long)).toThrow('too long')
  })
})

/** The certificate of the timestamp authority, with extensions that nobody knows in place of its own. */
function withExtensions(count: number): Buffer {
  const [tbs, algorithm, signature] = readAll(readOne(tsa.certificate, TAG.sequence).value)
  const fields = readAll(tbs?.value ?? Buffer.alloc(0)).slice(0, -1)
  const extensions = Array.from({ length: count }, () =>
    seq(encodeDer(TAG.objectIdentifier, [Buffer.from([1, 2])])),
  )
  const parts = [algorithm, signature].map((part) => part?.whole ?? Buffer.alloc(0))
  return seq(seq(...fields.map(({ whole }) => whole), encodeDer(0xa3, [seq(...extensions)])), ...parts)
}

describe('abuse case 45: checkpoints', () => {
  const note = (line: string): string => `${checkpoint(rekor, 8, sha256(Buffer.from('root')))}${line}\n`

  test.each([
    ['a signature of megabytes', `\u2014 rekor.example ${'A'.repeat(MEGABYTES)}`],
    ['one that ends badly', `\u2014 rekor.example ${'A'.repeat(MEGABYTES)}!`],
    ['a name of megabytes', `\u2014 ${'a'.repeat(MEGABYTES)} AAAAAAAA`],
    ['nothing but dashes', '\u2014 '.repeat(MEGABYTES)],
    ['empty lines', '\n'.repeat(MEGABYTES)],
  ])('%s', async (_, line) => {
    expect(parseCheckpoint(note(line))).toBeUndefined()
    const entry = (parts: Parameters<typeof rekorEntry>[0]): Json => {
      const json = rekorEntry(parts)
      json.inclusionProof.checkpoint.envelope = note(line)
      return json
    }
    expect(await codeOf(() => judge(bundleJson({ entries: (parts) => [entry(parts)] })))).toBe(
      'LOG_ENTRY_INVALID',
    )
  })

  test('lines in the name of the log are not tried one after the other', async () => {
    const whole = parseCheckpoint(checkpoint(rekor, 8, sha256(Buffer.from('root'))))
    const [good] = whole?.signatures ?? []
    if (whole === undefined || good === undefined) throw new Error('no checkpoint')
    const bad = { ...good, signature: Buffer.alloc(70) }
    const log = {
      name: '',
      operator: '',
      ids: [rekor.id],
      key: rekor.publicKey,
      scheme: { type: 'ec', hash: 'sha256' },
      validFor: { start: 0, end: undefined },
    } as const
    const verdicts = [1, 3, 4, 63].map((count) =>
      isSignedByLog({ ...whole, signatures: [...Array.from({ length: count }, () => bad), good] }, log),
    )
    expect(await Promise.all(verdicts)).toStrictEqual([true, true, false, false])
  })
})

describe('PEM', () => {
  const BLOCK = pem('CERTIFICATE', tsa.certificate).toString('latin1')

  test('of a certificate and of a key, with either line end', () => {
    const read = { label: 'CERTIFICATE', der: tsa.certificate }
    for (const text of [BLOCK, BLOCK.trimEnd(), `${BLOCK}\n\n`, BLOCK.replaceAll('\n', '\r\n')])
      expect(decodePem(text)).toStrictEqual(read)
    expect(decodePem(pem('PUBLIC KEY', Buffer.from([1])).toString())).toMatchObject({ label: 'PUBLIC KEY' })
  })

  test.each([
    ['two blocks', `${BLOCK}${BLOCK}`],
    ['another end', BLOCK.replace('END CERTIFICATE', 'END PUBLIC KEY')],
    ['no end', BLOCK.slice(0, -20)],
    ['no bytes', '-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n'],
    ['text before', ` ${BLOCK}`],
    ['blanks within', BLOCK.replace('\n', '\n ')],
    ['megabytes', BLOCK.replace('\n', `\n${'A'.repeat(MEGABYTES)}`)],
    ['megabytes of blanks', BLOCK.replace('\n', '\n'.repeat(MEGABYTES))],
  ])('is not read with %s', (_, text) => {
    expect(decodePem(text)).toBeUndefined()
  })

  test('abuse case 45: blanks in the certificate of an envelope do not take hours', async () => {
    const cert = `-----BEGIN CERTIFICATE-----${' \n'.repeat(100_000)}x`
    const envelope = { payload: 'e30=', payloadType: 'a/b', signatures: [{ sig: 'AA==', cert }] }
    expect(parseBundles(Buffer.from(JSON.stringify(envelope)), 'e')).toMatchObject([
      { refused: { code: 'BUNDLE_INVALID' } },
    ])
  })
})

describe('abuse case 45: what is short is not read where it is long', () => {
  const LONG = Buffer.alloc(MAX_MATERIAL_BYTES + 3).toString('base64')
  test.each<[string, (bundle: Json) => unknown]>([
    ['a signature', (json) => (json.dsseEnvelope.signatures[0].sig = LONG)],
    ['a key id', (json) => (json.dsseEnvelope.signatures[0].keyid = 'a'.repeat(4096))],
    ['a certificate', (json) => (json.verificationMaterial.certificate.rawBytes = LONG)],
    [
      'a timestamp',
      (json) =>
        (json.verificationMaterial.timestampVerificationData = {
          rfc3161Timestamps: [{ signedTimestamp: LONG }],
        }),
    ],
  ])('%s', async (_, spoil) => {
    const json = bundleJson()
    spoil(json)
    const error = await refusal(() => parseBundle(Buffer.from(JSON.stringify(json)), 'b'))
    expect([error.code, error.message]).toStrictEqual(['BUNDLE_INVALID', expect.stringContaining('is over')])
  })

  test('the body of a log entry', async () => {
    const entries = (parts: ReturnType<typeof sign1>): Json[] => [
      entryV1(rekor, { ...BODIES.dsse(parts), more: Array.from({ length: 300 }, () => []) }),
    ]
    expect(await codeOf(() => judge(bundleJson({ entries })))).toBe('LOG_ENTRY_INVALID')
  })
})

const NAMES = ['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString', 'valueOf'] as const
/** JSON.parse makes an own field of `__proto__`, an assignment would not. */
const withField = (json: object, name: string, value: unknown): Json =>
  JSON.parse(`${JSON.stringify(json).slice(0, -1)},${JSON.stringify(name)}:${JSON.stringify(value)}}`)

test.each(NAMES)(
  'abuse case 40: fields that every object has %s is an unknown field of a log entry',
  async (name) => {
    const entries = (parts: ReturnType<typeof sign1>): Json[] => [withField(rekorEntry(parts), name, {})]
    expect(await codeOf(() => judge(bundleJson({ entries })))).toBe('LOG_ENTRY_INVALID')
  },
)

test.each(NAMES)(
  'abuse case 40: fields that every object has %s is an unknown field of a proof',
  async (name) => {
    const entries = (parts: ReturnType<typeof sign1>): Json[] => {
      const entry = rekorEntry(parts)
      return [{ ...entry, inclusionProof: withField(entry.inclusionProof, name, 1) }]
    }
    expect(await codeOf(() => judge(bundleJson({ entries })))).toBe('LOG_ENTRY_INVALID')
  },
)

test.each(NAMES)(
  'abuse case 40: fields that every object has %s gives no log entry the fields that it lacks',
  async (name) => {
    const entries = (parts: ReturnType<typeof sign1>): Json[] => {
      const { canonicalizedBody, ...rest } = rekorEntry(parts)
      return [withField(rest, name, { canonicalizedBody })]
    }
    expect(await codeOf(() => judge(bundleJson({ entries })))).toBe('LOG_ENTRY_INVALID')
  },
)

test.each(NAMES)(
  'abuse case 40: fields that every object has %s is a field of a predicate as any other, and unknown among signed roots',
  (name) => {
    const text = JSON.stringify({
      _type: 'https://in-toto.io/Statement/v1',
      subject: [{ digest: { sha256: 'a'.repeat(64) } }],
      predicateType: 'https://open-claw.github.io/predicates/trusted-roots/v1',
      predicate: withField({ roots: [rootJson()], expires: '2999-01-01T00:00:00Z' }, name, {}),
    })
    const { predicate } = parseStatement(text)
    expect(Object.hasOwn(predicate ?? {}, name)).toBe(true)
    expect(() => rootsFromStatement(predicate, 0)).toThrow('is not valid at')
    const root = Buffer.from(JSON.stringify(withField(rootJson(), name, {})))
    expect(() => parseTrustedRoot(root, 'root')).toThrow('is not valid at')
  },
)

test.each(NAMES)(
  'abuse case 40: fields that every object has %s is an unknown field of a bundle, everywhere',
  async (name) => {
    const json = assemble(sign1(leaf()))
    const spoiled: Json[] = [
      withField(json, name, 1),
      { ...json, verificationMaterial: withField(json.verificationMaterial, name, 1) },
      { ...json, dsseEnvelope: withField(json.dsseEnvelope, name, 1) },
    ]
    for (const bundle of spoiled)
      expect(await codeOf(() => parseBundle(Buffer.from(JSON.stringify(bundle)), 'b'))).toBe('BUNDLE_INVALID')
  },
)
