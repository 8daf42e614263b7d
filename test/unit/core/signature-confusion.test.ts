// One signature taken for another: over a file for one over a statement, in one length for another, of
// one kind of key for another.
import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { digestFile, selectSubjects } from '@open-claw/files'
import {
  parseBundle,
  parseSha256,
  preAuthEncoding,
  signBlobs,
  trustedKey,
  verifyBundle,
  verifyDigest,
} from '@open-claw/core'
import { verifyMessage } from '../../../packages/core/src/keys/signature.ts'
import { codeOf } from '../../support/errors.ts'
import { testKey } from '../../support/keys.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const folder = temporaryFolder('confusion')
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest()

describe('a file that is the encoding of an envelope', () => {
  const forged = preAuthEncoding('application/vnd.in-toto+json', Buffer.from('{"_type":"forged"}'))

  test('is no artifact: a signature over it would be one over the statement inside', async () => {
    await writeFile(join(folder, 'app.bin'), forged)
    expect(await codeOf(() => digestFile(join(folder, 'app.bin'), ['sha256']))).toBe('ARTIFACT_REFUSED')
    const sources = { artifacts: ['app.bin'], images: [], checksums: undefined, announced: [] }
    expect(await codeOf(() => selectSubjects(folder, sources))).toBe('ARTIFACT_REFUSED')
  })

  test.each(['DSSEv1', 'DSSEv10 a', ' DSSEv1 1 a', 'dssev1 1 a', ''])('is not: %j', async (text) => {
    await writeFile(join(folder, 'plain'), text)
    expect((await digestFile(join(folder, 'plain'), ['sha256'])).get('sha256')).toEqual(sha256(text))
  })
})

describe('RSA signatures have the length of the modulus (RFC 8017 §8.1.2 and §8.2.2, step 1)', () => {
  test.each([
    ['rsa-pkcs1-2048-sha256', undefined],
    ['rsa-pss-2048-sha256', 6],
  ] as const)('%s without its leading zero, or with one more', async (algorithm, padding) => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const key = trustedKey('k', publicKey.export({ type: 'spki', format: 'der' }), { algorithm })
    const options = padding === undefined ? privateKey : { key: privateKey, padding, saltLength: 32 }
    let message = Buffer.alloc(0)
    let signature = Buffer.from([1])
    for (let count = 0; signature[0] !== 0; count += 1) {
      message = Buffer.from(String(count))
      signature = sign('sha256', message, options)
    }
    expect(await verifyDigest(key, sha256(message), signature)).toBe(true)
    expect(verifyMessage(key, message, signature)).toBe(true)
    for (const other of [
      signature.subarray(1),
      Buffer.concat([Buffer.alloc(1), signature]),
      Buffer.alloc(0),
    ]) {
      expect(await verifyDigest(key, sha256(message), other)).toBe(false)
      expect(verifyMessage(key, message, other)).toBe(false)
    }
  })
})

describe('a bundle that names no key', () => {
  const signer = testKey()
  const digest = sha256('a')
  const subject = {
    name: 'a',
    digest: parseSha256(`sha256:${digest.toString('hex')}`, 't'),
    source: 'file',
  } as const
  const ed25519 = trustedKey('ed', testKey('ed25519').publicKey)
  const release = trustedKey('release', signer.publicKey)
  const withoutHint = async () => {
    const [bundle] = await signBlobs(
      signer,
      [subject],
      new Map([['a', new Map([['sha256' as const, digest]])]]),
    )
    const json = JSON.parse(bundle?.json ?? '')
    json.verificationMaterial.publicKey = {}
    return parseBundle(Buffer.from(JSON.stringify(json)), 'b')
  }

  test('is tried with every key, whatever comes before the right one', async () => {
    expect(await verifyBundle(await withoutHint(), { keys: [ed25519, release] })).toMatchObject({
      signer: { kind: 'key', key: { name: 'release' } },
    })
  })

  test('proves nothing where no key could have made it', async () => {
    expect(await codeOf(async () => verifyBundle(await withoutHint(), { keys: [ed25519] }))).toBe(
      'KEY_ALGORITHM_UNSUPPORTED',
    )
    expect(
      await codeOf(async () =>
        verifyBundle(await withoutHint(), {
          keys: [trustedKey('x', testKey('ecdsa-p256-sha256', { fresh: true }).publicKey), ed25519],
        }),
      ),
    ).toBe('KEY_UNTRUSTED')
  })
})

