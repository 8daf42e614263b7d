// The sandboxed vault and login, by the genuine client as it comes: with its challenge.
import { createHash, createPublicKey, verify, X509Certificate } from 'node:crypto'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { CryptographyClient, KeyClient, type KeyVaultKey } from '@azure/keyvault-keys'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { startSandbox } from '@open-claw/sandbox'
import { TOKEN_DEFECTS, type FaultKind } from '../../../packages/sandbox/src/services.ts'
import { testSandbox } from '../../support/sandbox.ts'

const GUID = '11111111-2222-4333-8444-555555555555'
const AUDIENCE = 'api://AzureADTokenExchange'
const SCOPE = 'https://vault.azure.net/.default'
const VAULT = 'https://sandbox.vault.azure.net'
const MESSAGE = Buffer.from('what a pipeline built')
const roots = getCACertificates('default')

const sandbox = await testSandbox()
beforeAll(async () => {
  setDefaultCACertificates([...roots, sandbox.authority])
})
afterAll(() => {
  setDefaultCACertificates(roots)
})
afterEach(() => sandbox.control({ op: 'reset' }))

const mint = async (audience = AUDIENCE, defect?: (typeof TOKEN_DEFECTS)[number]): Promise<string> =>
  (await sandbox.control({ op: 'mint', audience, defect })).token ?? ''

const object = (value: unknown): Record<string, any> => Object(value)

