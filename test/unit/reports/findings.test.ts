// Findings in the words of a person and of a program.
import { describe, expect, test } from '@jest/globals'
import { ClawError } from '@open-claw/core'
import { findingsExit, findingsJson, findingsText } from '@open-claw/reports'
import type { Finding } from '@open-claw/usecases'
import { CLAIMS } from '../../support/claims.ts'
import { testKey } from '../../support/keys.ts'

const authority = new URL('https://times.example/tsa')
const text = (...findings: readonly Finding[]): string => findingsText(findings, (_, shown) => shown)
const failed = (code: 'KMS_FAILED' | 'KEY_NOT_FOUND', check: Finding['check'] = 'key'): Finding => ({
  status: 'failed',
  check,
  error: new ClawError(code, 'It fails.', { remedy: 'Do this.' }),
})

test.each<[string, Finding]>([
  ['event: push', { status: 'ok', check: 'event', event: { name: 'push', widened: false, allowed: [] } }],
  [
    `identity: sub ${CLAIMS.subject}, issuer ${CLAIMS.issuer}, private repository`,
    { status: 'ok', check: 'identity', claims: CLAIMS },
  ],
  [`key: ${testKey().uri}, ecdsa-p256-sha256, SOFTWARE`, { status: 'ok', check: 'key', key: testKey() }],
  ['signature: A trial signature verifies; it was not kept.', { status: 'ok', check: 'signature' }],
  ['log: No log is named.', { status: 'ok', check: 'log', log: undefined }],
  [
    'certificate: times.example certified this job for ecdsa-p256-sha256.',
    { status: 'ok', check: 'certificate', authority, algorithm: 'ecdsa-p256-sha256' },
  ],
  [
    'timestamp times.example: https://times.example/tsa answers.',
    { status: 'ok', check: 'timestamp', authority },
  ],
  ['destination: out', { status: 'ok', check: 'destination', place: 'out' }],
])('ok: %s', (expected, finding) => {
  expect(text(finding)).toBe(`ok       ${expected}\n`)
})

test('what was not checked says why', () => {
  expect(text({ status: 'skipped', check: 'signature', why: 'no key' })).toBe(
    'skipped  signature: There is no key to sign with.\n',
  )
})

test('a failure has a second line for what to do', () => {
  expect(text(failed('KEY_NOT_FOUND'))).toMatch(
    /^FAILED {3}key: It fails\.\n {11}KEY_NOT_FOUND: Do this\. https:\/\/\S+#key_not_found\n$/,
  )
})

test('one of several authorities is named where it fails', () => {
  expect(text({ ...failed('KMS_FAILED', 'timestamp'), authority } as Finding)).toContain(
    'timestamp times.example: ',
  )
})

test('of a permission that lacks, who needs what', () => {
  const forbidden = { principal: undefined, permission: 'kms:Sign', subject: 'repo:o/r' }
  expect(text({ ...failed('KEY_NOT_FOUND', 'signature'), forbidden } as Finding)).toContain(
    'It fails. The key exists; to sign with it, the identity of this machine needs kms:Sign; the sub of your token is repo:o/r.',
  )
})

describe('the exit code', () => {
  test.each<[number, readonly Finding[]]>([
    [0, [{ status: 'ok', check: 'signature' }]],
    [0, [{ status: 'skipped', check: 'key', why: 'event refused' }]],
    [3, [failed('KMS_FAILED')]],
    [2, [failed('KMS_FAILED'), failed('KEY_NOT_FOUND')]],
  ])('%i', (exit, findings) => {
    expect(findingsExit(findings)).toBe(exit)
    expect(JSON.parse(findingsJson(findings))).toMatchObject({ ok: exit === 0 })
  })
})

test('for a program: one line of JSON, with nothing that a finding does not have', () => {
  const json = findingsJson([{ status: 'ok', check: 'destination', place: 'out' }])
  expect(json).toBe('{"ok":true,"findings":[{"check":"destination","status":"ok","detail":"out"}]}\n')
})
