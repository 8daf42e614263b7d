import { describe, expect, test } from '@jest/globals'
import { parseEndpoint } from '@open-claw/net'
import { codeOf, refusal } from '../../support/errors.ts'

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
