// Answers that no honest Vault gives, and what exactly it is asked.
import { createHash, generateKeyPairSync, sign as nodeSign } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Algorithm, SignRequest } from '@open-claw/core'
import { codeOf, refusal } from '../../support/errors.ts'
import { json, startScriptedVault, type ScriptedVault } from './vault-script.ts'
import { vaultAt, vaultUri } from './keys.ts'

const TOKEN = 'hvs.canary-of-the-job'
const EC = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const ED = generateKeyPairSync('ed25519')
const RSA = generateKeyPairSync('rsa', { modulusLength: 2048 })
const PEM = String(EC.publicKey.export({ type: 'spki', format: 'pem' }))
const RAW = Buffer.from(String(ED.publicKey.export({ format: 'jwk' }).x), 'base64url').toString('base64')
const REQUEST = { input: 'digest', hash: 'sha256', digest: createHash('sha256').digest() } as const
const SIGNATURE = nodeSign('sha256', Buffer.alloc(0), EC.privateKey).toString('base64')

let vault: ScriptedVault
beforeAll(async () => {
  vault = await startScriptedVault()
})
afterAll(() => vault.stop())

const key = (more: object = {}) => ({
  data: {
    name: 'k',
    type: 'ecdsa-p256',
    latest_version: 2,
    min_encryption_version: 0,
    supports_signing: true,
    keys: { 1: { public_key: PEM }, 2: { public_key: PEM } },
    ...more,
  },
})
const ed25519 = (text: string) => key({ type: 'ed25519', keys: { 2: { public_key: text } } })

const open = (wanted?: Algorithm) => vaultAt(vault.url, TOKEN).service.open(vaultUri('k'), wanted)
const lines = () => vault.asked.map(({ line }) => line)

test('a key is asked for with the token and nothing else', async () => {
  vault.play(json(key()))
  expect((await open()).uri).toBe(vaultUri('k', 2))
  expect(lines()).toEqual(['GET /v1/transit/keys/k'])
  expect(vault.asked[0]?.headers).toMatchObject({ 'x-vault-token': TOKEN, 'x-vault-request': 'true' })
  expect(vault.asked[0]?.headers).not.toHaveProperty('x-vault-namespace')
  expect(vault.asked[0]?.body).toBeUndefined()
})
test.each([
  ['is empty', {}],
  ['is null', null],
  ['is a list', [key()]],
  ['has no data', { data: null }],
  ['has no name', key({ name: undefined })],
  ['has no type', key({ type: undefined })],
  ['has no version', key({ latest_version: undefined })],
  ['has version 0', key({ latest_version: 0 })],
  ['has a version that is text', key({ latest_version: '2' })],
  ['has half a version', key({ latest_version: 1.5 })],
  ['does not tell which versions sign', key({ min_encryption_version: undefined })],
  ['does not tell whether it signs', key({ supports_signing: undefined })],
  ['has keys that are text', key({ keys: PEM })],
  ['has a version without a public key', key({ keys: { 2: {} } })],
  ['has a version that is a number', key({ keys: { 2: 1_700_000_000 } })],
  ['has a public key that is empty', key({ keys: { 2: { public_key: '' } } })],
  ['has a public key that is no PEM', key({ keys: { 2: { public_key: RAW } } })],
  [
    'has a private key',
    key({ keys: { 2: { public_key: String(EC.privateKey.export({ type: 'pkcs8', format: 'pem' })) } } }),
  ],
  ['has a key of another curve', key({ type: 'ecdsa-p384' })],
  ['has a key of another kind', key({ type: 'rsa-2048' })],
  ['is Ed25519 in PEM', ed25519(String(ED.publicKey.export({ type: 'spki', format: 'pem' })))],
  ['is Ed25519 and too short', ed25519(Buffer.alloc(31).toString('base64'))],
  ['is Ed25519 and too long', ed25519(Buffer.alloc(33).toString('base64'))],
  ['is Ed25519 in another base64', ed25519(`${RAW}\n`)],
])('a key that %s is asked for twice more and refused (abuse case 19)', async (_, answer) => {
  vault.play(json(answer))
  const wanted = JSON.stringify(answer).includes('rsa-2048') ? 'rsa-pss-2048-sha256' : undefined
  expect(await codeOf(() => open(wanted))).toBe('SIGNATURE_CORRUPT')
  expect(vault.asked).toHaveLength(3)
})
test.each([
  ['is another', key({ name: 'other' }), 'KEY_CHANGED'],
  ['has no key of its version', key({ keys: { 1: { public_key: PEM } } }), 'KEY_UNUSABLE'],
  ['has no versions', key({ keys: {} }), 'KEY_UNUSABLE'],
  ['has keys that are a list', key({ keys: [PEM] }), 'KEY_UNUSABLE'],
  ['derives others', key({ derived: true }), 'KEY_UNUSABLE'],
  ['encrypts', key({ type: 'aes256-gcm96', supports_signing: false }), 'KEY_UNUSABLE'],
  ['signs in a way that is newer', key({ type: 'ml-dsa' }), 'KEY_ALGORITHM_UNSUPPORTED'],
  ['is managed elsewhere', key({ type: 'managed_key' }), 'KEY_ALGORITHM_UNSUPPORTED'],
  ['is of a type with a name from the depths', key({ type: '__proto__' }), 'KEY_ALGORITHM_UNSUPPORTED'],
  ['signs from a later version on', key({ min_encryption_version: 3 }), 'KEY_UNUSABLE'],
])('a key that %s is refused at once', async (_, answer, code) => {
  vault.play(json(answer))
  expect(await codeOf(open)).toBe(code)
  expect(vault.asked).toHaveLength(1)
})

