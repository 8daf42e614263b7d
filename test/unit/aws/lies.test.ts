// Answers that no honest service gives.
import { createHash, generateKeyPairSync, sign as nodeSign, type KeyObject } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { codeOf, refusal } from '../../support/errors.ts'
import { awsServiceAt, awsUri, fixed, P256_ARN, PLACE } from './keys.ts'
import { RawBody, startScriptedAws, type ScriptedAws } from './scripted.ts'

const SESSION = {
  accessKeyId: 'ASIACANARYCANARY1234',
  secretAccessKey: 'canary-secret-access-key',
  sessionToken: 'canary-session-token',
  expires: Date.now() + 900_000,
}
const REQUEST = { input: 'digest', hash: 'sha256', digest: createHash('sha256').digest() } as const
const EC = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const URI = awsUri(P256_ARN)
const ALIAS = awsUri('alias/release')

const derOf = (key: KeyObject): string => key.export({ type: 'spki', format: 'der' }).toString('base64')

let kms: ScriptedAws
beforeAll(async () => {
  kms = await startScriptedAws()
})
afterAll(() => kms.stop())

const setup = () => awsServiceAt(`http://127.0.0.1:${kms.port}`, fixed(SESSION))
const count = (method: string): number => kms.asked.filter(([asked]) => asked === method).length

const GOOD = {
  KeyId: P256_ARN,
  PublicKey: derOf(EC.publicKey),
  KeySpec: 'ECC_NIST_P256',
  KeyUsage: 'SIGN_VERIFY',
  SigningAlgorithms: ['ECDSA_SHA_256'],
}
const METADATA = { KeyId: 'x', Arn: P256_ARN, KeyState: 'Enabled', Origin: 'AWS_KMS' }

/** Opens `uri` with `more` laid over a correct answer, and `described` over a description that fits the answer. */
function openWith(more: object, described: object = {}, uri = URI): Promise<string> {
  const answer = { ...GOOD, ...more }
  kms.play({
    GetPublicKey: () => answer,
    DescribeKey: () => ({ KeyMetadata: { ...METADATA, Arn: answer.KeyId, ...described } }),
  })
  return codeOf(() => setup().service.open(uri))
}

test('a public key that is what it says is opened', async () => {
  expect(await openWith({})).toBe('no error')
  expect(kms.asked.map(([, request]) => request)).toEqual([{ KeyId: P256_ARN }, { KeyId: P256_ARN }])
})
test.each([
  ['of another id', P256_ARN.replace(/.$/, '2')],
  ['of another account', P256_ARN.replace('111122223333', '444455556666')],
  ['of another region', P256_ARN.replace('us-east-1', 'eu-west-1')],
  ['of another partition', P256_ARN.replace('arn:aws:', 'arn:aws-cn:')],
  ['of another service', P256_ARN.replace(':kms:', ':iam:')],
  ['that is an alias', `${PLACE}:alias/release`],
  ['with more behind it', `${P256_ARN}/x`],
  ['with more before it', ` ${P256_ARN}`],
  ['that is no ARN', 'key'],
  ['that is absent', undefined],
])('a public key with an ARN %s is refused at once (abuse case 18)', async (_, KeyId) => {
  expect(await openWith({ KeyId })).toBe('KEY_CHANGED')
  expect(count('GetPublicKey')).toBe(1)
})
test.each([
  ['of another region', P256_ARN.replace('us-east-1', 'eu-west-1')],
  ['that is an alias', `${PLACE}:alias/release`],
  ['that is no ARN', 'alias/release'],
])('a public key of an alias, with an ARN %s, is refused', async (_, KeyId) => {
  expect(await openWith({ KeyId }, {}, ALIAS)).toBe('KEY_CHANGED')
})
test.each([
  ['of another account', P256_ARN.replace('111122223333', '444455556666')],
  ['of another partition', P256_ARN.replace('arn:aws:', 'arn:aws-cn:')],
])('a public key of the ARN of an alias, with an ARN %s, is refused', async (_, KeyId) => {
  expect(await openWith({ KeyId }, {}, awsUri(`${PLACE}:alias/release`))).toBe('KEY_CHANGED')
})
test.each([
  ['of another id', P256_ARN.replace(/.$/, '2')],
  ['of another region', P256_ARN.replace('us-east-1', 'eu-west-1')],
])('a public key of an id alone, with an ARN %s, is refused', async (_, KeyId) => {
  expect(await openWith({ KeyId }, {}, awsUri(P256_ARN.slice(-36)))).toBe('KEY_CHANGED')
})
const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey
const privateDer = EC.privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64')
const pem = Buffer.from(String(EC.publicKey.export({ type: 'spki', format: 'pem' }))).toString('base64')
test.each([
  ['of another curve', { PublicKey: derOf(p384) }],
  ['of another kind', { PublicKey: derOf(rsa) }],
  ['of another size', { PublicKey: derOf(rsa), KeySpec: 'RSA_3072' }],
  ['of another parameter set', { KeySpec: 'ML_DSA_65', SigningAlgorithms: ['ML_DSA_SHAKE_256'] }],
  ['that is a private one', { PublicKey: privateDer }],
  ['that is PEM', { PublicKey: pem }],
  ['that is cut short', { PublicKey: derOf(EC.publicKey).slice(0, 40) }],
  ['in no bytes', { PublicKey: '' }],
  ['that is absent', { PublicKey: undefined }],
])('a public key %s is asked for twice more and refused (abuse cases 19 and 20)', async (_, more) => {
  expect(await openWith(more)).toBe('SIGNATURE_CORRUPT')
  expect(count('GetPublicKey')).toBe(3)
})
test.each([
  ['that encrypts', { KeyUsage: 'ENCRYPT_DECRYPT' }, 'KEY_UNUSABLE'],
  ['that agrees on keys', { KeyUsage: 'KEY_AGREEMENT' }, 'KEY_UNUSABLE'],
  ['for no use that is told', { KeyUsage: undefined }, 'KEY_UNUSABLE'],
  [
    'of a spec that nobody knows',
    { KeySpec: 'SM2', SigningAlgorithms: ['SM2DSA'] },
    'KEY_ALGORITHM_UNSUPPORTED',
  ],
  ['of no spec', { KeySpec: undefined }, 'KEY_ALGORITHM_UNSUPPORTED'],
  ['with no algorithm', { SigningAlgorithms: [] }, 'KEY_ALGORITHM_UNSUPPORTED'],
  ['with algorithms of another spec', { SigningAlgorithms: ['ECDSA_SHA_384'] }, 'KEY_ALGORITHM_UNSUPPORTED'],
  ['that tells no algorithms', { SigningAlgorithms: undefined }, 'KEY_ALGORITHM_UNSUPPORTED'],
])('a public key %s is refused', async (_, more, code) => {
  expect(await openWith(more)).toBe(code)
  expect(count('GetPublicKey')).toBe(1)
})
test('a public key that is larger than any key is refused', async () => {
  expect(await openWith({ Filler: 'x'.repeat(300_000) })).toBe('KMS_FAILED')
})

