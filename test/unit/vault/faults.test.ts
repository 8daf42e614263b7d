// Each fault of Vault: its code, how often it was asked, and that nothing else happened.
import { createHash } from 'node:crypto'
import { afterEach, describe, expect, test } from '@jest/globals'
import { verifyDigest, type KeyUri } from '@open-claw/core'
import { vaultPublicKey } from '../../../packages/vault/src/transit/public-key.ts'
import { SERVICES, type FaultKind } from '../../../packages/sandbox/src/services.ts'
import { refusal, expectRefusal } from '../../support/errors.ts'
import { testSandbox, callsTo, faultsOf } from '../../support/sandbox.ts'
import { signedCode } from '../../support/signed-code.ts'
import { checkedWith } from '../google/keys.ts'
import { vaultAt, vaultOptions, vaultToken, vaultUri } from './keys.ts'

const KEY = 'ecdsa-p256'
const ROTATED = 'rotated-ecdsa-p256'
const REQUEST = { input: 'digest', hash: 'sha256', digest: createHash('sha256').digest() } as const

const sandbox = await testSandbox()
const token = await vaultToken(sandbox)
await sandbox.control({ op: 'reset' })
afterEach(() => sandbox.control({ op: 'reset' }))

const setup = (by = token) => vaultAt(sandbox.vaultEndpoint, by)

const fail = faultsOf(sandbox, 'vault')
const calls = () => callsTo(sandbox, 'vault')

type Row = readonly [kind: FaultKind, code: string, asked: number]

const ANY_METHOD: readonly Row[] = [
  ['429', 'KMS_FAILED', 8],
  ['500', 'KMS_FAILED', 8],
  ['503', 'KMS_FAILED', 8],
  ['reset', 'KMS_FAILED', 8],
  ['malformed', 'KMS_FAILED', 8],
  ['sealed', 'KMS_FAILED', 1],
  ['forbidden', 'KEY_FORBIDDEN', 1],
  ['disabled', 'KEY_UNUSABLE', 1],
  ['wrong-version-name', 'KEY_CHANGED', 1],
]
const ON_OPEN: readonly Row[] = [...ANY_METHOD, ['wrong-algorithm', 'SIGNATURE_CORRUPT', 3]]
/** Found by the local check of the signature alone, below. */
const ON_CHECK: readonly FaultKind[] = ['corrupt-signature', 'wrong-key']
const APART: readonly FaultKind[] = ['hang', 'slow', 'slow-body']

test('the tables name every fault of the service', () => {
  const named = ON_OPEN.map(([kind]) => kind)
  expect(new Set([...named, ...ON_CHECK, ...APART])).toEqual(new Set(SERVICES.vault.faults))
})

/** The refusal of `action`, without the token in anything that it says. */
async function refusalOf(action: () => Promise<unknown>, code: string, by = token): Promise<string> {
  const { message, remedy } = await expectRefusal(action, code, () => [by])
  expect(message).toContain('hashivault://')
  return `${message} ${remedy}`
}

describe('a fault on the way to the public key (abuse cases 19 to 21 and 23)', () => {
  test.each(ON_OPEN)('%s is %s after %d calls, and nothing is signed', async (kind, code, asked) => {
    await fail('ReadKey', kind)
    const { service } = setup()
    await refusalOf(() => service.open(vaultUri(KEY)), code)
    expect(await calls()).toEqual({ ReadKey: asked })
  })
  test('is the same for those who only verify', async () => {
    await fail('ReadKey', 'forbidden')
    const fetchKey = vaultPublicKey(vaultOptions(sandbox.vaultEndpoint, token))
    await refusalOf(() => fetchKey(vaultUri(KEY)), 'KEY_FORBIDDEN')
    expect(await calls()).toEqual({ ReadKey: 1 })
  })
  test('that gives another key ends at the local check', async () => {
    await fail('ReadKey', 'wrong-key')
    const key = await setup().service.open(vaultUri(KEY))
    expect(await verifyDigest(checkedWith(key), REQUEST.digest, await key.sign(REQUEST))).toBe(false)
  })
})

describe('a fault on the way to a signature (abuse cases 19 to 21 and 23)', () => {
  test.each(ANY_METHOD)('%s is %s after %d calls', async (kind, code, asked) => {
    await fail('Sign', kind)
    const key = await setup().service.open(vaultUri(KEY))
    await refusalOf(() => key.sign(REQUEST), code)
    expect(await calls()).toEqual({ ReadKey: 1, Sign: asked })
  })
  test.each(ON_CHECK)('%s ends at the local check, after one call', async (kind) => {
    await fail('Sign', kind)
    const key = await setup().service.open(vaultUri(KEY))
    expect(await signedCode(key)).toBe('SIGNATURE_CORRUPT')
    expect(await calls()).toEqual({ ReadKey: 1, Sign: 1 })
  })
})

