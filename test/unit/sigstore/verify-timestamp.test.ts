// Timestamps that differ in one place from one that is accepted.
import { generateKeyPairSync, sign } from 'node:crypto'
import { expect, test } from '@jest/globals'
import { codeOf, refusal } from '../../support/errors.ts'
import {
  authority,
  certify,
  CODE_SIGNING,
  der,
  DIGITAL_SIGNATURE,
  digitsOf,
  ecKeys,
  eku,
  extension,
  flipped,
  isAuthority,
  keyUsage,
  nameOf,
  octets,
  oid,
  seq,
  set,
  SIGNED_AT,
  TIME_STAMPING,
  YEAR,
  type CertificatePlan,
  type Holder,
} from './verify-authorities.ts'
import { stamp, type StampPlan } from './verify-witness-makers.ts'
import { authorityJson, bundleJson, judge, rootJson, tsa, tsaRoot, type Json } from './verify-world.ts'

const judgeStamp = (plan: StampPlan, ...roots: Json[]) =>
  judge(bundleJson({ stamp: plan, entries: () => [] }), ...roots)
const attribute = (id: string, value: Uint8Array): Buffer => seq(oid(id), set(value))

test.each<[string, StampPlan]>([
  ['of SHA-256', { hash: 'sha256' }],
  ['of SHA-384', { hash: 'sha384' }],
  ['of SHA-512', { hash: 'sha512' }],
  ['whose content has a SHA-512', { digestAlgorithm: 'sha512' }],
  ['granted with changes', { status: 1 }],
  ['with its certificate', { embedded: [tsa.certificate, tsaRoot.certificate] }],
  ['with another certificate, which nobody looks at', { embedded: [tsaRoot.certificate] }],
  ['without a digest of its certificate', { certificateId: 'none' }],
  ['with the SHA-1 of its certificate', { certificateId: 'v1' }],
  ['with an extension', { extensions: [extension('1.2.3.4', Buffer.from('x'))] }],
])('a timestamp %s is accepted', async (_, plan) => {
  const facts = await judgeStamp(plan)
  expect(facts.times).toEqual([
    { source: 'timestamp-authority', authority: 'https://tsa.example', time: SIGNED_AT },
  ])
})

test('a timestamp that is repeated counts once', async () => {
  const stamps = (signature: Buffer) => {
    const one = stamp(signature, tsa, tsaRoot)
    return [one, one, stamp(signature, tsa, tsaRoot, { hash: 'sha512' })]
  }
  expect((await judge(bundleJson({ stamps, entries: () => [] }))).times).toHaveLength(1)
})

test.each<[string, StampPlan, string]>([
  ['of SHA-1', { hash: 'sha1' }, 'hash that is not supported'],
  ['whose content has a SHA-1', { digestAlgorithm: 'sha1' }, 'hash that is not supported'],
  ['that was refused', { status: 2 }, 'is a refusal'],
  ['that is to come', { status: 3 }, 'is a refusal'],
  ['of version 2', { version: 2 }, 'not of version 1'],
  ['over another content type', { contentType: '1.2.840.113549.1.7.1' }, 'does not sign its content'],
  ['over another content', { messageDigest: Buffer.alloc(32) }, 'another content'],
  ['without attributes', { attributes: [] }, 'does not sign its content'],
  ['with the digest of another certificate', { certificateId: 'v2-wrong' }, 'does not verify'],
  ['with the SHA-1 of another certificate', { certificateId: 'v1-wrong' }, 'does not verify'],
  [
    'with another signature',
    { signature: (data) => sign('sha256', flipped(data), tsa.privateKey) },
    'does not verify',
  ],
  [
    'signed by another key',
    { signature: (data) => sign('sha256', data, ecKeys().privateKey) },
    'does not verify',
  ],
  ['with an empty signature', { signature: () => Buffer.alloc(0) }, 'does not verify'],
  ['with another algorithm', { signatureAlgorithm: '1.2.840.10045.4.3.3' }, 'does not verify'],
  [
    'with the algorithm of another kind of key',
    { signatureAlgorithm: '1.2.840.113549.1.1.1' },
    'does not verify',
  ],
  ['signed with SHA-1', { signatureAlgorithm: '1.2.840.10045.4.1' }, 'not supported'],
  ['of nobody', { signers: 0 }, 'other than one signer'],
  ['of two', { signers: 2 }, 'other than one signer'],
  [
    'with a critical extension',
    { extensions: [extension('1.2.3.4', Buffer.from('x'), true)] },
    'critical extension',
  ],
  ['with bytes after it', { after: Buffer.from([0]) }, 'bytes after its end'],
  [
    'with an attribute twice',
    { attributes: [attribute('1.2.3', octets()), attribute('1.2.3', octets())] },
    'attribute twice',
  ],
  [
    'with an attribute of two values',
    { attributes: [seq(oid('1.2.3'), set(octets(), octets()))] },
    'other than one value',
  ],
  [
    'of before its authority was trusted',
    { time: `${digitsOf(SIGNED_AT - 2 * YEAR)}Z` },
    'did not trust at the time',
  ],
  ['of after its certificate', { time: `${digitsOf(SIGNED_AT + 2 * YEAR)}Z` }, 'did not trust at the time'],
  ['of long ago', { time: '19700101000000Z' }, 'did not trust at the time'],
])('a timestamp %s is refused', async (_, plan, why) => {
  const { code, message } = await refusal(() => judgeStamp(plan))
  expect(code).toBe('TIMESTAMP_INVALID')
  expect(message).toContain(why)
})

