// Where the token is sent: authorities, client certificates and proxies, over real TLS on loopback.
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { ClawError } from '@open-claw/core'
import { httpClient, RequestFailure, type TlsOptions } from '@open-claw/net'
import { startProxy, type TestProxy } from '../../support/proxy.ts'
import { codeOf, refusal } from '../../support/errors.ts'
import { selfSigned } from '../aws/certificate.ts'
import { json, startScriptedVault, type ScriptedVault } from './vault-script.ts'
import { vaultAt, vaultUri } from './keys.ts'

const TOKEN = 'hvs.canary-of-the-job'
/** A key that does not exist is one that was asked for. */
const ANSWERED = 'KEY_NOT_FOUND'
const environment = { ...process.env }
const roots = getCACertificates('default')
const HOST = 'vault.corp.test'
const server = selfSigned(HOST)
const client = selfSigned()
const stranger = selfSigned()

let encrypted: ScriptedVault
let mutual: ScriptedVault
let plain: ScriptedVault
let proxy: TestProxy
const hosts = new Map<string, number>()
beforeAll(async () => {
  encrypted = await startScriptedVault(server)
  mutual = await startScriptedVault({
    ...server,
    ca: client.cert,
    requestCert: true,
    rejectUnauthorized: true,
  })
  plain = await startScriptedVault()
  proxy = await startProxy(hosts)
})
afterAll(() => {
  for (const one of [encrypted, mutual, plain, proxy]) one.stop()
})
afterEach(() => {
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name]
  Object.assign(process.env, environment)
  setDefaultCACertificates(roots)
  for (const one of [encrypted, mutual, plain]) one.play(json({ errors: [] }, 404))
  proxy.asked.length = 0
})

const openAt = (url: string, tls?: TlsOptions) =>
  refusal(() => vaultAt(url, TOKEN, { tls }).service.open(vaultUri('k')))

describe('an authority', () => {
  test('that is given is trusted', async () => {
    expect((await openAt(encrypted.url, { ca: server.cert })).code).toBe(ANSWERED)
    expect(encrypted.asked[0]?.headers['x-vault-token']).toBe(TOKEN)
  })
  test('that is given is trusted in addition to the default ones', async () => {
    setDefaultCACertificates([...roots, server.cert])
    expect((await openAt(encrypted.url, { ca: stranger.cert })).code).toBe(ANSWERED)
  })
  test.each([
    ['nobody gave', undefined],
    ['is another', { ca: stranger.cert }],
  ])('that %s gets no token, and is not asked twice', async (_, tls) => {
    const error = await openAt(encrypted.url, tls)
    expect(error.code).toBe('KMS_FAILED')
    expect(error.message).toMatch(/SELF_SIGNED|UNABLE_TO_VERIFY|SIGNATURE/)
    expect(encrypted.asked).toEqual([])
  })
  test('that only a variable waves through gets no token (abuse case 24)', async () => {
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0'
    expect((await openAt(encrypted.url)).code).toBe('KMS_FAILED')
    expect(encrypted.asked).toEqual([])
  })
  test('of another name gets no token', async () => {
    const url = encrypted.url.replace('127.0.0.1', 'localhost')
    expect((await openAt(url, { ca: server.cert })).message).toContain('ERR_TLS_CERT_ALTNAME_INVALID')
    expect(encrypted.asked).toEqual([])
  })
  test('is not looked at where it is no PEM', async () => {
    expect((await openAt(encrypted.url, { ca: 'not a certificate' })).code).toBe('KMS_FAILED')
    expect(encrypted.asked).toEqual([])
  })
  test('is none of a server without TLS', async () => {
    expect((await openAt(plain.url.replace('http:', 'https:'), { ca: server.cert })).code).toBe('KMS_FAILED')
    expect(plain.asked).toEqual([])
  })
})

