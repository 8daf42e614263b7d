// Where the token is sent, what an answer may say about it, and what the environment may.
import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { ClawError, type AccessTokens } from '@open-claw/core'
import { azureKeyService } from '../../../packages/azure/src/kms/signing.ts'
import { azurePublicKey } from '../../../packages/azure/src/kms/public-key.ts'
import { testClock } from '../../support/clock.ts'
import { codeOf, refusal } from '../../support/errors.ts'
import { HOST, minting, serviceAt, trust, uriOf } from './keys.ts'
import { selfSigned } from '../aws/certificate.ts'
import { answer, startScriptedVault, type ScriptedVault } from '../vault/scripted-vault.ts'
import { testToken } from '../../support/token.ts'

const URI = uriOf('k', 'a'.repeat(32))
const TOKEN = 'canary-of-the-job'
const environment = { ...process.env }
const { cert, key } = selfSigned()
/** Refused, but only after it was asked for. */
const ANSWERED = 'KEY_CHANGED'
const STRANGER = { key: { kid: `https://${HOST}/keys/other/${'a'.repeat(32)}` }, attributes: {} }

let plain: ScriptedVault
let encrypted: ScriptedVault
let other: ScriptedVault
beforeAll(async () => {
  ;[plain, encrypted, other] = await Promise.all([
    startScriptedVault(),
    startScriptedVault({ cert, key }),
    startScriptedVault(),
  ])
})
afterAll(() => {
  for (const server of [plain, encrypted, other]) server.stop()
})
let distrust = (): void => undefined
afterEach(() => {
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name]
  Object.assign(process.env, environment)
  distrust()
  distrust = () => undefined
  for (const server of [plain, encrypted, other]) server.play({ GET: STRANGER })
})
beforeAll(() => {
  for (const server of [plain, encrypted, other]) server.play({ GET: STRANGER })
})

const openAt = (endpoint: string, tokens: AccessTokens | 'ambient' = minting(TOKEN)) =>
  refusal(() => serviceAt(endpoint, tokens).service.open(URI))
const authorizations = ({ asked }: ScriptedVault) => asked.map(({ headers }) => headers.authorization)

describe('an endpoint with TLS', () => {
  // First of all: a connection that was trusted once is kept open.
  test('whose certificate nobody trusts gets no token', async () => {
    const error = await openAt(encrypted.url)
    expect(error.code).toBe('KMS_FAILED')
    expect(error.message).toContain('SELF_SIGNED_CERT')
    expect(encrypted.asked).toEqual([])
  })
  test('whose certificate is trusted is asked', async () => {
    distrust = trust(cert)
    expect((await openAt(encrypted.url)).code).toBe(ANSWERED)
    expect(authorizations(encrypted)).toEqual([`Bearer ${TOKEN}`])
  })
  test('whose certificate is for another name gets no token', async () => {
    distrust = trust(cert)
    const error = await openAt(encrypted.url.replace('127.0.0.1', 'localhost'))
    expect(error.message).toContain('ERR_TLS_CERT_ALTNAME_INVALID')
    expect(encrypted.asked).toEqual([])
  })
  test('that answers without TLS gets no token', async () => {
    expect((await openAt(plain.url.replace('http:', 'https:'))).code).toBe('KMS_FAILED')
    expect(plain.asked).toEqual([])
  })
})

