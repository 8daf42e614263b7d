// Requests that reach nobody: what is wrong is told by the word of Node.js, and what to do about it.
import { afterAll, describe, expect, test } from '@jest/globals'
import { knownCause, CONNECTION_CAUSES } from '@open-claw/net'
import { githubRun } from '@open-claw/github'
import { verifyIdentityToken } from '../../../packages/github/src/identity-claims.ts'
import type { Clock, ErrorCode } from '@open-claw/core'
import { fulcioKey, timestamp } from '@open-claw/sigstore'
import { CLAIMS } from '../../support/claims.ts'
import { ask, type CloudService } from '../../support/cloud-answers.ts'
import { refusal } from '../../support/errors.ts'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { testClock } from '../../support/clock.ts'
import { selfSigned } from '../aws/certificate.ts'
import { testToken } from '../../support/token.ts'

const server = createServer(selfSigned('localhost'))
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
const url = new URL(`https://localhost:${(server.address() as AddressInfo).port}`)
afterAll(() => void server.close())

describe('a certificate that is not trusted is told at once', () => {
  // The client of AWS hides errors of another realm, such as this one of jest: its own test runs dist/.
  const SERVICES: readonly CloudService[] = [
    'gcp-sts',
    'entra',
    'azure-key-vault',
    'vault-login',
    'vault-transit',
  ]
  test.each(SERVICES)('%s', async (service) => {
    const clock = testClock()
    const error = await refusal(() => ask(service, url, clock))
    expect(error.message).toMatch(/DEPTH_ZERO_SELF_SIGNED_CERT\)?: the certificate that was shown/)
    expect(error.remedy).toMatch(/NODE_EXTRA_CA_CERTS .*vault-ca/)
    expect(clock.sleeps).toEqual([])
  })

  test('the API of GitHub', async () => {
    const clock = testClock()
    const error = await refusal(() =>
      githubRun({ token: testToken('ghs_canary'), apiUrl: url, claims: CLAIMS, clock }),
    )
    expect([error.code, error.message]).toEqual([
      'GITHUB_FAILED',
      expect.stringMatching(/\(DEPTH_ZERO_SELF_SIGNED_CERT\): the certificate that was shown/),
    ])
    expect(error.remedy).toMatch(/NODE_EXTRA_CA_CERTS/)
    expect(clock.sleeps).toEqual([])
  })
})

describe('a witness or an issuer that shows such a certificate is told at once', () => {
  const identity = {
    mint: async () => testToken(`e30.${Buffer.from('{"sub":"s","iss":"i"}').toString('base64url')}.e30`),
  }
  const signed = new Uint8Array(64)
  test.each<[string, ErrorCode, (clock: Clock) => Promise<unknown>]>([
    ['a timestamp authority', 'TIMESTAMP_FAILED', (clock) => timestamp(url, signed, { clock })],
    ['a certificate authority', 'CERTIFICATE_FAILED', (clock) => fulcioKey({ url, identity, clock })],
    [
      'the keys of an issuer',
      'OIDC_KEYS_UNAVAILABLE',
      (clock) => verifyIdentityToken({ token: testToken('e30.e30.e30'), issuer: url, audience: 'a', clock }),
    ],
  ])('%s', async (_, code, attempt) => {
    const clock = testClock()
    const error = await refusal(() => attempt(clock))
    expect(error.code).toBe(code)
    expect(error.message).toMatch(/DEPTH_ZERO_SELF_SIGNED_CERT\)?: the certificate that was shown/)
    expect(error.remedy).toMatch(/NODE_EXTRA_CA_CERTS/)
    expect(clock.sleeps).toEqual([])
  })
})

describe('words of a lost connection', () => {
  const grpc = (error: string): string =>
    `No connection established. Last error: ${error} (2026-01-01T00:00:00Z). Resolution note: `
  test.each([
    ['SELF_SIGNED_CERT_IN_CHAIN', /certificate/],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', /certificate/],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', /certificate/],
    ['ERR_TLS_CERT_ALTNAME_INVALID', /certificate/],
    ['CERT_HAS_EXPIRED', /certificate/],
    ['ENOTFOUND', /name cannot be resolved/],
    ['EAI_AGAIN', /name cannot be resolved/],
    ['ERR_PROXY_TUNNEL', /proxy/],
    ['timeout at the proxy', /proxy/],
  ])('%s', (reason, what) => {
    expect(knownCause(CONNECTION_CAUSES, { reason })?.what).toMatch(what)
  })
  test.each([
    [grpc('Error: self-signed certificate in certificate chain'), /certificate/],
    [grpc('Error: unable to verify the first certificate'), /certificate/],
    [
      grpc("Error [ERR_TLS_CERT_ALTNAME_INVALID]: Hostname/IP does not match certificate's altnames"),
      /certificate/,
    ],
    [grpc('Error: connect ECONNREFUSED 10.0.0.1:443'), /no connection \(ECONNREFUSED\)/],
    ['Name resolution failed for target dns:kms.example:443', /name cannot be resolved/],
  ])('%s', (text, what) => {
    expect(knownCause(CONNECTION_CAUSES, { text })?.what).toMatch(what)
  })
  test.each([
    'ECONNRESET',
    'ECONNREFUSED',
    'ERR_SSL_WRONG_VERSION_NUMBER',
    'timeout before the answer',
    'no connection',
  ])('%s is told as it is', (reason) => {
    expect(knownCause(CONNECTION_CAUSES, { reason })).toBeUndefined()
  })
})
