// Answers that no honest vault gives, and that something between us and it could.
import { createHash, generateKeyPairSync, sign as nodeSign, type KeyObject } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { verifyMessage } from '../../../packages/core/src/keys/signature.ts'
import type { Algorithm } from '@open-claw/core'
import { codeOf, refusal } from '../../support/errors.ts'
import { checkedWith, digestOf, HOST, MESSAGE, minting, serviceAt, uriOf } from './keys.ts'
import { answer, startScriptedVault, type Line, type ScriptedVault } from '../vault/scripted-vault.ts'

const TOKEN = 'canary-of-the-job'
const VERSION = createHash('sha256').update('version').digest('hex').slice(0, 32)
const OTHER = VERSION.split('').toReversed().join('')
const KID = `https://${HOST}/keys/k/${VERSION}`
const URI = uriOf('k', VERSION)

let vault: ScriptedVault
beforeAll(async () => {
  vault = await startScriptedVault()
})
afterAll(() => vault.stop())

const setup = () => serviceAt(vault.url, minting(TOKEN))
const verbs = (): string[] => vault.asked.map(({ verb }) => verb)

const EC = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const RSA = generateKeyPairSync('rsa', { modulusLength: 2048 })
const jwkOf = (key: KeyObject): Record<string, unknown> => ({ ...key.export({ format: 'jwk' }) })

interface Laid {
  readonly key?: Record<string, unknown>
  readonly attributes?: Record<string, unknown>
}
/** A correct answer, with `laid` over it. */
const bundle = ({ key, attributes }: Laid = {}): object => ({
  key: { kid: KID, key_ops: ['sign', 'verify'], ...jwkOf(EC.publicKey), ...key },
  attributes: { enabled: true, created: 1, updated: 1, ...attributes },
})

async function openedWith(line: Line, uri = URI, algorithm?: Algorithm): Promise<string> {
  vault.play({ GET: line })
  const code = await codeOf(() => setup().service.open(uri, algorithm))
  expect(verbs()).not.toContain('POST')
  return code
}

