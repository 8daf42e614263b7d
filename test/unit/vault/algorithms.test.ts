// Every way in which a transit key signs, checked by node:crypto.
import { createHash } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import {
  ALGORITHMS,
  verifyDigest,
  type Algorithm,
  type HashName,
  type KmsSigningKey,
  type SigningKey,
  type SignRequest,
} from '@open-claw/core'
import { verifyMessage } from '../../../packages/core/src/keys/signature.ts'
import { vaultPublicKey } from '../../../packages/vault/src/transit/public-key.ts'
import fc from 'fast-check'
import { codeOf, refusal } from '../../support/errors.ts'
import { testSandbox, countCalls } from '../../support/sandbox.ts'
import { checkedWith } from '../google/keys.ts'
import { VAULT_ROWS, vaultAt, vaultOptions, vaultToken, vaultUri } from './keys.ts'

const MESSAGE = Buffer.from('what a pipeline built')
const MAX = 786_432

const sandbox = await testSandbox()
const token = await vaultToken(sandbox)
const teamToken = await vaultToken(sandbox, 'team')

const open = (key: string, algorithm?: Algorithm): Promise<KmsSigningKey> =>
  vaultAt(sandbox.vaultEndpoint, token).service.open(vaultUri(key), algorithm)
const signs = () => countCalls(sandbox, 'vault.Sign')

const digest = (hash: HashName, bytes: Uint8Array = MESSAGE) =>
  ({ input: 'digest', hash, digest: createHash(hash).update(bytes).digest() }) as const

function requestFor({ algorithm }: SigningKey, bytes: Uint8Array = MESSAGE): SignRequest {
  const { hash } = ALGORITHMS[algorithm]
  return hash === null ? { input: 'message', message: bytes } : digest(hash, bytes)
}

describe('a key', () => {
  test.each(VAULT_ROWS)('%s signs as %s', async (name, algorithm) => {
    const key = await open(name, algorithm)
    expect(key).toMatchObject({
      uri: `hashivault://${name}/versions/1`,
      algorithm,
      protectionLevel: 'SOFTWARE',
      maxMessage: MAX,
    })
    const before = await signs()
    const signature = await key.sign(requestFor(key))
    expect(verifyMessage(checkedWith(key), MESSAGE, signature)).toBe(true)
    expect(verifyMessage(checkedWith(key), Buffer.from('something else'), signature)).toBe(false)
    expect(await signs()).toBe(before + 1)
  })
  test.each(['ecdsa-p256', 'ecdsa-p384', 'ecdsa-p521', 'ed25519'])('%s signs any message', async (name) => {
    const key = await open(name)
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        const signature = await key.sign(requestFor(key, bytes))
        expect(verifyMessage(checkedWith(key), bytes, signature)).toBe(true)
      }),
      { numRuns: 40 },
    )
  })
  test('signs a digest alone, which is enough to check the signature', async () => {
    const key = await open('ecdsa-p521')
    const made = digest('sha512')
    expect(await verifyDigest(checkedWith(key), made.digest, await key.sign(made))).toBe(true)
  })
  test('has the same public key for those who only verify', async () => {
    const fetchKey = vaultPublicKey(vaultOptions(sandbox.vaultEndpoint, token))
    const { uri, algorithm, publicKey } = await open('ed25519')
    expect(await fetchKey(vaultUri('ed25519'))).toMatchObject({ uri, algorithm, publicKey })
  })
})

describe('an algorithm', () => {
  test.each(['rsa-2048', 'rsa-3072', 'rsa-4096'])('is never chosen for %s', async (name) => {
    const error = await refusal(() => open(name))
    expect(error.code).toBe('KEY_ALGORITHM_UNSUPPORTED')
    expect(error.remedy).toContain('key-algorithm')
    expect(error.remedy).toContain(`rsa-pss-${name.slice(4)}-sha256`)
  })
  test.each([
    ['ecdsa-p256', 'ecdsa-p384-sha384'],
    ['ecdsa-p521', 'ecdsa-p256-sha256'],
    ['ed25519', 'ecdsa-p256-sha256'],
    ['rsa-2048', 'rsa-pss-4096-sha256'],
    ['rsa-2048', 'ml-dsa-65'],
  ] as const)('of %s is not %s', async (name, algorithm) => {
    expect(await codeOf(() => open(name, algorithm))).toBe('KEY_ALGORITHM_UNSUPPORTED')
  })
  test.each(['aes256-gcm96', 'hmac', 'derived-ed25519'])('is none for %s', async (name) => {
    expect(await codeOf(() => open(name))).toBe('KEY_UNUSABLE')
  })
})

