// Sessions of AWS STS, what they may do, and the aliases of AWS KMS.
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { GetPublicKeyCommand } from '@aws-sdk/client-kms'
import type { AssumeRoleWithWebIdentityCommandInput } from '@aws-sdk/client-sts'
import { assume, kmsClient, nameOf, P256, session, type Credentials } from './aws-clients.ts'
import { testSandbox } from '../../support/sandbox.ts'

const sandbox = await testSandbox()
let credentials: Credentials
beforeAll(async () => {
  credentials = await session(sandbox)
})
afterEach(() => sandbox.control({ op: 'reset' }))

const publicKey = async (given: Credentials, KeyId = P256): Promise<string> =>
  nameOf(() => kmsClient(sandbox, given).send(new GetPublicKeyCommand({ KeyId })))
const policy = (statement: object): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] })
test('a session lives as long as was asked for', async () => {
  const { Credentials: given } = await assume(sandbox, { DurationSeconds: 900 })
  const left = Number(given?.Expiration) - Date.now()
  expect(left).toBeGreaterThan(0)
  expect(left).toBeLessThanOrEqual(900_000)
})
test.each([
  ['another action', { Action: ['kms:Sign'], Resource: '*' }],
  ['another key', { Action: '*', Resource: ['arn:aws:kms:us-east-1:111122223333:key/x'] }],
  ['another account', { Action: 'kms:*', Resource: 'arn:aws:kms:us-east-1:444455556666:*' }],
  [
    'another alias',
    {
      Action: '*',
      Resource: '*',
      Condition: { 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': ['alias/x'] } },
    },
  ],
])('a session for %s opens nothing', async (_, statement) => {
  expect(await publicKey(await session(sandbox, { Policy: policy(statement) }))).toBe('AccessDeniedException')
})
test.each<[string, Partial<AssumeRoleWithWebIdentityCommandInput>, string]>([
  ['that is too short', { DurationSeconds: 899 }, 'ValidationError'],
  ['that is too long', { DurationSeconds: 43_201 }, 'ValidationError'],
  ['without a name', { RoleSessionName: '' }, 'ValidationError'],
  ['with a name that is none', { RoleSessionName: 'a b' }, 'ValidationError'],
  ['of no role', { RoleArn: 'release' }, 'ValidationError'],
  ['without a token', { WebIdentityToken: 'none' }, 'InvalidIdentityTokenException'],
  ['with a policy that is no JSON', { Policy: '{' }, 'MalformedPolicyDocumentException'],
  [
    'with a policy that denies',
    { Policy: policy({ Effect: 'Deny', Action: '*', Resource: '*' }) },
    'MalformedPolicyDocumentException',
  ],
  [
    'with a condition that nobody knows',
    { Policy: policy({ Action: '*', Resource: '*', Condition: { Bool: {} } }) },
    'MalformedPolicyDocumentException',
  ],
  ['with a policy that is too large', { Policy: ' '.repeat(2049) }, 'PackedPolicyTooLargeException'],
])('a session %s is refused', async (_, more, name) => {
  expect(await nameOf(() => assume(sandbox, more))).toBe(name)
})
test.each(['wrong-audience', 'wrong-issuer', 'alg-none', 'hs256', 'foreign-key', 'expired'] as const)(
  'a session of a token with %s is refused',
  async (defect) => {
    const minted = await sandbox.control({ op: 'mint', audience: 'sts.amazonaws.com', defect })
    const asked = assume(sandbox, { WebIdentityToken: minted.token })
    expect(await nameOf(() => asked)).toBe('InvalidIdentityTokenException')
  },
)

describe('an alias', () => {
  const other = '00000000-0000-4000-8000-000000000002'
  const target = async (): Promise<string | undefined> =>
    (await kmsClient(sandbox, credentials).send(new GetPublicKeyCommand({ KeyId: P256 }))).KeyId
  test('is pointed elsewhere until the next reset', async () => {
    const before = await target()
    await sandbox.control({ op: 'aws-alias', alias: P256, key: other })
    expect(await target()).toMatch(new RegExp(`${other}$`))
    await sandbox.control({ op: 'reset' })
    expect(await target()).toBe(before)
  })
  test.each([
    ['that is not there', 'alias/absent', other],
    ['to a key that is not there', P256, other.replace(/2$/, '9').replace(/^0/, 'f')],
  ])('%s is not pointed anywhere', async (_, alias, key) => {
    await expect(sandbox.control({ op: 'aws-alias', alias, key })).rejects.toThrow('aws-alias')
  })
})