describe('a description', () => {
  test.each(['AWS_KMS', 'EXTERNAL', 'AWS_CLOUDHSM', 'EXTERNAL_KEY_STORE'])(
    'tells the origin %s',
    async (Origin) => {
      expect(await openWith({}, { Origin })).toBe('no error')
      expect((await setup().service.open(URI)).protectionLevel).toBe(Origin)
    },
  )
  test.each([
    ['of another key, behind one alias (abuse case 18)', { Arn: P256_ARN.replace(/.$/, '2') }, 'KEY_CHANGED'],
    ['of no key', { Arn: undefined }, 'KEY_CHANGED'],
    ['of a key that waits for its deletion', { KeyState: 'PendingDeletion' }, 'KEY_UNUSABLE'],
    ['of a key that waits for its material', { KeyState: 'PendingImport' }, 'KEY_UNUSABLE'],
    ['of a key in no state', { KeyState: undefined }, 'KEY_UNUSABLE'],
    ['without an origin', { Origin: undefined }, 'SIGNATURE_CORRUPT'],
    ['with an origin that is a text', { Origin: 'an HSM\n::warning::' }, 'SIGNATURE_CORRUPT'],
  ])('%s is refused', async (_, described, code) => {
    expect(await openWith({}, described, ALIAS)).toBe(code)
  })
  test('without anything in it is refused', async () => {
    kms.play({ GetPublicKey: () => GOOD, DescribeKey: () => ({}) })
    expect(await codeOf(() => setup().service.open(URI))).toBe('KEY_CHANGED')
  })
})

async function signWith(more: object): Promise<string> {
  const Signature = nodeSign('sha256', Buffer.alloc(0), EC.privateKey).toString('base64')
  kms.play({
    GetPublicKey: () => GOOD,
    DescribeKey: () => ({ KeyMetadata: METADATA }),
    Sign: () => ({ KeyId: P256_ARN, Signature, SigningAlgorithm: 'ECDSA_SHA_256', ...more }),
  })
  const key = await setup().service.open(ALIAS)
  return codeOf(() => key.sign(REQUEST))
}

describe('a signature', () => {
  test('is asked for by the ARN that was pinned, with its algorithm', async () => {
    expect(await signWith({})).toBe('no error')
    expect(kms.asked.at(-1)).toEqual([
      'Sign',
      {
        KeyId: P256_ARN,
        Message: REQUEST.digest.toString('base64'),
        MessageType: 'DIGEST',
        SigningAlgorithm: 'ECDSA_SHA_256',
      },
    ])
  })
  test.each([
    ['by another key (abuse case 18)', { KeyId: P256_ARN.replace(/.$/, '2') }],
    ['by the alias', { KeyId: `${PLACE}:alias/release` }],
    ['by the id alone', { KeyId: P256_ARN.slice(-36) }],
    ['by no key', { KeyId: undefined }],
    ['with another algorithm (abuse case 20)', { SigningAlgorithm: 'ECDSA_SHA_384' }],
    ['with no algorithm', { SigningAlgorithm: undefined }],
  ])('%s is refused at once', async (_, more) => {
    expect(await signWith(more)).toBe('KEY_CHANGED')
    expect(count('Sign')).toBe(1)
  })
  test.each([
    ['that is absent', { Signature: undefined }],
    ['in no bytes', { Signature: '' }],
  ])('%s is asked for twice more and refused (abuse case 19)', async (_, more) => {
    expect(await signWith(more)).toBe('SIGNATURE_CORRUPT')
    expect(count('Sign')).toBe(3)
  })
})