describe('an input that is not the one of the algorithm never leaves (abuse case 20)', () => {
  const bytes = (length: number, hash: HashName = 'sha256'): SignRequest => ({
    input: 'digest',
    hash,
    digest: Buffer.alloc(length),
  })
  const rows: readonly [string, string, SignRequest][] = [
    ['a message, to a key for digests', 'ecdsa-p256', { input: 'message', message: MESSAGE }],
    ['mu, to a key for digests', 'ecdsa-p256', { input: 'mu', mu: Buffer.alloc(64) }],
    ['a digest by another hash', 'ecdsa-p256', digest('sha384')],
    // Vault itself would sign each of these.
    ['a longer digest', 'ecdsa-p256', bytes(33)],
    ['a shorter digest', 'ecdsa-p256', bytes(31)],
    ['no digest', 'ecdsa-p256', bytes(0)],
    ['a SHA-256 digest, to P-384', 'ecdsa-p384', digest('sha256')],
    ['a SHA-256 digest that claims to be SHA-512', 'ecdsa-p521', bytes(32, 'sha512')],
    ['a SHA-512 digest, to RSA with SHA-256', 'rsa-2048', digest('sha512')],
    ['a digest, to Ed25519', 'ed25519', digest('sha512')],
    ['mu, to Ed25519', 'ed25519', { input: 'mu', mu: Buffer.alloc(64) }],
  ]
  test.each(rows)('%s', async (_, name, request) => {
    const key = await open(name, name === 'rsa-2048' ? 'rsa-pss-2048-sha256' : undefined)
    const before = await signs()
    expect(await codeOf(() => key.sign(request))).toBe('KEY_ALGORITHM_UNSUPPORTED')
    expect(await signs()).toBe(before)
  })
  test('a message over what Vault takes, to Ed25519', async () => {
    const key = await open('ed25519')
    const before = await signs()
    const request = { input: 'message', message: Buffer.alloc(MAX + 1) } as const
    expect(await codeOf(() => key.sign(request))).toBe('KEY_MESSAGE_TOO_LARGE')
    expect(await signs()).toBe(before)
  })
})

const publicKeyAt = async (
  { address = sandbox.vaultEndpoint, ...given }: { mount?: string; namespace?: string; address?: string },
  by: string,
) => {
  const { service } = vaultAt(address, by, given)
  const key = await service.open(vaultUri('ed25519'))
  expect(verifyMessage(checkedWith(key), MESSAGE, await key.sign(requestFor(key)))).toBe(true)
  return Buffer.from(key.publicKey).toString('base64')
}
test('a place has keys of its own: mount, namespace and both', async () => {
  const found = await Promise.all([
    publicKeyAt({}, token),
    publicKeyAt({ mount: 'transit-two' }, token),
    publicKeyAt({ namespace: 'team' }, teamToken),
    publicKeyAt({ namespace: 'team', mount: 'transit-two' }, teamToken),
  ])
  expect(new Set(found).size).toBe(4)
})
test('a place is the same by its default name, and by a namespace in the mount', async () => {
  expect(await publicKeyAt({ mount: 'transit' }, token)).toBe(await publicKeyAt({}, token))
  const named = await publicKeyAt({ namespace: 'team' }, teamToken)
  expect(await publicKeyAt({ mount: 'team/transit' }, teamToken)).toBe(named)
  expect(await publicKeyAt({ address: `${sandbox.vaultEndpoint}/` }, token)).toBe(
    await publicKeyAt({}, token),
  )
})
test.each([
  ['a mount that is not there', { mount: 'transit-three' }, 'KEY_NOT_FOUND'],
  ['a namespace of others', { namespace: 'team' }, 'KEY_FORBIDDEN'],
])('a place is refused: %s', async (_, given, code) => {
  const error = await refusal(() =>
    vaultAt(sandbox.vaultEndpoint, token, given).service.open(vaultUri('ed25519')),
  )
  expect(error.code).toBe(code)
})
test('a place is named where it is forbidden', async () => {
  const given = { namespace: 'team', mount: 'transit-two' }
  const error = await refusal(() =>
    vaultAt(sandbox.vaultEndpoint, token, given).service.open(vaultUri('ed25519')),
  )
  expect(error.remedy).toContain('job read on transit-two/keys/ed25519 in namespace team')
})
test.each([
  '',
  '/',
  'a/',
  '/a',
  'a//b',
  '..',
  '../sys',
  'a/../b',
  'a/.',
  '...',
  'a%2fb',
  'a?b',
  'a b',
  'a\n',
  'é',
  'a\\b',
])('a place is refused at once where it is written "%s" (abuse case 17)', async (text) => {
  for (const given of [{ mount: text }, { namespace: text }]) {
    expect(await codeOf(() => vaultAt(sandbox.vaultEndpoint, token, given))).toBe('INPUT_INVALID')
    expect(await codeOf(() => vaultPublicKey(vaultOptions(sandbox.vaultEndpoint, token, given)))).toBe(
      'INPUT_INVALID',
    )
  }
})
