// Log entries that differ in one place from one that is accepted.
import { expect, test } from '@jest/globals'
import { codeOf, refusal } from '../../support/errors.ts'
import { judgeEntry } from './verify-parts.ts'
import { ecKeys, flipped, SIGNED_AT, YEAR } from './verify-authorities.ts'
import {
  checkpoint,
  entryV1,
  entryV2,
  leafOf,
  nodeOf,
  promiseOf,
  proofOf,
  type TestLog,
} from './verify-witness-makers.ts'
import {
  BODIES,
  bundleJson,
  judge,
  rekor,
  rekorEntry,
  rootJson,
  sign1,
  tiles,
  tilesEntry,
  type Json,
  type Parts,
} from './verify-world.ts'

/** The entry of Rekor v1, after `spoil` changed it. */
const spoilt = (spoil: (entry: Json, parts: Parts) => unknown) => (parts: Parts) => {
  const entry = structuredClone(rekorEntry(parts))
  spoil(entry, parts)
  return entry
}
const spoiltTiles = (spoil: (entry: Json, parts: Parts) => unknown) => (parts: Parts) => {
  const entry = structuredClone(tilesEntry(parts))
  spoil(entry, parts)
  return entry
}
const bodyBytes = (entry: Json): Buffer => Buffer.from(entry.canonicalizedBody, 'base64')
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

test.each<[string, (parts: Parts) => Json, object]>([
  ['hashedrekord 0.0.1', (parts) => entryV1(rekor, BODIES.hashedrekord(parts)), { index: '25579' }],
  ['dsse 0.0.1', (parts) => entryV1(rekor, BODIES.dsse(parts)), { index: '25579' }],
  ['intoto 0.0.2', (parts) => entryV1(rekor, BODIES.intoto(parts)), { index: '25579' }],
  ['hashedrekord 0.0.2', (parts) => entryV2(tiles, BODIES.hashedrekordV2(parts)), { index: '1' }],
  ['dsse 0.0.2', (parts) => entryV2(tiles, BODIES.dsseV2(parts)), { index: '1' }],
])('an entry of the kind %s is a witness', async (_, make, logged) => {
  const facts = await judgeEntry(make)
  expect(facts.logged).toEqual([expect.objectContaining(logged)])
})

test('an entry gives a time where the log signed one', async () => {
  const facts = await judge(bundleJson({ stamps: [], entries: (parts) => [rekorEntry(parts)] }))
  expect(facts.times).toEqual([
    { source: 'transparency-log', authority: 'https://rekor.example', time: SIGNED_AT },
  ])
})

test('an entry of a bundle of version 0.1 needs the promise alone', async () => {
  const make = spoilt((entry) => delete entry.inclusionProof)
  expect(await judgeEntry(make, '0.1')).toMatchObject({ logged: [{ index: '25579' }] })
  expect(await codeOf(() => judgeEntry(make, '0.3'))).toBe('LOG_ENTRY_INVALID')
})

test('an entry a log counts once, however often it holds the signature', async () => {
  const entries = (parts: Parts) => [
    rekorEntry(parts),
    rekorEntry(parts),
    entryV1(rekor, BODIES.hashedrekord(parts), SIGNED_AT / 1000 + 1),
  ]
  const facts = await judge(bundleJson({ entries }))
  expect(facts.logged).toHaveLength(1)
  expect(facts.times.filter(({ source }) => source === 'transparency-log')).toHaveLength(2)
})

test('an entry a log that the root lists under two names counts once', async () => {
  const root = rootJson()
  root.tlogs.push({
    ...root.tlogs[0],
    baseUrl: 'https://mirror.example',
    logId: { keyId: base64(Buffer.alloc(32, 1)) },
  })
  const mirrored: TestLog = { ...rekor, id: Buffer.alloc(32, 1) }
  const entries = (parts: Parts) => [rekorEntry(parts), entryV1(mirrored, BODIES.dsse(parts))]
  expect((await judge(bundleJson({ entries }), root)).logged).toHaveLength(1)
})

test('an entry two logs count as two', async () => {
  const facts = await judge(bundleJson({ entries: (parts) => [rekorEntry(parts), tilesEntry(parts)] }))
  expect(facts.logged.map(({ log }) => log)).toEqual(['https://rekor.example', 'https://tiles.example'])
})