const failWith = async (status: number, name: string, message: string) => {
  const fail = () => new RawBody(status, JSON.stringify({ __type: name, message }))
  kms.play({ GetPublicKey: fail, DescribeKey: () => ({ KeyMetadata: METADATA }) })
  return refusal(() => setup().service.open(URI))
}
test.each([
  [400, 'NotFoundException', 'KEY_NOT_FOUND', 1],
  [400, 'InvalidArnException', 'KEY_NOT_FOUND', 1],
  [400, 'AccessDeniedException', 'KEY_FORBIDDEN', 1],
  [400, 'ExpiredTokenException', 'KEY_FORBIDDEN', 1],
  [400, 'InvalidSignatureException', 'KEY_FORBIDDEN', 1],
  [403, 'SomethingNew', 'KEY_FORBIDDEN', 1],
  [401, 'SomethingNew', 'KEY_FORBIDDEN', 1],
  [400, 'KMSInvalidStateException', 'KEY_UNUSABLE', 1],
  [400, 'DisabledException', 'KEY_UNUSABLE', 1],
  [400, 'SomethingNew', 'KMS_FAILED', 1],
  [404, 'SomethingNew', 'KMS_FAILED', 1],
  [302, 'SomethingNew', 'KMS_FAILED', 1],
  [500, 'KeyUnavailableException', 'KMS_FAILED', 8],
  [400, 'ThrottlingException', 'KMS_FAILED', 8],
  [429, 'SomethingNew', 'KMS_FAILED', 8],
  [408, 'SomethingNew', 'KMS_FAILED', 8],
  [502, 'SomethingNew', 'KMS_FAILED', 8],
])('a failure of status %d and name %s is %s after %d calls', async (status, name, code, asked) => {
  expect((await failWith(status, name, 'no')).code).toBe(code)
  expect(count('GetPublicKey')).toBe(asked)
})
test('a failure without a name that is known is waited for as long as it asks', async () => {
  let left = 1
  kms.play({
    GetPublicKey: () => {
      left -= 1
      return left < 0 ? GOOD : new RawBody(502, '{}', { 'retry-after': '7' })
    },
    DescribeKey: () => ({ KeyMetadata: METADATA }),
  })
  const { service, clock } = setup()
  await service.open(URI)
  expect(clock.sleeps).toEqual([7000])
})
test('a failure that leads elsewhere is not followed', async () => {
  kms.play({
    GetPublicKey: () => new RawBody(307, '', { location: `http://127.0.0.1:${kms.port}/elsewhere` }),
  })
  expect(await codeOf(() => setup().service.open(URI))).toBe('KMS_FAILED')
  expect(count('GetPublicKey')).toBe(1)
})
test.each([
  'UnrecognizedClientException',
  'InvalidSignatureException',
  'SignatureDoesNotMatch',
  'IncompleteSignatureException',
  'SomethingNew',
])('a failure %s that quotes the request shows nothing of it', async (name) => {
  const quoted = Object.values(SESSION).join('\n')
  const error = await failWith(400, name, `The Canonical String should have been ${quoted}`)
  const shown = `${error.message} ${String(error.cause)} ${error.stack} ${JSON.stringify(error.cause)}`
  expect(shown).not.toContain('canary')
  expect(shown).not.toContain(SESSION.accessKeyId)
})
test('a failure that is shown is shown escaped, without what looks like a credential', async () => {
  const error = await failWith(400, 'AccessDeniedException', 'no \n::error::\u001b[2J ASIAQQQQQQQQQQQQQQQQ')
  expect(String(error.cause)).toContain(String.raw`no \u{a}::error::\u{1b}[2J [redacted]`)
})
test('a failure whose name is no name is not shown', async () => {
  const error = await failWith(400, 'canary\n::error::', 'no')
  expect(`${error.message} ${String(error.cause)}`).not.toContain('canary')
})

test('nothing is retried by the client itself, and its requests carry no more than they need', async () => {
  expect(await openWith({})).toBe('no error')
  for (const headers of kms.headers) {
    expect(headers['amz-sdk-request']).toBe('attempt=1; max=1')
    expect(headers['authorization']).toMatch(
      /^AWS4-HMAC-SHA256 Credential=ASIACANARYCANARY1234\/\d{8}\/us-east-1\/kms\/aws4_request, /,
    )
    expect(headers['x-amz-security-token']).toBe(SESSION.sessionToken)
    expect(JSON.stringify(headers)).not.toContain(SESSION.secretAccessKey)
  }
})
