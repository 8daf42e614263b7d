import { expect, test } from '@jest/globals'
import { systemCode } from '@open-claw/core'

test.each([
  [{ code: 'ECONNREFUSED' }, 'ECONNREFUSED'],
  [Object.assign(new Error('x'), { code: 'ERR_TLS_CERT_ALTNAME_INVALID' }), 'ERR_TLS_CERT_ALTNAME_INVALID'],
])('a code of the system is a bare word', (error, code) => {
  expect(systemCode(error)).toBe(code)
})

test.each([
  undefined,
  null,
  'ENOENT',
  new Error('ENOENT'),
  { code: 5 },
  { code: 'a b' },
  { code: '' },
  { code: 'E\nX' },
])('%j has none', (error) => {
  expect(systemCode(error)).toBeUndefined()
})