test.each([
  [301, 'SERVICE_REFUSED', 1],
  [307, 'SERVICE_REFUSED', 1],
  [400, 'KEY_UNUSABLE', 1],
  [401, 'KMS_FAILED', 1],
  [403, 'KEY_FORBIDDEN', 1],
  [404, 'KEY_NOT_FOUND', 1],
  [405, 'KMS_FAILED', 1],
  [408, 'KMS_FAILED', 8],
  [412, 'KMS_FAILED', 8],
  [429, 'KMS_FAILED', 8],
  [472, 'KMS_FAILED', 1],
  [500, 'KMS_FAILED', 8],
  [502, 'KMS_FAILED', 8],
  [204, 'KMS_FAILED', 1],
])(
  'an answer with status %d is %s after %d calls, and leads nowhere (abuse case 97)',
  async (status, code, asked) => {
    vault.play((_, response) => void response.writeHead(status, { location: '/v1/elsewhere' }).end())
    expect(await codeOf(open)).toBe(code)
    expect(lines()).toEqual(Array.from({ length: asked }, () => 'GET /v1/transit/keys/k'))
  },
)
test.each([
  [
    500,
    '1 error occurred:\n\t* requested version for signing is higher than the latest key version\n\n',
    'KEY_NOT_FOUND',
  ],
  [500, 'requested version for signing is less than the minimum encryption key version', 'KEY_UNUSABLE'],
  [500, 'JSON string value exceeds allowed length', 'KEY_MESSAGE_TOO_LARGE'],
  [400, 'signing key not found', 'KEY_NOT_FOUND'],
  [400, 'key type aes256-gcm96 does not support signing', 'KEY_UNUSABLE'],
  [503, 'Vault is sealed', 'KMS_FAILED'],
])('an answer with status %d and the text "%s" is %s at once', async (status, text, code) => {
  vault.play(json({ errors: [text] }, status))
  expect(await codeOf(open)).toBe(code)
  expect(vault.asked).toHaveLength(1)
})
test('an answer with status 403 shows neither a token nor hidden characters', async () => {
  vault.play(json({ errors: [`no ${TOKEN} and \u001b[2J::add-mask::x`, { canary: 1 }] }, 403))
  const error = await refusal(open)
  expect(`${error.message} ${String(error.cause)}`).not.toMatch(/canary|\u001b/)
})
test('an answer with status 200 that is a page of a proxy is asked for again and refused', async () => {
  vault.play((_, response) => void response.writeHead(200).end('<html>'))
  expect(await codeOf(open)).toBe('KMS_FAILED')
  expect(vault.asked).toHaveLength(8)
})
test('an answer with status 200 that is larger than any key is refused at once', async () => {
  vault.play((_, response) => void response.writeHead(200).end(Buffer.alloc(5 * 1024 * 1024, 0x20)))
  const error = await refusal(open)
  expect([error.code, error.message]).toEqual(['KMS_FAILED', expect.stringContaining('answer too large')])
  expect(vault.asked).toHaveLength(1)
})