test.each<[string, (response: Buffer) => Buffer]>([
  ['nothing but a header', () => Buffer.from([0x30, 0])],
  ['text', () => Buffer.from('timestamp')],
  ['cut short', (response) => response.subarray(0, -1)],
  ['a token without its status', (response) => response.subarray(4 + 5)],
  ['a status without a token', () => seq(seq(der(0x02, Buffer.from([0]))))],
  ['a certificate', () => tsa.certificate],
  [
    'of an indefinite length',
    (response) => Buffer.concat([Buffer.from([0x30, 0x80]), response.subarray(4), Buffer.alloc(2)]),
  ],
])('a timestamp that is %s is refused', async (_, spoil) => {
  const stamps = (signature: Buffer) => [spoil(stamp(signature, tsa, tsaRoot))]
  expect(await codeOf(() => judge(bundleJson({ stamps })))).toBe('TIMESTAMP_INVALID')
})

test('a timestamp with a bit changed anywhere is refused, but for what nobody looks at', async () => {
  const good = bundleJson({ entries: () => [] })
  const [item] = good.verificationMaterial.timestampVerificationData.rfc3161Timestamps
  const response = Buffer.from(item.signedTimestamp, 'base64')
  const codes: string[] = []
  for (let at = 0; at < response.length; at += 1) {
    const json = structuredClone(good)
    const [changed] = json.verificationMaterial.timestampVerificationData.rfc3161Timestamps
    changed.signedTimestamp = flipped(response, at).toString('base64')
    codes.push(await codeOf(() => judge(json)))
  }
  const ignored = codes.flatMap((code, at) => (code === 'no error' ? [at] : []))
  // The status, two versions, and the list of digest algorithms, which stands again where it is signed.
  expect(ignored).toHaveLength(1 + 2 + 13)
  expect(new Set(codes)).toEqual(new Set(['no error', 'TIMESTAMP_INVALID']))
})

const stampOf = (holder: Holder, issuer: Holder, root: Json) =>
  judge(bundleJson({ stamps: (signature) => [stamp(signature, holder, issuer)], entries: () => [] }), root)
const rootWith = (...holders: Holder[]): Json => ({
  ...rootJson(),
  timestampAuthorities: [authorityJson(...holders)],
})
const made = (plan: Partial<CertificatePlan> = {}, issuer = tsaRoot): Holder =>
  certify({
    subject: nameOf('another tsa'),
    issuer,
    extensions: [keyUsage(DIGITAL_SIGNATURE), eku(true, TIME_STAMPING)],
    ...plan,
  })

test('the authority of a timestamp may be of several, and may have an intermediate', async () => {
  const middle = authority('middle', tsaRoot, {
    extensions: [keyUsage(0x06), isAuthority(0), eku(false, TIME_STAMPING)],
  })
  const holder = made({}, middle)
  const root = {
    ...rootJson(),
    timestampAuthorities: [...rootJson().timestampAuthorities, authorityJson(holder, middle, tsaRoot)],
  }
  expect(await stampOf(holder, middle, root)).toMatchObject({
    times: [{ authority: 'https://another.example' }],
  })
  expect(await stampOf(tsa, tsaRoot, root)).toMatchObject({ times: [{ authority: 'https://tsa.example' }] })
})

test('the authority of a timestamp may have an RSA key, named by the key alone', async () => {
  const holder = made({ keys: generateKeyPairSync('rsa', { modulusLength: 2048 }) })
  const stamps = (signature: Buffer) => [
    stamp(signature, holder, tsaRoot, { signatureAlgorithm: '1.2.840.113549.1.1.1' }),
  ]
  expect(await judge(bundleJson({ stamps, entries: () => [] }), rootWith(holder, tsaRoot))).toMatchObject({
    times: [{ time: SIGNED_AT }],
  })
})

test.each<[string, Holder]>([
  ['that is not known', made()],
  ['with the name and number of a known one', made({ subject: nameOf('tsa'), serial: tsa.serial })],
  ['that is an authority of certificates', tsaRoot],
])('the authority of a timestamp %s is refused', async (_, holder) => {
  expect(await codeOf(() => stampOf(holder, tsaRoot, rootJson()))).toBe('TIMESTAMP_INVALID')
})

