// What the key service must refuse, over both transports of the genuine client.
import { describe, expect, test } from '@jest/globals'
import type { KeyManagementServiceClient } from '@google-cloud/kms'
import { bearer, keyName, versionName, kmsClients } from './clients.ts'
import { testSandbox, accessToken } from '../../support/sandbox.ts'

const INVALID_ARGUMENT = 3
const NOT_FOUND = 5
const PERMISSION_DENIED = 7
const FAILED_PRECONDITION = 9
const UNAUTHENTICATED = 16

const P256 = 'ec-sign-p256-sha256'
const DIGEST = { sha256: Buffer.alloc(32, 7) }
const sandbox = await testSandbox()
const token = await accessToken(sandbox)
const { grpc, rest } = kmsClients(sandbox, token)

type SignRequest = Parameters<KeyManagementServiceClient['asymmetricSign']>[0]

const REFUSED: readonly (readonly [string, SignRequest, number])[] = [
  ['a key that does not exist', { name: versionName('no-such-key'), digest: DIGEST }, NOT_FOUND],
  ['a version that does not exist', { name: versionName(P256, '99'), digest: DIGEST }, NOT_FOUND],
  ['a disabled version', { name: versionName(P256, '3'), digest: DIGEST }, FAILED_PRECONDITION],
  ['a destroyed version', { name: versionName(P256, '4'), digest: DIGEST }, FAILED_PRECONDITION],
  ['no input', { name: versionName(P256) }, INVALID_ARGUMENT],
  [
    'data for a key that signs digests',
    { name: versionName(P256), data: Buffer.from('x') },
    INVALID_ARGUMENT,
  ],
  ['digest and data', { name: versionName(P256), digest: DIGEST, data: Buffer.from('x') }, INVALID_ARGUMENT],
  ['another digest', { name: versionName(P256), digest: { sha384: Buffer.alloc(48) } }, INVALID_ARGUMENT],
  ['a short digest', { name: versionName(P256), digest: { sha256: Buffer.alloc(31) } }, INVALID_ARGUMENT],
  [
    'a wrong checksum of the digest',
    { name: versionName(P256), digest: DIGEST, digestCrc32c: { value: '1' } },
    INVALID_ARGUMENT,
  ],
  [
    'a digest for a key that signs data',
    { name: versionName('ec-sign-ed25519'), digest: DIGEST },
    INVALID_ARGUMENT,
  ],
  [
    'a wrong checksum of the data',
    { name: versionName('ec-sign-ed25519'), data: Buffer.from('x'), dataCrc32c: { value: '1' } },
    INVALID_ARGUMENT,
  ],
  [
    'more data than 64 KiB',
    { name: versionName('ec-sign-ed25519'), data: Buffer.alloc(64 * 1024 + 1) },
    INVALID_ARGUMENT,
  ],
  [
    'a short mu',
    { name: versionName('pq-sign-ml-dsa-65-external-mu'), digest: { externalMu: Buffer.alloc(32) } },
    INVALID_ARGUMENT,
  ],
]

describe.each(REFUSED)('signing refuses %s', (_, request, code) => {
  test('over gRPC', async () => {
    await expect(grpc.asymmetricSign(request, bearer(token))).rejects.toMatchObject({ code })
  })

  test('over REST', async () => {
    await expect(rest.asymmetricSign(request)).rejects.toMatchObject({ code })
  })
})

test('64 KiB of data are signed', async () => {
  const name = versionName('ec-sign-ed25519')
  const [signed] = await grpc.asymmetricSign({ name, data: Buffer.alloc(64 * 1024) }, bearer(token))
  expect(signed.signature).toHaveLength(64)
})

test('no checksum sent, none verified', async () => {
  const [signed] = await grpc.asymmetricSign({ name: versionName(P256), digest: DIGEST }, bearer(token))
  expect(signed.verifiedDigestCrc32c ?? false).toBe(false)
})

describe('a public key', () => {
  test.each([
    ['post-quantum without a format', 'pq-sign-ml-dsa-65', undefined],
    ['post-quantum as PEM', 'pq-sign-ml-dsa-65', 'PEM'],
    ['classical as NIST_PQC', P256, 'NIST_PQC'],
  ] as const)('is refused: %s', async (_, key, publicKeyFormat) => {
    const request = { name: versionName(key), ...(publicKeyFormat === undefined ? {} : { publicKeyFormat }) }
    await expect(grpc.getPublicKey(request, bearer(token))).rejects.toMatchObject({ code: INVALID_ARGUMENT })
    await expect(rest.getPublicKey(request)).rejects.toMatchObject({ code: INVALID_ARGUMENT })
  })

  test('of a disabled version is refused', async () => {
    await expect(grpc.getPublicKey({ name: versionName(P256, '3') }, bearer(token))).rejects.toMatchObject({
      code: FAILED_PRECONDITION,
    })
  })
})

