// Certificates for a key of one step: from the sandbox, with each of its faults, and from a server that lies.
import { createHash, verify, X509Certificate } from 'node:crypto'
import { afterEach, describe, expect, test } from '@jest/globals'
import { parseBundle, signStatements, type SigningKey } from '@open-claw/core'
import type { FaultKind } from '../../../packages/sandbox/src/services.ts'
import { fulcioKey, parseTrustedRoot, readTrustedRoots, combinedWitness } from '@open-claw/sigstore'
import { testClock } from '../../support/clock.ts'
import { codeOf, refusal } from '../../support/errors.ts'
import { jobIdentity } from '../../support/job-identity.ts'
import { testSandbox, countCalls } from '../../support/sandbox.ts'
import { fail, json, scripted, shown, text, type Reply } from './witness-setup.ts'
import { testToken } from '../../support/token.ts'

const sandbox = await testSandbox()
const server = await scripted()
afterEach(() => sandbox.control({ op: 'reset' }))

const workflow = (): string =>
  `${sandbox.oidcIssuer}/octo-org/octo-repo/.github/workflows/release.yml@refs/heads/main`
const METHOD = 'CreateSigningCertificate'
const DIGEST = createHash('sha256').update('what was built').digest()
const digestRequest = { input: 'digest', hash: 'sha256', digest: DIGEST } as const

function setup(url = new URL(sandbox.fulcioEndpoint)) {
  const identity = jobIdentity(sandbox)
  const clock = testClock()
  return { identity, clock, certify: () => fulcioKey({ url, identity, clock }) }
}

test('a key of one step is certified for the workflow of the job', async () => {
  const { certify, identity } = setup()
  const { key } = await certify()
  const certificate = new X509Certificate(key.certificate ?? '')
  expect(certificate.subjectAltName).toBe(`URI:${workflow()}`)
  expect(certificate.publicKey.export({ type: 'spki', format: 'der' })).toEqual(key.publicKey)
  expect(certificate.validToDate.getTime() - certificate.validFromDate.getTime()).toBe(600_000)
  expect({ ...key, sign: 0, publicKey: 0, certificate: 0 }).toEqual({
    kind: 'keyless',
    algorithm: 'ecdsa-p256-sha256',
    protectionLevel: 'EPHEMERAL',
    maxMessage: 0,
    sign: 0,
    publicKey: 0,
    certificate: 0,
  })
  expect(identity.tokens).toHaveLength(1)
})
test('a key of one step signs digests that verify with its certificate', async () => {
  const { key } = await setup().certify()
  const signature = await key.sign(digestRequest)
  const { publicKey } = new X509Certificate(key.certificate ?? '')
  expect(verify('sha256', Buffer.from('what was built'), publicKey, signature)).toBe(true)
})
test('a key of one step is another one each time', async () => {
  const { certify } = setup()
  const [one, other] = [await certify(), await certify()]
  expect(one.key.publicKey).not.toEqual(other.key.publicKey)
})
test('a key of one step signs nothing once it is dropped', async () => {
  const { key, drop } = await setup().certify()
  drop()
  expect(await codeOf(() => key.sign(digestRequest))).toBe('INTERNAL')
})
test.each([
  { input: 'message', message: DIGEST },
  { input: 'mu', mu: DIGEST },
  { input: 'digest', hash: 'sha384', digest: DIGEST },
] as const)('a key of one step takes nothing but SHA-256 digests: %j', async (request) => {
  const { key } = await setup().certify()
  expect(await codeOf(() => key.sign(request))).toBe('INTERNAL')
})
test('a key of one step holds no private key that can be read', async () => {
  const { key } = await setup().certify()
  expect(Object.keys(key).toSorted()).toEqual([
    'algorithm',
    'certificate',
    'kind',
    'maxMessage',
    'protectionLevel',
    'publicKey',
    'sign',
  ])
})