test('a public key (abuse cases 19 and 20) that is what it says is opened by one request that has its token', async () => {
  expect(await openedWith(bundle())).toBe('no error')
  expect(vault.asked).toHaveLength(1)
  expect(vault.asked[0]?.headers.authorization).toBe(`Bearer ${TOKEN}`)
  expect(vault.asked[0]?.path).toMatch(new RegExp(`^/keys/k/${VERSION}\\?api%2Dversion=`))
})
test('a public key (abuse cases 19 and 20) is the same where the vault writes the name of the key in its own case', async () => {
  expect(await openedWith(bundle({ key: { kid: KID.replace('/k/', '/K/') } }))).toBe('no error')
})
test('a public key (abuse cases 19 and 20) of the newest version is opened by one request too', async () => {
  expect(await openedWith(bundle(), uriOf('k'))).toBe('no error')
  expect(verbs()).toEqual(['GET'])
})
const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' })
test.each<[string, Laid]>([
  ['of another curve', { key: { ...jwkOf(p384.publicKey), crv: 'P-256' } }],
  ['of a curve that nobody knows', { key: { crv: 'P-192' } }],
  ['of a curve that it does not name', { key: { crv: undefined } }],
  ['of another type than its numbers', { key: { kty: 'RSA' } }],
  ['without a coordinate', { key: { y: undefined } }],
  ['beside the curve', { key: { y: jwkOf(EC.publicKey)['x'] } }],
  ['of RSA without a modulus', { key: { kty: 'RSA', e: 'AQAB' } }],
])('a public key (abuse cases 19 and 20) %s is refused', async (_, laid) => {
  expect(await openedWith(bundle(laid))).toBe('SIGNATURE_CORRUPT')
  expect(verbs()).toHaveLength(3)
})
test.each([
  ['version', KID.replace(VERSION, OTHER)],
  ['key', KID.replace('/k/', '/other/')],
  ['vault', KID.replace('sandbox.', 'other.')],
  ['scheme', KID.replace('https:', 'http:')],
  ['port', KID.replace('.net/', '.net:8443/')],
  ['collection', KID.replace('/keys/', '/secrets/')],
  ['form of version', `${KID}0`],
  ['case of version', KID.replace(VERSION, VERSION.toUpperCase())],
  ['vault, whose name ends alike', KID.replace('sandbox', 'my-sandbox')],
])('a public key (abuse cases 19 and 20) of another %s is refused (abuse case 18)', async (_, kid) => {
  expect(await openedWith(bundle({ key: { kid } }))).toBe('KEY_CHANGED')
  expect(verbs()).toHaveLength(1)
})
test.each([
  ['another key', KID.replace('/k/', '/other/')],
  ['another vault', KID.replace('sandbox.', 'other.')],
  ['no version', KID.replace(VERSION, '')],
])(
  'a public key (abuse cases 19 and 20) of %s is refused where the version was not pinned',
  async (_, kid) => {
    expect(await openedWith(bundle({ key: { kid } }), uriOf('k'))).toBe('KEY_CHANGED')
  },
)
const now = Math.floor(Date.now() / 1000)
test.each<[string, Laid]>([
  ['that is disabled', { attributes: { enabled: false } }],
  ['that is not said to be enabled', { attributes: { enabled: undefined } }],
  ['that is enabled in a text', { attributes: { enabled: 'true' } }],
  ['that has expired', { attributes: { exp: now - 60 } }],
  ['that expired when time began', { attributes: { exp: 0 } }],
  ['that is not valid yet', { attributes: { nbf: now + 3600 } }],
  ['whose end cannot be read', { attributes: { exp: 'soon' } }],
  ['whose beginning cannot be read', { attributes: { nbf: 'soon' } }],
  ['that only verifies', { key: { key_ops: ['verify'] } }],
  ['for no operation', { key: { key_ops: [] } }],
  ['whose operations are not told', { key: { key_ops: undefined } }],
  ['that is symmetric', { key: { kty: 'oct' } }],
  ['that is symmetric in an HSM', { key: { kty: 'oct-HSM' } }],
  ['of a type that nobody knows', { key: { kty: 'OKP' } }],
  ['of no type', { key: { kty: undefined } }],
])('a public key (abuse cases 19 and 20) %s is not used (abuse case 23)', async (_, laid) => {
  expect(await openedWith(bundle(laid))).toBe('KEY_UNUSABLE')
  expect(verbs()).toHaveLength(1)
})
test.each([
  ['1024', 1024],
  ['1536', 1536],
])('a public key (abuse cases 19 and 20) of RSA with %s bits is not used', async (_, modulusLength) => {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength })
  const line = bundle({ key: jwkOf(publicKey) })
  expect(await openedWith(line)).toBe('KEY_ALGORITHM_UNSUPPORTED')
  expect(await openedWith(line, URI, 'rsa-pss-2048-sha256')).toBe('KEY_ALGORITHM_UNSUPPORTED')
})
test.each<[string, Line]>([
  ['no key', { attributes: { enabled: true } }],
  ['a key without an identifier', bundle({ key: { kid: undefined } })],
  ['an identifier that is no URL', bundle({ key: { kid: 'k' } })],
  ['an identifier that is a number', bundle({ key: { kid: 1 } })],
  ['no attributes', { key: { kid: KID, kty: 'EC' } }],
  ['operations that are no list', bundle({ key: { key_ops: 'sign' } })],
  ['a list', [bundle()]],
  ['nothing', answer(200, '')],
  ['half of a key', answer(200, '{"key":{"kid":')],
  ['HTML', answer(200, '<html></html>', { 'content-type': 'text/html' })],
  ['JSON under another name', answer(200, JSON.stringify(bundle()), { 'content-type': 'text/plain' })],
  ['a field twice', answer(200, JSON.stringify(bundle()).replace('{"key"', '{"key":{},"key"'))],
  ['more than any key', answer(200, `{"a":"${'x'.repeat(300_000)}"}`)],
])('a public key (abuse cases 19 and 20) in an answer with %s opens nothing', async (_, line) => {
  expect(['KMS_FAILED', 'KEY_UNUSABLE', 'KEY_CHANGED']).toContain(await openedWith(line))
})

const rawSignature = (): Buffer =>
  nodeSign('sha256', MESSAGE, { key: EC.privateKey, dsaEncoding: 'ieee-p1363' })
const signed = (more: object = {}): object => ({
  kid: KID,
  value: rawSignature().toString('base64url'),
  ...more,
})

async function signedWith(line: Line): Promise<string> {
  vault.play({ GET: bundle(), POST: line })
  const key = await setup().service.open(URI)
  return codeOf(() => key.sign(digestOf('sha256')))
}

