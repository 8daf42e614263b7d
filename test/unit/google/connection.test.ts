// Where the token is sent and what the environment may say about it. The variables are set before the
// clients are loaded, as an earlier step would set them.
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { ClawError, type AccessTokens } from '@open-claw/core'
import { googlePublicKey } from '../../../packages/google/src/kms/public-key.ts'
import { testClock } from '../../support/clock.ts'
import { refusal } from '../../support/errors.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { selfSigned } from '../aws/certificate.ts'
import { minting, serviceAt, uriOf } from './keys.ts'
import type { ScriptedKms } from './scripted-kms.ts'

const URI = uriOf('k', '1')
const TOKEN = 'ya29.canary-of-the-job'
const environment = { ...process.env }
const roots = getCACertificates('default')
const { cert, key } = selfSigned()

let folder = ''
let plain: ScriptedKms
let encrypted: ScriptedKms

beforeAll(async () => {
  folder = temporaryFolder('kms-connection')
  process.env['GRPC_DEFAULT_SSL_ROOTS_FILE_PATH'] = join(folder, 'roots.pem')
  await writeFile(join(folder, 'roots.pem'), cert)
  // A lazy import: gRPC reads that variable when it is loaded.
  const { startScriptedKms } = await import('./scripted-kms.ts')
  plain = await startScriptedKms()
  encrypted = await startScriptedKms({ cert, key })
  for (const server of [plain, encrypted]) server.play({})
})
afterAll(async () => {
  plain.stop()
  encrypted.stop()
})
afterEach(() => {
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name]
  Object.assign(process.env, environment)
  setDefaultCACertificates(roots)
  for (const server of [plain, encrypted]) server.play({})
})

const openAt = (endpoint: string, tokens: AccessTokens | 'ambient' = minting(TOKEN)) =>
  refusal(() => serviceAt(endpoint, tokens).service.open(URI))
/** An empty answer is refused, but only after it was asked for. */
const ANSWERED = 'KEY_CHANGED'

describe('an endpoint with TLS', () => {
  test('whose certificate the roots of Node trust is asked', async () => {
    setDefaultCACertificates([...roots, cert])
    expect((await openAt(`https://127.0.0.1:${encrypted.port}`)).code).toBe(ANSWERED)
    expect(encrypted.authorizations).toEqual([`Bearer ${TOKEN}`])
  })
  test('whose certificate only a variable trusts gets no token (abuse case 24)', async () => {
    expect((await openAt(`https://127.0.0.1:${encrypted.port}`)).code).toBe('KMS_FAILED')
    expect(encrypted.authorizations).toEqual([])
  })
  test('whose certificate is for another name gets no token', async () => {
    setDefaultCACertificates([...roots, cert])
    expect((await openAt(`https://localhost:${encrypted.port}`)).code).toBe('KMS_FAILED')
    expect(encrypted.authorizations).toEqual([])
  })
  test('that answers without TLS gets no token', async () => {
    expect((await openAt(`https://127.0.0.1:${plain.port}`)).code).toBe('KMS_FAILED')
    expect(plain.authorizations).toEqual([])
  })
})

describe('an endpoint without TLS', () => {
  test('on loopback is asked', async () => {
    expect((await openAt(`http://127.0.0.1:${plain.port}`)).code).toBe(ANSWERED)
    expect(plain.authorizations).toEqual([`Bearer ${TOKEN}`])
  })
  test.each(['https_proxy', 'http_proxy', 'grpc_proxy'])(
    'is asked without the proxy of %s, which would see the token (abuse case 24)',
    async (name) => {
      let reached = false
      const proxy = createServer((socket) => {
        reached = true
        socket.destroy()
      }).listen(0, '127.0.0.1')
      await once(proxy, 'listening')
      const address = proxy.address()
      process.env[name] =
        `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
      const { code } = await openAt(`http://127.0.0.1:${plain.port}`)
      proxy.close()
      expect([code, reached]).toEqual([ANSWERED, false])
    },
  )
  test('that speaks TLS gets no token', async () => {
    expect((await openAt(`http://127.0.0.1:${encrypted.port}`)).code).toBe('KMS_FAILED')
    expect(encrypted.authorizations).toEqual([])
  })
  test('is the same with a universe, a client certificate or an endpoint in the environment (abuse case 24)', async () => {
    process.env['GOOGLE_CLOUD_UNIVERSE_DOMAIN'] = 'universe.example.com'
    process.env['GOOGLE_API_USE_MTLS_ENDPOINT'] = 'always'
    process.env['CLOUDSDK_API_ENDPOINT_OVERRIDES_CLOUDKMS'] = 'https://example.com/'
    expect((await openAt(`http://127.0.0.1:${plain.port}`)).code).toBe(ANSWERED)
    expect(plain.authorizations).toHaveLength(1)
  })
})

describe('tokens', () => {
  test('that cannot be had end in their own error, and nothing is asked', async () => {
    const tokens: AccessTokens = {
      mint: async () => {
        throw new ClawError('CREDENTIALS_REFUSED', 'The exchange was refused.')
      },
    }
    const error = await openAt(`http://127.0.0.1:${plain.port}`, tokens)
    expect([error.code, error.message]).toEqual(['CREDENTIALS_REFUSED', 'The exchange was refused.'])
    expect(plain.asked).toEqual([])
  })
  test('of the machine are not looked for where they were not asked for (abuse case 25)', async () => {
    process.env['GOOGLE_APPLICATION_CREDENTIALS'] = join(folder, 'absent.json')
    expect((await openAt(`http://127.0.0.1:${plain.port}`)).code).toBe(ANSWERED)
    expect(plain.authorizations).toEqual([`Bearer ${TOKEN}`])
  })
  test('of the machine that are not there end before anything is asked', async () => {
    process.env['GOOGLE_APPLICATION_CREDENTIALS'] = join(folder, 'absent.json')
    const error = await openAt(`http://127.0.0.1:${plain.port}`, 'ambient')
    expect(error.code).toBe('CREDENTIALS_MISSING')
    expect(plain.asked).toEqual([])
  })
  test('of the machine that cannot be exchanged end before anything is asked, and show nothing', async () => {
    const file = join(folder, 'user.json')
    const secrets = { client_secret: 'canary-secret', refresh_token: 'canary-refresh' }
    await writeFile(file, JSON.stringify({ type: 'canary-type', client_id: 'canary-id', ...secrets }))
    process.env['GOOGLE_APPLICATION_CREDENTIALS'] = file
    const error = await openAt(`http://127.0.0.1:${plain.port}`, 'ambient')
    expect(error.code).toMatch(/^CREDENTIALS_(MISSING|FAILED)$/)
    expect(`${error.message} ${String(error.cause)} ${error.stack}`).not.toContain('canary')
    expect(plain.asked).toEqual([])
  })
})

test('a verifier asks for public keys alone', async () => {
  const fetchKey = googlePublicKey({
    endpoint: new URL(`http://127.0.0.1:${plain.port}`),
    tokens: minting(TOKEN),
    clock: testClock(),
  })
  expect((await refusal(() => fetchKey(URI))).code).toBe(ANSWERED)
  expect(plain.asked.map(([method]) => method)).toEqual(['GetPublicKey'])
})