describe.each(['ReadKey', 'Sign'] as const)('%s', (method) => {
  const act = async ({ service, clock }: ReturnType<typeof setup>, hurry = false): Promise<void> => {
    if (hurry && method === 'ReadKey') clock.hurry()
    const key = await service.open(vaultUri(KEY))
    if (hurry) clock.hurry()
    await key.sign(REQUEST)
  }
  test.each(['hang', 'slow-body'] as const)('that does not end (%s) is given up', async (kind) => {
    await fail(method, kind)
    expect(await refusalOf(() => act(setup(), true), 'KMS_FAILED')).toContain('timeout')
  })
  test('that is slow is waited for', async () => {
    await fail(method, 'slow', { delay: 300 })
    await act(setup())
    expect(await calls()).toEqual({ ReadKey: 1, Sign: 1 })
  })
  test.each(['429', '500', '503', 'reset', 'malformed'] as const)('asks again after %s', async (kind) => {
    await fail(method, kind, { times: 2 })
    await act(setup())
    expect((await calls())[method]).toBe(3)
  })
  test('waits as long as it is asked to', async () => {
    await fail(method, '429', { times: 1, retryAfter: 7 })
    const given = setup()
    await act(given)
    expect(given.clock.sleeps).toEqual([7000])
  })
  test('that is forbidden names the capability and the path', async () => {
    await fail(method, 'forbidden')
    const message = await refusalOf(() => act(setup()), 'KEY_FORBIDDEN')
    const permission = method === 'Sign' ? `update on transit/sign/${KEY}` : `read on transit/keys/${KEY}`
    expect(message).toContain(`Grant the identity of the job ${permission}.`)
  })
})

describe('a token', () => {
  test('that nobody issued opens nothing', async () => {
    await refusalOf(() => setup('hvs.forged').service.open(vaultUri(KEY)), 'KEY_FORBIDDEN', 'hvs.forged')
    expect(await calls()).toEqual({ ReadKey: 1 })
  })
  test('that is revoked after the key was opened signs nothing', async () => {
    const own = await vaultToken(sandbox)
    const key = await setup(own).service.open(vaultUri(KEY))
    const url = `${sandbox.vaultEndpoint}/v1/auth/token/revoke-self`
    await fetch(url, { method: 'POST', headers: { 'x-vault-token': own } })
    const error = await refusal(() => key.sign(REQUEST))
    expect(error.code).toBe('KEY_FORBIDDEN')
    expect(String(error.cause)).toContain('invalid token')
    expect(await calls()).toMatchObject({ ReadKey: 1, Sign: 1 })
  })
})

describe('a version', () => {
  const openUri = (uri: KeyUri) => setup().service.open(uri)
  const verifies = async (uri: KeyUri, signature: Uint8Array): Promise<boolean> => {
    const key = await vaultPublicKey(vaultOptions(sandbox.vaultEndpoint, token))(uri)
    return verifyDigest(checkedWith(key), REQUEST.digest, signature)
  }
  test('that is not pinned is the latest, resolved once', async () => {
    const key = await openUri(vaultUri(ROTATED))
    expect(key.uri).toBe(vaultUri(ROTATED, 4))
    await key.sign(REQUEST)
    expect(await calls()).toEqual({ ReadKey: 1, Sign: 1 })
  })
  test('that is pinned is the one that signs', async () => {
    const key = await openUri(vaultUri(ROTATED, 3))
    const signature = await key.sign(REQUEST)
    expect(await verifies(vaultUri(ROTATED, 3), signature)).toBe(true)
    expect(await verifies(vaultUri(ROTATED, 4), signature)).toBe(false)
  })
  test('that was resolved stays when the key is rotated, and verifies later by its name (abuse case 18)', async () => {
    const key = await openUri(vaultUri(KEY))
    expect((await sandbox.control({ op: 'vault-rotate', key: KEY })).version).toBe('2')
    const signature = await key.sign(REQUEST)
    expect(key.uri).toBe(vaultUri(KEY, 1))
    expect(await verifyDigest(checkedWith(key), REQUEST.digest, signature)).toBe(true)
    expect(await verifies(vaultUri(KEY, 1), signature)).toBe(true)
    expect(await verifies(vaultUri(KEY), signature)).toBe(false)
    expect((await openUri(vaultUri(KEY))).uri).toBe(vaultUri(KEY, 2))
  })
  test('that only verifies is given to those who verify', async () => {
    expect((await vaultPublicKey(vaultOptions(sandbox.vaultEndpoint, token))(vaultUri(ROTATED, 2))).uri).toBe(
      vaultUri(ROTATED, 2),
    )
  })
  test.each([
    ['is gone', vaultUri(ROTATED, 1), 'KEY_UNUSABLE', 'min_decryption_version'],
    ['only verifies', vaultUri(ROTATED, 2), 'KEY_UNUSABLE', 'min_encryption_version'],
    ['does not exist yet', vaultUri(ROTATED, 5), 'KEY_NOT_FOUND', 'newest version is 4'],
    ['belongs to a key that does not exist', vaultUri('no-key', 1), 'KEY_NOT_FOUND', 'Check the URI'],
    ['cannot be resolved, for the key does not exist', vaultUri('no-key'), 'KEY_NOT_FOUND', 'Check the URI'],
  ])('that %s is refused before it signs (abuse case 23)', async (_, uri, code, hint) => {
    expect(await refusalOf(() => openUri(uri), code)).toContain(hint)
    expect(await calls()).toEqual({ ReadKey: 1 })
  })
})