/** What is signed with an honest key and this answer. */
async function signedWith(
  answer: unknown,
  request: SignRequest = REQUEST,
  described: object = key(),
): Promise<Uint8Array> {
  vault.play((asked, response) => json(asked.line.startsWith('GET') ? described : answer)(asked, response))
  const isRsa = JSON.stringify(described).includes('rsa-2048')
  return (await open(isRsa ? 'rsa-pss-2048-sha256' : undefined)).sign(request)
}
const signature = (text: string) => ({ data: { signature: text } })

test('a signature is asked for with every parameter and the pinned version', async () => {
  const made = await signedWith(signature(`vault:v2:${SIGNATURE}`))
  expect(Buffer.from(made).toString('base64')).toBe(SIGNATURE)
  expect(vault.asked[1]?.line).toBe('POST /v1/transit/sign/k')
  expect(vault.asked[1]?.body).toEqual({
    input: Buffer.from(REQUEST.digest).toString('base64'),
    key_version: 2,
    prehashed: true,
    hash_algorithm: 'sha2-256',
    marshaling_algorithm: 'asn1',
  })
})
test('a signature by PSS is asked for with a salt as long as the digest', async () => {
  const pem = String(RSA.publicKey.export({ type: 'spki', format: 'pem' }))
  const described = key({ type: 'rsa-2048', keys: { 2: { public_key: pem } } })
  await signedWith(signature(`vault:v2:${SIGNATURE}`), REQUEST, described)
  expect(vault.asked[1]?.body).toMatchObject({ signature_algorithm: 'pss', salt_length: 'hash' })
})
test('a signature by Ed25519 is asked for over the whole message, as large as Vault takes', async () => {
  const message = Buffer.alloc(786_432, 7)
  await signedWith(signature(`vault:v2:${SIGNATURE}`), { input: 'message', message }, ed25519(RAW))
  const { input } = vault.asked[1]?.body ?? {}
  expect(vault.asked[1]?.body).toEqual({ input: message.toString('base64'), key_version: 2 })
  expect(Buffer.byteLength(input)).toBe(1024 * 1024)
})
test.each(['vault:v1:', 'vault:v3:', 'vault:v20:'])(
  'a signature by %s is one of another version (abuse case 18)',
  async (prefix) => {
    expect(await codeOf(() => signedWith(signature(`${prefix}${SIGNATURE}`)))).toBe('KEY_CHANGED')
    expect(vault.asked).toHaveLength(2)
  },
)
test.each([
  ['is absent', { data: {} }],
  ['has no data', {}],
  ['is null', signature(null as unknown as string)],
  ['is empty', signature('')],
  ['is a prefix alone', signature('vault:v2:')],
  ['has no prefix', signature(SIGNATURE)],
  ['has version 0', signature(`vault:v0:${SIGNATURE}`)],
  ['has a version that is no number', signature(`vault:vv:${SIGNATURE}`)],
  ['has a version with zeros', signature(`vault:v02:${SIGNATURE}`)],
  ['is of another service', signature(`bao:v2:${SIGNATURE}`)],
  ['is in other base64', signature(`vault:v2:${SIGNATURE.replace(/=*$/, '')}*`)],
  ['is base64 with bits to spare', signature('vault:v2:AAB=')],
  ['has more behind it', signature(`vault:v2:${SIGNATURE}\n`)],
])('a signature that %s is asked for twice more and refused (abuse case 19)', async (_, answer) => {
  expect(await codeOf(() => signedWith(answer))).toBe('SIGNATURE_CORRUPT')
  expect(vault.asked).toHaveLength(4)
})