describe('ECDSA signatures have one encoding (X.690, DER), and both ways of checking agree on it', () => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const key = trustedKey('k', publicKey.export({ type: 'spki', format: 'der' }))
  const message = Buffer.from('message')
  const raw = sign('sha256', message, { key: privateKey, dsaEncoding: 'ieee-p1363' })
  const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n
  const numberOf = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex')}`)
  const [r, s] = [numberOf(raw.subarray(0, 32)), numberOf(raw.subarray(32))]
  const bytesOf = (value: bigint): Buffer => {
    const hex = value.toString(16)
    const bytes = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex')
    return (bytes[0] ?? 0) < 0x80 ? bytes : Buffer.concat([Buffer.alloc(1), bytes])
  }
  const tlv = (tag: number, ...parts: Buffer[]): Buffer => {
    const body = Buffer.concat(parts)
    return Buffer.concat([Buffer.from([tag, body.length]), body])
  }
  const der = (first: Buffer, second: Buffer): Buffer => tlv(0x30, tlv(2, first), tlv(2, second))
  const answers = async (signature: Buffer): Promise<boolean[]> => [
    await verifyDigest(key, sha256(message), signature),
    verifyMessage(key, message, signature),
  ]
  const good = der(bytesOf(r), bytesOf(s))

  test.each([
    ['as it was made', good],
    ['with the other half of s, as HSMs make it', der(bytesOf(r), bytesOf(ORDER - s))],
  ])('%s: valid', async (_, signature) => {
    expect(await answers(signature)).toEqual([true, true])
  })

  const zero = Buffer.alloc(1)
  test.each([
    ['nothing', Buffer.alloc(0)],
    ['r of zero', der(zero, bytesOf(s))],
    ['s of zero', der(bytesOf(r), zero)],
    ['both zero', der(zero, zero)],
    ['r of the order', der(bytesOf(ORDER), bytesOf(s))],
    ['s over the order', der(bytesOf(r), bytesOf(s + ORDER))],
    ['r over the order', der(bytesOf(r + ORDER), bytesOf(s))],
    ['s of the order', der(bytesOf(r), bytesOf(ORDER))],
    ['r padded', der(Buffer.concat([zero, bytesOf(r)]), bytesOf(s))],
    ['s padded', der(bytesOf(r), Buffer.concat([zero, bytesOf(s)]))],
    ['an empty r', der(Buffer.alloc(0), bytesOf(s))],
    ['a byte after it', Buffer.concat([good, zero])],
    ['a byte after s, inside', tlv(0x30, tlv(2, bytesOf(r)), tlv(2, bytesOf(s)), zero)],
    [
      'a length in the long form',
      Buffer.concat([Buffer.from([0x30, 0x81, good.length - 2]), good.subarray(2)]),
    ],
    ['a length without end', Buffer.concat([Buffer.from([0x30, 0x80]), good.subarray(2), Buffer.alloc(2)])],
    ['a set in place of a sequence', Buffer.concat([Buffer.from([0x31]), good.subarray(1)])],
    ['raw, as in IEEE P1363', raw],
    ['cut', good.subarray(0, -1)],
  ])('%s: invalid', async (_, signature) => {
    expect(await answers(signature)).toEqual([false, false])
  })
})

describe('RSASSA-PSS signatures have a salt as long as the digest', () => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const key = trustedKey('k', publicKey.export({ type: 'spki', format: 'der' }), {
    algorithm: 'rsa-pss-2048-sha256',
  })
  const message = Buffer.from('message')

  test.each([
    [32, true],
    [0, false],
    [20, false],
    [33, false],
    [222, false],
  ])('of %i bytes: %s', async (saltLength, expected) => {
    const signature = sign('sha256', message, { key: privateKey, padding: 6, saltLength })
    expect(await verifyDigest(key, sha256(message), signature)).toBe(expected)
    expect(verifyMessage(key, message, signature)).toBe(expected)
  })

  test('that of PKCS #1 v1.5 is another scheme', async () => {
    const signature = sign('sha256', message, privateKey)
    expect(await verifyDigest(key, sha256(message), signature)).toBe(false)
    expect(verifyMessage(key, message, signature)).toBe(false)
  })
})
