// What somebody tries who has a true certificate, timestamp or log entry, of another artifact or another time.
import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { publicKeyId, parseBundle, trustedKey, verifyBundle } from '@open-claw/core'
import { parseTrustedRoot, readTrustedRoots } from '@open-claw/sigstore'
import { codeOf } from '../../support/errors.ts'
import {
  digitsOf,
  ecKeys,
  MINUTE,
  nameOf,
  SIGNED_AT,
  spkiOf,
  YEAR,
  certify,
  eku,
  keyUsage,
  TIME_STAMPING,
  authority,
  type Keys,
} from './verify-authorities.ts'
import { entryV1, stamp } from './verify-witness-makers.ts'
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
  tilesEntry,
  tsa,
  tsaRoot,
  type Json,
} from './verify-world.ts'

const clock = (time: number): string => `${digitsOf(time)}Z`

test('threats of time and log 41: the log entry of another artifact', async () => {
  const holder = leaf()
  const other = sign1(holder, { another: 'artifact' })
  const json = assemble(sign1(holder), { entries: () => [rekorEntry(other)] })
  expect(await codeOf(() => judge(json))).toBe('LOG_ENTRY_MISMATCH')
})

test('threats of time and log 42: no proof of inclusion', async () => {
  const entries = (parts: Parameters<typeof rekorEntry>[0]) => {
    const { inclusionProof: _, ...entry } = rekorEntry(parts)
    return [entry]
  }
  expect(await codeOf(() => judge(bundleJson({ entries })))).toBe('LOG_ENTRY_INVALID')
})

test('threats of time and log 43: a time that the log did not sign', async () => {
  const entries = (parts: Parameters<typeof rekorEntry>[0]) => {
    const { inclusionPromise: _, ...entry } = rekorEntry(parts)
    return [entry]
  }
  expect(await codeOf(() => judge(bundleJson({ entries, stamps: [] })))).toBe('TRUSTED_TIME_MISSING')
})

test('threats of time and log 44: a timestamp over other bytes', async () => {
  const stamps = (signature: Buffer) => [stamp(Buffer.concat([signature, Buffer.from([0])]), tsa, tsaRoot)]
  expect(await codeOf(() => judge(bundleJson({ stamps })))).toBe('TIMESTAMP_INVALID')
  const ofPayload = bundleJson({
    stamps: [stamp(Buffer.from(bundleJson().dsseEnvelope.payload, 'base64'), tsa, tsaRoot)],
  })
  expect(await codeOf(() => judge(ofPayload))).toBe('TIMESTAMP_INVALID')
})

test('threats of time and log 45, abuse case 58: the timestamp of an authority that nobody trusts', async () => {
  const root = authority('their root')
  const theirs = certify({
    subject: nameOf('their tsa'),
    issuer: root,
    extensions: [keyUsage(0x80), eku(true, TIME_STAMPING)],
  })
  const stamps = (signature: Buffer) => [
    stamp(signature, theirs, root, { embedded: [theirs.certificate, root.certificate] }),
  ]
  expect(await codeOf(() => judge(bundleJson({ stamps })))).toBe('TIMESTAMP_INVALID')
})

test('threats of time and log 46, abuse case 57: a certificate that was over when it signed', async () => {
  const holder = leaf({ from: SIGNED_AT - YEAR, to: SIGNED_AT - YEAR + 10 * MINUTE })
  expect(await codeOf(() => judge(bundleJson({ leaf: holder })))).toBe('CERTIFICATE_EXPIRED')
})

test.each([
  ['behind by an hour', -60 * MINUTE],
  ['ahead by an hour', 60 * MINUTE],
  ['ahead by a second more than the certificate lasts', 9 * MINUTE + 1000],
  ['behind by a second more than the certificate is old', -MINUTE - 1000],
])('threats of time and log the clock of the timestamp authority is %s', async (_, skew) => {
  const json = bundleJson({ stamp: { time: clock(SIGNED_AT + skew) }, entries: () => [] })
  expect(await codeOf(() => judge(json))).toBe('CERTIFICATE_EXPIRED')
})

