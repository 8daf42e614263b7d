// Signing configs as cosign reads them.
import { describe, expect, test } from '@jest/globals'
import { parseSigningConfig } from '@open-claw/sigstore'
import { codeOf, refusal } from '../../support/errors.ts'

const NOW = Date.parse('2026-06-01T00:00:00Z')
const service = (host: string, more: Record<string, unknown> = {}) => ({
  url: `https://${host}`,
  majorApiVersion: 1,
  validFor: { start: '2025-01-01T00:00:00Z' },
  operator: host,
  ...more,
})
const CONFIG = {
  mediaType: 'application/vnd.dev.sigstore.signingconfig.v0.2+json',
  caUrls: [service('ca.example')],
  oidcUrls: [service('oidc.example')],
  rekorTlogUrls: [service('log.example', { majorApiVersion: 2 })],
  rekorTlogConfig: { selector: 'ANY' },
  tsaUrls: [service('tsa.example/api/v1/timestamp')],
  tsaConfig: { selector: 'ANY' },
}
const read = (config: unknown) => {
  const document = typeof config === 'string' ? config : JSON.stringify(config)
  const { certificateAuthority, timestampAuthorities, log } = parseSigningConfig(
    Buffer.from(document),
    'signing.json',
    NOW,
  )
  return {
    ca: certificateAuthority?.hostname,
    tsas: timestampAuthorities.map(({ hostname }) => hostname),
    log: log === undefined ? undefined : `${log.url.hostname} v${log.version}`,
  }
}
const past = { validFor: { start: '2024-01-01T00:00:00Z', end: '2025-01-01T00:00:00Z' } }
const future = { validFor: { start: '2027-01-01T00:00:00Z' } }
const newer = { validFor: { start: '2026-01-01T00:00:00Z' } }

describe('a signing config', () => {
  test('names who is asked', () => {
    expect(read(CONFIG)).toEqual({ ca: 'ca.example', tsas: ['tsa.example'], log: 'log.example v2' })
  })
  test('keeps the path of a timestamp authority', () => {
    const { timestampAuthorities } = parseSigningConfig(Buffer.from(JSON.stringify(CONFIG)), 'x', NOW)
    expect(timestampAuthorities[0]?.pathname).toBe('/api/v1/timestamp')
  })
  test('may name nobody', () => {
    expect(read({ mediaType: CONFIG.mediaType })).toEqual({ ca: undefined, tsas: [], log: undefined })
  })
  test('prefers the newest of what is valid now', () => {
    const caUrls = [service('old.example'), service('new.example', newer), service('next.example', future)]
    expect(read({ ...CONFIG, caUrls }).ca).toBe('new.example')
  })
  test('has no authority where none is valid now', () => {
    const caUrls = [service('old.example', past), service('next.example', future)]
    expect(read({ ...CONFIG, caUrls }).ca).toBeUndefined()
  })
  test('prefers the higher version of a log, though it is older', () => {
    const rekorTlogUrls = [
      service('one.example', newer),
      service('two.example', { majorApiVersion: 2 }),
      service('three.example', { majorApiVersion: 3, ...newer }),
    ]
    expect(read({ ...CONFIG, rekorTlogUrls }).log).toBe('two.example v2')
  })
  test('falls back to the first version where the second is over', () => {
    const rekorTlogUrls = [service('one.example'), service('two.example', { majorApiVersion: 2, ...past })]
    expect(read({ ...CONFIG, rekorTlogUrls }).log).toBe('one.example v1')
  })
  test.each([
    [{ selector: 'ALL' }, ['c.example', 'b.example']],
    [{ selector: 'ANY' }, ['c.example']],
    [{ selector: 'EXACT', count: 1 }, ['c.example']],
    [{ selector: 'EXACT', count: 2 }, ['c.example', 'b.example']],
  ])('counts one of each operator: %j', (tsaConfig, expected) => {
    const tsaUrls = [
      service('a.example', { operator: 'one' }),
      service('b.example', { operator: 'two' }),
      service('c.example', { operator: 'one', ...newer }),
      service('d.example', { operator: 'three', ...past }),
    ]
    expect(read({ ...CONFIG, tsaUrls, tsaConfig }).tsas).toEqual(expected)
  })
})

const url = (text: string) => ({ ...CONFIG, caUrls: [{ ...service('x'), url: text }] })
test.each<[string, unknown]>([
  ['that is a list', []],
  ['of another media type', { ...CONFIG, mediaType: 'application/vnd.dev.sigstore.signingconfig.v0.1+json' }],
  ['without one', { ...CONFIG, mediaType: undefined }],
  ['with a field that nobody knows', { ...CONFIG, rekorTlogUrl: [] }],
  ['with services that are no list', { ...CONFIG, tsaUrls: {} }],
  ['with an http URL', url('http://ca.example')],
  ['with credentials in a URL', url('https://a:b@ca.example')],
  ['with no URL', url('ca.example')],
  ['without a start', { ...CONFIG, caUrls: [service('x', { validFor: {} })] }],
  ['without a period', { ...CONFIG, caUrls: [service('x', { validFor: undefined })] }],
  ['with a loose time', { ...CONFIG, caUrls: [service('x', { validFor: { start: '1 Jan 2025' } })] }],
  ['with a version that is text', { ...CONFIG, caUrls: [service('x', { majorApiVersion: '1' })] }],
  ['with version zero', { ...CONFIG, caUrls: [service('x', { majorApiVersion: 0 })] }],
  ['without a selector', { ...CONFIG, tsaConfig: undefined }],
  ['with an unknown selector', { ...CONFIG, tsaConfig: { selector: 'SOME' } }],
  ['with a selector that counts to nothing', { ...CONFIG, tsaConfig: { selector: 'EXACT' } }],
  ['with a count of zero', { ...CONFIG, tsaConfig: { selector: 'EXACT', count: 0 } }],
  ['that wants more than it has', { ...CONFIG, tsaConfig: { selector: 'EXACT', count: 2 } }],
  ['whose authorities are over', { ...CONFIG, tsaUrls: [service('x', past)] }],
  [
    'whose authorities are over, of which it wants all',
    { ...CONFIG, tsaUrls: [service('x', past)], tsaConfig: { selector: 'ALL' } },
  ],
  ['whose logs are of the future', { ...CONFIG, rekorTlogUrls: [service('x', future)] }],
  [
    'whose logs are of versions unknown',
    { ...CONFIG, rekorTlogUrls: [service('x', { majorApiVersion: 3 })] },
  ],
  [
    'that wants several logs',
    {
      ...CONFIG,
      rekorTlogUrls: [service('a'), service('b')],
      rekorTlogConfig: { selector: 'ALL' },
    },
  ],
])('a signing config is refused %s', async (_, config) => {
  const error = await refusal(() => read(config))
  expect(error.code).toBe('TRUSTED_ROOT_INVALID')
  expect(error.message).toContain('"signing.json"')
})
test.each(['', '{', '{"a":1,"a":2}'])(
  'a signing config is refused where it is not one JSON document: %j',
  async (document) => {
    expect(await codeOf(() => read(document))).toBe('JSON_INVALID')
  },
)