test.each<[string, Partial<CertificatePlan>]>([
  ['whose purpose is not critical', { extensions: [keyUsage(DIGITAL_SIGNATURE), eku(false, TIME_STAMPING)] }],
  ['for another purpose', { extensions: [keyUsage(DIGITAL_SIGNATURE), eku(true, CODE_SIGNING)] }],
  ['for two purposes', { extensions: [keyUsage(DIGITAL_SIGNATURE), eku(true, TIME_STAMPING, CODE_SIGNING)] }],
  ['without a purpose', { extensions: [keyUsage(DIGITAL_SIGNATURE)] }],
  [
    'with the rights of an authority',
    { extensions: [keyUsage(DIGITAL_SIGNATURE), eku(true, TIME_STAMPING), isAuthority()] },
  ],
  ['that was over', { to: SIGNED_AT - 1000 }],
  ['that had not begun', { from: SIGNED_AT + 1000 }],
])('the authority of a timestamp %s is refused, though the root lists it', async (_, plan) => {
  const holder = made(plan)
  expect(await codeOf(() => stampOf(holder, tsaRoot, rootWith(holder, tsaRoot)))).toBe('TIMESTAMP_INVALID')
})

test('the authority of a timestamp needs an authority above it', async () => {
  const alone = certify({
    subject: nameOf('alone'),
    extensions: [keyUsage(DIGITAL_SIGNATURE), eku(true, TIME_STAMPING)],
  })
  expect(await codeOf(() => stampOf(alone, alone, rootWith(alone)))).toBe('TRUSTED_ROOT_INVALID')
  expect(await codeOf(() => stampOf(alone, alone, rootWith(alone, alone)))).toBe('TRUSTED_ROOT_INVALID')
})

test('the authority of a timestamp is called by its operator, so that two of one operator are not two', async () => {
  const second = made()
  const root = rootJson()
  root.timestampAuthorities.push(authorityJson(second, tsaRoot))
  const stamps = (signature: Buffer) => [stamp(signature, tsa, tsaRoot), stamp(signature, second, tsaRoot)]
  const json = bundleJson({ stamps, entries: () => [] })
  expect((await judge(json, root)).times).toHaveLength(2)
  for (const one of root.timestampAuthorities) one.operator = 'example.com'
  expect((await judge(json, root)).times).toEqual([expect.objectContaining({ authority: 'example.com' })])
})

test('the authority of a timestamp that has one key under two names and certificates is one, as a log is', async () => {
  const second = certify({
    subject: nameOf('the same again'),
    issuer: tsaRoot,
    keys: tsa,
    serial: Buffer.from([0x77]),
    extensions: [keyUsage(DIGITAL_SIGNATURE), eku(true, TIME_STAMPING)],
  })
  const root = rootJson()
  root.timestampAuthorities.push(authorityJson(second, tsaRoot))
  const stamps = (signature: Buffer) => [stamp(signature, tsa, tsaRoot), stamp(signature, second, tsaRoot)]
  const { times } = await judge(bundleJson({ stamps, entries: () => [] }), root)
  expect(new Set(times.map((one) => one.authority))).toEqual(new Set(['https://tsa.example']))
})

test('the authority of a timestamp must be within its period, whose ends belong to it', async () => {
  const at = (milliseconds: number): string => new Date(SIGNED_AT + milliseconds).toISOString()
  const period = (start: number, end: number): Json => {
    const root = rootJson()
    root.timestampAuthorities[0].validFor = { start: at(start), end: at(end) }
    return root
  }
  expect(await stampOf(tsa, tsaRoot, period(0, 0))).toMatchObject({ times: [{ time: SIGNED_AT }] })
  expect(await codeOf(() => stampOf(tsa, tsaRoot, period(-2000, -1)))).toBe('TIMESTAMP_INVALID')
  expect(await codeOf(() => stampOf(tsa, tsaRoot, period(1, 2000)))).toBe('TIMESTAMP_INVALID')
})

test('the authority of a timestamp with its certificate in the timestamp and not in the root is refused', async () => {
  const holder = made()
  const stamps = (signature: Buffer) => [
    stamp(signature, holder, tsaRoot, { embedded: [holder.certificate] }),
  ]
  expect(await codeOf(() => judge(bundleJson({ stamps })))).toBe('TIMESTAMP_INVALID')
})

test('the authority of a timestamp beside a good one does not pass', async () => {
  const holder = made()
  const stamps = (signature: Buffer) => [stamp(signature, tsa, tsaRoot), stamp(signature, holder, tsaRoot)]
  expect(await codeOf(() => judge(bundleJson({ stamps })))).toBe('TIMESTAMP_INVALID')
})
