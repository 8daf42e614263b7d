// The summary of an injection.
import { describe, expect, test } from '@jest/globals'
import type { Delivery } from '@open-claw/secrets'
import type { Injection } from '@open-claw/usecases'
import { parseSecretRequests } from '../../../packages/wiring/src/secret-stores.ts'
import { secretsSummary } from '@open-claw/reports'
import { SUMMARY_WIDTH, unfolded, widestTable } from '../../support/summary-width.ts'

const secretsOf = (count: number, reference = (index: number) => `gcp-sm://acme/token/${index + 1}`) =>
  parseSecretRequests(
    Array.from({ length: count }, (_, index) => `TOKEN_${index} = ${reference(index)}`),
    'secrets',
  ).map(({ name, uri }) => ({ name, uri, version: '7', masks: 2 }))
const summaryOf = (secrets: Injection['secrets'], delivery: Delivery, exitCode: number): string =>
  secretsSummary({ event: undefined, delivery, secrets, exitCode })
const LONG = (index: number): string =>
  `gcp-sm://acme-production/${'a-long-name-of-a-secret-'.repeat(6)}/${index + 1}#/${'member/'.repeat(20)}x`

describe('the first line is what happened', () => {
  test.each([
    ['exec', 0, /^## ✅ 1 secret for one script\n/],
    ['exec', 3, /^## ❌ The script ended with exit code 3; it had 1 secret for one script\n/],
    ['env', 0, /^## ✅ 1 secret as variables of every later step\n/],
    ['output', 0, /^## ✅ 1 secret as outputs of this step\n/],
  ] as const)('%s, %d', (delivery, code, expected) => {
    expect(summaryOf(secretsOf(1), delivery, code)).toMatch(expected)
  })
})

test('one secret has no table, and its whole reference', () => {
  const shown = summaryOf(secretsOf(1, LONG), 'exec', 0)
  expect(widestTable(shown)).toBe(0)
  expect(shown).toContain('member/member/')
})
test.each([2, 10])('%d secrets stand in a table that fits', (count) => {
  const shown = summaryOf(secretsOf(count, LONG), 'exec', 0)
  expect(widestTable(unfolded(shown))).toBeGreaterThan(0)
  expect(widestTable(shown)).toBeLessThanOrEqual(SUMMARY_WIDTH)
  expect(shown).toContain(`"reference": "${LONG(1)}"`)
})
test('more are folded', () => {
  expect(unfolded(summaryOf(secretsOf(11), 'exec', 0))).not.toMatch(/^\|/m)
})
