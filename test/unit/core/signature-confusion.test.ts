// One signature taken for another: over a file for one over a statement, in one length for another, of
// one kind of key for another.
import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { digestFile, selectSubjects } from '@open-claw/files'
import {
  digestSet,
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
    expect((await digestFile(join(folder, 'plain'), ['sha256'])).get('sha256')).toBe(
      sha256(text).toString('hex'),
    )
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
      new Map([['a', digestSet([['sha256', digest.toString('hex')]])]]),
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
