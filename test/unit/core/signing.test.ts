import { createHash, createPublicKey, verify } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from '@jest/globals'
import {
  digestSet,
  ALGORITHMS,
  ClawError,
  isAlgorithm,
  publicKeyId,
  parseBundle,
  parseSha256,
  preAuthEncoding,
  signBlobs,
  signStatements,
  trustedKey,
  verifyBundle,
  verifyDigest,
  type Algorithm,
  type SignedBundle,
  type SigningKey,
  type Subject,
} from '@open-claw/core'
import { codeOf } from '../../support/errors.ts'
import { testKey } from '../../support/keys.ts'

const ALL = Object.keys(ALGORITHMS).filter(isAlgorithm)
const DIGEST = ALL.filter((name) => ALGORITHMS[name].input === 'digest')
const WHOLE = ALL.filter((name) => ALGORITHMS[name].input !== 'digest')
const hash = (text: string) =>
  parseSha256(`sha256:${createHash('sha256').update(text).digest('hex')}`, 'test')
const subject = (name: string): Subject => ({ name, digest: hash(name), source: 'file' })
const PREDICATE = { type: 'https://example.com/p/v1', body: { a: 1 } }
const bytes = (text: string): Buffer => Buffer.from(text)
const trusted = (algorithm: Algorithm, key = testKey(algorithm)) =>
  trustedKey('k', key.publicKey, { algorithm })

test.each(ALL)('statements %s: signed, checked, verified', async (algorithm) => {
  const key = testKey(algorithm)
  const [bundle] = await signStatements(key, [subject('a')], PREDICATE)
  const facts = await verifyBundle(parseBundle(bytes(bundle?.json ?? ''), 'b'), {
    keys: [trusted(algorithm)],
  })
  expect(facts.kind === 'statement' && facts.subjects.subjects).toEqual([
    { name: 'a', digests: { sha256: hash('a') } },
  ])
})

test.each(ALL)('statements abuse case 19, %s: a corrupt signature is never returned', async (algorithm) => {
  const flip = (signature: Uint8Array): Uint8Array =>
    signature.map((byte, index) => (index === signature.length - 2 ? byte ^ 1 : byte))
  expect(
    await codeOf(() => signStatements(testKey(algorithm, { spoil: flip }), [subject('a')], PREDICATE)),
  ).toBe('SIGNATURE_CORRUPT')
})

test('statements abuse case 19: the signature of another key is never returned', async () => {
  const other = testKey('ecdsa-p256-sha256', { fresh: true })
  const key = { ...testKey(), sign: other.sign }
  expect(await codeOf(() => signStatements(key, [subject('a')], PREDICATE))).toBe('SIGNATURE_CORRUPT')
})

test('statements 1,000 artifacts cost one signature, and only a digest crosses', async () => {
  const key = testKey('ecdsa-p256-sha256')
  await signStatements(
    key,
    Array.from({ length: 1000 }, (_, index) => subject(`f${index}`)),
    PREDICATE,
  )
  expect(key.requests.map(({ input }) => input)).toEqual(['digest'])
})

test.each([
  [1024, [1024]],
  [1025, [513, 512]],
  [3000, [1000, 1000, 1000]],
])('statements %i artifacts are split evenly into statements of at most 1,024', async (count, sizes) => {
  const bundles = await signStatements(
    testKey(),
    Array.from({ length: count }, (_, index) => subject(`f${index}`)),
    PREDICATE,
  )
  expect(bundles.map(({ subjects }) => subjects.length)).toEqual(sizes)
})

test('statements no subjects, no signature', async () => {
  const key = testKey()
  expect(await codeOf(() => signStatements(key, [], PREDICATE))).toBe('SUBJECT_MISSING')
  expect(key.requests).toEqual([])
})

test('statements a statement over the limit of the key is refused before the key is used', async () => {
  const key = testKey('ed25519', { maxMessage: 1000 })
  const many = Array.from({ length: 20 }, (_, index) => subject(`f${index}`))
  expect(await codeOf(() => signStatements(key, many, PREDICATE))).toBe('KEY_MESSAGE_TOO_LARGE')
  expect(key.requests).toEqual([])
})

test('statements abuse case 37: a predicate over 16 MiB is refused before the key is used', async () => {
  const key = testKey()
  const body = { blob: 'x'.repeat(16 * 1024 * 1024) }
  expect(await codeOf(() => signStatements(key, [subject('a')], { ...PREDICATE, body }))).toBe(
    'PREDICATE_INVALID',
  )
  expect(key.requests).toEqual([])
})