async function logIn(changes: Record<string, string | undefined> = {}, tenant = GUID) {
  const form = {
    client_id: GUID,
    scope: SCOPE,
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: await mint(),
    ...changes,
  }
  const given = Object.entries(form).filter((entry): entry is [string, string] => entry[1] !== undefined)
  const response = await fetch(`${sandbox.azureLoginEndpoint}/${tenant}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams(given),
  })
  return { status: response.status, body: object(await response.json()) }
}

const tokenFor = async (scope = SCOPE): Promise<string> =>
  String((await logIn({ scope })).body['access_token'])

/** As the client is used with a public vault, but for the name of the host. */
const options = () => ({ disableChallengeResourceVerification: true, retryOptions: { maxRetries: 0 } })
const credential = (scopes: string[] = []) => ({
  getToken: async (scope: string | string[]) => {
    scopes.push(String(scope))
    return { token: await tokenFor(), expiresOnTimestamp: Date.now() + 3_600_000 }
  },
})
const keys = (scopes?: string[]) => new KeyClient(sandbox.azureVaultEndpoint, credential(scopes), options())

/** The key where the client reaches it, which is not where it says it is. */
const reached = (key: KeyVaultKey): KeyVaultKey => ({
  ...key,
  id: key.id?.replace(VAULT, sandbox.azureVaultEndpoint) ?? '',
})
const signer = (key: KeyVaultKey) => new CryptographyClient(reached(key), credential(), options())

const raw = (path: string, token: string, body?: unknown) =>
  fetch(`${sandbox.azureVaultEndpoint}${path}?api-version=7.4`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })

describe('the login', () => {
  test('gives a bearer token for the vault', async () => {
    const { status, body } = await logIn()
    expect(status).toBe(200)
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 3599 })
    expect((await raw('/keys/ec-p-256', String(body['access_token']))).status).toBe(200)
  })
  test('takes an assertion once', async () => {
    const assertion = await mint()
    expect((await logIn({ client_assertion: assertion })).status).toBe(200)
    const again = await logIn({ client_assertion: assertion })
    expect(again.status).toBe(401)
    expect(again.body).toMatchObject({ error: 'invalid_client', error_codes: [700024] })
  })
  test.each(TOKEN_DEFECTS.filter((defect) => defect !== 'missing-claim'))(
    'refuses a token that is unfit: %s',
    async (defect) => {
      const { status, body } = await logIn({ client_assertion: await mint(AUDIENCE, defect) })
      expect(status).toBe(401)
      expect(body['error_description']).toMatch(/^AADSTS700213: /)
      expect(body['access_token']).toBeUndefined()
    },
  )
  test.each([
    ['client_id', undefined],
    ['client_id', 'app'],
    ['scope', 'https://vault.azure.net'],
    ['scope', 'https://management.azure.com/.default'],
    ['grant_type', 'password'],
    ['client_assertion_type', 'urn:ietf:params:oauth:client-assertion-type:saml2-bearer'],
    ['client_assertion', undefined],
    ['client_assertion', ''],
    ['client_secret', 'a secret beside the assertion'],
  ])('refuses %s "%s"', async (name, value) => {
    expect((await logIn({ [name]: value })).status).toBe(400)
  })
  test('refuses a tenant that is no GUID', async () => {
    expect((await logIn({}, 'common')).status).toBe(400)
  })
})

test.each(['', 'made-up'])('the vault challenges the bearer "%s"', async (token) => {
  const response = await raw('/keys/ec-p-256', token)
  expect(response.status).toBe(401)
  expect(response.headers.get('www-authenticate')).toContain('resource="https://vault.azure.net"')
})
test('the vault challenges a token for another resource', async () => {
  const token = await tokenFor('https://managedhsm.azure.net/.default')
  expect((await raw('/keys/ec-p-256', token)).status).toBe(401)
})
test('the vault is asked by the client after its challenge alone', async () => {
  const scopes: string[] = []
  const key = await keys(scopes).getKey('ec-p-256')
  expect(scopes).toEqual([SCOPE])
  expect(key.id).toMatch(/^https:\/\/sandbox\.vault\.azure\.net\/keys\/ec-p-256\/[0-9a-f]{32}$/)
  expect((await sandbox.control({ op: 'calls' })).calls['azure-vault.GetKey']).toBe(2)
})
test('the vault lists the versions of a key, the last of which is the newest', async () => {
  const client = keys()
  const ids: (string | undefined)[] = []
  for await (const { version } of client.listPropertiesOfKeyVersions('ec-p-256')) ids.push(version)
  expect(ids).toHaveLength(2)
  expect((await client.getKey('ec-p-256')).properties.version).toBe(ids.at(-1))
  const old = await client.getKey('ec-p-256', { version: ids[0] ?? '' })
  expect(old.properties.version).toBe(ids[0])
})
test.each([
  ['ec-p-256', 'EC', 'ES256', 'sha256'],
  ['ec-p-384', 'EC', 'ES384', 'sha384'],
  ['ec-p-521', 'EC', 'ES512', 'sha512'],
  ['hsm-ec-p-256', 'EC-HSM', 'ES256', 'sha256'],
  ['rsa-2048', 'RSA', 'RS384', 'sha384'],
  ['hsm-rsa-2048', 'RSA-HSM', 'RS256', 'sha256'],
] as const)('the vault signs with %s (%s) by %s', async (name, type, alg, hash) => {
  const key = await keys().getKey(name)
  expect(key.keyType).toBe(type)
  const { result } = await signer(key).sign(alg, createHash(hash).update(MESSAGE).digest())
  const text = (bytes?: Uint8Array): string => Buffer.from(bytes ?? []).toString('base64url')
  const { crv, n, e, x, y } = key.key ?? {}
  const jwk =
    crv === undefined ? { kty: 'RSA', n: text(n), e: text(e) } : { kty: 'EC', crv, x: text(x), y: text(y) }
  const publicKey = createPublicKey({ key: jwk, format: 'jwk' })
  expect(verify(hash, MESSAGE, { key: publicKey, dsaEncoding: 'ieee-p1363' }, result)).toBe(true)
})
test.each([
  ['disabled', 'KeyDisabled'],
  ['expired', 'KeyExpired'],
  ['not-yet-valid', 'KeyNotYetValid'],
  ['for-encryption', 'KeyOperationForbidden'],
])('the vault shows the key %s and does not sign with it', async (name, code) => {
  const token = await tokenFor()
  const shown = await raw(`/keys/${name}`, token)
  expect(shown.status).toBe(200)
  const id = String(object(object(await shown.json())['key'])['kid']).replace(VAULT, '')
  const value = createHash('sha256').digest('base64url')
  const refused = await raw(`${id}/sign`, token, { alg: 'RS256', value })
  expect(refused.status).toBe(403)
  expect(await refused.json()).toMatchObject({ error: { code: 'Forbidden', innererror: { code } } })
})
test.each([
  ['an algorithm of another key', { alg: 'RS256', value: createHash('sha256').digest('base64url') }],
  ['another algorithm of curves', { alg: 'ES384', value: createHash('sha384').digest('base64url') }],
  ['a digest of another length', { alg: 'ES256', value: createHash('sha384').digest('base64url') }],
  ['base64 of the other alphabet', { alg: 'ES256', value: createHash('sha256').digest('base64') }],
  ['no digest', { alg: 'ES256', value: '' }],
  ['no algorithm', { value: createHash('sha256').digest('base64url') }],
  ['a body that is no object', []],
])('the vault refuses %s', async (_, body) => {
  const token = await tokenFor()
  const { id = '' } = await keys().getKey('ec-p-256')
  expect((await raw(`${id.replace(VAULT, '')}/sign`, token, body)).status).toBe(400)
})
test.each(['/keys/none', `/keys/ec-p-256/${'0'.repeat(32)}`, '/secrets/ec-p-256', '/keys/ec-p-256/latest'])(
  'the vault knows nothing at %s',
  async (path) => {
    expect((await raw(path, await tokenFor())).status).toBe(404)
  },
)
test('the vault shows no private part of a key', async () => {
  const token = await tokenFor()
  for (const name of ['ec-p-256', 'rsa-2048']) {
    const shown = await (await raw(`/keys/${name}`, token)).text()
    for (const member of ['d', 'p', 'q', 'dp', 'dq', 'qi']) expect(shown).not.toContain(`"${member}":`)
  }
})

describe('a fault of the vault', () => {
  const fail = (method: string, kind: FaultKind) =>
    sandbox.control({ op: 'fault', service: 'azure-vault', method, kind, times: 1 })
  const path = async (): Promise<string> => ((await keys().getKey('ec-p-256')).id ?? '').replace(VAULT, '')
  const get = async (token: string, at: string) => object(await (await raw(at, token)).json())

  test.each([
    ['429', 429],
    ['500', 500],
    ['503', 503],
    ['forbidden', 403],
  ] as const)('%s has status %d', async (kind, status) => {
    const token = await tokenFor()
    await fail('GetKey', kind)
    expect((await raw('/keys/ec-p-256', token)).status).toBe(status)
  })
  test.each([
    ['wrong-version-name', 'kid'],
    ['wrong-key', 'x'],
    ['wrong-algorithm', 'crv'],
  ] as const)('%s changes %s of a key', async (kind, member) => {
    const [token, at] = [await tokenFor(), await path()]
    const right = object((await get(token, at))['key'])
    await fail('GetKey', kind)
    const wrong = object((await get(token, at))['key'])
    expect(wrong[member]).not.toBe(right[member])
  })
  test('disabled shows in the attributes', async () => {
    const [token, at] = [await tokenFor(), await path()]
    await fail('GetKey', 'disabled')
    expect(object((await get(token, at))['attributes'])['enabled']).toBe(false)
  })
  test.each([
    ['wrong-version-name', 'kid'],
    ['corrupt-signature', 'value'],
    ['wrong-key', 'value'],
    ['wrong-algorithm', 'value'],
  ] as const)('%s gives a signature with a wrong %s', async (kind, member) => {
    const key = await keys().getKey('rsa-2048')
    const [token, at] = [await tokenFor(), (key.id ?? '').replace(VAULT, '')]
    // PKCS#1 v1.5 signs the same digest the same way.
    const body = { alg: 'RS256', value: createHash('sha256').digest('base64url') }
    const right = object(await (await raw(`${at}/sign`, token, body)).json())
    await fail('Sign', kind)
    const wrong = object(await (await raw(`${at}/sign`, token, body)).json())
    expect(wrong[member]).not.toBe(right[member])
    expect(Object.keys(wrong)).toEqual(Object.keys(right))
  })
})

describe('the authority', () => {
  const port = (): string => new URL(sandbox.azureVaultEndpoint).port
  test('is a certificate authority that nothing else trusts', () => {
    const certificate = new X509Certificate(sandbox.authority)
    expect(certificate.ca).toBe(true)
    expect(certificate.verify(certificate.publicKey)).toBe(true)
    expect(roots).not.toContain(sandbox.authority)
  })
  test.each(['127.0.0.1', 'localhost'])('vouches for the vault at %s', async (host) => {
    const response = await fetch(`https://${host}:${port()}/keys/ec-p-256`)
    expect(response.status).toBe(401)
  })
  test('is another one in another sandbox', async () => {
    const second = await startSandbox()
    try {
      expect(second.authority).not.toBe(sandbox.authority)
      await expect(fetch(`${second.azureVaultEndpoint}/keys/ec-p-256`)).rejects.toThrow('fetch failed')
    } finally {
      await second.stop()
    }
  })
})