describe('a signature (abuse case 19)', () => {
  test('is asked for once, with the digest and the token, and given as DER', async () => {
    vault.play({ GET: bundle(), POST: signed() })
    const key = await setup().service.open(URI)
    const signature = await key.sign(digestOf('sha256'))
    expect(verifyMessage(checkedWith(key), MESSAGE, signature)).toBe(true)
    expect(verbs()).toEqual(['GET', 'POST'])
    const [, asked] = vault.asked
    expect(asked?.headers.authorization).toBe(`Bearer ${TOKEN}`)
    expect(asked?.path).toMatch(new RegExp(`^/keys/k/${VERSION}/sign\\?api%2Dversion=`))
    const value = createHash('sha256').update(MESSAGE).digest('base64url')
    expect(JSON.parse(asked?.body ?? '')).toEqual({ alg: 'ES256', value })
  })
  test.each<[string, object]>([
    ['is absent', signed({ value: undefined })],
    ['is empty', signed({ value: '' })],
    ['is a number', signed({ value: 1 })],
    ['is DER already', signed({ value: nodeSign('sha256', MESSAGE, EC.privateKey).toString('base64url') })],
    ['is cut short', signed({ value: rawSignature().subarray(1).toString('base64url') })],
    ['is longer', signed({ value: Buffer.concat([rawSignature(), Buffer.of(0)]).toString('base64url') })],
    ['is one of another curve', signed({ value: Buffer.alloc(96, 1).toString('base64url') })],
  ])('that %s is asked for twice more and refused', async (_, line) => {
    expect(await signedWith(line)).toBe('SIGNATURE_CORRUPT')
    expect(verbs()).toEqual(['GET', 'POST', 'POST', 'POST'])
  })
  test.each([
    ['another version (abuse case 18)', KID.replace(VERSION, OTHER)],
    ['another key', KID.replace('/k/', '/other/')],
    ['another vault', KID.replace('sandbox.', 'other.')],
    ['no key', undefined],
    ['a key that is a number', 1],
    ['a key that is empty', ''],
  ])('by %s is refused at once', async (_, kid) => {
    expect(await signedWith(signed({ kid }))).toBe('KEY_CHANGED')
    expect(verbs()).toEqual(['GET', 'POST'])
  })
  test('of RSA that is shorter than its modulus is refused', async () => {
    const value = Buffer.alloc(255, 1).toString('base64url')
    vault.play({ GET: bundle({ key: jwkOf(RSA.publicKey) }), POST: signed({ value }) })
    const key = await setup().service.open(URI, 'rsa-pss-2048-sha256')
    expect(await codeOf(() => key.sign(digestOf('sha256')))).toBe('SIGNATURE_CORRUPT')
  })
})

describe('an error of the vault', () => {
  test.each([
    ['a code that is none', { code: 'No\u001b[31m such', message: 'm' }, 'status 403'],
    [
      'a code of its own',
      { code: 'Forbidden', message: 'm', innererror: { code: 'ForbiddenByRbac' } },
      'ForbiddenByRbac',
    ],
    ['nothing', undefined, 'status 403'],
    ['a text', 'no', 'status 403'],
  ])('with %s is worded', async (_, error, shown) => {
    vault.play({ GET: answer(403, { error }) })
    const refused = await refusal(() => setup().service.open(URI))
    expect(refused.code).toBe('KEY_FORBIDDEN')
    expect(refused.message).toContain(shown)
  })
  test('that quotes the token does not show it', async () => {
    vault.play({
      GET: answer(403, { error: { code: 'Forbidden', message: `The token Bearer ${TOKEN} is not enough.` } }),
    })
    const refused = await refusal(() => setup().service.open(URI))
    expect(`${refused.message} ${String(refused.cause)} ${refused.stack}`).not.toContain('canary')
  })
  test.each([
    [400, 'KEY_UNUSABLE'],
    [401, 'KEY_FORBIDDEN'],
    [404, 'KEY_NOT_FOUND'],
    [409, 'KMS_FAILED'],
    [418, 'KMS_FAILED'],
    [201, 'KMS_FAILED'],
    [204, 'KMS_FAILED'],
  ])('%d is %s, asked once', async (status, code) => {
    vault.play({ GET: answer(status, status === 204 ? '' : { error: {} }) })
    expect(await codeOf(() => setup().service.open(URI))).toBe(code)
    expect(verbs()).toHaveLength(1)
  })
})
