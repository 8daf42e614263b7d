import { afterEach, describe, expect, test } from '@jest/globals'
import { type AccessTokens, ClawError } from '@open-claw/core'
import type { FaultKind } from '../../../packages/sandbox/src/services.ts'
import { googleSecretStore } from '../../../packages/google/src/secrets/secret-manager.ts'
import { parseSecretRequests } from '../../../packages/wiring/src/secret-stores.ts'
import { testClock } from '../../support/clock.ts'
import { rejection } from '../secrets/codes.ts'
import { accessToken, countCalls, testSandbox } from '../../support/sandbox.ts'
import { minting } from './keys.ts'

const VALUE = 'canary-5be1d2-value'
const sandbox = await testSandbox()
const token = await accessToken(sandbox)
afterEach(() => sandbox.control({ op: 'reset' }))

const open = (tokens: AccessTokens = minting(token)) =>
  googleSecretStore({ endpoint: new URL(sandbox.secretEndpoint), tokens, clock: testClock() })

function reveal(store: ReturnType<typeof open>, path: string) {
  const [request] = parseSecretRequests([`A = gcp-sm://${path}`], 'secrets')
  if (request === undefined) throw new Error('no request')
  return store.reveal(request.reference)
}

const put = (data: Uint8Array | string, state: 'ENABLED' | 'DISABLED' | 'DESTROYED' = 'ENABLED') =>
  sandbox.control({
    op: 'put-secret',
    project: 'demo',
    secret: 'db',
    data: Buffer.from(data).toString('base64'),
    state,
  })

const accesses = () => countCalls(sandbox, 'secrets.AccessSecretVersion')

test('a secret is read in its pinned version, by the genuine client', async () => {
  await put(VALUE)
  await put('newer')
  const { bytes, version } = await reveal(open(), 'demo/db/1')
  expect(Buffer.from(bytes).toString()).toBe(VALUE)
  expect(version).toBe('1')
})
test('a secret has its number reported where latest was asked for', async () => {
  await put('older')
  await put(VALUE)
  const { bytes, version } = await reveal(open(), 'demo/db/latest')
  expect(Buffer.from(bytes).toString()).toBe(VALUE)
  expect(version).toBe('2')
})
test('a secret is fetched once for any number of pointers into it', async () => {
  await put('{"a":"1","b":"2"}')
  const store = open()
  await Promise.all(['demo/db/1#/a', 'demo/db/1#/b', 'demo/db/1'].map((path) => reveal(store, path)))
  expect(await accesses()).toBe(1)
})
test('a secret is asked for again after a failure that passes', async () => {
  await put(VALUE)
  await sandbox.control({ op: 'fault', service: 'secrets', kind: '503', times: 2 })
  expect((await reveal(open(), 'demo/db/1')).version).toBe('1')
  expect(await accesses()).toBe(3)
})
test.each([7, 60])(
  'a secret is asked for again after the %d s that the service asks for',
  async (seconds) => {
    await put(VALUE)
    await sandbox.control({ op: 'fault', service: 'secrets', kind: '429', times: 1, retryAfter: seconds })
    const waits: [number, string][] = []
    const clock = {
      now: () => 0,
      sleep: async (milliseconds: number, why: string) => {
        waits.push([milliseconds, why])
      },
    }
    const store = googleSecretStore({
      endpoint: new URL(sandbox.secretEndpoint),
      tokens: minting(token),
      clock,
    })
    expect((await reveal(store, 'demo/db/1')).version).toBe('1')
    expect(waits).toEqual([[seconds * 1000, 'Secret Manager answers RESOURCE_EXHAUSTED']])
  },
)
test('a secret is asked for again after a corruption that passes', async () => {
  await put(VALUE)
  await sandbox.control({ op: 'fault', service: 'secrets', kind: 'corrupt-data-crc', times: 1 })
  expect(Buffer.from((await reveal(open(), 'demo/db/1')).bytes).toString()).toBe(VALUE)
})