test.each([
  ['behind', -MINUTE],
  ['ahead', 9 * MINUTE],
])(
  'threats of time and log the clock of the timestamp authority is %s by what the certificate bears',
  async (_, skew) => {
    const json = bundleJson({ stamp: { time: clock(SIGNED_AT + skew) }, entries: () => [] })
    expect(await judge(json)).toMatchObject({ times: [{ time: SIGNED_AT + skew }] })
  },
)

test('threats of time and log the clock of the log is off', async () => {
  const entries = (parts: Parameters<typeof rekorEntry>[0]) => [
    entryV1(rekor, BODIES.dsse(parts), (SIGNED_AT + 60 * MINUTE) / 1000),
  ]
  expect(await codeOf(() => judge(bundleJson({ entries })))).toBe('CERTIFICATE_EXPIRED')
})

describe('parts of one bundle in another', () => {
  const [one, two] = [bundleJson(), bundleJson({ statement: { other: 1 } })]
  const swapped = (change: (json: Json) => unknown): Json => {
    const json = structuredClone(one)
    change(json)
    return json
  }
  test.each<[string, (json: Json) => unknown, string]>([
    [
      'certificate',
      (json) => (json.verificationMaterial.certificate = two.verificationMaterial.certificate),
      'LOG_ENTRY_MISMATCH',
    ],
    [
      'log entry',
      (json) => (json.verificationMaterial.tlogEntries = two.verificationMaterial.tlogEntries),
      'LOG_ENTRY_MISMATCH',
    ],
    [
      'timestamp',
      (json) =>
        (json.verificationMaterial.timestampVerificationData =
          two.verificationMaterial.timestampVerificationData),
      'TIMESTAMP_INVALID',
    ],
    [
      'signature',
      (json) => (json.dsseEnvelope.signatures = two.dsseEnvelope.signatures),
      'TIMESTAMP_INVALID',
    ],
    ['payload', (json) => (json.dsseEnvelope.payload = two.dsseEnvelope.payload), 'LOG_ENTRY_MISMATCH'],
    ['envelope', (json) => (json.dsseEnvelope = two.dsseEnvelope), 'TIMESTAMP_INVALID'],
    ['witnesses', (json) => (json.verificationMaterial = two.verificationMaterial), 'TIMESTAMP_INVALID'],
  ])('the %s is refused', async (_, change, code) => {
    expect(await codeOf(() => judge(swapped(change)))).toBe(code)
  })

  test.each<[string, (json: Json) => unknown]>([
    ['payload type', (json) => (json.dsseEnvelope.payloadType = 'application/vnd.evil+json')],
    ['certificate', (json) => (json.verificationMaterial.certificate = two.verificationMaterial.certificate)],
  ])('the %s of a bundle that is in no log is refused by its signature', async (_, change) => {
    const json = bundleJson({ entries: () => [] })
    change(json)
    expect(await codeOf(() => judge(json))).toBe('SIGNATURE_INVALID')
  })
})

const keys = ecKeys()
const holder = { ...keys, name: Buffer.alloc(0), serial: Buffer.alloc(0), certificate: spkiOf(keys) }
const asKey = (body: object): object =>
  JSON.parse(
    JSON.stringify(body)
      .replaceAll('x509Certificate', 'publicKey')
      .replaceAll(pemText('CERTIFICATE'), pemText('PUBLIC KEY')),
  )
