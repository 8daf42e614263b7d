// The logs of the sandbox over the wire: what they refuse, and that a peer believes what they sign.
import { createHash, createPublicKey, verify } from 'node:crypto'
import { afterEach, describe, expect, test } from '@jest/globals'
import { leafHash, merkleProof, merkleRoot } from '../../../packages/sandbox/src/sigstore/merkle.ts'
import { testKey } from '../../support/keys.ts'
import { testSandbox } from '../../support/sandbox.ts'
import { signedBy } from '../sigstore/witness-setup.ts'

const sandbox = await testSandbox()
afterEach(() => sandbox.control({ op: 'reset' }))

const pem = (der: Uint8Array): string =>
  createPublicKey({ key: Buffer.from(der), format: 'der', type: 'spki' })
    .export({ type: 'spki', format: 'pem' })
    .toString()
const base64 = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString('base64')
const post = async (url: string, body: unknown) => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return { status: response.status, headers: response.headers, body: (await response.json()) as any }
}
const v1 = (body: unknown) => post(`${sandbox.rekorEndpoint}/api/v1/log/entries`, body)
const v2 = (body: unknown) => post(`${sandbox.rekorTilesEndpoint}/api/v2/log/entries`, body)
const logKey = (index: number) =>
  createPublicKey({
    key: Buffer.from(JSON.parse(sandbox.trustedRoot).tlogs[index].publicKey.rawBytes, 'base64'),
    format: 'der',
    type: 'spki',
  })

async function record(key = testKey()) {
  const { content } = await signedBy(key, 'message')
  if (content.kind !== 'message') throw new Error('no file')
  return {
    apiVersion: '0.0.1',
    kind: 'hashedrekord',
    spec: {
      data: { hash: { algorithm: content.hash as string, value: content.digest.toString('hex') } },
      signature: { content: base64(content.signature), publicKey: { content: base64(pem(key.publicKey)) } },
    },
  }
}
async function tile(key = testKey(), keyDetails = 'PKIX_ECDSA_P256_SHA_256') {
  const { content } = await signedBy(key, 'message')
  if (content.kind !== 'message') throw new Error('no file')
  const verifier: Record<string, unknown> = { publicKey: { rawBytes: base64(key.publicKey) }, keyDetails }
  return { digest: base64(content.digest), signature: { content: base64(content.signature), verifier } }
}
const noteOf = (checkpoint: string) => {
  const [text = '', lines = ''] = checkpoint.split('\n\n')
  const signature = Buffer.from(lines.split(' ')[2] ?? '', 'base64')
  return { text: `${text}\n`, keyId: signature.subarray(0, 4), signature: signature.subarray(4) }
}