test('statements the bundle is v0.3 with the hint of cosign and no keyid, which cosign would refuse, and plain crypto verifies it', async () => {
  const key = testKey()
  const [bundle] = await signStatements(key, [subject('a')], PREDICATE)
  const json = JSON.parse(bundle?.json ?? '')
  expect(json.mediaType).toBe('application/vnd.dev.sigstore.bundle.v0.3+json')
  expect(json.verificationMaterial.publicKey.hint).toBe(publicKeyId(key.publicKey))
  expect(json.dsseEnvelope.signatures).toEqual([{ sig: expect.any(String) }])
  const { payload, payloadType, signatures } = json.dsseEnvelope
  const publicKey = createPublicKey({ key: Buffer.from(key.publicKey), format: 'der', type: 'spki' })
  const encoded = preAuthEncoding(payloadType, Buffer.from(payload, 'base64'))
  expect(verify('sha256', encoded, publicKey, Buffer.from(signatures[0].sig, 'base64'))).toBe(true)
})

const many = (count: number) => Array.from({ length: count }, (_, index) => subject(`f${index}`))
const hashed = (count: number) =>
  new Map(
    many(count).map(({ name }) => [
      name,
      digestSet([['sha256', createHash('sha256').update(name).digest('hex')]]),
    ]),
  )
const ways: [string, (key: SigningKey, count: number) => Promise<SignedBundle[]>][] = [
  ['statements', (key, count) => signStatements(key, many(count * 1024), PREDICATE)],
  ['files', (key, count) => signBlobs(key, many(count), hashed(count))],
]

test.each(ways)(
  'many signatures %s: no more than eight are under way at once, in the order of the subjects',
  async (_, way) => {
    const inner = testKey()
    let [now, most] = [0, 0]
    const key: SigningKey = {
      ...inner,
      async sign(request) {
        now += 1
        most = Math.max(most, now)
        await sleep(5)
        now -= 1
        return inner.sign(request)
      },
    }
    const bundles = await way(key, 20)
    expect([bundles.length, most]).toEqual([20, 8])
    expect(bundles.flatMap(({ subjects }) => subjects.map(({ name }) => name))).toEqual(
      many(bundles.flatMap(({ subjects }) => subjects).length).map(({ name }) => name),
    )
  },
)

test.each(ways)('many signatures %s: after one that failed none is begun', async (_, way) => {
  const inner = testKey()
  let asked = 0
  const key: SigningKey = {
    ...inner,
    async sign(request) {
      asked += 1
      if (asked === 3) throw new ClawError('KMS_FAILED', 'It failed.')
      await sleep(5)
      return inner.sign(request)
    },
  }
  expect(await codeOf(() => way(key, 40))).toBe('KMS_FAILED')
  await sleep(100)
  expect(asked).toBe(8)
})

describe('files', () => {
  const digests = (algorithm: Algorithm) => {
    const name = ALGORITHMS[algorithm].hash ?? 'sha256'
    return new Map([['a', digestSet([[name, createHash(name).update('a').digest('hex')]])]])
  }

  test.each(DIGEST)('%s: signed by digest, verified by digest and as cosign would', async (algorithm) => {
    const key = testKey(algorithm)
    const [bundle] = await signBlobs(key, [subject('a')], digests(algorithm))
    const facts = await verifyBundle(parseBundle(bytes(bundle?.json ?? ''), 'b'), {
      keys: [trusted(algorithm)],
    })
    expect(facts).toMatchObject({ kind: 'blob', hash: ALGORITHMS[algorithm].hash })
  })

  test.each(WHOLE)('%s signs whole messages, so it is refused', async (algorithm) => {
    const key = testKey(algorithm)
    expect(await codeOf(() => signBlobs(key, [subject('a')], digests(algorithm)))).toBe(
      'KEY_ALGORITHM_UNSUPPORTED',
    )
    expect(key.requests).toEqual([])
  })

  test('a subject that was not hashed here is refused', async () => {
    expect(await codeOf(() => signBlobs(testKey(), [subject('a')], new Map()))).toBe('ARTIFACT_NOT_FOUND')
  })

  test.each(DIGEST)(
    '%s: another digest, a flipped bit, a cut and an empty signature are refused',
    async (algorithm) => {
      const key = testKey(algorithm)
      const name = ALGORITHMS[algorithm].hash ?? 'sha256'
      const digest = createHash(name).update('a').digest()
      const signature = await key.sign({ input: 'digest', hash: name, digest })
      const check = { algorithm, key: trusted(algorithm).key }
      expect(await verifyDigest(check, digest, signature)).toBe(true)
      const flipped = Buffer.from(signature.map((byte, index) => (index === 5 ? byte ^ 0x10 : byte)))
      const refused = await Promise.all([
        verifyDigest(check, createHash(name).update('b').digest(), signature),
        verifyDigest(check, digest.subarray(1), signature),
        verifyDigest(check, digest, flipped),
        verifyDigest(check, digest, signature.subarray(0, -1)),
        verifyDigest(check, digest, Buffer.concat([signature, Buffer.from([0])])),
        verifyDigest(check, digest, Buffer.alloc(0)),
      ])
      expect(refused).toEqual([false, false, false, false, false, false])
    },
  )
})
