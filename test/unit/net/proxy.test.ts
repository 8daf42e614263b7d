// One meaning of the proxy variables for all clients: that of curl and Go.
import { describe, expect, test } from '@jest/globals'
import { checkProxy, proxyFor } from '@open-claw/net'
import { caseBytes, describeWithCases } from '../../support/cases.ts'
import { codeOf } from '../../support/errors.ts'

const PROXY = 'http://proxy.example:3128'
const isProxied = (url: string, exceptions: string): boolean =>
  proxyFor(new URL(url), { HTTPS_PROXY: PROXY, NO_PROXY: exceptions }) !== undefined

test.each([
  // A bare domain covers its subdomains, with or without a dot or a star before it.
  ['corp.example', 'https://svc.corp.example:8200', false],
  ['*.corp.example', 'https://svc.corp.example:8200', false],
  ['other.example, corp.example', 'https://svc.corp.example:8200', false],
  ['CORP.example', 'https://svc.corp.example:8200', false],
  ['svc.corp.example:8200', 'https://svc.corp.example:8200', false],
  ['.corp.example', 'https://svc.corp.example:8200', false],
  ['svc.corp.example', 'https://svc.corp.example:8200', false],
  ['corp.example', 'https://SVC.Corp.Example', false],
  ['corp.example', 'https://corp.example', false],
  ['.corp.example', 'https://corp.example', false],
  ['corp.example.', 'https://svc.corp.example', false],
  ['corp.example', 'https://svc.corp.example.', false],
  ['corp.example:443', 'https://svc.corp.example', false],
  ['a.example b.example', 'https://b.example', false],
  ['a.example,,b.example,', 'https://b.example', false],
  ['*', 'https://anything.example', false],
  // A name that only ends like it is another name.
  ['corp.example', 'https://evilcorp.example', true],
  ['corp.example', 'https://corp.example.evil.test', true],
  ['svc.corp.example', 'https://corp.example', true],
  ['svc.corp.example:8201', 'https://svc.corp.example:8200', true],
  ['corp.example:8200', 'https://svc.corp.example', true],
  ['svc.*.example', 'https://svc.corp.example', true],
  ['', 'https://svc.corp.example', true],
  [' , ', 'https://svc.corp.example', true],
  ['.', 'https://svc.corp.example', true],
  // Addresses and networks.
  ['10.1.2.3', 'https://10.1.2.3:8200', false],
  ['10.1.2.3:8200', 'https://10.1.2.3:8200', false],
  ['10.0.0.0/8', 'https://10.1.2.3', false],
  ['10.1.2.3/32', 'https://10.1.2.3', false],
  ['2001:db8::1', 'https://[2001:db8::1]:8200', false],
  ['[2001:db8::1]:8200', 'https://[2001:db8::1]:8200', false],
  ['2001:db8::/32', 'https://[2001:db8:1::9]', false],
  ['1.2.3', 'https://10.1.2.3', true],
  ['.2.3', 'https://10.1.2.3', true],
  ['10.0.0.0/8', 'https://11.1.2.3', true],
  ['10.0.0.0/33', 'https://10.1.2.3', true],
  ['10.0.0.0/8', 'https://ten.example', true],
  ['0.0.0.0/0', 'https://[2001:db8::1]', true],
])('NO_PROXY %j lets %s through a proxy: %s', (exceptions, url, proxied) => {
  expect(isProxied(url, exceptions)).toBe(proxied)
})

test.each([
  'https://localhost',
  'https://127.0.0.1:1',
  'https://127.9.9.9',
  'https://[::1]',
  'https://a.localhost',
])('NO_PROXY %s is this machine, which no proxy reaches', (url) => {
  expect(isProxied(url, '')).toBe(false)
})

test('NO_PROXY http never goes through a proxy, which would see the token', () => {
  expect(isProxied('http://svc.corp.example', '')).toBe(false)
})

describe('the variables', () => {
  const URL_OF_SERVICE = new URL('https://kms.example')
  test.each([
    [{ HTTPS_PROXY: PROXY }, PROXY],
    [{ https_proxy: PROXY, HTTPS_PROXY: 'http://other.example' }, PROXY],
    [{ https_proxy: '', HTTPS_PROXY: PROXY }, PROXY],
    [{ HTTPS_PROXY: PROXY, no_proxy: '', NO_PROXY: 'kms.example' }, undefined],
    [{ HTTPS_PROXY: PROXY, no_proxy: 'other.example', NO_PROXY: 'kms.example' }, PROXY],
    [{ HTTP_PROXY: PROXY, ALL_PROXY: PROXY, grpc_proxy: PROXY }, undefined],
    [{}, undefined],
  ])('%j', (environment, expected) => {
    expect(proxyFor(URL_OF_SERVICE, environment)?.href).toBe(
      expected === undefined ? undefined : `${expected}/`,
    )
  })

  test.each([
    'proxy.example:3128',
    'socks5://proxy.example',
    'ftp://proxy.example',
    'http://user:p%zz@proxy.example',
    'no url',
  ])('HTTPS_PROXY %j is refused before anything is asked, and not shown', async (value) => {
    const check = () => checkProxy({ HTTPS_PROXY: value })
    expect(await codeOf(async () => check())).toBe('INPUT_INVALID')
    expect(check).toThrow(expect.not.objectContaining({ message: expect.stringContaining(value) }))
  })
})

describeWithCases('exceptions from real use, which three clients read in three ways', () => {
  const [head = '', ...rows] = (caseBytes('21-proxy/no-proxy.txt')?.toString('utf8') ?? '').trim().split('\n')
  const host = /^host (\S+)/.exec(head)?.[1] ?? ''
  const exceptions = rows.map((row) => /^NO_PROXY=(.*?) {2,}/.exec(row)?.[1] ?? '')
  test('are all read', () => {
    expect([host, exceptions.length, exceptions.includes('')]).toEqual(['svc.corp.example:8200', 7, false])
  })
  test.each(exceptions)('%j keeps its host from the proxy', (exception) => {
    expect(isProxied(`https://${host}`, exception)).toBe(false)
  })
})