test('Rekor v1 signs its promise and its checkpoint', async () => {
  const { status, headers, body } = await v1(await record())
  const [[id, entry]] = Object.entries<any>(body) as [[string, any]]
  expect(status).toBe(201)
  expect(headers.get('location')).toBe(`/api/v1/log/entries/${id}`)
  expect(id.slice(16)).toBe(leafHash(Buffer.from(entry.body, 'base64')).toString('hex'))
  const { body: kept, integratedTime, logID, logIndex, verification } = entry
  const promised = `{"body":"${kept}","integratedTime":${integratedTime},"logID":"${logID}","logIndex":${logIndex}}`
  const promise = Buffer.from(verification.signedEntryTimestamp, 'base64')
  expect(verify('sha256', Buffer.from(promised), logKey(0), promise)).toBe(true)
  const note = noteOf(verification.inclusionProof.checkpoint)
  expect(verify('sha256', Buffer.from(note.text), logKey(0), note.signature)).toBe(true)
  expect(logID.startsWith(note.keyId.toString('hex'))).toBe(true)
})
test('Rekor v1 keeps the canonical body', async () => {
  const proposal = await record()
  const { body } = await v1({ ...proposal, spec: { ...proposal.spec, extra: 'dropped' } })
  const kept = Buffer.from(Object.values<any>(body)[0].body, 'base64').toString('utf8')
  const { hash } = proposal.spec.data
  const { content, publicKey } = proposal.spec.signature
  expect(kept).toBe(
    `{"apiVersion":"0.0.1","kind":"hashedrekord","spec":{"data":{"hash":{"algorithm":"sha256","value":"${hash.value}"}},"signature":{"content":"${content}","publicKey":{"content":"${publicKey.content}"}}}}`,
  )
})
test('Rekor v1 says where an entry is that it has', async () => {
  const proposal = await record()
  const first = await v1(proposal)
  const again = await v1(proposal)
  expect([again.status, again.headers.get('location')]).toEqual([409, first.headers.get('location')])
  const kept = await fetch(`${sandbox.rekorEndpoint}${again.headers.get('location')}`)
  expect(Object.keys((await kept.json()) as object)).toEqual(Object.keys(first.body))
})
test('Rekor v1 does not have an entry that nobody wrote', async () => {
  const { status } = await fetch(`${sandbox.rekorEndpoint}/api/v1/log/entries/${'a'.repeat(80)}`)
  expect(status).toBe(404)
})
test.each<[string, (proposal: Awaited<ReturnType<typeof record>>) => unknown]>([
  ['nothing', () => ({})],
  ['another kind', (proposal) => ({ ...proposal, kind: 'rekord' })],
  ['another version', (proposal) => ({ ...proposal, apiVersion: '0.0.2' })],
  [
    'another digest',
    ({ spec, ...rest }) => ({
      ...rest,
      spec: { ...spec, data: { hash: { algorithm: 'sha256', value: 'a'.repeat(64) } } },
    }),
  ],
  [
    'another hash',
    ({ spec, ...rest }) => ({
      ...rest,
      spec: { ...spec, data: { hash: { ...spec.data.hash, algorithm: 'sha512' } } },
    }),
  ],
  [
    'no key',
    ({ spec, ...rest }) => ({ ...rest, spec: { ...spec, signature: { content: spec.signature.content } } }),
  ],
  [
    'a key that is none',
    ({ spec, ...rest }) => ({
      ...rest,
      spec: { ...spec, signature: { ...spec.signature, publicKey: { content: 'AAAA' } } },
    }),
  ],
])('Rekor v1 refuses %s', async (_, change) => {
  expect((await v1(change(await record()))).status).toBe(400)
})
test.each(['rsa-pss-2048-sha256', 'rsa-pkcs1-2048-sha512', 'ecdsa-secp256k1-sha256', 'ed25519'] as const)(
  'Rekor v1 refuses the signature of a file by %s',
  async (algorithm) => {
    expect((await v1(await record(testKey(algorithm)))).status).toBe(400)
  },
)
const proposedEnvelope = (text: string, verifiers: readonly string[]) => ({
  apiVersion: '0.0.1',
  kind: 'dsse',
  spec: { proposedContent: { envelope: text, verifiers } },
})
async function envelopeEntry(change: (parts: any) => unknown = (parts) => parts, key = testKey()) {
  const { content } = await signedBy(key, 'envelope')
  if (content.kind !== 'envelope') throw new Error('no envelope')
  const parts = {
    payload: base64(content.payload),
    payloadType: content.payloadType,
    signatures: [{ sig: base64(content.signature) }],
  }
  return proposedEnvelope(JSON.stringify(change(parts)), [base64(pem(key.publicKey))])
}
test('Rekor v1 takes an envelope', async () => {
  expect((await v1(await envelopeEntry())).status).toBe(201)
})
test.each<[string, (parts: any) => unknown]>([
  ['whose payload was changed', (parts) => ({ ...parts, payload: base64('{}') })],
  ['whose type was changed', (parts) => ({ ...parts, payloadType: 'text/plain' })],
  ['without a signature', (parts) => ({ ...parts, signatures: [] })],
  ['that is none', () => 7],
])('Rekor v1 refuses an envelope %s', async (_, change) => {
  expect((await v1(await envelopeEntry(change))).status).toBe(400)
})
test('Rekor v1 refuses an envelope signed over SHA-384, which it checks with SHA-256', async () => {
  expect((await v1(await envelopeEntry((parts) => parts, testKey('ecdsa-p384-sha384')))).status).toBe(400)
})

