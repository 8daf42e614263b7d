import { describe, expect, test } from '@jest/globals'
import { parseBundle, verifyBundle } from '@open-claw/core'
import { readGeneralizedTime, parseRfc3339 } from '@open-claw/asn1'
import { readCertificateTime } from '../../../packages/asn1/src/time.ts'
import { codeOf } from '../../support/errors.ts'
import { digitsOf, SIGNED_AT } from '../sigstore/verify-authorities.ts'
import { bundleJson, judge } from '../sigstore/verify-world.ts'

const generalized = (text: string): number =>
  readGeneralizedTime({ tag: 0x18, value: Buffer.from(text), whole: Buffer.alloc(0) })
const utc = (text: string): number =>
  readCertificateTime({ tag: 0x17, value: Buffer.from(text), whole: Buffer.alloc(0) })

describe('times of timestamps', () => {
  const digits = digitsOf(SIGNED_AT)

  test.each([
    ['', 0],
    ['.1', 100],
    ['.12', 120],
    ['.123', 123],
    ['.1234', 123],
    ['.12345', 123],
    ['.123456', 123],
    ['.1234567', 123],
    ['.12345678', 123],
    ['.123456789', 123],
    ['.001', 1],
    ['.0009', 0],
  ])('with the fraction "%s" are read and verified', async (fraction, milliseconds) => {
    const time = `${digits}${fraction}Z`
    expect(generalized(time)).toBe(SIGNED_AT + milliseconds)
    const facts = await judge(bundleJson({ stamp: { time }, entries: () => [] }))
    expect(facts.times).toEqual([
      { source: 'timestamp-authority', authority: 'https://tsa.example', time: SIGNED_AT + milliseconds },
    ])
  })

  test.each([
    `${digits}.Z`,
    `${digits}.0Z`,
    `${digits}.120Z`,
    `${digits}.12`,
    `${digits},12Z`,
    `${digits}+0100`,
    `${digits.slice(0, -2)}Z`,
    `${digits.slice(2)}Z`,
    `${digits}.1Zx`,
    '20260631120000Z',
    '20260229120000Z',
    '20260601240000Z',
    '20260601126000Z',
    '20260601120060Z',
    '20261301120000Z',
    '00000000000000Z',
    '',
  ])('as "%s" are refused', async (time) => {
    expect(() => generalized(time)).toThrow('has a time that cannot be read')
    expect(await codeOf(() => judge(bundleJson({ stamp: { time } })))).toBe('TIMESTAMP_INVALID')
  })
})

describe('times of certificates', () => {
  test.each([
    ['490101000000Z', Date.UTC(2049, 0, 1)],
    ['500101000000Z', Date.UTC(1950, 0, 1)],
    ['240229235959Z', Date.UTC(2024, 1, 29, 23, 59, 59)],
  ])('%s is read', (text, time) => {
    expect(utc(text)).toBe(time)
  })

  test.each(['2401010000Z', '240101000000+0000', '230229000000Z', '24010100000Z', '20240101000000Z', ''])(
    '%s is refused',
    (text) => {
      expect(() => utc(text)).toThrow('has a time that cannot be read')
    },
  )

  test('GeneralizedTime has no fraction there', () => {
    const value = Buffer.from('20500101000000.5Z')
    expect(() => readCertificateTime({ tag: 0x18, value, whole: value })).toThrow(
      'has a time with a fraction',
    )
    const whole = Buffer.from('20500101000000Z')
    expect(readCertificateTime({ tag: 0x18, value: whole, whole })).toBe(Date.UTC(2050, 0, 1))
  })
})

describe('times of trusted roots', () => {
  test.each([
    ['2026-06-01T12:00:00Z', SIGNED_AT],
    ['2026-06-01T12:00:00.186617431Z', SIGNED_AT + 186],
    ['2026-06-01T14:00:00+02:00', SIGNED_AT],
    ['2026-06-01T11:30:00-00:30', SIGNED_AT],
  ])('%s is read', (text, time) => {
    expect(parseRfc3339(text)).toBe(time)
  })

  test.each([
    '2026-06-01',
    '2026-06-01T12:00:00',
    '2026-06-01 12:00:00Z',
    '2026-06-31T12:00:00Z',
    '2026-06-01T12:00:00.Z',
    '2026-06-01T12:00:00+24:00',
    '2026-06-01T12:00:00+02:60',
    'June 1, 2026',
    '1780315200000',
    '',
  ])('%s is no time', (text) => {
    expect(parseRfc3339(text)).toBeUndefined()
  })
})

test('without trusted roots no time is established', async () => {
  const bundle = parseBundle(Buffer.from(JSON.stringify(bundleJson())), 'bundle.json')
  expect(await codeOf(() => verifyBundle(bundle, { keys: [] }))).toBe('CERTIFICATE_UNTRUSTED')
})
