// The one retry policy: what is asked again, how often, and for how long.
import { expect, test } from '@jest/globals'
import type { Clock } from '@open-claw/core'
import { retryAfter, withRetry } from '@open-claw/net'

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

test('a transient failure is tried again', async () => {
  expect(await withRetry(failing(3, new Error('503')), () => ({ retry: true }), clockOf())).toBe('done')
})

test('a permanent one is not', async () => {
  const clock = clockOf()
  await expect(withRetry(failing(1, new Error('404')), () => ({ retry: false }), clock)).rejects.toThrow(
    '404',
  )
  expect(clock.slept).toEqual([])
})

test('it ends, and throws the very last error', async () => {
  const error = new Error('503')
  await expect(withRetry(failing(99, error), () => ({ retry: true }), clockOf())).rejects.toBe(error)
})

test('without a word of the service the waits grow, and end within 30 s', async () => {
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
])('%s is waited for', async (_, waits) => {
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
])('a wait past 90 s in all ends it %s', async (_, waits, slept) => {
  const clock = clockOf()
  let asked = 0
  const classify = () => ({ retry: true, after: waits[asked++] })
  await expect(withRetry(failing(9, new Error('429')), classify, clock)).rejects.toThrow('429')
  expect(clock.slept).toEqual(slept)
})

test('an attempt that the end of the time cuts short does not hide what was answered before', async () => {
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

test('a refusal counts, however late it comes', async () => {
  const clock = clockOf()
  const attempt = async (budget: number) => {
    await clock.sleep(Math.min(budget, 10_000), 'hangs')
    throw new Error(budget < 10_000 ? '403' : '503')
  }
  const classify = (error: unknown) => ({ retry: error instanceof Error && error.message !== '403' })
  await expect(withRetry(attempt, classify, clock)).rejects.toThrow('403')
})

test('a clock that is set back an hour makes no wait longer', async () => {
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

test('Retry-After is read in seconds, and nothing else is taken for it', () => {
  const clock = clockOf()
  expect(retryAfter('7', clock)).toBe(7000)
  for (const header of ['', null, undefined, 'soon', '-1', '1e9', '99999999'])
    expect(retryAfter(header, clock)).toBeUndefined()
})

test('an attempt gets 10 s, or the time that was asked for it', async () => {
  const given: number[] = []
  const attempt = async (timeout: number) => given.push(timeout)
  await withRetry(attempt, () => ({ retry: false }), clockOf())
  await withRetry(attempt, () => ({ retry: false }), clockOf(), 25_000)
  expect(given).toEqual([10_000, 25_000])
})
