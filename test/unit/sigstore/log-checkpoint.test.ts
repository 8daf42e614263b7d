import { sign } from 'node:crypto'
import { expect, test } from '@jest/globals'
import { isSignedByLog, parseCheckpoint } from '../../../packages/sigstore/src/log/checkpoint.ts'
import type { TrustedLog } from '../../../packages/sigstore/src/log/trusted-log.ts'
import { ecKeys, flipped, sha256, SIGNED_AT, spkiOf, YEAR } from './verify-authorities.ts'
import { checkpoint, type TestLog } from './verify-witness-makers.ts'
import { rekor, tiles } from './verify-world.ts'

const ROOT = sha256(Buffer.from('root'))
const trusted = ({ id, publicKey, origin }: TestLog): TrustedLog => ({
  name: `https://${origin}`,
  operator: '',
  ids: [id],
  key: publicKey,
  scheme:
    publicKey.asymmetricKeyType === 'ed25519'
      ? { type: 'ed25519', hash: null }
      : { type: 'ec', hash: 'sha256' },
  validFor: { start: SIGNED_AT - YEAR, end: undefined },
})

const isTrusted = async (envelope: string, log: TestLog): Promise<boolean | 'unreadable'> => {
  const parsed = parseCheckpoint(envelope)
  return parsed === undefined ? 'unreadable' : isSignedByLog(parsed, trusted(log))
}

const line = (log: TestLog, text: string, name: string): string =>
  `\u2014 ${name} ${Buffer.concat([
    log.id.subarray(0, 4),
    sign(log.privateKey.asymmetricKeyType === 'ed25519' ? null : 'sha256', Buffer.from(text), log.privateKey),
  ]).toString('base64')}\n`
const witness: TestLog = { ...ecKeys(), origin: 'witness.example', id: Buffer.from('01020304', 'hex') }
const TEXT = `tiles.example\n8\n${ROOT.toString('base64')}\n`

test('a checkpoint tells origin, size and root', () => {
  expect(parseCheckpoint(checkpoint(rekor, 8, ROOT))).toMatchObject({
    origin: 'rekor.example - 42',
    size: 8n,
    rootHash: ROOT,
    signatures: [{ name: 'rekor.example' }],
  })
})

test.each<[string, string, TestLog]>([
  ['of Rekor v1, whose name lacks the number of the tree', checkpoint(rekor, 8, ROOT), rekor],
  ['of Rekor v2', checkpoint(tiles, 8, ROOT), tiles],
  [
    'signed by a witness too',
    `${TEXT}\n${line(tiles, TEXT, 'tiles.example')}${line(witness, TEXT, 'witness.example')}`,
    tiles,
  ],
  [
    'signed by a witness first',
    `${TEXT}\n${line(witness, TEXT, 'witness.example')}${line(tiles, TEXT, 'tiles.example')}`,
    tiles,
  ],
  [
    'with a second signature of another key in its name',
    `${TEXT}\n${line({ ...witness, id: tiles.id }, TEXT, 'tiles.example')}${line(tiles, TEXT, 'tiles.example')}`,
    tiles,
  ],
  [
    'with more lines',
    `${TEXT}Timestamp: 1\n\n${line(tiles, `${TEXT}Timestamp: 1\n`, 'tiles.example')}`,
    tiles,
  ],
  [
    'with blank lines in its text',
    `${TEXT}\nmore\n\n${line(tiles, `${TEXT}\nmore\n`, 'tiles.example')}`,
    tiles,
  ],
])('a checkpoint %s is trusted', async (_, envelope, log) => {
  expect(await isTrusted(envelope, log)).toBe(true)
})

test.each<[string, string]>([
  ['of another log', checkpoint(rekor, 8, ROOT)],
  ['of another key with its key id', checkpoint({ ...witness, id: tiles.id, origin: tiles.origin }, 8, ROOT)],
  ['of its key with another key id', checkpoint({ ...tiles, id: flipped(tiles.id) }, 8, ROOT)],
  ['in the name of another', checkpoint(tiles, 8, ROOT, 'rekor.example')],
  [
    'with a name that begins like its own',
    checkpoint({ ...tiles, origin: 'tiles.example.evil' }, 8, ROOT, 'tiles.example'),
  ],
  [
    'with a suffix that is no number',
    checkpoint({ ...tiles, origin: 'tiles.example - x' }, 8, ROOT, 'tiles.example'),
  ],
  ['of a witness alone', `${TEXT}\n${line(witness, TEXT, 'witness.example')}`],
  ['with another size than was signed', checkpoint(tiles, 8, ROOT).replace('\n8\n', '\n9\n')],
  [
    'with another origin than was signed',
    checkpoint(tiles, 8, ROOT).replaceAll('tiles.example', 'tiles.sample'),
  ],
  ['with a line that was not signed', checkpoint(tiles, 8, ROOT).replace('=\n\n', '=\nmore\n\n')],
])('a checkpoint %s is not trusted', async (_, envelope) => {
  expect(await isTrusted(envelope, tiles)).toBe(false)
})

const good = checkpoint(tiles, 8, ROOT)
test.each<[string, string]>([
  ['empty', ''],
  ['without signatures', TEXT],
  ['with an empty block of signatures', `${TEXT}\n`],
  ['without a line break at its end', good.slice(0, -1)],
  ['without an origin', good.replace('tiles.example\n', '\n')],
  ['without a size', good.replace('\n8\n', '\n')],
  ['with a size that is no number', good.replace('\n8\n', '\neight\n')],
  ['with a negative size', good.replace('\n8\n', '\n-8\n')],
  ['with a padded size', good.replace('\n8\n', '\n08\n')],
  ['with a hexadecimal size', good.replace('\n8\n', '\n0x8\n')],
  ['with a huge size', good.replace('\n8\n', `\n${'9'.repeat(20)}\n`)],
  ['without a root', good.replace(`${ROOT.toString('base64')}\n`, '')],
  ['with a short root', good.replace(ROOT.toString('base64'), ROOT.subarray(1).toString('base64'))],
  ['with a root that is not base64', good.replace(ROOT.toString('base64'), '?'.repeat(44))],
  ['with a hyphen for a dash', good.replace('\u2014', '-')],
  ['with text after its signatures', `${good}more\n`],
  ['with a signature of a key id alone', `${TEXT}\n\u2014 tiles.example AQIDBA==\n`],
  ['with a signature that is not base64', `${TEXT}\n\u2014 tiles.example AQIDBAU\n`],
  ['with a plus in a name', `${TEXT}\n\u2014 tiles+example AQIDBAU=\n`],
  ['with 65 signatures', `${TEXT}\n${line(tiles, TEXT, 'tiles.example').repeat(65)}`],
  ['with carriage returns', good.replaceAll('\n', '\r\n')],
])('a checkpoint %s cannot be read', async (_, envelope) => {
  expect(await isTrusted(envelope, tiles)).toBe('unreadable')
})

test('a checkpoint the key id of notes finds the key as the digest of the key does', async () => {
  const noteId = sha256(Buffer.from('tiles.example\n\u0001'), spkiOf(tiles).subarray(-32))
  const parsed = parseCheckpoint(checkpoint({ ...tiles, id: noteId }, 8, ROOT))
  if (parsed === undefined) throw new Error('unreadable')
  expect(await isSignedByLog(parsed, trusted(tiles))).toBe(false)
  expect(await isSignedByLog(parsed, { ...trusted(tiles), ids: [tiles.id, noteId] })).toBe(true)
})
