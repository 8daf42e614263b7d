import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { MAX_MASKS, masksFor, MIN_MASK } from '../../../packages/secrets/src/masks.ts'
import * as fc from 'fast-check'

const hidden = (value: string, printed: string): boolean =>
  masksFor(value).masks.some((mask) => printed.includes(mask))

/** What is left of `printed` once every mask is taken out. */
const visible = (value: string, printed: string): string =>
  masksFor(value)
    .masks.toSorted((a, b) => b.length - a.length)
    .reduce((text, mask) => text.replaceAll(mask, ''), printed)

const PASSWORD = `p@ss/w"o'rd<&>$!(x)*~ü`
const PEM = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString()
const BODY = PEM.split('\n').slice(1, -2).join('')

describe('a password is hidden', () => {
  // Known answers of other programs, not of our encoders.
  test.each([
    ['as it is', PASSWORD],
    ['in JSON', `p@ss/w\\"o'rd<&>$!(x)*~ü`],
    ['in JSON twice', `p@ss/w\\\\\\"o'rd<&>$!(x)*~ü`],
    ['in JSON of Go', `p@ss/w\\"o'rd\\u003c\\u0026\\u003e$!(x)*~ü`],
    ['in JSON of Python', `p@ss/w\\"o'rd<&>$!(x)*~\\u00fc`],
    ['in JSON of PHP', `p@ss\\/w\\"o'rd<&>$!(x)*~ü`],
    ['in a URL of .NET', `p%40ss%2Fw%22o%27rd%3C%26%3E%24%21%28x%29%2A~%C3%BC`],
    ['in a URL of JavaScript', `p%40ss%2Fw%22o'rd%3C%26%3E%24!(x)*~%C3%BC`],
    ['in a form', 'p%40ss%2Fw%22o%27rd%3C%26%3E%24%21%28x%29*%7E%C3%BC'],
    ['in a URL in lower case', `p%40ss%2fw%22o%27rd%3c%26%3e%24%21%28x%29%2a~%c3%bc`],
    ['in XML', `p@ss/w&quot;o&apos;rd&lt;&amp;&gt;$!(x)*~ü`],
    ['in single quotes of a shell', `p@ss/w"o'\\''rd<&>$!(x)*~ü`],
    ['by printf %q of bash', `p@ss/w\\"o\\'rd\\<\\&\\>\\$\\!\\(x\\)\\*~ü`],
    ['in hexadecimal', '704073732f77226f2772643c263e2421287829 2a7ec3bc'.replace(' ', '')],
    ['in hexadecimal capitals', '704073732F77226F2772643C263E24212878292A7EC3BC'],
  ])('%s', (_, printed) => {
    expect(visible(PASSWORD, printed)).toBe('')
  })

  test.each(['', 'a', 'ab', 'abc', 'user:', 'x'.repeat(57)])('in Base64 after %j', (prefix) => {
    for (const suffix of ['', '\n', ':x', 'yz']) {
      for (const encoding of ['base64', 'base64url'] as const) {
        const printed = Buffer.from(`${prefix}${PASSWORD}${suffix}`).toString(encoding)
        const extra = Buffer.from(`${prefix}${suffix}`).length
        // At each end up to one group of four is shared with the text around it.
        expect(visible(PASSWORD, printed).length).toBeLessThanOrEqual(Math.ceil(extra / 3) * 4 + 8)
      }
    }
  })
})

describe('what is inside a secret is hidden', () => {
  const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJjYW5hcnktMTIzNCJ9.c2lnbmF0dXJlLWNhbmFyeS0x'
  const TOKEN = 'canary-7f3a9c'
  test.each([
    ['a member of JSON', `{"a":{"b":["${TOKEN}"]}}`, TOKEN],
    ['a member of JSON with escapes', `{"a":"line\\n${TOKEN}"}`, TOKEN],
    ['JSON without its spaces', `{\n  "a": "${TOKEN}",\n  "bcdefgh": 1\n}`, `{"a":"${TOKEN}","bcdefgh":1}`],
    ['JSON in JSON', JSON.stringify({ a: JSON.stringify({ b: TOKEN }) }), TOKEN],
    ['a value of dotenv', `A=1\nexport B="${TOKEN}" # note\n`, TOKEN],
    ['a value of YAML', `a:\n  b: '${TOKEN}'\n  c:\n    - ${TOKEN}-2\n`, `${TOKEN}-2`],
    ['a password in a URL', `postgres://app:${TOKEN}@db:5432/app`, TOKEN],
    ['a password in a URL, decoded', 'postgres://app:p%40ss%2Fcanary@db/app', 'p@ss/canary'],
    ['basic authentication', `https://app:${TOKEN}@host/`, Buffer.from(`app:${TOKEN}`).toString('base64')],
    ['a signature in a query', 'https://host/blob?sv=1&sig=a%2Bcanary%3D', 'a+canary='],
    ['a password with an at sign', 'amqp://app:can@ry-77@host/', 'can@ry-77'],
    ['a connection string of Go', 'app:canary-pw@tcp(db:3306)/app', 'canary-pw'],
    ['a connection string of ADO.NET', `Server=db;User Id=app;Password=${TOKEN};`, TOKEN],
    ['a connection string of libpq', `host=db user=app password='${TOKEN}'`, TOKEN],
    ['the claims of a JWT', jwt, 'eyJzdWIiOiJjYW5hcnktMTIzNCJ9'],
    ['the signature of a JWT', `Bearer ${jwt}`, 'c2lnbmF0dXJlLWNhbmFyeS0x'],
    ['the body of PEM without line breaks', PEM, BODY],
    ['PEM in JSON', JSON.stringify({ key: PEM }), BODY],
    ['PEM with CRLF', PEM.replaceAll('\n', '\r\n'), BODY],
    ['one line of PEM', PEM, PEM.split('\n')[2] ?? ''],
  ])('%s', (_, value, printed) => {
    expect(visible(value, printed)).toBe('')
  })
})