describe('a fault of the service', () => {
  // The number of calls says whether trying again was thought to help.
  const FAULTS: readonly (readonly [FaultKind, string, number])[] = [
    ['429', 'SECRET_FAILED', 8],
    ['500', 'SECRET_FAILED', 8],
    ['503', 'SECRET_FAILED', 8],
    ['reset', 'SECRET_FAILED', 8],
    ['forbidden', 'SECRET_FORBIDDEN', 1],
    ['disabled', 'SECRET_UNUSABLE', 1],
    ['corrupt-data-crc', 'SECRET_CORRUPT', 8],
    ['no-data-crc', 'SECRET_CORRUPT', 8],
    ['wrong-secret-version', 'SECRET_CORRUPT', 8],
  ]
  test.each(FAULTS)('%s ends in %s after %i calls', async (kind, code, calls) => {
    await put(VALUE)
    await sandbox.control({ op: 'fault', service: 'secrets', kind })
    expect(await rejection(reveal(open(), 'demo/db/1'))).toBe(code)
    expect(await accesses()).toBe(calls)
  })
  test('malformed is never a secret', async () => {
    await put(VALUE)
    await sandbox.control({ op: 'fault', service: 'secrets', kind: 'malformed' })
    expect(['SECRET_FAILED', 'SECRET_CORRUPT']).toContain(await rejection(reveal(open(), 'demo/db/1')))
  })
  test('another version in answer to latest is believed only as the number it states', async () => {
    await put(VALUE)
    await sandbox.control({ op: 'fault', service: 'secrets', kind: 'wrong-secret-version' })
    expect((await reveal(open(), 'demo/db/latest')).version).toBe('2')
  })
})

test.each([
  ['a missing secret', 'demo/other/1', 'SECRET_NOT_FOUND'],
  ['a missing version', 'demo/db/9', 'SECRET_NOT_FOUND'],
  ['a missing project', 'demo-two/db/1', 'SECRET_NOT_FOUND'],
])('a secret is not delivered for %s', async (_, path, code) => {
  await put(VALUE)
  expect(await rejection(reveal(open(), path))).toBe(code)
  expect(await accesses()).toBe(1)
})
test.each(['DISABLED', 'DESTROYED'] as const)(
  'a secret is not delivered for a version that is %s',
  async (state) => {
    await put(VALUE, state)
    expect(await rejection(reveal(open(), 'demo/db/1'))).toBe('SECRET_UNUSABLE')
  },
)
test.each([
  ['empty', ''],
  ['over 64 KiB', 'x'.repeat(64 * 1024 + 1)],
])('a secret is not delivered where it is %s', async (_, data) => {
  await put(data)
  expect(['SECRET_UNUSABLE', 'SECRET_CORRUPT']).toContain(await rejection(reveal(open(), 'demo/db/1')))
})
test.each(['', 'ya29.foreign-token'])('a secret is not delivered to the token "%s"', async (foreign) => {
  await put(VALUE)
  expect(await rejection(reveal(open(minting(foreign)), 'demo/db/1'))).toBe('SECRET_FORBIDDEN')
})
test('a secret is not delivered where no token can be had, and the error is the one of the token', async () => {
  const refused: AccessTokens = {
    mint: async () => {
      throw new ClawError('OIDC_UNAVAILABLE', 'The job has no identity.')
    },
  }
  expect(await rejection(reveal(open(refused), 'demo/db/1'))).toBe('OIDC_UNAVAILABLE')
  expect(await accesses()).toBe(0)
})
test('a secret is not delivered and no error shows token or value, nor carries what does', async () => {
  await put(VALUE, 'DISABLED')
  const error: unknown = await reveal(open(), 'demo/db/1').catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(ClawError)
  const shown = error instanceof Error ? [error.message, error.stack, String(error.cause)].join('\n') : ''
  expect(shown).not.toContain(token)
  expect(shown).not.toContain(VALUE)
  expect(error).toMatchObject({ message: expect.stringContaining('projects/demo/secrets/db/versions/1') })
})
test('a secret is not delivered by an endpoint where nobody listens', async () => {
  const store = googleSecretStore({
    endpoint: new URL('http://127.0.0.1:1'),
    tokens: minting(token),
    clock: testClock(),
  })
  expect(await rejection(reveal(store, 'demo/db/1'))).toBe('SECRET_FAILED')
})