test.each([
  ['forbidden', 'CERTIFICATE_REFUSED', 1],
  ['429', 'CERTIFICATE_FAILED', 8],
  ['500', 'CERTIFICATE_FAILED', 8],
  ['503', 'CERTIFICATE_FAILED', 8],
  ['reset', 'CERTIFICATE_FAILED', 8],
  ['malformed', 'CERTIFICATE_FAILED', 1],
  ['wrong-key', 'CERTIFICATE_FAILED', 1],
  ['expired', 'CERTIFICATE_FAILED', 1],
  ['not-yet-valid', 'CERTIFICATE_FAILED', 1],
] as const)(
  'an authority that fails %s is %s after %d calls, and tells no token',
  async (kind, code, count) => {
    await fail(sandbox, 'fulcio', METHOD, kind)
    const { certify, identity } = setup()
    const error = await refusal(certify)
    expect(error.code).toBe(code)
    expect(await countCalls(sandbox, `fulcio.${METHOD}`)).toBe(count)
    expect(error.message).toContain(new URL(sandbox.fulcioEndpoint).host)
    const [token = ''] = identity.tokens
    for (const part of token.split('.')) expect(shown(error)).not.toContain(part)
  },
)
test.each(['hang', 'slow-body'] as const)('an authority that fails %s ends', async (kind) => {
  await fail(sandbox, 'fulcio', METHOD, kind)
  const { certify, clock } = setup()
  clock.hurry()
  expect(await codeOf(certify)).toBe('CERTIFICATE_FAILED')
})
test('an authority that fails once is asked again', async () => {
  await sandbox.control({ op: 'fault', service: 'fulcio', kind: '503', times: 1, retryAfter: 3 })
  const { certify, clock } = setup()
  await certify()
  expect(clock.sleeps).toEqual([3000])
  expect(await countCalls(sandbox, `fulcio.${METHOD}`)).toBe(2)
})
test('an authority that fails to trust the job is told with what it must trust', async () => {
  await fail(sandbox, 'fulcio', METHOD, 'forbidden')
  const { message } = await refusal(setup().certify)
  expect(message).toContain(`"${sandbox.oidcIssuer}"`)
  expect(message).toContain('audience sigstore')
  expect(message).toContain('"repo:octo-org/octo-repo:ref:refs/heads/main"')
})
test.each(['wrong-audience', 'wrong-issuer', 'expired', 'foreign-key', 'hs256', 'alg-none'] as const)(
  'an authority that fails to verify a token (%s) refuses it',
  async (defect) => {
    const { token = '' } = await sandbox.control({ op: 'mint', audience: 'sigstore', defect })
    const identity = { mint: async () => testToken(token) }
    const url = new URL(sandbox.fulcioEndpoint)
    expect(await codeOf(() => fulcioKey({ url, identity, clock: testClock() }))).toBe('CERTIFICATE_REFUSED')
  },
)
test.each(['job_workflow_ref', 'sha', 'runner_environment', 'workflow_sha'])(
  'an authority that fails does not certify a job without %s',
  async (claim) => {
    await sandbox.control({ op: 'claims', claims: { [claim]: null } })
    expect(await codeOf(setup().certify)).toBe('CERTIFICATE_REFUSED')
  },
)

describe('a token', () => {
  const encoded = (claims: unknown): string =>
    `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.canary`
  test.each([
    ['', 'is empty'],
    ['canary', 'is no JWT'],
    ['a.!canary!.c', 'is not base64'],
    [encoded('canary'), 'holds no claims'],
    [encoded({ iss: 'https://canary.example' }), 'has no sub'],
    [encoded({ sub: '', iss: 'https://canary.example' }), 'has an empty sub'],
    [encoded({ sub: 'canary' }), 'has no iss'],
    [encoded({ sub: 7, iss: 'https://canary.example' }), 'has a sub that is no text'],
  ])('"%s" that %s is sent nowhere', async (token) => {
    const identity = { mint: async () => testToken(token) }
    const error = await refusal(() => fulcioKey({ url: server.url, identity, clock: testClock() }))
    expect(error.code).toBe('OIDC_TOKEN_INVALID')
    expect(shown(error)).not.toContain('canary')
    expect(server.requests).toEqual([])
  })
  test('that cannot be had is the error of whoever mints it', async () => {
    const failing = new Error('no identity')
    const identity = { mint: () => Promise.reject(failing) }
    await expect(fulcioKey({ url: server.url, identity, clock: testClock() })).rejects.toBe(failing)
  })
})

