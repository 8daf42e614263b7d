// Requests to AWS KMS as the genuine client signs them, and as somebody on the way would change them.
import { afterEach, beforeAll, expect, test } from '@jest/globals'
import {
  GetPublicKeyCommand,
  SignCommand,
  type KMSClientConfig,
  type SignCommandInput,
} from '@aws-sdk/client-kms'
import { kmsClient, nameOf, P256, session, type Credentials } from './aws-clients.ts'
import { testSandbox } from '../../support/sandbox.ts'

const sandbox = await testSandbox()
let credentials: Credentials
beforeAll(async () => {
  credentials = await session(sandbox)
})
afterEach(() => sandbox.control({ op: 'reset' }))

const client = (more: KMSClientConfig = {}) => kmsClient(sandbox, credentials, more)

interface Captured {
  headers: Record<string, string>
  body: string
}

interface Sent {
  readonly headers: Record<string, string>
  readonly body: Uint8Array
}

/** A request for a public key as the genuine client signs it, not sent. */
async function captured(more: KMSClientConfig = {}): Promise<Captured> {
  const seen: Sent[] = []
  const handle = async (request: unknown): Promise<never> => {
    seen.push(request as Sent)
    throw new Error('captured')
  }
  const catching = client({
    ...more,
    requestHandler: { handle } as NonNullable<KMSClientConfig['requestHandler']>,
  })
  await catching.send(new GetPublicKeyCommand({ KeyId: P256 })).catch(() => undefined)
  const [request] = seen
  if (request === undefined) throw new Error('nothing was sent')
  return { headers: { ...request.headers }, body: Buffer.concat([request.body]).toString('utf8') }
}

async function send({ headers, body }: Captured): Promise<[status: number, type: string]> {
  const { host: _host, 'content-length': _length, ...sent } = headers
  const response = await fetch(sandbox.awsKmsEndpoint, { method: 'POST', headers: sent, body })
  const { __type: type = 'none' } = (await response.json()) as { __type?: string }
  return [response.status, type]
}

test('a signed request that comes as it was signed is answered', async () => {
  expect(await send(await captured())).toEqual([200, 'none'])
})
const withHeader =
  (name: string, change: (value: string) => string) =>
  ({ headers, body }: Captured): Captured => ({
    headers: { ...headers, [name]: change(headers[name] ?? '') },
    body,
  })
const unsigned = (name: string) =>
  withHeader('authorization', (value) => value.replace(new RegExp(`;${name}(?=[;,])`), ''))
test.each<[string, (request: Captured) => Captured, string]>([
  [
    'with another body',
    ({ headers, body }) => ({ headers, body: body.replace('p256', 'p384') }),
    'InvalidSignatureException',
  ],
  [
    'for another operation',
    withHeader('x-amz-target', () => 'TrentService.Sign'),
    'InvalidSignatureException',
  ],
  ['without the operation signed', unsigned('x-amz-target'), 'InvalidSignatureException'],
  ['without the token signed', unsigned('x-amz-security-token'), 'InvalidSignatureException'],
  ['without the time signed', unsigned('x-amz-date'), 'InvalidSignatureException'],
  ['of another time', withHeader('x-amz-date', (at) => at.replace(/.Z$/, 'XZ')), 'InvalidSignatureException'],
  [
    'with another signature',
    withHeader('authorization', (text) => text.replace(/.$/, (digit) => (digit === '0' ? '1' : '0'))),
    'InvalidSignatureException',
  ],
  [
    'for another service',
    withHeader('authorization', (text) => text.replace('/kms/', '/sts/')),
    'InvalidSignatureException',
  ],
  [
    'with a token of nobody',
    withHeader('x-amz-security-token', () => 'forged'),
    'UnrecognizedClientException',
  ],
  [
    'with an id of nobody',
    withHeader('authorization', (text) => text.replace(/ASIA\w+/, 'ASIAFORGEDFORGED1234')),
    'UnrecognizedClientException',
  ],
  [
    'with something else for a signature',
    withHeader('authorization', () => 'Bearer x'),
    'IncompleteSignatureException',
  ],
  [
    'without a signature',
    ({ headers, body }) => {
      const { authorization: _authorization, ...others } = headers
      return { headers: others, body }
    },
    'MissingAuthenticationTokenException',
  ],
])('a signed request %s is refused', async (_, change, name) => {
  expect(await send(change(await captured()))).toEqual([400, name])
})
test.each([
  ['of another region', { region: 'eu-west-1' }],
  ['of an hour ago', { systemClockOffset: -3_600_000 }],
  ['of an hour from now', { systemClockOffset: 3_600_000 }],
])('a signed request %s is refused', async (_, more) => {
  expect(await send(await captured(more))).toEqual([400, 'InvalidSignatureException'])
})
test('a signed request for an operation that is not there is refused', async () => {
  const request = await captured()
  request.headers['x-amz-target'] = 'TrentService.Decrypt'
  expect((await send(request))[0]).toBe(404)
})

