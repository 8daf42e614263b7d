// Entries that the log has already: of a signature made twice, or of an answer that was lost.
import { afterEach, describe, expect, test } from '@jest/globals'
import type { Algorithm, SignedContent } from '@open-claw/core'
import { rekorEntry } from '../../../packages/sigstore/src/sign/rekor.ts'
import { testClock } from '../../support/clock.ts'
import { codeOf, refusal } from '../../support/errors.ts'
import { testKey } from '../../support/keys.ts'
import { testSandbox, countCalls } from '../../support/sandbox.ts'
import { fail, scripted, shown, signedBy, type Reply } from './witness-setup.ts'

const sandbox = await testSandbox()
const server = await scripted()
afterEach(() => sandbox.control({ op: 'reset' }))

const enter = (signed: SignedContent) =>
  rekorEntry({ log: { url: new URL(sandbox.rekorEndpoint), version: 1 }, signed, clock: testClock() })
const count = (method: string) => countCalls(sandbox, `rekor.${method}`)

test('an entry that is there already is fetched, where the log says so at once', async () => {
  await fail(sandbox, 'rekor', 'CreateEntry', 'exists')
  const entry = await enter(await signedBy(testKey(), 'envelope'))
  expect(entry.inclusionProof?.hashes).not.toHaveLength(0)
  expect([await count('CreateEntry'), await count('GetEntry')]).toEqual([1, 1])
})
test.each(['envelope', 'message'] as const)(
  'an entry that is there already is fetched, where the same signature of %s is entered twice',
  async (kind) => {
    const signed = await signedBy(testKey('rsa-pkcs1-2048-sha256'), kind)
    const [one, other] = [await enter(signed), await enter(signed)]
    expect(other.logIndex).toBe(one.logIndex)
    expect(await count('GetEntry')).toBe(1)
  },
)
test.each([
  ['500', 'LOG_FAILED', 8],
  ['forbidden', 'LOG_REFUSED', 1],
  ['malformed', 'LOG_FAILED', 1],
  ['wrong-proof', 'LOG_FAILED', 1],
  ['no-proof', 'LOG_FAILED', 1],
] as const)(
  'an entry that is there already and cannot be fetched (%s) is %s',
  async (kind, code, expected) => {
    await fail(sandbox, 'rekor', 'CreateEntry', 'exists')
    await fail(sandbox, 'rekor', 'GetEntry', kind)
    const signed = await signedBy(testKey(), 'envelope')
    expect(await codeOf(() => enter(signed))).toBe(code)
    expect(await count('GetEntry')).toBe(expected)
  },
)
const conflict =
  (location: string | undefined): Reply =>
  (response) =>
    response.writeHead(409, location === undefined ? {} : { location }).end('{}')
const asked = async (reply: Reply) => {
  server.script.reply = reply
  const log = { url: server.url, version: 1 as const }
  const signed = await signedBy(testKey(), 'envelope')
  return refusal(() => rekorEntry({ log, signed, clock: testClock() }))
}
test.each([
  ['nowhere', undefined],
  ['at no address', ''],
  ['at an address without a name', '/api/v1/log/entries/'],
  ['at the name of something else', '/api/v1/log/entries/canary'],
])('an entry that is there already %s is a failure', async (_, location) => {
  const error = await asked(conflict(location))
  expect(error.code).toBe('LOG_FAILED')
  expect(shown(error)).not.toContain('canary')
  expect(server.requests).toHaveLength(1)
})
test('an entry that is there already on another host is asked of the log alone', async () => {
  const id = 'a'.repeat(80)
  await asked(conflict(`https://canary.example/api/v1/log/entries/${id}`))
  expect(server.requests.map(({ path }) => path)).toEqual([
    '/api/v1/log/entries',
    `/api/v1/log/entries/${id}`,
  ])
})
test('an entry that is there already is not fetched a second time', async () => {
  await asked(conflict(`/${'a'.repeat(64)}`))
  expect(server.requests).toHaveLength(2)
})

describe('a signature that a log of version 2 has already', () => {
  const again = async (algorithm: Algorithm) => {
    const log = { url: new URL(sandbox.rekorTilesEndpoint), version: 2 as const }
    const signed = await signedBy(testKey(algorithm), 'message')
    await rekorEntry({ log, signed, clock: testClock() })
    return refusal(() => rekorEntry({ log, signed, clock: testClock() }))
  }
  test.each([
    ['ecdsa-p256-sha256', 'LOG_FAILED'],
    ['rsa-pkcs1-2048-sha256', 'LOG_REFUSED'],
  ] as const)('by %s is %s: only where signatures differ would another try help', async (algorithm, code) => {
    expect((await again(algorithm)).code).toBe(code)
  })
})