const chain = (certificates: unknown) => json({ signedCertificateEmbeddedSct: { chain: { certificates } } })
test.each<[string, Reply]>([
  ['is empty', text('')],
  ['is HTML', text('<html>')],
  ['is null', json(null)],
  ['is a list', json([])],
  ['has no chain', json({ signedCertificateEmbeddedSct: {} })],
  ['has an empty chain', chain([])],
  ['has a chain of no texts', chain([7])],
  ['has no certificate in it', chain(['canary'])],
  ['has a key for a certificate', chain(['-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n'])],
  ['is larger than any chain', text('x'.repeat(2_000_000))],
  ['is a redirect', (response) => response.writeHead(307, { location: '/elsewhere' }).end()],
  ['is no content', (response) => response.writeHead(204).end()],
])('an answer that %s is a failure, asked for once', async (_, reply) => {
  server.script.reply = reply
  const error = await refusal(setup(server.url).certify)
  expect(error.code).toBe('CERTIFICATE_FAILED')
  expect(shown(error)).not.toContain('canary')
  expect(server.requests.map(({ path }) => path)).toEqual(['/api/v2/signingCert'])
})
test('an answer quoting the token quotes it to nobody', async () => {
  server.script.reply = (response, body) => response.writeHead(400).end(body)
  const { certify, identity } = setup(server.url)
  const error = await refusal(certify)
  expect(error.code).toBe('CERTIFICATE_REFUSED')
  expect(shown(error)).not.toContain(identity.tokens[0]?.split('.')[1])
})
test('an answer about the key of another step is a failure', async () => {
  const { key } = await setup().certify()
  server.script.reply = chain([new X509Certificate(key.certificate ?? '').toString()])
  expect((await refusal(setup(server.url).certify)).message).toContain('another key')
})
test.each([
  ['of an authority', () => JSON.parse(sandbox.trustedRoot).certificateAuthorities[0]],
  ['for another purpose', () => JSON.parse(sandbox.trustedRoot).timestampAuthorities[0]],
])('an answer with a certificate %s is a failure', async (_, authority) => {
  const der = Buffer.from(authority().certChain.certificates[0].rawBytes, 'base64')
  server.script.reply = chain([new X509Certificate(der).toString()])
  expect((await refusal(setup(server.url).certify)).message).toContain('one of a signer')
})
test('an answer with a certificate and more is a failure', async () => {
  const { key } = await setup().certify()
  const pem = new X509Certificate(key.certificate ?? '').toString()
  server.script.reply = chain([`${pem}${pem}`])
  expect(await codeOf(setup(server.url).certify)).toBe('CERTIFICATE_FAILED')
})
test('an answer is asked for below the path of the authority', async () => {
  await codeOf(setup(new URL('/fulcio/', server.url)).certify)
  expect(server.requests.map(({ path }) => path)).toEqual(['/fulcio/api/v2/signingCert'])
})

describe('what only a trusted root can tell', () => {
  const roots = () => readTrustedRoots([parseTrustedRoot(Buffer.from(sandbox.trustedRoot), 'root')])
  async function bundleBy(key: SigningKey) {
    const witness = combinedWitness({
      timestampAuthorities: [new URL(sandbox.tsaEndpoint)],
      log: undefined,
      clock: testClock(),
    })
    const subject = { name: 'a', digest: DIGEST.toString('hex'), source: 'file' } as never
    const [signed] = await signStatements(
      key,
      [subject],
      { type: 'https://example.com/p', body: {} },
      witness,
    )
    return parseBundle(Buffer.from(signed?.json ?? ''), 'bundle')
  }
  const judge = async (fault?: FaultKind) => {
    if (fault !== undefined) await fail(sandbox, 'fulcio', METHOD, fault)
    const { key } = await setup().certify()
    return roots().certificate(await bundleBy(key))
  }
  test('is that an authority is trusted, and what it says of the job', async () => {
    const { identity } = await judge()
    expect(identity).toMatchObject({
      issuer: sandbox.oidcIssuer,
      subject: workflow(),
      claims: { sourceRepositoryIdentifier: '456789', buildConfigURI: workflow(), buildTrigger: 'push' },
    })
  })
  test.each([
    ['foreign-key', 'CERTIFICATE_UNTRUSTED'],
    ['no-sct', 'SCT_INVALID'],
  ] as const)('is that an authority is not: %s', async (fault, code) => {
    expect(await codeOf(() => judge(fault))).toBe(code)
  })
})
