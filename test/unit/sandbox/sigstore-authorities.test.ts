// The authorities of the sandbox over the wire: what they refuse, and that a peer believes what they sign.
import { createHash, generateKeyPairSync, sign, X509Certificate, type KeyObject } from 'node:crypto'
import { afterEach, expect, test } from '@jest/globals'
import { signStatements } from '@open-claw/core'
import type { Sandbox } from '@open-claw/sandbox'
import { fulcioKey, combinedWitness } from '@open-claw/sigstore'
import { bundleFromJSON } from '@sigstore/bundle'
import { ASN1Obj, RFC3161Timestamp, X509Certificate as Certificate } from '@sigstore/core'
import { TrustedRoot } from '@sigstore/protobuf-specs'
import { toSignedEntity, toTrustMaterial, VerificationError, Verifier } from '@sigstore/verify'
import { integer, octets, oid, sequence, TRUE } from '../../../packages/sandbox/src/sigstore/der.ts'
import { testClock } from '../../support/clock.ts'
import { codeOf } from '../../support/errors.ts'
import { jobIdentity } from '../../support/job-identity.ts'
import { testSandbox } from '../../support/sandbox.ts'

const sandbox = await testSandbox()
afterEach(() => sandbox.control({ op: 'reset' }))

const SUBJECT = 'repo:octo-org/octo-repo:ref:refs/heads/main'
const ARC = '1.3.6.1.4.1.57264.1'
const mint = async (audience = 'sigstore') => (await sandbox.control({ op: 'mint', audience })).token ?? ''

function requestFor(publicKey: KeyObject, proof: Uint8Array) {
  const content = publicKey.export({ type: 'spki', format: 'pem' }).toString()
  return { publicKey: { algorithm: '', content }, proofOfPossession: Buffer.from(proof).toString('base64') }
}
const newPair = (): { publicKey: KeyObject; privateKey: KeyObject } =>
  generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
