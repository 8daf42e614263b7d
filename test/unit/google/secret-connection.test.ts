// Whom the client of Secret Manager trusts, with tokens of the job and with headers of the machine alike.
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import {
  createSecureServer,
  createServer,
  type Http2SecureServer,
  type Http2Server,
  type IncomingHttpHeaders,
  type ServerHttp2Stream,
} from 'node:http2'
import { createServer as createProxy, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import type { AccessTokens, RequestHeaders } from '@open-claw/core'
import { googleSecretStore } from '../../../packages/google/src/secrets/secret-manager.ts'
import { parseSecretRequests } from '../../../packages/wiring/src/secret-stores.ts'
import { testClock } from '../../support/clock.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { selfSigned } from '../aws/certificate.ts'
import { rejection } from '../secrets/codes.ts'
import { testToken } from '../../support/token.ts'

const { cert, key } = selfSigned()
const roots = getCACertificates('default')
const seen: unknown[] = []
let server: Http2SecureServer
let plain: Http2Server

/** What an earlier step could set. */
const VARIABLES = {
  GOOGLE_CLOUD_UNIVERSE_DOMAIN: 'universe.example.com',
  GOOGLE_API_USE_MTLS_ENDPOINT: 'always',
  CLOUDSDK_API_ENDPOINT_OVERRIDES_SECRETMANAGER: 'https://example.com/',
} as const
const PROXIES = ['https_proxy', 'http_proxy', 'grpc_proxy'] as const

/** That there is no such secret, which is an answer. */
function answer(stream: ServerHttp2Stream, headers: IncomingHttpHeaders): void {
  seen.push(headers.authorization)
  stream.respond(
    { ':status': 200, 'content-type': 'application/grpc', 'grpc-status': '5' },
    { endStream: true },
  )
}

beforeAll(async () => {
  const file = join(temporaryFolder('roots'), 'roots.pem')
  writeFileSync(file, cert)
  // Read when gRPC is loaded, which is at the first request.
  process.env['GRPC_DEFAULT_SSL_ROOTS_FILE_PATH'] = file
  server = createSecureServer({ cert, key }).on('stream', answer)
  plain = createServer().on('stream', answer)
  for (const one of [server, plain]) {
    one.listen(0, '127.0.0.1')
    await once(one, 'listening')
  }
})
afterAll(() => {
  delete process.env['GRPC_DEFAULT_SSL_ROOTS_FILE_PATH']
  server.close()
  plain.close()
})
afterEach(() => {
  for (const name of Object.keys(VARIABLES)) delete process.env[name]
  setDefaultCACertificates(roots)
  seen.length = 0
})

const TOKENS: AccessTokens = {
  mint: async () => ({ token: testToken('canary'), expires: Date.now() + 600_000 }),
}
const HEADERS: RequestHeaders = async () => ({ authorization: 'Bearer canary', 'x-goog-user-project': 'p' })

const portOf = (listening: { address: () => unknown }): number => (listening.address() as AddressInfo).port

function reveal(
  tokens: AccessTokens | RequestHeaders,
  endpoint = new URL(`https://127.0.0.1:${portOf(server)}`),
): Promise<string> {
  const store = googleSecretStore({ endpoint, tokens, clock: testClock() })
  const [request] = parseSecretRequests(['A = gcp-sm://demo/db/1'], 'secrets')
  if (request === undefined) throw new Error('no request')
  return rejection(store.reveal(request.reference))
}

test.each([
  ['tokens of the job', TOKENS],
  ['headers of the machine', HEADERS],
])('%s are not shown to a server that only a variable trusts (abuse case 24)', async (_, tokens) => {
  expect(await reveal(tokens)).toBe('SECRET_FAILED')
  expect(seen).toEqual([])
})

test('headers of the machine are shown to a server that the roots of Node trust', async () => {
  setDefaultCACertificates([...roots, cert])
  expect(await reveal(HEADERS)).toBe('SECRET_NOT_FOUND')
  expect(seen).toEqual(['Bearer canary'])
})

const onLoopback = (): URL => new URL(`http://127.0.0.1:${portOf(plain)}`)

test.each(PROXIES)(
  'an endpoint on loopback is asked without the proxy of %s, which would see the token (abuse case 24)',
  async (name) => {
    let reached = false
    const proxy = createProxy((socket) => {
      reached = true
      socket.destroy()
    }).listen(0, '127.0.0.1')
    await once(proxy, 'listening')
    process.env[name] = `http://127.0.0.1:${portOf(proxy)}`
    const code = await reveal(TOKENS, onLoopback())
    delete process.env[name]
    proxy.close()
    expect([code, reached, seen]).toEqual(['SECRET_NOT_FOUND', false, ['Bearer canary']])
  },
)

test('an endpoint is the same with a universe, a client certificate or another endpoint in the environment (abuse case 24)', async () => {
  Object.assign(process.env, VARIABLES)
  expect(await reveal(TOKENS, onLoopback())).toBe('SECRET_NOT_FOUND')
  expect(seen).toEqual(['Bearer canary'])
})
