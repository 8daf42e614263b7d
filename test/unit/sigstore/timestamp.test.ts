// RFC 3161 timestamps: from the sandbox, with each of its faults, and from a server that lies.
import { createHash, randomBytes } from 'node:crypto'
import { afterEach, describe, expect, test } from '@jest/globals'
import type { FaultKind } from '../../../packages/sandbox/src/services.ts'
import { timestamp } from '@open-claw/sigstore'
import { RFC3161Timestamp } from '@sigstore/core'
import { testClock } from '../../support/clock.ts'
import { codeOf, refusal } from '../../support/errors.ts'
import { testSandbox, countCalls } from '../../support/sandbox.ts'
import { fail, scripted, shown, text, type Reply } from './witness-setup.ts'

const sandbox = await testSandbox()
const server = await scripted()
afterEach(() => sandbox.control({ op: 'reset' }))

const SIGNATURE = Buffer.from('the bytes of a signature')
const stamp = (signature: Uint8Array = SIGNATURE, url = new URL(sandbox.tsaEndpoint)) =>
  timestamp(url, signature, { clock: testClock() })
const parsed = (response: Uint8Array) => RFC3161Timestamp.parse(Buffer.from(response))

describe('a timestamp', () => {
  test('is over the signature, and of now', async () => {
    const before = Math.floor(Date.now() / 1000) * 1000
    const { tstInfo, signingTime, status } = parsed(await stamp())
    expect(status).toBe(0n)
    expect(tstInfo.messageImprintHashedMessage).toEqual(createHash('sha256').update(SIGNATURE).digest())
    expect(signingTime.getTime()).toBeGreaterThanOrEqual(before)
  })
  test.each([0, 1, 64, 4627])('is given for a signature of %d bytes', async (size) => {
    expect((await stamp(randomBytes(size))).length).toBeGreaterThan(500)
  })
  test.each([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])('may have %d digits after the second', async (fraction) => {
    await sandbox.control({ op: 'tsa', fraction })
    const [time] = /\d{14}(?:\.\d+)?Z/.exec(Buffer.from(await stamp()).toString('latin1')) ?? []
    expect(time).toMatch(fraction === 0 ? /^\d{14}Z$/ : new RegExp(`^\\d{14}\\.\\d{${fraction - 1}}[1-9]Z$`))
  })
  test('asks with a nonce of its own each time', async () => {
    server.script.reply = text('')
    for (const _ of [1, 2]) await codeOf(() => stamp(SIGNATURE, server.url))
    const [one, other] = server.requests.map(({ body }) => body.toString('hex'))
    expect(one).not.toBe(other)
    expect(one).toHaveLength(other?.length ?? 0)
  })
})

describe('an authority that fails', () => {
  test.each([
    ['forbidden', 1],
    ['429', 8],
    ['500', 8],
    ['503', 8],
    ['reset', 8],
    ['malformed', 1],
    ['rejected', 1],
    ['wrong-digest', 1],
    ['wrong-nonce', 1],
  ] as const)('%s fails after %d calls', async (kind, count) => {
    await fail(sandbox, 'tsa', 'Timestamp', kind)
    const error = await refusal(() => stamp())
    expect(error.code).toBe('TIMESTAMP_FAILED')
    expect(error.message).toContain(new URL(sandbox.tsaEndpoint).host)
    expect(await countCalls(sandbox, 'tsa.Timestamp')).toBe(count)
  })
  test.each(['hang', 'slow-body'] as const)('%s ends', async (kind) => {
    await fail(sandbox, 'tsa', 'Timestamp', kind)
    const clock = testClock()
    clock.hurry()
    const url = new URL(sandbox.tsaEndpoint)
    expect(await codeOf(() => timestamp(url, SIGNATURE, { clock }))).toBe('TIMESTAMP_FAILED')
  })
  test('once is asked again', async () => {
    await sandbox.control({ op: 'fault', service: 'tsa', kind: '503', times: 1 })
    await stamp()
    expect(await countCalls(sandbox, 'tsa.Timestamp')).toBe(2)
  })
  test.each(['foreign-key', 'skewed'] satisfies FaultKind[])(
    '%s is for whoever has a trusted root to find out',
    async (kind) => {
      await fail(sandbox, 'tsa', 'Timestamp', kind)
      expect(parsed(await stamp()).status).toBe(0n)
    },
  )
})