function proven(hash: string | null = 'sha256', subject = SUBJECT, pair = newPair()) {
  return requestFor(pair.publicKey, sign(hash, Buffer.from(subject), pair.privateKey))
}
async function ask(body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${sandbox.fulcioEndpoint}/api/v2/signingCert`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  return { status: response.status, body: (await response.json()) as any }
}
const certify = async (publicKeyRequest: unknown = proven()) =>
  ask({ credentials: { oidcIdentityToken: await mint() }, publicKeyRequest })
const leafOf = async () => (await certify()).body.signedCertificateEmbeddedSct.chain.certificates[0] as string

test('Fulcio answers with a chain that leads to its trust bundle', async () => {
  const { body } = await certify()
  const [leaf, intermediate, root] = body.signedCertificateEmbeddedSct.chain.certificates.map(
    (pem: string) => new X509Certificate(pem),
  )
  expect([
    leaf.verify(intermediate.publicKey),
    intermediate.verify(root.publicKey),
    root.verify(root.publicKey),
  ]).toEqual([true, true, true])
  expect([leaf.checkIssued(intermediate), intermediate.checkIssued(root)]).toEqual([true, true])
  const bundle = (await (await fetch(`${sandbox.fulcioEndpoint}/api/v2/trustBundle`)).json()) as any
  expect(bundle.chains).toEqual([
    { certificates: body.signedCertificateEmbeddedSct.chain.certificates.slice(1) },
  ])
})
test('Fulcio takes the token from the header', async () => {
  const authorization = `Bearer ${await mint()}`
  expect((await ask({ publicKeyRequest: proven() }, { authorization })).status).toBe(200)
})
test.each([
  [1, 'iss', undefined, false],
  [2, 'event_name', 'push', false],
  [4, 'workflow', 'release', false],
  [8, 'iss', undefined, true],
  [11, 'runner_environment', 'github-hosted', true],
  [15, 'repository_id', '456789', true],
  [21, 'run_id', '/octo-org/octo-repo/actions/runs/1111/attempts/2', true],
  [22, 'repository_visibility', 'private', true],
  [24, 'sub', SUBJECT, true],
] as const)('Fulcio writes extension %d (%s)', async (number, _, text, isEncoded) => {
  const extension = Certificate.parse(await leafOf()).extension(`${ARC}.${number}`)
  const value = extension?.value ?? Buffer.alloc(0)
  const content = isEncoded ? ASN1Obj.parseBuffer(Buffer.from(value)).value : value
  const expected = text?.startsWith('/') === false ? text : `${sandbox.oidcIssuer}${text ?? ''}`
  expect(content.toString('utf8')).toBe(expected)
})
test('Fulcio writes the deployment environment where the job has one', async () => {
  expect(Certificate.parse(await leafOf()).extension(`${ARC}.23`)).toBeUndefined()
  await sandbox.control({ op: 'claims', claims: { environment: 'production', sub: SUBJECT } })
  expect(
    Certificate.parse(await leafOf())
      .extension(`${ARC}.23`)
      ?.value.toString(),
  ).toContain('production')
})
test.each([
  ['ec', 'secp384r1', 'sha384'],
  ['ec', 'secp521r1', 'sha512'],
  ['ed25519', '', null],
] as const)('Fulcio certifies a key of %s %s', async (type, namedCurve, hash) => {
  const pair = type === 'ec' ? generateKeyPairSync(type, { namedCurve }) : generateKeyPairSync(type)
  expect((await certify(proven(hash, SUBJECT, pair))).status).toBe(200)
})
test.each<[string, () => unknown]>([
  ['no key', () => ({})],
  ['a key that is none', () => ({ ...proven(), publicKey: { content: 'canary' } })],
  ['no proof', () => ({ publicKey: proven().publicKey })],
  ['a proof that is none', () => ({ ...proven(), proofOfPossession: 'AAAA' })],
  ['a proof by another key', () => ({ ...proven(), proofOfPossession: proven().proofOfPossession })],
  ['a proof for another job', () => proven('sha256', 'repo:octo-org/other:ref:refs/heads/main')],
  ['a proof over another hash', () => proven('sha512')],
])('Fulcio refuses %s', async (_, request) => {
  expect((await certify(request())).status).toBe(400)
})
test.each(['https://github.com/octo-org', 'nobody'])('Fulcio refuses a token for %s', async (audience) => {
  const token = await mint(audience)
  const { status } = await ask({ credentials: { oidcIdentityToken: token }, publicKeyRequest: proven() })
  expect(status).toBe(400)
})
test('Fulcio refuses a job without a token', async () => {
  expect((await ask({ publicKeyRequest: proven() })).status).toBe(400)
})

const HASHES = {
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
} as const
const DATA = Buffer.from('a signature')
const imprint = (hash: keyof typeof HASHES, digest = createHash(hash).update(DATA).digest()) =>
  sequence(sequence(oid(HASHES[hash])), octets(digest))
const stamp = async (query: Uint8Array, type = 'application/timestamp-query') => {
  const response = await fetch(sandbox.tsaEndpoint, {
    method: 'POST',
    headers: { 'content-type': type },
    body: new Uint8Array(query),
  })
  return { status: response.status, body: Buffer.from(await response.arrayBuffer()) }
}
const leaf = (): Buffer => {
  const { timestampAuthorities } = JSON.parse(sandbox.trustedRoot)
  return Buffer.from(timestampAuthorities[0].certChain.certificates[0].rawBytes, 'base64')
}
test.each(['sha256', 'sha384', 'sha512'] as const)(
  'the timestamp authority stamps a digest of %s',
  async (hash) => {
    const { status, body } = await stamp(sequence(integer(1), imprint(hash)))
    const key = new X509Certificate(leaf()).publicKey
    expect(status).toBe(201)
    expect(() => RFC3161Timestamp.parse(body).verify(DATA, key)).not.toThrow()
  },
)
test('the timestamp authority includes its certificate where it is asked for', async () => {
  const query = [integer(1), imprint('sha256'), integer(Buffer.from([0xff, 1]))]
  const without = await stamp(sequence(...query))
  const included = await stamp(sequence(...query, TRUE))
  expect([without, included].map(({ body }) => body.includes(leaf()))).toEqual([false, true])
})
test('the timestamp authority repeats the nonce', async () => {
  const nonce = integer(Buffer.from('ff00112233445566', 'hex'))
  const { body } = await stamp(sequence(integer(1), imprint('sha256'), nonce))
  expect(body.includes(nonce)).toBe(true)
})
test.each<[string, () => Uint8Array]>([
  ['nothing', () => Buffer.alloc(0)],
  ['no DER', () => Buffer.from('canary')],
  ['another version', () => sequence(integer(2), imprint('sha256'))],
  ['no imprint', () => sequence(integer(1))],
  ['a digest of another length', () => sequence(integer(1), imprint('sha256', Buffer.alloc(20)))],
  ['SHA-1', () => sequence(integer(1), sequence(sequence(oid('1.3.14.3.2.26')), octets(Buffer.alloc(20))))],
])('the timestamp authority refuses %s', async (_, query) => {
  expect((await stamp(query())).status).toBe(400)
})
test('the timestamp authority refuses another content type', async () => {
  expect((await stamp(Buffer.from('{}'), 'application/json')).status).toBe(400)
})

const verifierOf = (of: Sandbox) =>
  new Verifier(toTrustMaterial(TrustedRoot.fromJSON(JSON.parse(of.trustedRoot))), {
    ctlogThreshold: 1,
    tlogThreshold: 1,
    timestampThreshold: 1,
  })
async function keyless(version: 1 | 2) {
  const clock = testClock()
  const identity = jobIdentity(sandbox)
  const { key } = await fulcioKey({ url: new URL(sandbox.fulcioEndpoint), identity, clock })
  const log = { url: new URL(version === 1 ? sandbox.rekorEndpoint : sandbox.rekorTilesEndpoint), version }
  const witness = combinedWitness({ timestampAuthorities: [new URL(sandbox.tsaEndpoint)], log, clock })
  const subject = { name: 'a', digest: 'a'.repeat(64), source: 'file' } as never
  const [signed] = await signStatements(key, [subject], { type: 'https://example.com/p', body: {} }, witness)
  return toSignedEntity(bundleFromJSON(JSON.parse(signed?.json ?? '')))
}
test.each([
  [1, 0],
  [1, 3],
  [2, 0],
  [2, 3],
] as const)(
  'a peer with the trusted root believes certificate, promise, time and log of version %d with %d digits',
  async (version, fraction) => {
    await sandbox.control({ op: 'tsa', fraction })
    const entity = await keyless(version)
    expect(() => verifierOf(sandbox).verify(entity)).not.toThrow()
  },
)
test.each([
  ['fulcio', 'foreign-key', 1],
  ['fulcio', 'no-sct', 1],
  ['tsa', 'foreign-key', 1],
  ['rekor', 'foreign-key', 1],
  ['rekor-tiles', 'foreign-key', 2],
] as const)('a peer with the trusted root does not believe %s with %s', async (service, kind, version) => {
  await sandbox.control({ op: 'fault', service, kind })
  const entity = await keyless(version)
  expect(() => verifierOf(sandbox).verify(entity)).toThrow(VerificationError)
})
test('a peer with the trusted root is not even shown a time outside of the certificate: nothing is signed with it', async () => {
  await sandbox.control({ op: 'fault', service: 'tsa', kind: 'skewed' })
  expect(await codeOf(() => keyless(2))).toBe('TIMESTAMP_FAILED')
})