const pemText = (label: string): string => {
  const lines =
    spkiOf(keys)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return Buffer.from(`-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`).toString(
    'base64',
  )
}
const keyBundle = (
  parts = sign1(holder),
  entries: Json[] = [entryV1(rekor, asKey(BODIES.dsse(parts)))],
): Json => {
  const json = assemble(parts, { entries: () => entries })
  delete json.verificationMaterial.certificate
  json.verificationMaterial.publicKey = { hint: publicKeyId(spkiOf(keys)) }
  return json
}
const judgeKey = (json: Json, trusted: Keys = keys, root: Json = rootJson()) =>
  verifyBundle(parseBundle(Buffer.from(JSON.stringify(json)), 'bundle.json'), {
    keys: [trustedKey('release', spkiOf(trusted))],
    roots: readTrustedRoots([parseTrustedRoot(Buffer.from(JSON.stringify(root)), 'root.json')]),
  })

test('a bundle of a key has the witnesses that a certificate has', async () => {
  const facts = await judgeKey(keyBundle())
  expect(facts.signer).toMatchObject({ kind: 'key', key: { name: 'release' } })
  expect(facts).toMatchObject({
    times: [{ source: 'timestamp-authority' }, { source: 'transparency-log' }],
    logged: [{ log: 'https://rekor.example' }],
    unverified: { logEntries: 0, timestamps: 0 },
  })
})

test('a bundle of a key needs no witness', async () => {
  const json = keyBundle(undefined, [])
  json.verificationMaterial.timestampVerificationData.rfc3161Timestamps = []
  expect(await judgeKey(json)).toMatchObject({ times: [], logged: [] })
})

test.each<[string, () => Json, string]>([
  [
    'in the log with a certificate',
    () => keyBundle(undefined, [rekorEntry(sign1(leaf()))]),
    'LOG_ENTRY_MISMATCH',
  ],
  [
    'in the log with another key',
    () => keyBundle(undefined, [tilesEntry({ ...sign1(holder), holder: leaf() })]),
    'LOG_ENTRY_MISMATCH',
  ],
  ['in the log with a broken entry', () => keyBundle(undefined, [{}]), 'LOG_ENTRY_INVALID'],
  [
    'with the timestamp of another signature',
    () => {
      const json = keyBundle()
      json.verificationMaterial.timestampVerificationData =
        bundleJson().verificationMaterial.timestampVerificationData
      return json
    },
    'TIMESTAMP_INVALID',
  ],
])('a bundle of a key %s is refused', async (_, make, code) => {
  expect(await codeOf(() => judgeKey(make()))).toBe(code)
})

test('a bundle of a key of another key is refused before its witnesses are', async () => {
  expect(await codeOf(() => judgeKey(keyBundle(), ecKeys()))).toBe('KEY_UNTRUSTED')
})

test('a bundle of a key has no certificate to judge', async () => {
  const roots = readTrustedRoots([parseTrustedRoot(Buffer.from(JSON.stringify(rootJson())), 'root.json')])
  const bundle = parseBundle(Buffer.from(JSON.stringify(keyBundle())), 'bundle.json')
  expect(await codeOf(() => roots.certificate(bundle))).toBe('CERTIFICATE_INVALID')
})

test('a bundle of a key is not signed by a certificate for the same key', async () => {
  const json = keyBundle(undefined, [])
  delete json.verificationMaterial.publicKey
  json.verificationMaterial.certificate = {
    rawBytes: leaf({ keys: generateKeyPairSync('ed25519') }).certificate.toString('base64'),
  }
  expect(await codeOf(() => judgeKey(json))).toBe('SIGNATURE_INVALID')
})

test('a certificate whose key signs whole messages is told from a wrong signature over a digest', async () => {
  const json = bundleJson({ entries: () => [] })
  const { certificate } = leaf({ keys: generateKeyPairSync('ed25519') })
  json.verificationMaterial.certificate = { rawBytes: certificate.toString('base64') }
  const signature = json.dsseEnvelope.signatures[0].sig
  delete json.dsseEnvelope
  json.messageSignature = {
    messageDigest: { algorithm: 'SHA2_256', digest: Buffer.alloc(32).toString('base64') },
    signature,
  }
  expect(await codeOf(() => judge(json))).toBe('KEY_ALGORITHM_UNSUPPORTED')
})