describe('what stands in every log stays visible', () => {
  test.each([
    ['{"enabled":true,"host":"localhost","port":5432,"token":"canary-7f3a9c"}', 'localhost'],
    ['{"enabled":true,"host":"localhost","port":5432,"token":"canary-7f3a9c"}', 'true'],
    ['{"type":"service_account","token":"canary-7f3a9c"}', 'service_account'],
    ['{\n"token":\n"canary-7f3a9c"\n}', '{'],
    ['postgres://app:canary-7f3a9c@localhost:5432/app?sslmode=require', 'require'],
    [PEM, '-----BEGIN PRIVATE KEY-----'],
    [PEM, '-----END PRIVATE KEY-----'],
    ['A=production\nB=canary-7f3a9c', 'production'],
  ])('%j hides not %j', (value, printed) => {
    expect(hidden(value, printed)).toBe(false)
  })
})

// Case 91.
describe('a value is unmaskable', () => {
  test.each([
    ['', 'fewer than'],
    ['12345', 'fewer than'],
    ['  abc  ', 'fewer than'],
    ['PRODUCTION', 'every log'],
    ['localhost', 'every log'],
    ['1234567890', 'every log'],
    ['3.14159265', 'every log'],
    ['aaaaaaaa', 'every log'],
    ['a\nb\nc\nd\ne', 'no line'],
    ['true\nfalse\nnull', 'no line'],
    [Array.from({ length: 301 }, (_, index) => `canary-${index}`).join('\n'), 'the limit is 300'],
  ])('%j', (value, reason) => {
    expect(masksFor(value).unmaskable).toContain(reason)
  })
  test.each(['canary', 'p@ss w', '😀😃😄', '12345678901', 'a\nb\ncanary'])('%j is maskable', (value) => {
    expect(masksFor(value).unmaskable).toBeUndefined()
  })
})

const rsa = (bits: number) =>
  generateKeyPairSync('rsa', { modulusLength: bits })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString()

describe('the number of masks', () => {
  test.each([
    ['a password', 'hunter2-Passw0rd', 20],
    ['a key of 2,048 bits', rsa(2048), 160],
    ['a key of 4,096 bits', rsa(4096), MAX_MASKS],
    [
      'a service account',
      JSON.stringify(
        {
          type: 'service_account',
          project_id: 'canary-project',
          private_key_id: '0123456789abcdef0123456789abcdef01234567',
          private_key: rsa(2048),
          client_email: 'app@canary-project.iam.gserviceaccount.com',
          client_id: '123456789012345678901',
          auth_uri: 'https://accounts.google.com/o/oauth2/auth',
          token_uri: 'https://oauth2.googleapis.com/token',
          auth_provider_x509_cert_url: 'https://www.googleapis.com/oauth2/v1/certs',
          client_x509_cert_url:
            'https://www.googleapis.com/robot/v1/metadata/x509/app%40canary-project.iam.gserviceaccount.com',
          universe_domain: 'googleapis.com',
        },
        null,
        2,
      ),
      MAX_MASKS,
    ],
  ])('of %s is below the limit', (_, value, limit) => {
    expect(masksFor(value).masks.length).toBeLessThanOrEqual(limit)
    expect(masksFor(value).unmaskable).toBeUndefined()
  })
})

describe('for any value', () => {
  const value = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.json(),
    fc.webUrl({ withQueryParameters: true }),
    fc.string({ unit: fc.constantFrom(...Array.from('ab=:;@/?&%{}[]"\'\n\r\\.-')), maxLength: 120 }),
  )
  test('a mask is one line of at least six characters, and none stands twice', () => {
    fc.assert(
      fc.property(value, (text) => {
        const { masks } = masksFor(text)
        expect(
          masks.filter((mask) => mask.length < MIN_MASK || /[\r\n]/.test(mask) || mask.trim() === ''),
        ).toEqual([])
        expect(new Set(masks).size).toBe(masks.length)
      }),
      { numRuns: 1000 },
    )
  })
  test('a value of one line that is maskable is a mask itself', () => {
    fc.assert(
      fc.property(value, (text) => {
        fc.pre(!/[\r\n]/.test(text.trim()))
        const { masks, unmaskable } = masksFor(text)
        expect(unmaskable !== undefined || masks.includes(text.trim())).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})
