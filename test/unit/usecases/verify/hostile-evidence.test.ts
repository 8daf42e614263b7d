// What 4,096 hostile bundles cost, counted in units of work and never in time, and that the good one beside
// them is found. The table is printed.
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, describe, expect, test } from '@jest/globals'
import { examine } from '../../../../packages/usecases/src/verify/examination.ts'
import type { Expense } from '../../../../packages/usecases/src/verify/expense.ts'
import { LIMITS, type Limits } from '../../../../packages/usecases/src/verify/limits.ts'
import { ARTIFACT, ATTACKS, GOOD_SOURCE, KEYS, sourceOf } from './hostile-bundles.ts'

const COUNT = 4096
const rows: Record<string, unknown>[] = []
const examined = (attack: string, count = COUNT, limits = LIMITS) => {
  const make = ATTACKS[attack] ?? (() => Buffer.alloc(0))
  const dropped = Array.from({ length: count }, (_, index) => sourceOf(`h${index}`, make(index)))
  return examine([GOOD_SOURCE, ...dropped], { artifacts: [ARTIFACT], trust: { keys: KEYS } }, limits)
}

afterAll(() => {
  console.log(`${COUNT} hostile bundles beside a good one; limits ${JSON.stringify(LIMITS)}`)
  console.table(rows)
})

const PARTS: Readonly<Record<string, number>> = {
  'signatures over a digest': 32,
  'signatures over nobody knows what': 32,
  '64 lines each': 32,
  'values without end': 8,
}

function expectBounded(
  attack: string,
  expense: Expense,
  { limits = LIMITS, count = COUNT, ...more }: { limits?: Limits; count?: number; kibibytes?: number } = {},
): void {
  rows.push({ attack, hostile: count, ...expense, 'of work': limits.work, ...more })
  expect(expense.work).toBeLessThanOrEqual(limits.work)
  expect(expense.bytes).toBeLessThanOrEqual(limits.bytes)
}

describe('abuse cases 45 and 54: a good bundle is found beside thousands of hostile ones', () => {
  test.each(Object.keys(ATTACKS))('%s', async (attack) => {
    // The costliest with a part of all: the share of each file is the same.
    const part = PARTS[attack] ?? 1
    const count = COUNT / part
    const limits = { ...LIMITS, bytes: LIMITS.bytes / part, work: LIMITS.work / part }
    const { evidence, expense } = await examined(attack, count, limits)
    expectBounded(attack, expense, { limits, count })
    expect(evidence.filter((item) => 'facts' in item).map(({ path }) => path)).toContain('good')
    expect(evidence.length).toBeLessThan(20 * count)
  })

  test.each([
    ['payload', COUNT, 1],
    ['values', COUNT, 1],
    // As many as are read, so that each of them is parsed and tried with the keys.
    ['payload', 40, 41],
  ])('as large as they may be, of %s, %i of them, in less than a gigabyte', async (kind, count, verified) => {
    const script = fileURLToPath(new URL('./hostile-process.ts', import.meta.url))
    const { stdout } = await promisify(execFile)(process.execPath, [script, kind, String(count)])
    const { isFound, kibibytes, ...expense } = JSON.parse(stdout)
    expectBounded(`the largest, ${kind}`, expense, { count, kibibytes })
    expect(isFound).toBe(true)
    expect(expense.verified).toBe(verified)
    expect(expense.unexamined).toBe(count + 1 - verified)
    expect(kibibytes).toBeLessThan(1024 * 1024)
  })
})

describe('what is spent', () => {
  test('nothing on signatures of what is about others', async () => {
    const { evidence, expense } = await examined('about others, no hint', 50)
    expect(expense.verified).toBe(1)
    expect(evidence).toContainEqual({
      path: 'h7',
      refused: { reason: 'SUBJECT_MISMATCH', message: 'it speaks about none of the artifacts' },
    })
  })

  test('on equal files once', async () => {
    const { expense } = await examined('equal ones', 50)
    expect(expense).toMatchObject({ files: 2, equal: 49, verified: 2 })
  })

  test('the same for the same files, in whatever order they are found', async () => {
    const [one, other] = await Promise.all([1, 2].map(() => examined('about the artifact, no hint', 50)))
    expect(one).toStrictEqual(other)
  })
})

const unexamined = (evidence: readonly { path: string }[]): string[] =>
  evidence
    .filter((item) => 'refused' in item && JSON.stringify(item).includes('EVIDENCE_NOT_EXAMINED'))
    .map(({ path }) => path)

test('what is not looked at is told, and proves nothing over the bytes of all of them', async () => {
  const limits = { ...LIMITS, bytes: 3 * GOOD_SOURCE.size }
  const { evidence, expense } = await examined('copies of the good one in other bytes', 50, limits)
  expect(expense.files + expense.unexamined).toBe(51)
  expect(expense.bytes).toBeLessThanOrEqual(limits.bytes)
  expect(unexamined(evidence)).not.toHaveLength(0)
  expect(evidence.filter((item) => 'facts' in item).length).toBe(expense.files)
})

test('what is not looked at is told, and proves nothing over the number of files', async () => {
  const { evidence, expense } = await examined('about the artifact, no hint', 50, { ...LIMITS, files: 20 })
  expect(expense).toMatchObject({ unexamined: 31 })
  expect(unexamined(evidence)).toHaveLength(17)
  expect(JSON.stringify(evidence)).toContain('and 14 more like this')
})

test('what is not looked at is told, and proves nothing over the work: first what is within its share, then the cheapest', async () => {
  const work = 40_000
  const { evidence, expense } = await examined('signatures over nobody knows what', 50, { ...LIMITS, work })
  expect(expense.work).toBeLessThanOrEqual(work)
  expect(expense.unexamined).toBeGreaterThan(0)
  expect(expense.verified + expense.unexamined).toBe(51)
  expect(evidence.filter((item) => 'facts' in item).map(({ path }) => path)).toStrictEqual(['good'])
  expect(unexamined(evidence)).not.toContain('good')
})

test('what is not looked at is told, and proves nothing a bundle that costs more than its share gets what others leave', async () => {
  const { evidence, expense } = await examined('equal ones', 200, { ...LIMITS, work: 20_000 })
  expect(expense).toMatchObject({ unexamined: 0, equal: 199 })
  expect(evidence.filter((item) => 'facts' in item)).toHaveLength(1)
})

test('what is not looked at is told, and proves nothing a file that is another when its turn comes again', async () => {
  const make = ATTACKS['signatures over nobody knows what']
  let reads = 0
  const changing = {
    ...sourceOf('x', make?.(1) ?? Buffer.alloc(0)),
    read: () => Promise.resolve(make?.((reads += 1)) ?? Buffer.alloc(0)),
  }
  const others = Array.from({ length: 9 }, (_, index) => sourceOf(`o${index}`, Buffer.from(`${index}`)))
  const trust = { keys: KEYS }
  const { evidence } = await examine(
    [changing, ...others],
    { artifacts: [ARTIFACT], trust },
    { ...LIMITS, work: 60_000 },
  )
  expect(evidence).toContainEqual(
    expect.objectContaining({ path: 'x', refused: expect.objectContaining({ code: 'ARTIFACT_CHANGED' }) }),
  )
})