test('Rekor v2 signs its checkpoint in the name of its host', async () => {
  const { status, body } = await v2({ hashedRekordRequestV002: await tile() })
  expect(status).toBe(201)
  const note = noteOf(body.inclusionProof.checkpoint.envelope)
  expect(note.text.split('\n')[0]).toBe('127.0.0.1')
  expect(verify(null, Buffer.from(note.text), logKey(1), note.signature)).toBe(true)
  const raw = logKey(1).export({ type: 'spki', format: 'der' }).subarray(12)
  const id = createHash('sha256').update('127.0.0.1\n\u0001').update(raw).digest()
  expect([body.logId.keyId, base64(note.keyId)]).toEqual([base64(id), base64(id.subarray(0, 4))])
})
test('Rekor v2 takes an envelope, as its first releases did', async () => {
  const { content, key } = await signedBy(testKey(), 'envelope')
  if (content.kind !== 'envelope') throw new Error('no envelope')
  const envelope = {
    payload: base64(content.payload),
    payloadType: content.payloadType,
    signatures: [{ sig: base64(content.signature) }],
  }
  const verifiers = [
    { publicKey: { rawBytes: base64(key.publicKey) }, keyDetails: 'PKIX_ECDSA_P256_SHA_256' },
  ]
  const { status, body } = await v2({ dsseRequestV002: { envelope, verifiers } })
  expect([status, body.kindVersion]).toEqual([201, { kind: 'dsse', version: '0.0.2' }])
})
test('Rekor v2 does not take an entry twice', async () => {
  const request = { hashedRekordRequestV002: await tile() }
  await v2(request)
  expect((await v2(request)).status).toBe(409)
})
test.each<[string, (made: Awaited<ReturnType<typeof tile>>) => unknown]>([
  ['nothing', () => ({})],
  ['a kind that nobody knows', (made) => ({ rekordRequestV002: made })],
  ['no digest', ({ signature }) => ({ hashedRekordRequestV002: { signature } })],
  ['another digest', (made) => ({ hashedRekordRequestV002: { ...made, digest: base64(Buffer.alloc(32)) } })],
  ['a short digest', (made) => ({ hashedRekordRequestV002: { ...made, digest: 'AAAA' } })],
  [
    'no verifier',
    ({ digest, signature: { content } }) => ({
      hashedRekordRequestV002: { digest, signature: { content } },
    }),
  ],
])('Rekor v2 refuses %s', async (_, change) => {
  expect((await v2(change(await tile()))).status).toBe(400)
})
test.each([
  ['ecdsa-p256-sha256', 'PKIX_ECDSA_P384_SHA_384'],
  ['ecdsa-p256-sha256', 'PKIX_ED25519'],
  ['ecdsa-p256-sha256', ''],
  ['rsa-pss-2048-sha256', 'PKIX_RSA_PSS_2048_SHA256'],
] as const)('Rekor v2 refuses a key of %s as %s', async (algorithm, details) => {
  const made = await tile(testKey(algorithm), details)
  expect((await v2({ hashedRekordRequestV002: made })).status).toBe(400)
})

describe('the tree', () => {
  /** Inputs and roots of the test vectors of Certificate Transparency's own Merkle tree. */
  const LEAVES = [
    '',
    '00',
    '10',
    '2021',
    '3031',
    '40414243',
    '5051525354555657',
    '606162636465666768696a6b6c6d6e6f',
  ]
  const ROOTS = [
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ]
  const hashes = LEAVES.map((leaf) => leafHash(Buffer.from(leaf, 'hex')))
  test.each(ROOTS.map((root, index) => [index + 1, root] as const))(
    'of %d leaves has its root',
    (size, root) => {
      expect(merkleRoot(hashes.slice(0, size)).toString('hex')).toBe(root)
    },
  )
  test('proves a leaf with the hashes beside its way up', () => {
    expect(merkleProof(5, hashes).map((hash) => hash.toString('hex').slice(0, 8))).toEqual([
      'bc1a0643',
      'ca854ea1',
      'd37ee418',
    ])
  })
})