test('an entry two logs of one operator count as one', async () => {
  const root = rootJson()
  for (const log of root.tlogs) log.operator = 'example.com'
  const json = bundleJson({ entries: (parts) => [rekorEntry(parts), tilesEntry(parts)] })
  expect((await judge(json, root)).logged).toHaveLength(1)
})

test('an entry the index at the top is not believed without a promise', async () => {
  const facts = await judgeEntry(spoiltTiles((entry) => (entry.logIndex = '999')))
  expect(facts.logged).toEqual([{ log: 'https://tiles.example', index: '1' }])
})

test('an entry the time at the top is not believed without a promise', async () => {
  const make = spoiltTiles((entry) => (entry.integratedTime = String(SIGNED_AT / 1000)))
  const json = bundleJson({ stamps: [], entries: (parts) => [make(parts)] })
  expect(await codeOf(() => judge(json))).toBe('TRUSTED_TIME_MISSING')
})

const structural: [string, (entry: Json) => unknown][] = [
  ['with a negative index', (entry) => (entry.logIndex = '-1')],
  ['with an index that is a number', (entry) => (entry.logIndex = 25579)],
  ['with a padded index', (entry) => (entry.logIndex = '025579')],
  ['with a huge index', (entry) => (entry.logIndex = '9'.repeat(20))],
  ['with a field that is not known', (entry) => (entry.extra = 1)],
  ['with a field of its proof that is not known', (entry) => (entry.inclusionProof.extra = 1)],
  ['without its log', (entry) => delete entry.logId],
  ['without its kind', (entry) => delete entry.kindVersion],
  ['without its body', (entry) => delete entry.canonicalizedBody],
  ['with an empty body', (entry) => (entry.canonicalizedBody = '')],
  ['with a body that is not canonical base64', (entry) => (entry.canonicalizedBody += '\n')],
  ['without a checkpoint', (entry) => delete entry.inclusionProof.checkpoint],
  ['with an empty checkpoint', (entry) => (entry.inclusionProof.checkpoint.envelope = '')],
  ['with a short root', (entry) => (entry.inclusionProof.rootHash = 'AAAA')],
  ['with a short hash', (entry) => (entry.inclusionProof.hashes = ['AAAA'])],
  [
    'with a path longer than any',
    (entry) => (entry.inclusionProof.hashes = Array.from({ length: 64 }, () => base64(Buffer.alloc(32)))),
  ],
  ['with null for its proof', (entry) => (entry.inclusionProof = null)],
  ['with a list for its proof', (entry) => (entry.inclusionProof = [])],
]
test.each(structural)('an entry is refused %s', async (_, spoil) => {
  expect(await codeOf(() => judgeEntry(spoilt(spoil)))).toBe('LOG_ENTRY_INVALID')
})

test('an entry is refused without text of its own in the message', async () => {
  const { message } = await refusal(() => judgeEntry(spoilt((entry) => (entry['\u001b[2J'] = 1))))
  expect(message).not.toContain('\u001b')
})