describe('an endpoint without TLS', () => {
  test('on loopback is asked', async () => {
    expect((await openAt(plain.url)).code).toBe(ANSWERED)
    expect(authorizations(plain)).toEqual([`Bearer ${TOKEN}`])
  })
  test('anywhere else is not asked', async () => {
    expect((await openAt('http://vault.example.com')).code).toBe('KMS_FAILED')
  })
  test('with a path is refused before anything is asked', async () => {
    expect((await openAt(`${plain.url}/keys`)).code).toBe('INPUT_INVALID')
    expect(plain.asked).toEqual([])
  })
  test('is asked without the proxy of the environment (abuse case 24)', async () => {
    for (const name of ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY']) process.env[name] = other.url
    expect((await openAt(plain.url)).code).toBe(ANSWERED)
    expect(authorizations(plain)).toEqual([`Bearer ${TOKEN}`])
    expect(other.asked).toEqual([])
  })
  test('is the same with an authority and credentials in the environment (abuse cases 24 and 25)', async () => {
    process.env['AZURE_AUTHORITY_HOST'] = other.url
    process.env['IDENTITY_ENDPOINT'] = other.url
    process.env['IDENTITY_HEADER'] = 'canary'
    expect((await openAt(plain.url)).code).toBe(ANSWERED)
    expect(other.asked).toEqual([])
  })
})

describe('a vault by its own name', () => {
  test('is reached through the proxy of the environment, which sees a name and no token (abuse case 24)', async () => {
    distrust = trust(cert)
    const heads: string[] = []
    // A proxy that answers in the place of the vault, with a certificate for another name.
    const proxy = createServer().on('connect', ({ url, headers }, socket: Socket) => {
      heads.push(`${url} ${JSON.stringify(headers)}`)
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      const through = connect(Number(new URL(encrypted.url).port), '127.0.0.1')
      socket.pipe(through).pipe(socket)
      for (const end of [socket, through]) end.on('error', () => end.destroy())
    })
    proxy.listen(0, '127.0.0.1')
    await once(proxy, 'listening')
    process.env['HTTPS_PROXY'] = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`
    const options = { endpoint: undefined, tokens: minting(TOKEN), clock: testClock() }
    const error = await refusal(() => azureKeyService(options).open(URI))
    proxy.closeAllConnections()
    proxy.close()
    expect(error.code).toBe('KMS_FAILED')
    expect(error.message).toContain('ERR_TLS_CERT_ALTNAME_INVALID')
    // Asked once: the certificate will be no other in a second.
    expect(heads).toHaveLength(1)
    for (const head of heads) {
      expect(head).toMatch(`${HOST}:443 `)
      expect(head).not.toContain(TOKEN)
    }
    expect(encrypted.asked).toEqual([])
  })
})

describe('an answer that would have the token sent elsewhere', () => {
  test.each([301, 302, 303, 307, 308])('by a redirect (%d) is not followed', async (status) => {
    plain.play({ GET: answer(status, '', { location: `${other.url}/keys/k` }) })
    expect((await openAt(plain.url)).code).toBe('KMS_FAILED')
    expect(plain.asked).toHaveLength(1)
    expect(other.asked).toEqual([])
  })
  test.each([
    ['of this vault', 'https://vault.azure.net'],
    ['of another resource', 'https://management.azure.com'],
  ])('by a challenge %s is not followed', async (_, resource) => {
    const challenge = `Bearer authorization="${other.url}", resource="${resource}"`
    plain.play({ GET: answer(401, {}, { 'www-authenticate': challenge }) })
    expect((await openAt(plain.url)).code).toBe('KEY_FORBIDDEN')
    expect(plain.asked).toHaveLength(1)
    expect(other.asked).toEqual([])
  })
})

describe('tokens', () => {
  test('that cannot be had end in their own error, and nothing is asked', async () => {
    const tokens: AccessTokens = {
      mint: async () => {
        throw new ClawError('CREDENTIALS_REFUSED', 'The login was refused.')
      },
    }
    const error = await openAt(plain.url, tokens)
    expect([error.code, error.message]).toEqual(['CREDENTIALS_REFUSED', 'The login was refused.'])
    expect(plain.asked).toEqual([])
  })
  test('are asked for anew at each try', async () => {
    let minted = 0
    const tokens: AccessTokens = {
      mint: async () => {
        minted += 1
        return { token: testToken(`token-${minted}`), expires: 0 }
      },
    }
    plain.play({ GET: answer(503, {}) })
    expect((await openAt(plain.url, tokens)).code).toBe('KMS_FAILED')
    expect(authorizations(plain)).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((count) => `Bearer token-${count}`))
  })
})

describe('credentials of the machine', () => {
  const ask = (answered: object | ReturnType<typeof answer>) => {
    other.play({ GET: answered })
    process.env['AZURE_TOKEN_CREDENTIALS'] = 'ManagedIdentityCredential'
    process.env['IDENTITY_ENDPOINT'] = `${other.url}/msi/token`
    process.env['IDENTITY_HEADER'] = 'canary-header'
    return openAt(plain.url, 'ambient')
  }
  // First of all: the library keeps a token for the whole process.
  test('that are refused end before the vault is asked, and show nothing', async () => {
    const error = await ask(answer(400, { error: 'canary', error_description: 'canary' }))
    expect(error.code).toMatch(/^CREDENTIALS_(MISSING|FAILED)$/)
    expect(`${error.message} ${String(error.cause)} ${error.stack}`).not.toContain('canary')
    expect(plain.asked).toEqual([])
  })
  test('are used where they are asked for', async () => {
    const expires = Math.floor(Date.now() / 1000) + 3600
    const given = { access_token: 'of-the-machine', expires_on: String(expires), token_type: 'Bearer' }
    expect((await ask({ ...given, resource: 'https://vault.azure.net' })).code).toBe(ANSWERED)
    expect(authorizations(plain)).toEqual(['Bearer of-the-machine'])
    expect(other.asked[0]?.path).toContain(encodeURIComponent('https://vault.azure.net'))
    const { service, masked } = serviceAt(plain.url, 'ambient')
    await refusal(() => service.open(URI))
    expect(masked).toEqual(['of-the-machine'])
  })
  test.each([
    ['are not there', 'EnvironmentCredential', 'CREDENTIALS_MISSING'],
    ['are of a kind that nobody knows', 'canary', 'CREDENTIALS_FAILED'],
  ])('that %s end before the vault is asked', async (_, kind, code) => {
    process.env['AZURE_TOKEN_CREDENTIALS'] = kind
    const error = await openAt(plain.url, 'ambient')
    expect(error.code).toBe(code)
    expect(error.message).not.toContain('canary')
    expect(plain.asked).toEqual([])
  })
})

test('a key of another cloud than the scope of the tokens is for its own vault', async () => {
  const options = { endpoint: new URL(plain.url), tokens: minting(TOKEN), clock: testClock() }
  const uri = uriOf('k', 'a'.repeat(32), 'demo.managedhsm.azure.net')
  expect(await codeOf(() => azureKeyService(options).open(uri))).toBe('KEY_CHANGED')
  expect(await codeOf(() => azurePublicKey(options)(uri))).toBe('KEY_CHANGED')
})
