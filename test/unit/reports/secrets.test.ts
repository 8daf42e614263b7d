// The summary of an injection.
import { describe, expect, test } from '@jest/globals'
import { parseSecretRequests, type Delivery, type InjectableSecret } from '@open-claw/secrets'
import { secretsSummary } from '@open-claw/reports'
import { SUMMARY_WIDTH, unfolded, widestTable } from '../../support/summary-width.ts'

const secretsOf = (count: number, reference = (index: number) => `gcp-sm://acme/token/${index + 1}`) =>
  parseSecretRequests(
    Array.from({ length: count }, (_, index) => `TOKEN_${index} = ${reference(index)}`),
    'secrets',
  ).map((request): InjectableSecret => ({
    request,
    version: '7',
    value: 'canary-value',
    masks: ['canary-value', 'canary-mask'],
    unmaskable: undefined,
    partial: undefined,
  }))
const facts = (delivery: Delivery, exitCode: number) => ({ delivery, exitCode, note: '' })
const LONG = (index: number): string =>
  `gcp-sm://acme-production/${'a-long-name-of-a-secret-'.repeat(6)}/${index + 1}#/${'member/'.repeat(20)}x`

describe('the first line is what happened', () => {
  test.each([
    ['exec', 0, /^## ✅ 1 secret for one script\n/],
    ['exec', 3, /^## ❌ The script ended with exit code 3; it had 1 secret for one script\n/],
    ['env', 0, /^## ✅ 1 secret as variables of every later step\n/],
    ['output', 0, /^## ✅ 1 secret as outputs of this step\n/],
  ] as const)('%s, %d', (delivery, code, expected) => {
    expect(secretsSummary(secretsOf(1), facts(delivery, code))).toMatch(expected)
  })
})

test('one secret has no table, and its whole reference', () => {
  const shown = secretsSummary(secretsOf(1, LONG), facts('exec', 0))
  expect(widestTable(shown)).toBe(0)
  expect(shown).toContain('member/member/')
})
test.each([2, 10])('%d secrets stand in a table that fits', (count) => {
  const shown = secretsSummary(secretsOf(count, LONG), facts('exec', 0))
  expect(widestTable(unfolded(shown))).toBeGreaterThan(0)
  expect(widestTable(shown)).toBeLessThanOrEqual(SUMMARY_WIDTH)
  expect(shown).toContain(`"reference": "${LONG(1)}"`)
})
test('more are folded', () => {
  expect(unfolded(secretsSummary(secretsOf(11), facts('exec', 0)))).not.toMatch(/^\|/m)
})
test('no value, no mask and no length of one is in it', () => {
  expect(secretsSummary(secretsOf(3), facts('env', 0))).not.toMatch(/canary|12/)
})
