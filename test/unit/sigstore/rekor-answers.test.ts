// What both versions of Rekor answer, passed on by a server that lies.
import { afterEach, expect, test } from '@jest/globals'
import { rekorEntry } from '../../../packages/sigstore/src/sign/rekor.ts'
import { testClock } from '../../support/clock.ts'
import { refusal } from '../../support/errors.ts'
import { testKey } from '../../support/keys.ts'
import { testSandbox } from '../../support/sandbox.ts'
import { json, scripted, shown, signedBy, text, type Reply } from './witness-setup.ts'

const sandbox = await testSandbox()
const server = await scripted()
afterEach(() => sandbox.control({ op: 'reset' }))

const VERSIONS = [1, 2] as const
type Version = (typeof VERSIONS)[number]
const urlOf = (version: Version): string =>
  version === 1 ? sandbox.rekorEndpoint : sandbox.rekorTilesEndpoint
/** A checkpoint that can be read. */
const OTHER_TREE = `log\n99\n${Buffer.alloc(32).toString('base64')}\n\n\u2014 log ${Buffer.alloc(68).toString('base64')}\n`

/** What the sandbox answers to this very request, changed. */
const changed =
  (version: Version, change: (answer: any) => unknown): Reply =>
  (response, body) => {
    const path = `/api/v${version}/log/entries`
    const headers = { 'content-type': 'application/json' }
    void fetch(new URL(path, urlOf(version)), { method: 'POST', headers, body: new Uint8Array(body) })
      .then((answer) => answer.json())
      .then((answer) => json(change(answer))(response, body))
  }
const first = (change: (entry: any) => void) => (answer: Record<string, any>) => {
  change(Object.values(answer)[0])
  return answer
}
const tampered = (change: (entry: any) => void) => (answer: any) => {
  change(answer)
  return answer
}
const kept = (change: (made: any) => void): Reply => changed(1, first(change))
const proof = (change: (made: any) => void): Reply =>
  kept(({ verification }) => change(verification.inclusionProof))
const tile = (change: (made: any) => void): Reply => changed(2, tampered(change))
const answered = async (version: Version, reply: Reply) => {
  server.script.reply = reply
  const signed = await signedBy(testKey(), 'message')
  return rekorEntry({ log: { url: server.url, version }, signed, clock: testClock() })
}
test.each(VERSIONS)('an answer of version %d that is passed on unchanged is taken', async (version) => {
  const entry = await answered(
    version,
    changed(version, (answer) => answer),
  )
  expect(entry.inclusionProof?.hashes).not.toHaveLength(0)
})
test.each<[string, Version, Reply]>([
  ['is empty', 1, text('')],
  ['is empty', 2, text('')],
  ['is null', 1, json(null)],
  ['is null', 2, json(null)],
  ['is a list', 1, json([])],
  ['holds no entry', 1, json({})],
  ['holds no entry', 2, json({})],
  ['is larger than any entry', 1, text('x'.repeat(2_000_000))],
  ['is a redirect', 2, (response) => response.writeHead(308, { location: '/elsewhere' }).end()],
  ['holds two entries', 1, changed(1, (made) => ({ ...made, other: Object.values(made)[0] }))],
  ['has no signed time', 1, kept((made) => delete made.verification.signedEntryTimestamp)],
  ['has an empty signed time', 1, kept((made) => (made.verification.signedEntryTimestamp = ''))],
  ['has no proof', 1, kept((made) => delete made.verification.inclusionProof)],
  ['has a negative index', 1, kept((made) => (made.logIndex = -1))],
  ['has an index that is text', 1, kept((made) => (made.logIndex = '7'))],
  ['has a log id that is no hex', 1, kept((made) => (made.logID = 'canary'))],
  ['has a body in loose base64', 1, kept((made) => (made.body += '===='))],
  ['has another root', 1, proof((made) => (made.rootHash = '00'.repeat(32)))],
  ['has a larger tree', 1, proof((made) => (made.treeSize += 1))],
  ['has another place in the tree', 1, proof((made) => (made.logIndex -= 1))],
  ['has a hash too many', 1, proof((made) => made.hashes.push('00'.repeat(32)))],
  ['has no checkpoint', 1, proof((made) => (made.checkpoint = ''))],
  ['has no log id', 2, tile((made) => delete made.logId)],
  ['is of another kind', 2, tile((made) => (made.kindVersion.kind = 'dsse'))],
  ['is of another version', 2, tile((made) => (made.kindVersion.version = '0.0.1'))],
  ['has no proof', 2, tile((made) => delete made.inclusionProof)],
  ['has an index that is a number', 2, tile((made) => (made.logIndex = 7))],
  [
    'has a checkpoint of another tree',
    2,
    tile((made) => (made.inclusionProof.checkpoint.envelope = OTHER_TREE)),
  ],
  ['has no body', 2, tile((made) => delete made.canonicalizedBody)],
  ['has a body of something else', 2, tile((made) => (made.canonicalizedBody = 'e30='))],
])('an answer that %s (version %d) is a failure', async (_, version, reply) => {
  const error = await refusal(() => answered(version, reply))
  expect(error.code).toBe('LOG_FAILED')
  expect(shown(error)).not.toContain('canary')
  expect(server.requests).toHaveLength(1)
})
test.each(VERSIONS)(
  'an answer of version %d about another signature of the same file is a failure',
  async (version) => {
    const message = Buffer.from('what was built')
    const [one, other] = await Promise.all([
      signedBy(testKey(), 'message', message),
      signedBy(testKey('ecdsa-p256-sha256', { fresh: true }), 'message', message),
    ])
    let answer: unknown
    server.script.reply = changed(version, (made) => (answer = made))
    const log = { url: server.url, version }
    await rekorEntry({ log, signed: one, clock: testClock() })
    server.script.reply = json(answer)
    const error = await refusal(() => rekorEntry({ log, signed: other, clock: testClock() }))
    expect(error.message).toContain('another signature')
  },
)
test.each([400, 401, 404, 422])('an answer %d is a refusal, asked once', async (status) => {
  const error = await refusal(() => answered(2, json({ message: 'canary' }, status)))
  expect(error.code).toBe('LOG_REFUSED')
  expect(shown(error)).not.toContain('canary')
  expect(server.requests).toHaveLength(1)
})
