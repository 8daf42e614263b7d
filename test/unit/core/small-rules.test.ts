import { describe, expect, test } from '@jest/globals'
import { ClawError, decodeBase64, ERRORS, printable, type Clock } from '@open-claw/core'
import { googleKeyName } from '../../../packages/google/src/key-uri.ts'
import { parseKeyUri } from '../../support/key-uris.ts'
import { parseEndpoint, retryAfter, withRetry } from '@open-claw/net'
import { codeOf, refusal } from '../../support/errors.ts'

const KEY = 'gcpkms://projects/p/locations/l/keyRings/r/cryptoKeys/k'

describe('key URIs', () => {
  test('both forms of a version, as cosign takes them', () => {
    expect(googleKeyName(parseKeyUri(`${KEY}/cryptoKeyVersions/3`, 'key'))).toEqual({
      key: KEY.slice(9),
      version: '3',
    })
    expect(googleKeyName(parseKeyUri(`${KEY}/versions/3`, 'key')).version).toBe('3')
    expect(googleKeyName(parseKeyUri(KEY, 'key')).version).toBeUndefined()
  })

  test.each([
    '',
    'gcpkms://',
    `${KEY}/`,
    `${KEY}/cryptoKeyVersions/0`,
    `${KEY}/cryptoKeyVersions/latest`,
    `${KEY}/cryptoKeyVersions/1/x`,
    `${KEY}?a=b`,
    `${KEY}\n`,
    ` ${KEY}`,
    KEY.replace('gcpkms', 'GCPKMS'),
    KEY.replace('/k', '/../k'),
    KEY.replace('projects/p', 'projects/p%2f'),
    'file:///key.pem',
    './cosign.key',
    'env://KEY',
  ])('%j is refused', async (text) => {
    expect(await codeOf(() => parseKeyUri(text, 'key'))).toBe('KEY_URI_INVALID')
  })

  test('abuse case 29: a private key is refused and not echoed', async () => {
    const pem = '-----BEGIN PRIVATE KEY-----\nMIIEsecret\n-----END PRIVATE KEY-----'
    const error = await Promise.resolve()
      .then(() => parseKeyUri(pem, 'key'))
      .catch((caught: unknown) => caught)
    expect(error).toMatchObject({ code: 'KEY_URI_INVALID', message: expect.not.stringContaining('MIIE') })
  })
})

describe('endpoints', () => {
  test.each([
    'https://kms.example',
    'https://kms.example:8443/v1',
    'http://127.0.0.1:1',
    'http://[::1]:1',
    'http://localhost:1',
  ])('%s', (text) => {
    expect(parseEndpoint(text, 'e').protocol).toMatch(/^https?:$/)
  })

  test.each([
    ['http://kms.example', 'ENDPOINT_INSECURE'],
    ['http://127.0.0.1.evil.example', 'ENDPOINT_INSECURE'],
    ['http://localhost.evil.example', 'ENDPOINT_INSECURE'],
    ['https://user:pass@kms.example', 'ENDPOINT_INSECURE'],
    ['https://kms.example/?a=b', 'ENDPOINT_INSECURE'],
    ['https://kms.example/#x', 'ENDPOINT_INSECURE'],
    ['ftp://kms.example', 'ENDPOINT_INSECURE'],
    ['file:///etc/passwd', 'ENDPOINT_INSECURE'],
    ['kms.example', 'INPUT_INVALID'],
    ['', 'INPUT_INVALID'],
  ])('%s is refused', async (text, code) => {
    expect(await codeOf(() => parseEndpoint(text, 'e'))).toBe(code)
  })
})

describe('base64', () => {
  test.each([
    ['', ''],
    ['QQ==', 'A'],
    ['-_-_', '\xfb\xff\xbf'],
  ])('%j', (text, bytes) => {
    expect(decodeBase64(text)?.toString('latin1')).toBe(bytes)
  })
  test.each(['QQ', 'QR==', 'QQ==\n', ' QQ==', 'Q', 'QQ=', 'QQ===', '+/-_', 'Q!Q=', 'QQ==QQ=='])(
    '%j is not canonical',
    (text) => {
      expect(decodeBase64(text)).toBeUndefined()
    },
  )
})

const clockOf = (): Clock & { slept: number[]; reasons: string[] } => {
  let time = 0
  const slept: number[] = []
  const reasons: string[] = []
  return {
    slept,
    reasons,
    now: () => time,
    sleep: async (ms, why) => {
      slept.push(ms)
      reasons.push(why)
      time += ms
    },
  }
}
const failing = (times: number, error: Error) => {
  let left = times
  return async () => {
    if (left-- > 0) throw error
    return 'done'
  }
}

test('retries a transient failure is tried again', async () => {
  expect(await withRetry(failing(3, new Error('503')), () => ({ retry: true }), clockOf())).toBe('done')
})

test('retries a permanent one is not', async () => {
  const clock = clockOf()
  await expect(withRetry(failing(1, new Error('404')), () => ({ retry: false }), clock)).rejects.toThrow(
    '404',
  )
  expect(clock.slept).toEqual([])
})

test('retries it ends, and throws the very last error', async () => {
  const error = new Error('503')
  await expect(withRetry(failing(99, error), () => ({ retry: true }), clockOf())).rejects.toBe(error)
})