/** What the sandbox answers to this very query, spoiled. */
const spoiled =
  (spoil: (answer: Buffer) => Buffer): Reply =>
  (response, body) => {
    const type = 'application/timestamp-query'
    void fetch(sandbox.tsaEndpoint, {
      method: 'POST',
      headers: { 'content-type': type },
      body: new Uint8Array(body),
    })
      .then((answer) => answer.arrayBuffer())
      .then((answer) => response.writeHead(201).end(spoil(Buffer.from(answer))))
  }
const cut = (answer: Buffer): Buffer => answer.subarray(0, -1)
const extended = (answer: Buffer): Buffer => Buffer.concat([answer, Buffer.from([0])])
/** Another minute: the content is no longer what was signed. */
const later = (answer: Buffer): Buffer =>
  Buffer.from(
    answer
      .toString('latin1')
      .replace(/(\d{13})(\d)Z/, (_, start: string, last: string) => `${start}${(Number(last) + 1) % 10}Z`),
    'latin1',
  )
/** PKIStatus: 0 becomes another number. */
const status =
  (value: number) =>
  (answer: Buffer): Buffer => {
    const at = answer.indexOf(Buffer.from('3003020100', 'hex'))
    answer[at + 4] = value
    return answer
  }
test('an answer that is passed on unchanged is taken', async () => {
  server.script.reply = spoiled((answer) => answer)
  expect(parsed(await stamp(SIGNATURE, server.url)).status).toBe(0n)
})
test.each<[string, Reply]>([
  ['is cut short', spoiled(cut)],
  ['has bytes after its end', spoiled(extended)],
  ['tells another time than it signs', spoiled(later)],
  ['is rejected', spoiled(status(2))],
  ['is waiting', spoiled(status(3))],
  ['is a revocation warning', spoiled(status(4))],
  ['is empty', text('')],
  ['is HTML', text('<html>')],
  ['is no DER', text(Buffer.from('30800000', 'hex'))],
  ['has a huge length', text(Buffer.from('3084ffffffff', 'hex'))],
  ['is a bare status', text(Buffer.from('30053003020100', 'hex'))],
  ['is larger than any timestamp', text('0'.repeat(2_000_000))],
  ['is a redirect', (response) => response.writeHead(302, { location: '/elsewhere' }).end()],
])('an answer that %s is a failure, asked for once', async (_, reply) => {
  server.script.reply = reply
  const error = await refusal(() => stamp(SIGNATURE, server.url))
  expect(error.code).toBe('TIMESTAMP_FAILED')
  expect(server.requests).toHaveLength(1)
})
test('an answer to an earlier question is a failure', async () => {
  let first: Buffer | undefined
  server.script.reply = spoiled((answer) => (first ??= answer))
  await stamp(SIGNATURE, server.url)
  const error = await refusal(() => stamp(SIGNATURE, server.url))
  expect(error.message).toContain('nonce')
})
test('an answer about another signature is a failure', async () => {
  let first: Buffer | undefined
  server.script.reply = spoiled((answer) => (first ??= answer))
  await stamp(SIGNATURE, server.url)
  const error = await refusal(() => stamp(Buffer.from('another'), server.url))
  expect(error.message).toContain('over other bytes')
})
test('an answer quoting the request shows nothing of it', async () => {
  server.script.reply = (response) => response.writeHead(400).end('canary')
  expect(shown(await refusal(() => stamp(SIGNATURE, server.url)))).not.toContain('canary')
})
