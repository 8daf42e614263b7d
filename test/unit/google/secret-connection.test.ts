// Whom the client of Secret Manager trusts, with tokens of the job and with headers of the machine alike.
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { createSecureServer, type Http2SecureServer } from 'node:http2'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import type { AccessTokens, RequestHeaders } from '@open-claw/core'
import { googleSecretStore } from '@open-claw/google'
import { parseSecretRequests } from '@open-claw/wiring'
import { testClock } from '../../support/clock.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { selfSigned } from '../aws/certificate.ts'
import { rejection } from '../secrets/codes.ts'

const { cert, key } = selfSigned()
const roots = getCACertificates('default')
const seen: unknown[] = []
let server: Http2SecureServer
beforeAll(async () => {
  const file = join(temporaryFolder('roots'), 'roots.pem')
  writeFileSync(file, cert)
  // Read when gRPC is loaded, which is at the first request.
  process.env['GRPC_DEFAULT_SSL_ROOTS_FILE_PATH'] = file
  server = createSecureServer({ cert, key }).on('stream', (stream, headers) => {
    seen.push(headers.authorization)
    stream.respond(
      { ':status': 200, 'content-type': 'application/grpc', 'grpc-status': '5' },
      { endStream: true },
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(() => {
  delete process.env['GRPC_DEFAULT_SSL_ROOTS_FILE_PATH']
  server.close()
})
afterEach(() => {
  setDefaultCACertificates(roots)
  seen.length = 0
})

const TOKENS: AccessTokens = { mint: async () => ({ token: 'canary', expires: Date.now() + 600_000 }) }
const HEADERS: RequestHeaders = async () => ({ authorization: 'Bearer canary', 'x-goog-user-project': 'p' })

function reveal(tokens: AccessTokens | RequestHeaders): Promise<string> {
  const endpoint = new URL(`https://127.0.0.1:${(server.address() as AddressInfo).port}`)
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