describe('a client certificate', () => {
  test('is shown where it is asked for', async () => {
    expect((await openAt(mutual.url, { ca: server.cert, ...client })).code).toBe(ANSWERED)
  })
  test.each([
    ['none', {}],
    ['one that nobody knows', stranger],
  ])('is refused: %s', async (_, shown) => {
    expect((await openAt(mutual.url, { ca: server.cert, ...shown })).code).toBe('KMS_FAILED')
    expect(mutual.asked).toEqual([])
  })
  test('that does not fit its key is told without the key', async () => {
    const error = await openAt(mutual.url, { ca: server.cert, cert: client.cert, key: stranger.key })
    expect(error).toBeInstanceOf(ClawError)
    expect(`${error.message} ${String(error.cause)} ${error.stack}`).not.toContain('PRIVATE KEY')
    expect(mutual.asked).toEqual([])
  })
})

describe('a proxy of the environment', () => {
  /** Under a name that only the proxy can resolve. */
  const named = ({ url }: ScriptedVault): string => {
    hosts.set(HOST, Number(new URL(url).port))
    return `https://${HOST}`
  }
  const CONNECT = `CONNECT ${HOST}:443`

  test('tunnels https and sees no token', async () => {
    process.env['HTTPS_PROXY'] = proxy.url
    expect((await openAt(named(encrypted), { ca: server.cert })).code).toBe(ANSWERED)
    expect(proxy.asked).toEqual([CONNECT])
    expect(encrypted.asked).toHaveLength(1)
  })
  test('cannot stand in for the server', async () => {
    process.env['HTTPS_PROXY'] = proxy.url
    expect((await openAt(named(encrypted))).code).toBe('KMS_FAILED')
    expect(encrypted.asked).toEqual([])
  })
  test('carries a client certificate', async () => {
    process.env['HTTPS_PROXY'] = proxy.url
    expect((await openAt(named(mutual), { ca: server.cert, ...client })).code).toBe(ANSWERED)
    expect(proxy.asked).toHaveLength(1)
  })
  test.each(['127.0.0.1', 'localhost'])('is never asked for %s, which is this machine', async (host) => {
    process.env['HTTPS_PROXY'] = proxy.url
    const { port } = new URL(encrypted.url)
    await openAt(`https://${host}:${port}`, { ca: server.cert })
    expect(proxy.asked).toEqual([])
    expect(encrypted.asked.length > 0).toBe(host === '127.0.0.1')
  })
  test('is passed by where NO_PROXY names a domain above the host', async () => {
    Object.assign(process.env, { HTTPS_PROXY: proxy.url, NO_PROXY: 'other.test, CORP.test' })
    expect((await openAt(named(encrypted), { ca: server.cert })).code).toBe('KMS_FAILED')
    expect(proxy.asked).toEqual([])
  })
  test('never gets a request without TLS, for it would see the token', async () => {
    const all = Object.fromEntries(
      ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy'].map((name) => [
        name,
        proxy.url,
      ]),
    )
    Object.assign(process.env, all)
    expect((await openAt(plain.url)).code).toBe(ANSWERED)
    expect(proxy.asked).toEqual([])
  })
})

test('a variable names no other Vault and no token (abuse case 24)', async () => {
  Object.assign(process.env, {
    VAULT_ADDR: 'https://example.com',
    VAULT_TOKEN: 'other',
    VAULT_NAMESPACE: 'x',
  })
  expect((await openAt(plain.url)).code).toBe(ANSWERED)
  expect(plain.asked[0]?.headers['x-vault-token']).toBe(TOKEN)
  expect(plain.asked[0]?.headers).not.toHaveProperty('x-vault-namespace')
})

test('tokens that cannot be had end in their own error, and nothing is asked', async () => {
  const tokens = {
    mint: async () => {
      throw new ClawError('CREDENTIALS_REFUSED', 'The login was refused.')
    },
  }
  const { service } = vaultAt(plain.url, TOKEN, { tokens })
  expect(await codeOf(() => service.open(vaultUri('k')))).toBe('CREDENTIALS_REFUSED')
  expect(plain.asked).toEqual([])
})

test('a connection that nobody takes is told by its code alone', async () => {
  const ask = httpClient()(new URL('http://127.0.0.1:1/'), {
    method: 'GET',
    headers: { 'x-vault-token': TOKEN },
    timeout: 5000,
    maxBytes: 10,
  })
  const error = await ask.catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(RequestFailure)
  expect(error).toMatchObject({ reason: 'ECONNREFUSED', passes: true, message: 'ECONNREFUSED' })
  expect(JSON.stringify(error)).not.toContain('canary')
})
