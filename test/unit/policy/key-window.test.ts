// Case 57: a key that is trusted for a time, judged by trusted times alone, and never met without one.
import { describe, expect, test } from '@jest/globals'
import type { TrustedTime } from '@open-claw/core'
import { certifiedPolicy, codesOf, entryVerdict, statement } from '../../support/certified-facts.ts'
import { refusal } from '../../support/errors.ts'
import { type Json, parsePolicy } from '../../support/policies.ts'

const BEGIN = '2026-01-01T00:00:00Z'
const END = '2026-06-30T23:59:59Z'
const withKey = (key: Json, change: (spec: Json) => void = () => undefined) =>
  certifiedPolicy((_, __, spec) => {
    spec['attestors'] = [{ name: 'ci', key: { publicKey: 'PEM', ...key } }]
    change(spec)
  })
const key = { name: 'ci', keyId: '', algorithm: 'ed25519', key: undefined, uri: undefined } as never
const at = (
  time: string,
  source: TrustedTime['source'] = 'timestamp-authority',
  authority = 'tsa',
): TrustedTime => ({
  source,
  authority,
  time: Date.parse(time),
})
const signedAt = (...times: TrustedTime[]) => statement({ signer: { kind: 'key', key }, times })

const both = withKey({ notBefore: BEGIN, notAfter: END })
test.each<[string, TrustedTime[], string]>([
  ['inside', [at('2026-03-01T00:00:00Z')], 'allow'],
  ['at its begin', [at(BEGIN)], 'allow'],
  ['at its end', [at(END)], 'allow'],
  ['before it', [at('2025-12-31T23:59:59.999Z')], 'OUTSIDE_KEY_WINDOW'],
  ['after it', [at('2026-06-30T23:59:59.001Z')], 'OUTSIDE_KEY_WINDOW'],
  ['inside by the promise of a log', [at('2026-03-01T00:00:00Z', 'transparency-log')], 'allow'],
  [
    'after it by the promise of a log',
    [at('2027-01-01T00:00:00Z', 'transparency-log')],
    'OUTSIDE_KEY_WINDOW',
  ],
  [
    'inside by one authority and after it by another',
    [at('2026-03-01T00:00:00Z'), at('2027-01-01T00:00:00Z', 'timestamp-authority', 'other')],
    'OUTSIDE_KEY_WINDOW',
  ],
  ['at a time that nobody knows', [], 'TRUSTED_TIME_MISSING'],
  ['at no time', [{ ...at(BEGIN), time: NaN }], 'OUTSIDE_KEY_WINDOW'],
])('the window of a key signed %s: %s', async (_, times, code) => {
  expect(await codesOf(both, [signedAt(...times)])).toEqual([code])
})
test.each<[string, Json, string, string]>([
  ['an end alone', { notAfter: END }, '2020-01-01T00:00:00Z', 'allow'],
  ['an end alone', { notAfter: END }, '2026-07-01T00:00:00Z', 'OUTSIDE_KEY_WINDOW'],
  ['a begin alone', { notBefore: BEGIN }, '2036-01-01T00:00:00Z', 'allow'],
  ['a begin alone', { notBefore: BEGIN }, '2020-01-01T00:00:00Z', 'OUTSIDE_KEY_WINDOW'],
])('the window of a key with %s', async (_, window, time, code) => {
  expect(await codesOf(withKey(window), [signedAt(at(time))])).toEqual([code])
  expect(await codesOf(withKey(window), [signedAt()])).toEqual(['TRUSTED_TIME_MISSING'])
})
test('the window of a key is told with the time and who says so', async () => {
  const { reasons } = await entryVerdict(both, [signedAt(at('2027-01-01T00:00:00Z'))])
  expect(reasons).toMatchObject([
    {
      what: 'time of a signature by "ci"',
      expected: 'not before 2026-01-01T00:00:00.000Z and not after 2026-06-30T23:59:59.000Z',
      found: '2027-01-01T00:00:00.000Z, says tsa',
    },
  ])
})
test('the window of a key a key without one is judged as before', async () => {
  expect(await codesOf(withKey({}), [signedAt()])).toEqual(['allow'])
})
test('the window of a key a key that is no longer trusted does not stand in the way of one that is', async () => {
  const rotated = withKey({ notAfter: END }, (spec) => {
    spec['attestors'].push({ name: 'new', key: { publicKey: 'OTHER', notBefore: END } })
    spec['attestations'][0].attestors = ['ci', 'new']
  })
  const late = at('2026-12-01T00:00:00Z')
  const byNew = { name: 'new', keyId: 'n', algorithm: 'ed25519', key: undefined, uri: undefined } as never
  expect(await codesOf(rotated, [signedAt(late)])).toEqual(['OUTSIDE_KEY_WINDOW'])
  expect(
    await codesOf(rotated, [
      signedAt(late),
      statement({ signer: { kind: 'key', key: byNew }, times: [late] }),
    ]),
  ).toEqual(['allow'])
})

describe('a window that cannot be meant', () => {
  test.each<[string, Json]>([
    ['a day', { notAfter: '2026-06-30' }],
    ['a time without its zone', { notAfter: '2026-06-30T00:00:00' }],
    ['a time of another zone', { notAfter: '2026-06-30T00:00:00+02:00' }],
    ['a day that does not exist', { notAfter: '2026-02-30T00:00:00Z' }],
    ['an hour that does not exist', { notBefore: '2026-02-01T24:00:00Z' }],
    ['a number', { notAfter: 1782864000 }],
    ['nothing', { notAfter: '' }],
    ['fractions', { notAfter: '2026-06-30T00:00:00.5Z' }],
  ])('%s', async (_, window) => {
    expect((await refusal(() => parsePolicy(withKey(window)))).message).toContain('attestors.0.key.not')
  })
  test.each<[string, Json, (spec: Json) => void, string]>([
    [
      'that ends before it begins',
      { notBefore: END, notAfter: BEGIN },
      () => undefined,
      'not before its notAfter',
    ],
    ['without length', { notBefore: END, notAfter: END }, () => undefined, 'not before its notAfter'],
    [
      'without roots that tell the time',
      { notAfter: END },
      (spec) => delete spec['trustedRoots'],
      'gives no trustedRoots, which the attestor "ci" needs',
    ],
    [
      'of a key that signs the roots',
      { notAfter: END },
      (spec) => (spec['trustedRoots'] = [{ bundle: 'b', attestors: ['ci'] }]),
      'without a window',
    ],
    [
      'of a certificate',
      {},
      (spec) =>
        (spec['attestors'] = [
          {
            name: 'ci',
            certificate: { issuer: 'https://i.example', subjects: ['https://x.example/y'], notAfter: END },
          },
        ]),
      'certificate.notAfter: is no field here',
    ],
  ])('one %s', async (_, window, change, expected) => {
    expect((await refusal(() => parsePolicy(withKey(window, change)))).message).toContain(expected)
  })
})