test('retries without a word of the service the waits grow, and end within 30 s', async () => {
  const clock = clockOf()
  await expect(withRetry(failing(99, new Error('503')), () => ({ retry: true }), clock)).rejects.toThrow(
    '503',
  )
  const total = clock.slept.reduce((sum, wait) => sum + wait, 0)
  expect(clock.slept).toHaveLength(7)
  // More than the moment in which a quota never passes, and less than what is promised.
  expect(total).toBeGreaterThanOrEqual(10_000)
  expect(total).toBeLessThan(30_000)
})

test.each([
  ['a quota by the minute', [60_000]],
  ['a short wait', [7000]],
  ['several of them', [30_000, 30_000, 25_000]],
])('retries %s is waited for', async (_, waits) => {
  const clock = clockOf()
  let asked = 0
  const classify = () => ({
    retry: true,
    after: waits[asked++],
    why: 'Cloud KMS answers RESOURCE_EXHAUSTED',
  })
  expect(await withRetry(failing(waits.length, new Error('429')), classify, clock)).toBe('done')
  expect(clock.slept).toEqual(waits)
  expect(clock.reasons).toEqual(waits.map(() => 'Cloud KMS answers RESOURCE_EXHAUSTED'))
})

test.each([
  ['at once', [91_000], []],
  ['later', [60_000, 31_000], [60_000]],
])('retries a wait past 90 s in all ends it %s', async (_, waits, slept) => {
  const clock = clockOf()
  let asked = 0
  const classify = () => ({ retry: true, after: waits[asked++] })
  await expect(withRetry(failing(9, new Error('429')), classify, clock)).rejects.toThrow('429')
  expect(clock.slept).toEqual(slept)
})

test('retries an attempt that the end of the time cuts short does not hide what was answered before', async () => {
  const clock = clockOf()
  let asked = 0
  // A service that takes 8 s to say what is wrong; the fourth attempt has less than that.
  const attempt = async (budget: number) => {
    asked += 1
    await clock.sleep(Math.min(budget, 8000), 'slow')
    throw new Error(budget < 8000 ? 'timeout' : '503')
  }
  await expect(withRetry(attempt, () => ({ retry: true }), clock)).rejects.toThrow('503')
  expect(asked).toBe(4)
})

test('retries a refusal counts, however late it comes', async () => {
  const clock = clockOf()
  const attempt = async (budget: number) => {
    await clock.sleep(Math.min(budget, 10_000), 'hangs')
    throw new Error(budget < 10_000 ? '403' : '503')
  }
  const classify = (error: unknown) => ({ retry: error instanceof Error && error.message !== '403' })
  await expect(withRetry(attempt, classify, clock)).rejects.toThrow('403')
})

test('retries a clock that is set back an hour makes no wait longer', async () => {
  let time = 0
  const slept: number[] = []
  const budgets: number[] = []
  const clock: Clock = {
    now: () => time,
    sleep: async (milliseconds) => {
      slept.push(milliseconds)
      time = -3_600_000
    },
  }
  const attempt = async (budget: number) => {
    budgets.push(budget)
    throw new Error('429')
  }
  const classify = () => ({ retry: true, after: slept.length === 0 ? 1000 : 1_800_000 })
  await expect(withRetry(attempt, classify, clock)).rejects.toThrow('429')
  expect(slept).toEqual([1000])
  expect(Math.max(...budgets)).toBeLessThanOrEqual(90_000)
})

test('retries Retry-After is read in seconds, and nothing else is taken for it', () => {
  const clock = clockOf()
  expect(retryAfter('7', clock)).toBe(7000)
  for (const header of ['', null, undefined, 'soon', '-1', '1e9', '99999999'])
    expect(retryAfter(header, clock)).toBeUndefined()
})

describe('messages and errors', () => {
  test('abuse case 107: what could rewrite a log is shown, not sent', () => {
    expect(printable('a\u001b[2K\r::add-mask::x\u202e\u2028')).toBe(
      'a\\u{1b}[2K\\u{d}::add-mask::x\\u{202e}\\u{2028}',
    )
    expect(printable('x'.repeat(500))).toHaveLength(201)
    expect(printable('päth/日本')).toBe('päth/日本')
  })

  test('every code says what it means and what to do', () => {
    for (const { meaning, remedy, exit } of Object.values(ERRORS)) {
      expect([meaning.endsWith('.'), remedy.endsWith('.'), [1, 2, 3].includes(exit)]).toEqual([
        true,
        true,
        true,
      ])
    }
    expect(new ClawError('DENIED', 'x').exit).toBe(1)
  })
})

test.each([
  'https://robot:canary-7c1@vault.example:99999/v1',
  'https://robot:canary-7c1/x@vault.example:99999',
  'https://vault.example:99999?token=canary-7c1',
  'https://vault.example:99999#canary-7c1',
])('the password or token of an address that cannot be read is not shown: %s', async (text) => {
  const error = await refusal(() => parseEndpoint(text, 'vault-address'))
  expect(error.message).toMatch(/^Input vault-address: "https:\/\/.*" is not a URL\.$/)
  expect(error.message).not.toContain('canary')
})
