// Which key a URI means, that it stays the one that was pinned, and what a session may do with it.
import { createHash } from 'node:crypto'
import { afterEach, describe, expect, test } from '@jest/globals'
import { verifyDigest, type KeyUri } from '@open-claw/core'
import type { SessionTokens } from '../../../packages/aws/src/session-credentials.ts'
import { KEY_URIS, parseKeyUri } from '../../support/key-uris.ts'
import { awsPublicKey } from '../../../packages/aws/src/kms/public-key.ts'
import { codeOf, refusal } from '../../support/errors.ts'
import { testSandbox } from '../../support/sandbox.ts'
import {
  awsServiceAt,
  awsUri,
  checkedWith,
  fixed,
  MULTI_REGION_ID,
  P256_ARN,
  P384_ARN,
  P384_ID,
  PLACE,
  REGION,
  webIdentity,
  wideSession,
} from './keys.ts'

const REQUEST = { input: 'digest', hash: 'sha256', digest: createHash('sha256').digest() } as const
const P256_ALIAS = 'alias/ecc-nist-p256'

const sandbox = await testSandbox()
const session = await wideSession(sandbox)
afterEach(() => sandbox.control({ op: 'reset' }))

const serviceWith = (tokens: SessionTokens, region: string | undefined = REGION) =>
  awsServiceAt(sandbox.awsKmsEndpoint, tokens, { region }).service
const open = (uri: KeyUri, region?: string) => serviceWith(fixed(session), region).open(uri)
const asked = async (): Promise<number> => {
  const { calls } = await sandbox.control({ op: 'calls' })
  return Object.entries(calls)
    .filter(([name]) => name.startsWith('aws-'))
    .reduce((sum, [, count]) => sum + count, 0)
}

test.each([
  ['its ARN', P256_ARN, P256_ARN],
  ['its id', P384_ID, P384_ARN],
  ['an alias', P256_ALIAS, P256_ARN],
  ['the ARN of an alias', `${PLACE}:${P256_ALIAS}`, P256_ARN],
  ['the id of a multi-region key', MULTI_REGION_ID, `${PLACE}:key/${MULTI_REGION_ID}`],
  ['the ARN of a multi-region key', `${PLACE}:key/${MULTI_REGION_ID}`, `${PLACE}:key/${MULTI_REGION_ID}`],
])('a key that is named by %s is pinned by its ARN', async (_, name, arn) => {
  const key = await open(awsUri(name))
  expect(key.uri).toBe(`awskms:///${arn}`)
  expect(KEY_URIS.isPinned(key.uri)).toBe(true)
})
test.each([
  ['an alias that does not exist', 'alias/absent', 'KEY_NOT_FOUND'],
  ['an id that does not exist', P384_ID.replace(/2$/, '9').replace(/^0/, 'f'), 'KEY_NOT_FOUND'],
  ['an ARN of another region', P256_ARN.replace(REGION, 'eu-west-1'), 'KEY_FORBIDDEN'],
  ['an ARN of another account', P256_ARN.replace('111122223333', '444455556666'), 'KEY_NOT_FOUND'],
  ['an ARN of another partition', P256_ARN.replace('arn:aws:', 'arn:aws-us-gov:'), 'KEY_NOT_FOUND'],
  ['an alias of a disabled key (abuse case 23)', 'alias/disabled', 'KEY_UNUSABLE'],
  ['an alias of a symmetric key', 'alias/symmetric-default', 'KEY_UNUSABLE'],
])('a key that is named by %s is refused', async (_, name, code) => {
  const error = await refusal(() => open(awsUri(name)))
  expect(error.code).toBe(code)
  expect(error.message).toContain(name)
  expect((await sandbox.control({ op: 'calls' })).calls['aws-kms.Sign']).toBe(0)
})
test.each(['localhost:65535', 'kms.example'])('a key at %s is one of an endpoint of its own', (host) => {
  expect(parseKeyUri(`awskms://${host}/${P256_ALIAS}`, 'key')).toContain(host)
})
test.each(['localhost:65536', 'localhost:99999', '1.2.3.256'])('a key at %s is none', async (host) => {
  expect(await codeOf(() => parseKeyUri(`awskms://${host}/${P256_ALIAS}`, 'key'))).toBe('KEY_URI_INVALID')
})
test('a key of another region than the one that is asked is refused', async () => {
  expect(await codeOf(() => open(awsUri(P256_ALIAS), 'eu-west-1'))).toBe('KEY_FORBIDDEN')
})
test.each([P256_ALIAS, P384_ID])(
  'a key named %s, without a region, is refused before anything is asked',
  async (name) => {
    const { options, service } = awsServiceAt(sandbox.awsKmsEndpoint, fixed(session), { region: undefined })
    const error = await refusal(() => service.open(awsUri(name)))
    expect(error.code).toBe('INPUT_MISSING')
    expect(error.message).toContain('aws-region')
    expect(await codeOf(() => awsPublicKey(options)(awsUri(name)))).toBe('INPUT_MISSING')
    expect(await asked()).toBe(0)
  },
)
test.each(['example.com/', 'us-east-1.example.com', 'us-east-1#', 'US-EAST-1', '', 'us east-1'])(
  'a key in the region "%s" is refused before anything is asked (abuse case 17)',
  async (region) => {
    expect(await codeOf(() => open(awsUri(P256_ALIAS), region))).toBe('INPUT_INVALID')
    expect(await asked()).toBe(0)
  },
)
test('a key names its region by its ARN, whatever the input says', async () => {
  expect((await open(awsUri(P256_ARN), 'eu-west-1')).uri).toBe(`awskms:///${P256_ARN}`)
})

