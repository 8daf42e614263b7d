// The sandbox's Vault over plain HTTP. The texts are those of Vault 1.21.1, to which the same was said.
import { createHash, verify } from 'node:crypto'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { vaultToken } from '../vault/keys.ts'
import { testSandbox } from '../../support/sandbox.ts'

const MESSAGE = Buffer.from('what was built')
const D = createHash('sha256').update(MESSAGE).digest('base64')
const one = (text: string): string => `1 error occurred:\n\t* ${text}\n\n`

const sandbox = await testSandbox()
let token = ''
beforeAll(async () => {
  token = await vaultToken(sandbox)
})

async function ask(
  method: string,
  path: string,
  body?: object,
  headers: Record<string, string> = { 'x-vault-token': token },
): Promise<{ status: number; body: any }> {
  const response = await fetch(`${sandbox.vaultEndpoint}/v1/${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
}

const ED25519 = 'failed to parse batch item: only Pure Ed25519 signatures supported'

test.each([
  ['GET', 'transit/keys/no-key', undefined, 404, undefined],
  ['GET', 'nomount/keys/k', undefined, 404, 'no handler for route "nomount/keys/k". route entry not found.'],
  [
    'POST',
    'nomount/sign/k',
    { input: D },
    404,
    'no handler for route "nomount/sign/k". route entry not found.',
  ],
  ['POST', 'transit/sign/no-key', { input: D }, 400, 'signing key not found'],
  ['POST', 'transit/sign/aes256-gcm96', { input: D }, 400, 'key type aes256-gcm96 does not support signing'],
  ['POST', 'transit/sign/hmac', { input: D }, 400, 'key type hmac does not support signing'],
  [
    'POST',
    'transit/sign/ecdsa-p256',
    { input: '!' },
    400,
    'unable to decode input: illegal base64 data at input byte 0',
  ],
  ['POST', 'transit/sign/ecdsa-p256/md4', { input: D }, 400, 'invalid hash algorithm "md4"'],
  ['POST', 'transit/sign/no-key', { hash_algorithm: 'md4' }, 400, 'invalid hash algorithm "md4"'],
  ['POST', 'transit/sign/ecdsa-p256', { marshaling_algorithm: 'x' }, 400, 'invalid marshaling type "x"'],
  [
    'POST',
    'transit/sign/rsa-2048',
    { salt_length: 'x' },
    400,
    "salt length neither 'auto', 'hash', nor an int: x",
  ],
  ['POST', 'transit/sign/rsa-2048', { salt_length: -5 }, 400, 'salt length is invalid: -5'],
  [
    'POST',
    'transit/sign/rsa-2048',
    { input: D, prehashed: true, salt_length: 500 },
    500,
    one('requested salt length 500 is invalid'),
  ],
  [
    'POST',
    'transit/sign/rsa-2048',
    { input: D, signature_algorithm: 'x' },
    500,
    one('unsupported rsa signature algorithm x'),
  ],
  [
    'POST',
    'transit/sign/rsa-2048/sha2-512',
    { input: D, prehashed: true },
    500,
    one('crypto/rsa: input must be hashed with given hash'),
  ],
  [
    'POST',
    'transit/sign/rsa-2048/sha2-512',
    { input: D, prehashed: true, signature_algorithm: 'pkcs1v15' },
    500,
    one('crypto/rsa: input must be hashed message'),
  ],
  ['POST', 'transit/sign/ed25519', { input: D, prehashed: true }, 400, `${ED25519}, prehashed must be false`],
  ['POST', 'transit/sign/ed25519/sha2-512', { input: D }, 400, `${ED25519}, hash_alogithm should not be set`],
  [
    'POST',
    'transit/sign/ecdsa-p256/none',
    { input: D, prehashed: true },
    400,
    'hash_algorithm=none requires both prehashed=true and signature_algorithm=pkcs1v15',
  ],
  [
    'POST',
    'transit/sign/ecdsa-p256',
    { input: D, key_version: 9 },
    500,
    one('requested version for signing is higher than the latest key version'),
  ],
  [
    'POST',
    'transit/sign/ecdsa-p256',
    { input: D, key_version: -1 },
    500,
    one('requested version for signing is negative'),
  ],
  [
    'POST',
    'transit/sign/rotated-ecdsa-p256',
    { input: D, key_version: 2 },
    500,
    one('requested version for signing is less than the minimum encryption key version'),
  ],
  ['POST', 'auth/token/revoke-accessor', {}, 400, one('missing accessor')],
  ['POST', 'auth/jwt/login', { role: 'release' }, 400, 'missing token'],
  ['POST', 'auth/jwt/login', { jwt: 'a.b.c' }, 400, 'missing role'],
  ['POST', 'auth/jwt/login', { role: 'x', jwt: 'a.b.c' }, 400, 'role "x" could not be found'],
])(
  'a refusal has the status and the text of Vault %s %s %j: %d',
  async (...[method, path, body, status, text]) => {
    const errors = text === undefined ? [] : [text]
    expect(await ask(method, path, body)).toEqual({ status, body: { errors } })
  },
)
test.each([
  ['no token', {}, 'permission denied'],
  [
    'an unknown token',
    { 'x-vault-token': 'hvs.x' },
    '2 errors occurred:\n\t* permission denied\n\t* invalid token\n\n',
  ],
])('a refusal has the status and the text of Vault to %s', async (_, headers, text) => {
  expect(await ask('GET', 'transit/keys/ed25519', undefined, headers)).toEqual({
    status: 403,
    body: { errors: [text] },
  })
})
test('a refusal has the status and the text of Vault to everybody while it is sealed', async () => {
  await sandbox.control({ op: 'fault', service: 'vault', kind: 'sealed', times: 1 })
  expect(await ask('POST', 'auth/jwt/login', {})).toEqual({
    status: 503,
    body: { errors: ['Vault is sealed'] },
  })
})

describe('a signature', () => {
  const keyOf = async (name: string, version = '1') =>
    (await ask('GET', `transit/keys/${name}`)).body.data.keys[version].public_key
  test('may be over what Vault hashes, or over a digest of any length', async () => {
    const { body } = await ask('PUT', 'transit/sign/ecdsa-p256', { input: MESSAGE.toString('base64') })
    const made = Buffer.from(body.data.signature.replace('vault:v1:', ''), 'base64')
    expect(verify('sha256', MESSAGE, await keyOf('ecdsa-p256'), made)).toBe(true)
    expect((await ask('POST', 'transit/sign/ecdsa-p256', { input: 'YWI=', prehashed: true })).status).toBe(
      200,
    )
  })
  test('is raw and URL-safe where it is asked for as jws', async () => {
    const request = { input: D, prehashed: true, marshaling_algorithm: 'jws' }
    const { body } = await ask('POST', 'transit/sign/ecdsa-p384/sha2-256', request)
    const made = Buffer.from(body.data.signature.replace('vault:v1:', ''), 'base64url')
    const key = { key: await keyOf('ecdsa-p384'), dsaEncoding: 'ieee-p1363' } as const
    expect(verify('sha256', MESSAGE, key, made)).toBe(true)
  })
  test('is by the newest version where none is named', async () => {
    const { body } = await ask('POST', 'transit/sign/rotated-ecdsa-p256', { input: D, prehashed: true })
    expect(body.data).toMatchObject({ key_version: 4, signature: expect.stringMatching(/^vault:v4:/) })
  })
})

describe('a token', () => {
  test('is described to itself', async () => {
    const { body } = await ask('GET', 'auth/token/lookup-self')
    expect(body.data).toMatchObject({
      id: token,
      creation_ttl: 300,
      policies: ['default', 'release'],
      type: 'service',
    })
  })
  test('with an accessor that nobody knows is revoked with a warning', async () => {
    const { status, body } = await ask('POST', 'auth/token/revoke-accessor', { accessor: 'nope' })
    expect([status, body.warnings]).toEqual([200, ['No token found with this accessor']])
  })
  test('of a login at the address itself opens the same', async () => {
    const { token: jwt = '' } = await sandbox.control({ op: 'mint', audience: sandbox.vaultEndpoint })
    expect((await ask('POST', 'auth/jwt/login', { role: 'release', jwt }, {})).status).toBe(200)
  })
})

test('a reset takes rotations back, and no pairs', async () => {
  const before = (await ask('GET', 'transit/keys/ed25519')).body.data
  expect(await sandbox.control({ op: 'vault-rotate', key: 'ed25519' })).toMatchObject({ version: '2' })
  expect((await ask('GET', 'transit/keys/ed25519')).body.data.latest_version).toBe(2)
  await sandbox.control({ op: 'reset' })
  expect((await ask('GET', 'transit/keys/ed25519')).body.data).toEqual(before)
  await expect(sandbox.control({ op: 'vault-rotate', key: 'no-key' })).rejects.toMatchObject({
    code: 'INTERNAL',
  })
})