test('an authorisation of Google opens nothing', async () => {
  const { token } = await sandbox.control({ op: 'access-token' })
  const request = await captured()
  request.headers['authorization'] = `Bearer ${token}`
  expect(await send(request)).toEqual([400, 'IncompleteSignatureException'])
})

const BYTES = {
  0: Buffer.alloc(0),
  31: Buffer.alloc(31),
  32: Buffer.alloc(32),
  48: Buffer.alloc(48),
} as const
const sign = (key: string, more: Partial<SignCommandInput>): Promise<string> =>
  nameOf(() =>
    client().send(
      new SignCommand({
        KeyId: `alias/${key}`,
        Message: BYTES[32],
        MessageType: 'DIGEST',
        SigningAlgorithm: 'ECDSA_SHA_256',
        ...more,
      }),
    ),
  )
test.each<[string, string, Partial<SignCommandInput>]>([
  ['a digest, by ECDSA', 'ecc-nist-p256', {}],
  [
    'a message, by Ed25519',
    'ecc-nist-edwards25519',
    { MessageType: 'RAW', SigningAlgorithm: 'ED25519_SHA_512' },
  ],
  ['a message, by ML-DSA', 'ml-dsa-44', { MessageType: 'RAW', SigningAlgorithm: 'ML_DSA_SHAKE_256' }],
  [
    'mu, by ML-DSA',
    'ml-dsa-44',
    { Message: Buffer.alloc(64), MessageType: 'EXTERNAL_MU', SigningAlgorithm: 'ML_DSA_SHAKE_256' },
  ],
])('what is signed can be %s', async (_, key, more) => {
  expect(await sign(key, more)).toBe('no error')
})
const ED = { SigningAlgorithm: 'ED25519_SHA_512' } as const
const ML = { SigningAlgorithm: 'ML_DSA_SHAKE_256' } as const
test.each<[string, string, Partial<SignCommandInput>, string]>([
  ['a digest that is too short', 'ecc-nist-p256', { Message: BYTES[31] }, 'ValidationException'],
  ['a digest of another hash', 'ecc-nist-p256', { Message: BYTES[48] }, 'ValidationException'],
  ['nothing', 'ecc-nist-p256', { Message: BYTES[0] }, 'ValidationException'],
  ['a message, by ECDSA', 'ecc-nist-p256', { MessageType: 'RAW' }, 'ValidationException'],
  [
    'mu, by ECDSA',
    'ecc-nist-p256',
    { MessageType: 'EXTERNAL_MU', Message: Buffer.alloc(64) },
    'ValidationException',
  ],
  [
    'by an algorithm of another curve',
    'ecc-nist-p256',
    { SigningAlgorithm: 'ECDSA_SHA_384' },
    'InvalidKeyUsageException',
  ],
  [
    'by an algorithm of another kind',
    'ecc-nist-p256',
    { SigningAlgorithm: 'RSASSA_PSS_SHA_256' },
    'InvalidKeyUsageException',
  ],
  ['a digest, by Ed25519', 'ecc-nist-edwards25519', ED, 'ValidationException'],
  [
    'a digest, by Ed25519ph',
    'ecc-nist-edwards25519',
    { SigningAlgorithm: 'ED25519_PH_SHA_512' },
    'ValidationException',
  ],
  [
    'a message over 4096 bytes',
    'ecc-nist-edwards25519',
    { ...ED, MessageType: 'RAW', Message: Buffer.alloc(4097) },
    'ValidationException',
  ],
  ['a digest, by ML-DSA', 'ml-dsa-44', ML, 'ValidationException'],
  [
    'mu that is too short',
    'ml-dsa-44',
    { ...ML, MessageType: 'EXTERNAL_MU', Message: Buffer.alloc(63) },
    'ValidationException',
  ],
  ['with a symmetric key', 'symmetric-default', {}, 'UnsupportedOperationException'],
  ['with a disabled key', 'disabled', {}, 'DisabledException'],
  ['with a key that is not there', 'absent', {}, 'NotFoundException'],
])('what is signed cannot be %s', async (_, key, more, name) => {
  expect(await sign(key, more)).toBe(name)
})