const stranger: TestLog = { ...ecKeys(), origin: 'rekor.example - 42', id: rekor.id }
const proofs: [string, (entry: Json, parts: Parts) => unknown, string][] = [
  [
    'of a log that is not known',
    (entry) => (entry.logId.keyId = base64(Buffer.alloc(32))),
    'no log of the trusted root',
  ],
  ['of another log of the root', (entry) => (entry.logId.keyId = base64(tiles.id)), 'does not verify'],
  [
    'without proof and promise',
    (entry) => {
      delete entry.inclusionProof
      delete entry.inclusionPromise
    },
    'no proof of inclusion',
  ],
  [
    'with a promise of another key',
    (entry) => (entry.inclusionPromise = promiseOf(stranger, bodyBytes(entry), SIGNED_AT / 1000, '25579')),
    'signed entry timestamp',
  ],
  ['with a promise of another index', (entry) => (entry.logIndex = '25580'), 'signed entry timestamp'],
  [
    'with a promise of another time',
    (entry) => (entry.integratedTime = String(SIGNED_AT / 1000 + 1)),
    'signed entry timestamp',
  ],
  [
    'with a promise of another body',
    (entry, parts) =>
      (entry.inclusionPromise = rekorEntry(sign1(parts.holder, { other: 1 })).inclusionPromise),
    'signed entry timestamp',
  ],
  [
    'with a checkpoint of another key',
    (entry) => (entry.inclusionProof = proofOf(stranger, bodyBytes(entry))),
    'did not sign',
  ],
  [
    'with a checkpoint of another log of the root',
    (entry) => (entry.inclusionProof = proofOf(tiles, bodyBytes(entry))),
    'did not sign',
  ],
  [
    'with another root than its checkpoint',
    (entry) => (entry.inclusionProof.rootHash = base64(Buffer.alloc(32))),
    'another tree',
  ],
  ['with another size than its checkpoint', (entry) => (entry.inclusionProof.treeSize = '3'), 'another tree'],
  [
    'with another index in the tree',
    (entry) => (entry.inclusionProof.logIndex = '0'),
    'does not lead to its root',
  ],
  [
    'with an index beyond the tree',
    (entry) => (entry.inclusionProof.logIndex = '2'),
    'does not lead to its root',
  ],
  [
    'with a changed hash',
    (entry) =>
      (entry.inclusionProof.hashes = [
        base64(flipped(Buffer.from(entry.inclusionProof.hashes[0], 'base64'))),
      ]),
    'does not lead to its root',
  ],
  ['without its hashes', (entry) => (entry.inclusionProof.hashes = []), 'does not lead to its root'],
  ['with a node for a leaf', (entry) => nodeForLeaf(entry), 'does not lead to its root'],
  [
    'with the proof of another entry',
    (entry) => (entry.inclusionProof = proofOf(rekor, Buffer.from('another'))),
    'does not lead to its root',
  ],
  [
    'with a time of before the log',
    (entry) => retime(entry, SIGNED_AT / 1000 - 2 * (YEAR / 1000)),
    'did not trust at the time',
  ],
  ['with no time but a promise', (entry) => retime(entry, 0), 'did not trust at the time'],
]
test.each(proofs)('an entry is refused %s', async (_, spoil, why) => {
  const { code, message } = await refusal(() => judgeEntry(spoilt(spoil)))
  expect(code).toBe('LOG_ENTRY_INVALID')
  expect(message).toContain(why)
})

/** A leaf whose bytes are two hashes must not pass for their parent (RFC 6962 §2.1: the prefixes). */
function nodeForLeaf(entry: Json): void {
  const leafNode = leafOf(bodyBytes(entry))
  const root = nodeOf(leafNode, Buffer.alloc(32))
  entry.canonicalizedBody = base64(Buffer.concat([leafNode, Buffer.alloc(32)]))
  entry.inclusionPromise = promiseOf(rekor, bodyBytes(entry), SIGNED_AT / 1000, '25579')
  entry.inclusionProof = {
    logIndex: '0',
    treeSize: '1',
    rootHash: base64(root),
    hashes: [],
    checkpoint: { envelope: checkpoint(rekor, 1, root) },
  }
}
function retime(entry: Json, seconds: number): void {
  entry.integratedTime = String(seconds)
  entry.inclusionPromise = promiseOf(rekor, bodyBytes(entry), seconds, '25579')
}

test('an entry is refused where the trusted root no longer trusts its log', async () => {
  const root = rootJson()
  for (const log of root.tlogs) log.publicKey.validFor.end = new Date(SIGNED_AT - 1000).toISOString()
  expect(await codeOf(() => judgeEntry(rekorEntry, '0.3', root))).toBe('LOG_ENTRY_INVALID')
  // Here only the timestamp tells the time.
  expect(await codeOf(() => judgeEntry(tilesEntry, '0.3', root))).toBe('LOG_ENTRY_INVALID')
  for (const log of root.tlogs) log.publicKey.validFor.end = new Date(SIGNED_AT).toISOString()
  expect(await judgeEntry(rekorEntry, '0.3', root)).toMatchObject({ logged: [{ index: '25579' }] })
  expect(await judgeEntry(tilesEntry, '0.3', root)).toMatchObject({ logged: [{ index: '1' }] })
})

test('an entry is refused where its log has an end and no time is established', async () => {
  const root = rootJson()
  root.tlogs[1].publicKey.validFor.end = new Date(SIGNED_AT + YEAR).toISOString()
  const json = bundleJson({ stamps: [], entries: (parts) => [tilesEntry(parts)] })
  expect(await codeOf(() => judge(json, root))).toBe('LOG_ENTRY_INVALID')
  expect(await codeOf(() => judge(json))).toBe('TRUSTED_TIME_MISSING')
})