describe('an alias that is pointed elsewhere (abuse case 18)', () => {
  const repoint = () => sandbox.control({ op: 'aws-alias', alias: P256_ALIAS, key: P384_ID })
  test('after it was opened still signs with the key that was pinned', async () => {
    const key = await open(awsUri(P256_ALIAS))
    await repoint()
    const signature = await key.sign(REQUEST)
    expect(key.uri).toBe(`awskms:///${P256_ARN}`)
    expect(await verifyDigest(checkedWith(key), REQUEST.digest, signature)).toBe(true)
  })
  test('is another key for the next one who opens it', async () => {
    await repoint()
    expect((await open(awsUri(P256_ALIAS))).uri).toBe(`awskms:///${P384_ARN}`)
  })
  test('to a key of another algorithm is refused where one is expected', async () => {
    await repoint()
    const opened = serviceWith(fixed(session)).open(awsUri(P256_ALIAS), 'ecdsa-p256-sha256')
    expect(await codeOf(() => opened)).toBe('KEY_ALGORITHM_UNSUPPORTED')
  })
  test('in the session that was made for it signs nothing any more', async () => {
    const uri = awsUri(P256_ALIAS)
    const key = await serviceWith(webIdentity(sandbox, uri).tokens).open(uri)
    await repoint()
    expect(await codeOf(() => key.sign(REQUEST))).toBe('KEY_FORBIDDEN')
  })
})

describe('a session for one key', () => {
  const FORMS = [
    ['its ARN', P256_ARN],
    ['its id', P384_ID.replace(/2$/, '1')],
    ['an alias', P256_ALIAS],
    ['the ARN of an alias', `${PLACE}:${P256_ALIAS}`],
  ] as const
  test.each(FORMS)('named by %s signs with it', async (_, name) => {
    const uri = awsUri(name)
    const { tokens } = webIdentity(sandbox, uri)
    const key = await serviceWith(tokens).open(uri)
    expect(key).toMatchObject({ uri: `awskms:///${P256_ARN}`, protectionLevel: 'AWS_KMS' })
    expect(await verifyDigest(checkedWith(key), REQUEST.digest, await key.sign(REQUEST))).toBe(true)
  })
  test.each(FORMS)('named by %s does nothing with another', async (_, name) => {
    const { tokens } = webIdentity(sandbox, awsUri(name))
    const service = serviceWith(tokens)
    for (const other of [P384_ARN, 'alias/ecc-nist-p384', 'alias/multi-region', MULTI_REGION_ID]) {
      const error = await refusal(() => service.open(awsUri(other)))
      expect(error.code).toBe('KEY_FORBIDDEN')
      expect(String(error.cause)).toContain('not authorized to perform')
    }
  })
  test('of another account does nothing in this one', async () => {
    const role = 'arn:aws:iam::444455556666:role/release'
    const uri = awsUri(P384_ID)
    const { tokens } = webIdentity(sandbox, uri, { role })
    expect(await codeOf(() => serviceWith(tokens).open(uri))).toBe('KEY_FORBIDDEN')
  })
})