describe('credentials', () => {
  const request = { name: versionName(P256), digest: DIGEST }

  test('are demanded', async () => {
    await expect(grpc.asymmetricSign(request)).rejects.toMatchObject({ code: UNAUTHENTICATED })
    expect((await fetch(`${sandbox.kmsRestEndpoint}/v1/${versionName(P256)}`)).status).toBe(401)
  })

  test.each(['', 'ya29.made-up', 'Bearer'])('"%s" are refused', async (forged) => {
    await expect(grpc.asymmetricSign(request, bearer(forged))).rejects.toMatchObject({
      code: UNAUTHENTICATED,
    })
  })

  test('without a fitting scope are refused', async () => {
    const { token: narrow = '' } = await sandbox.control({
      op: 'access-token',
      scope: 'https://www.googleapis.com/auth/iam',
    })
    await expect(grpc.asymmetricSign(request, bearer(narrow))).rejects.toMatchObject({
      code: PERMISSION_DENIED,
    })
  })

  test('with the scope of the key service alone are enough', async () => {
    const scope = 'https://www.googleapis.com/auth/cloudkms'
    const { token: narrow = '' } = await sandbox.control({ op: 'access-token', scope })
    await expect(grpc.asymmetricSign(request, bearer(narrow))).resolves.toBeDefined()
  })
})

const states = async (filter: string): Promise<(string | null | undefined)[]> => {
  const [versions] = await grpc.listCryptoKeyVersions({ parent: keyName(P256), filter }, bearer(token))
  return versions.map(({ name }) => name?.replace(/^.*\//, ''))
}

describe('versions of a key', () => {
  test('are listed by state, page after page', async () => {
    expect(await states('')).toEqual(['1', '2', '3', '4'])
    expect(await states('state=ENABLED')).toEqual(['1', '2'])
    const all = { parent: keyName(P256), pageSize: 3 }
    const once = { autoPaginate: false }
    const [first, next] = await rest.listCryptoKeyVersions(all, once)
    const [second, end] = await rest.listCryptoKeyVersions({ ...all, pageToken: next?.pageToken ?? '' }, once)
    const paged = [...first, ...second]
    expect([first.length, second.length, end]).toEqual([3, 1, null])
    expect(paged).toHaveLength(4)
    expect(paged[2]).toMatchObject({ state: 'DISABLED', algorithm: 'EC_SIGN_P256_SHA256' })
  })

  test.each(['state=', 'algorithm=EC_SIGN_P256_SHA256'])(
    'filter "%s" is refused, not ignored',
    async (filter) => {
      await expect(states(filter)).rejects.toMatchObject({ code: INVALID_ARGUMENT })
    },
  )

  test('of an unknown key are not an empty list', async () => {
    const request = { parent: keyName('no-such-key') }
    await expect(grpc.listCryptoKeyVersions(request, bearer(token))).rejects.toMatchObject({
      code: NOT_FOUND,
    })
    await expect(rest.listCryptoKeyVersions(request)).rejects.toMatchObject({ code: NOT_FOUND })
  })

  test('are read one by one, and with their key', async () => {
    const [version] = await grpc.getCryptoKeyVersion({ name: versionName(P256, '4') }, bearer(token))
    const [key] = await rest.getCryptoKey({ name: keyName('hsm-ec-sign-p256-sha256') })
    expect(version.state).toBe('DESTROYED')
    expect(key).toMatchObject({ purpose: 'ASYMMETRIC_SIGN', versionTemplate: { protectionLevel: 'HSM' } })
  })

  test('are added by rotation and disabled on demand, until the reset', async () => {
    const { version } = await sandbox.control({ op: 'rotate', key: P256 })
    expect(version).toBe('5')
    expect(await states('state=ENABLED')).toEqual(['1', '2', '5'])
    await sandbox.control({ op: 'key-state', key: P256, version: '1', state: 'DISABLED' })
    expect(await states('state=ENABLED')).toEqual(['2', '5'])
    await sandbox.control({ op: 'reset' })
    expect(await states('state=ENABLED')).toEqual(['1', '2'])
  })
})

test('no method of the service but those for signing is there', async () => {
  const request = { name: keyName(P256), plaintext: Buffer.from('x') }
  await expect(grpc.encrypt(request, bearer(token))).rejects.toMatchObject({ code: 12 })
  await expect(rest.encrypt(request)).rejects.toMatchObject({ code: NOT_FOUND })
})
