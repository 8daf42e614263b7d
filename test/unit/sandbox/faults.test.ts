// Faults on demand: each shows on the wire as it would in production, and only as often as asked.
import { afterEach, describe, expect, test } from '@jest/globals'
import { createHash, verify } from 'node:crypto'
import { crc32c } from '@open-claw/core'
import type { ControlRequest } from '../../../packages/sandbox/src/control-request.ts'
import type { FaultKind } from '../../../packages/sandbox/src/services.ts'
import { bearer, secretsGrpc, versionName, kmsClients } from './clients.ts'
import { testSandbox, accessToken, countCalls } from '../../support/sandbox.ts'

const P256 = 'ec-sign-p256-sha256'
const MESSAGE = Buffer.from('what was built')
const DIGEST = createHash('sha256').update(MESSAGE).digest()
const REQUEST = {
  name: versionName(P256),
  digest: { sha256: DIGEST },
  digestCrc32c: { value: String(crc32c(DIGEST)) },
}
const sandbox = await testSandbox()
const token = await accessToken(sandbox)
const { grpc, rest } = kmsClients(sandbox, token)
afterEach(() => sandbox.control({ op: 'reset' }))

const fail = (kind: FaultKind, method = 'AsymmetricSign') =>
  sandbox.control({ op: 'fault', service: 'kms', method, kind, times: 1 })
const signed = async () => (await grpc.asymmetricSign(REQUEST, { ...bearer(token), retry: null }))[0]
const bytes = (value: unknown): Buffer => Buffer.from(Object(value))
const pem = async () => String((await grpc.getPublicKey({ name: REQUEST.name }, bearer(token)))[0].pem)
const signCount = () => countCalls(sandbox, 'kms.AsymmetricSign')
const verifies = async (answer: Awaited<ReturnType<typeof signed>>) =>
  verify('sha256', MESSAGE, await pem(), bytes(answer.signature))
const crcFits = (answer: Awaited<ReturnType<typeof signed>>) =>
  String(answer.signatureCrc32c?.value) === String(crc32c(bytes(answer.signature)))

describe('a signature', () => {
  test.each([
    ['corrupt-signature', { verifies: false, crcFits: true }],
    ['wrong-key', { verifies: false, crcFits: true }],
    ['corrupt-signature-crc', { verifies: true, crcFits: false }],
    ['no-signature-crc', { verifies: true, crcFits: false }],
    ['no-verified-crc', { verifies: true, crcFits: true }],
    ['wrong-version-name', { verifies: true, crcFits: true }],
  ] as const)('%s, once', async (kind, expected) => {
    await fail(kind)
    const answer = await signed()
    expect({ verifies: await verifies(answer), crcFits: crcFits(answer) }).toEqual(expected)
    expect(answer.verifiedDigestCrc32c ?? false).toBe(kind !== 'no-verified-crc')
    expect(answer.name === REQUEST.name).toBe(kind !== 'wrong-version-name')
    const next = await signed()
    expect({ verifies: await verifies(next), crcFits: crcFits(next), name: next.name }).toEqual({
      verifies: true,
      crcFits: true,
      name: REQUEST.name,
    })
  })

  test('no-signature-crc leaves the field out', async () => {
    await fail('no-signature-crc')
    expect((await signed()).signatureCrc32c ?? undefined).toBeUndefined()
  })
})

describe.each([
  ['429', 8, 429],
  ['500', 13, 500],
  ['503', 14, 503],
  ['forbidden', 7, 403],
  ['disabled', 9, 400],
] as const)('%s', (kind, code, status) => {
  test('over gRPC', async () => {
    await fail(kind)
    await expect(signed()).rejects.toMatchObject({ code })
    await expect(signed()).resolves.toMatchObject({ name: REQUEST.name })
    expect(await signCount()).toBe(2)
  })

  test('over REST', async () => {
    await fail(kind)
    await expect(rest.asymmetricSign(REQUEST, { retry: null })).rejects.toMatchObject({ code })
    await fail(kind)
    const response = await fetch(`${sandbox.kmsRestEndpoint}/v1/${REQUEST.name}:asymmetricSign`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ digest: { sha256: DIGEST.toString('base64') } }),
    })
    expect(response.status).toBe(status)
  })
})

