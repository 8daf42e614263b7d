// What proves that a certificate was issued in public.
import { expect, test } from '@jest/globals'
import { codeOf, refusal } from '../../support/errors.ts'
import { judgeLeaf } from './verify-parts.ts'
import { der, ecKeys, extension, flipped, SIGNED_AT, YEAR } from './verify-authorities.ts'
import { sct } from './verify-witness-makers.ts'
import {
  bundleJson,
  ctLog,
  fulcio,
  fulcioRoot,
  judge,
  leaf,
  rootJson,
  type LeafPlan,
} from './verify-world.ts'

const whyOf = async (plan: LeafPlan): Promise<string> => {
  const { code, message } = await refusal(() => judgeLeaf(plan))
  return `${code} ${message}`
}

const knownId = Buffer.from(rootJson().ctlogs[0].logId.keyId, 'base64')

const other = ecKeys()
const known = (precertificate: Buffer) => sct(precertificate, fulcio, ctLog)
test('certificate transparency timestamps of logs that are not known are passed over, where one is known', async () => {
  const scts = (body: Buffer) => [
    sct(body, fulcio, other),
    known(body),
    sct(body, fulcio, other, { version: 1 }),
  ]
  expect(await judgeLeaf({ scts })).toMatchObject({ signer: { kind: 'certificate' } })
})

test('certificate transparency extensions of a timestamp are signed', async () => {
  expect(await judgeLeaf({ sct: { extensions: Buffer.from([1, 2, 3]) } })).toMatchObject({
    signer: { kind: 'certificate' },
  })
})

test.each<[string, LeafPlan, string]>([
  ['none', { scts: () => [] }, 'has no signed certificate timestamp'],
  [
    'an empty list',
    { scts: () => [], extra: [extension('1.3.6.1.4.1.11129.2.4.2', der(0x04, Buffer.from([0, 0])))] },
    'has no signed',
  ],
  ['one of another log', { scts: (body) => [sct(body, fulcio, other)] }, 'no certificate transparency log'],
  [
    'one of another log in the name of a known one',
    { scts: (body) => [sct(body, fulcio, other, { logId: knownId })] },
    'does not verify',
  ],
  [
    'a bad one beside a good one',
    { scts: (body) => [known(body), sct(body, fulcio, ctLog, { data: (data) => flipped(data) })] },
    'does not verify',
  ],
  ['one for another issuer', { scts: (body) => [sct(body, fulcioRoot, ctLog)] }, 'does not verify'],
  [
    'one for another certificate',
    { scts: (body) => [known(flipped(body, body.length - 1))] },
    'does not verify',
  ],
  ['one that says RSA', { sct: { algorithm: 0x0401 } }, 'does not verify'],
  ['one of SHA-1', { sct: { algorithm: 0x0203 } }, 'does not verify'],
  ['one of before the log was trusted', { sct: { time: SIGNED_AT - 2 * YEAR } }, 'does not trust the log'],
  ['one of another version', { sct: { version: 1 } }, 'has no signed certificate timestamp'],
])('certificate transparency with %s is refused', async (_, plan, why) => {
  expect(await whyOf(plan)).toMatch(new RegExp(`^SCT_INVALID .*${why}`))
})

test.each<[string, (list: Buffer) => Buffer]>([
  ['cut short', (list) => list.subarray(0, -1)],
  ['with bytes after it', (list) => Buffer.concat([list, Buffer.from([0])])],
  ['with an item cut short', () => Buffer.from([0, 3, 0, 1, 0])],
  ['with an item longer than the list', () => Buffer.from([0, 3, 0, 9, 0])],
])('certificate transparency a list %s is refused', async (_, spoil) => {
  const scts = (body: Buffer) => {
    const item = known(body)
    const list = Buffer.concat([Buffer.from([item.length >> 8, item.length & 0xff]), item])
    return [spoil(Buffer.concat([Buffer.from([list.length >> 8, list.length & 0xff]), list]))]
  }
  const holder = leaf({
    scts: () => [],
    extra: [extension('1.3.6.1.4.1.11129.2.4.2', der(0x04, scts(Buffer.from('body'))[0] ?? Buffer.alloc(0)))],
  })
  expect(await codeOf(() => judge(bundleJson({ leaf: holder })))).toBe('CERTIFICATE_INVALID')
})

test('certificate transparency a log with two periods is trusted in each', async () => {
  const root = rootJson()
  const [log] = root.ctlogs
  const past = structuredClone(log)
  past.publicKey.validFor = { start: '2020-01-01T00:00:00Z', end: '2021-01-01T00:00:00Z' }
  root.ctlogs = [past, log]
  expect(await judgeLeaf({}, root)).toMatchObject({ signer: { kind: 'certificate' } })
  root.ctlogs = [past]
  expect(await codeOf(() => judgeLeaf({}, root))).toBe('SCT_INVALID')
})

test('certificate transparency is asked for by the root of the authority alone', async () => {
  const without = rootJson()
  without.ctlogs = []
  expect(await judgeLeaf({ scts: () => [] }, without)).toMatchObject({ signer: { kind: 'certificate' } })
  const elsewhere = rootJson()
  elsewhere.certificateAuthorities = []
  expect(await judgeLeaf({ scts: () => [] }, elsewhere, without)).toMatchObject({
    signer: { kind: 'certificate' },
  })
  expect(await codeOf(() => judgeLeaf({ scts: () => [] }, rootJson()))).toBe('SCT_INVALID')
})

test('certificate transparency a root that lists the log suffices, where another lists the authority without it', async () => {
  const older = rootJson()
  older.ctlogs[0].logId.keyId = Buffer.alloc(32).toString('base64')
  expect(await codeOf(() => judgeLeaf({}, older))).toBe('SCT_INVALID')
  expect(await judgeLeaf({}, older, rootJson())).toMatchObject({ signer: { kind: 'certificate' } })
})