describe('a connection', () => {
  test('is reset under a gRPC call', async () => {
    await fail('reset')
    await expect(signed()).rejects.toMatchObject({ code: 14 })
    await expect(signed()).resolves.toBeDefined()
  })

  test('is reset under an HTTP request', async () => {
    await sandbox.control({ op: 'fault', service: 'sts', kind: 'reset', times: 1 })
    await expect(fetch(`${sandbox.stsEndpoint}/v1/token`, { method: 'POST' })).rejects.toThrow('fetch failed')
  })

  test('carries an answer that is no message', async () => {
    await fail('malformed')
    await expect(signed()).rejects.toMatchObject({ code: 13 })
    await fail('malformed')
    await expect(rest.asymmetricSign(REQUEST, { retry: null })).rejects.toThrow(/JSON/)
  })

  test('stays silent until the caller gives up', async () => {
    await sandbox.control({ op: 'fault', service: 'jwks', kind: 'hang', times: 1 })
    const abort = new AbortController()
    const answer = fetch(`${sandbox.oidcIssuer}/jwks`, { signal: abort.signal }).then(
      () => 'answered',
      () => 'given up',
    )
    while ((await sandbox.control({ op: 'calls' })).calls['jwks.GetKeys'] === 0);
    abort.abort()
    expect(await answer).toBe('given up')
  })

  test('answers late, and right', async () => {
    await sandbox.control({ op: 'fault', service: 'kms', kind: 'slow', delay: 1, times: 1 })
    expect(await verifies(await signed())).toBe(true)
  })

  test('says how long to wait', async () => {
    await sandbox.control({ op: 'fault', service: 'github', kind: '429', retryAfter: 7, times: 1 })
    const response = await fetch(`${sandbox.githubApi}/repos/o/r/actions/runs/1/attempts/1`)
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '7'])
  })
})

describe('a public key', () => {
  test('with a wrong checksum', async () => {
    await fail('corrupt-data-crc', 'GetPublicKey')
    const [key] = await grpc.getPublicKey({ name: REQUEST.name }, bearer(token))
    expect(String(key.pemCrc32c?.value)).not.toBe(String(crc32c(Buffer.from(String(key.pem)))))
  })

  test('of another algorithm than its key', async () => {
    await fail('wrong-algorithm', 'GetPublicKey')
    const [key] = await grpc.getPublicKey({ name: REQUEST.name }, bearer(token))
    expect(key.algorithm).not.toBe('EC_SIGN_P256_SHA256')
    expect(key.name).toBe(REQUEST.name)
  })

  test('of another key under this name', async () => {
    const own = await pem()
    await fail('wrong-key', 'GetPublicKey')
    expect(await pem()).not.toBe(own)
    expect(await pem()).toBe(own)
  })
})

test.each([
  ['corrupt-data-crc', { crc: 'wrong', version: '1' }],
  ['no-data-crc', { crc: 'absent', version: '1' }],
  ['wrong-secret-version', { crc: 'right', version: '2' }],
] as const)('a secret: %s', async (kind, expected) => {
  const data = Buffer.from('value')
  await sandbox.control({ op: 'put-secret', project: 'demo', secret: 's', data: data.toString('base64') })
  await sandbox.control({ op: 'fault', service: 'secrets', kind, times: 1 })
  const secrets = secretsGrpc(sandbox.secretEndpoint)
  const name = 'projects/demo/secrets/s/versions/1'
  const [{ payload, name: answered }] = await secrets.accessSecretVersion({ name }, bearer(token))
  await secrets.close()
  const sent = payload?.dataCrc32c ?? '0'
  const crc = String(sent) === '0' ? 'absent' : String(sent) === String(crc32c(data)) ? 'right' : 'wrong'
  expect({ crc, version: answered?.replace(/^.*\//, '') }).toEqual(expected)
})

describe('the control channel', () => {
  const unknown: readonly ControlRequest[] = [
    { op: 'fault', service: 'sts', kind: 'corrupt-signature' },
    { op: 'fault', service: 'kms', kind: 'expired' },
    { op: 'fault', service: 'kms', method: 'asymmetricSign', kind: '503' },
    { op: 'fault', service: 'kms', kind: '503', times: 0 },
    { op: 'rotate', key: 'no-such-key' },
    { op: 'key-state', key: P256, version: '9', state: 'DISABLED' },
    { op: 'put-secret', project: 'demo', secret: 's', data: 'not base64!' },
    { op: 'put-secret', project: 'demo', secret: 's', data: '', version: 'latest' },
  ]
  test.each(unknown)('refuses what would have no effect: %j', async (request) => {
    await expect(sandbox.control(request)).rejects.toMatchObject({ code: 'INTERNAL' })
  })

  test('counts calls that failed and calls that never came', async () => {
    await fail('503')
    await expect(signed()).rejects.toMatchObject({ code: 14 })
    const { calls } = await sandbox.control({ op: 'calls' })
    expect(calls).toMatchObject({ 'kms.AsymmetricSign': 1, 'kms.GetPublicKey': 0, 'sts.ExchangeToken': 0 })
  })

  test('forgets faults, counts and secrets at a reset', async () => {
    await sandbox.control({ op: 'fault', service: 'kms', kind: '503' })
    await expect(signed()).rejects.toMatchObject({ code: 14 })
    expect((await sandbox.control({ op: 'reset' })).calls['kms.AsymmetricSign']).toBe(0)
    await expect(signed()).resolves.toBeDefined()
  })
})
