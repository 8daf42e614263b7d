// Keys that are being made, moved or taken away, and a clock that the client of AWS corrects by itself.
import { generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { crc32c } from '@open-claw/core'
import { caseJson, describeWithCases } from '../../support/cases.ts'
import { refusal } from '../../support/errors.ts'
import { awsServiceAt, awsUri, fixed, P256_ARN } from '../aws/keys.ts'
import { RawBody, startScriptedAws, type ScriptedAws } from '../aws/scripted.ts'
import { minting, resourceOf, serviceAt, uriOf } from './keys.ts'
import { startScriptedKms, type ScriptedKms } from './scripted-kms.ts'

const SESSION = {
  accessKeyId: 'ASIACANARYCANARY1234',
  secretAccessKey: 'canary-secret-access-key',
  sessionToken: 'canary-session-token',
  expires: Date.now() + 900_000,
}
const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })

let aws: ScriptedAws
let kms: ScriptedKms
beforeAll(async () => {
  aws = await startScriptedAws()
  kms = await startScriptedKms()
})
afterAll(() => {
  aws.stop()
  kms.stop()
})

const keyOf = (arn: string) => ({
  KeyId: arn,
  PublicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
  KeySpec: 'ECC_NIST_P256',
  KeyUsage: 'SIGN_VERIFY',
  SigningAlgorithms: ['ECDSA_SHA_256'],
})
const setup = () => awsServiceAt(`http://127.0.0.1:${aws.port}`, fixed(SESSION))

/** Opens a key in each of `states` in turn, the last of them for good. */
function openIn(...states: readonly string[]) {
  const left = [...states]
  const metadata = { Arn: P256_ARN, Origin: 'AWS_KMS' }
  aws.play({
    GetPublicKey: () => keyOf(P256_ARN),
    DescribeKey: () => ({
      KeyMetadata: { ...metadata, KeyState: left.length > 1 ? left.shift() : left[0] },
    }),
  })
  return setup().service.open(awsUri(P256_ARN))
}

describe('the state of a key of AWS', () => {
  test.each([['Enabled'], ['Updating'], ['Creating', 'Creating', 'Enabled'], ['Unavailable', 'Updating']])(
    '%s, %s, %s: opens',
    async (...states) => {
      expect((await openIn(...states.filter((state) => state !== undefined))).uri).toBe(awsUri(P256_ARN))
    },
  )
  test.each([
    ['Disabled', /disabled.*Enable it/],
    ['PendingDeletion', /to be deleted.*cancel the deletion/],
    ['PendingReplicaDeletion', /once its replicas are/],
    ['PendingImport', /no key material.*Import/],
    ['Creating', /still being made.*few minutes/],
    ['Unavailable', /key store is not connected/],
    ['Melting', /in the state Melting/],
  ])('%s is KEY_UNUSABLE, with what mends it', async (state, says) => {
    const error = await refusal(() => openIn(state))
    expect([error.code, `${error.message} ${error.remedy}`]).toEqual([
      'KEY_UNUSABLE',
      expect.stringMatching(says),
    ])
  })
})

describeWithCases('a key of AWS as it was described in real use', () => {
  test('is opened while it is updated', async () => {
    const answer = caseJson('22-answers/aws-describe-key-updating.json')
    const arn = String(answer.KeyMetadata.Arn)
    aws.play({ GetPublicKey: () => keyOf(arn), DescribeKey: () => answer })
    const key = await setup().service.open(awsUri(arn))
    expect([key.uri, key.protectionLevel]).toEqual([awsUri(arn), 'AWS_KMS'])
  })
})

describe('the clock of this machine', () => {
  const HOUR_MS = 3_600_000
  const stamp = (header: unknown): number =>
    Date.parse(String(header).replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))

  test.each([HOUR_MS, -HOUR_MS])('is corrected by the answer where AWS is %d ms ahead', async (ahead) => {
    const refused = () =>
      new RawBody(
        400,
        JSON.stringify({
          __type: 'InvalidSignatureException',
          message: 'Signature expired: a is now earlier than b',
        }),
        { date: new Date(Date.now() + ahead).toUTCString() },
      )
    const answer = (good: object) => () => {
      const signed = stamp(aws.headers.at(-1)?.['x-amz-date'])
      return Math.abs(signed - (Date.now() + ahead)) < 300_000 ? good : refused()
    }
    aws.play({
      GetPublicKey: answer(keyOf(P256_ARN)),
      DescribeKey: answer({ KeyMetadata: { Arn: P256_ARN, KeyState: 'Enabled', Origin: 'AWS_KMS' } }),
    })
    expect((await setup().service.open(awsUri(P256_ARN))).uri).toBe(awsUri(P256_ARN))
  })
})

describe('a key of Google without a version in its URI', () => {
  const pem = String(publicKey.export({ type: 'spki', format: 'pem' }))
  const version = (number: number, state: string) => ({ name: resourceOf('k', String(number)), state })
  const listed = (versions: readonly { readonly state: string }[]) => (request: Record<string, any>) => ({
    cryptoKeyVersions: versions.filter(({ state }) => request['filter'] === `state=${state}`),
  })
  const open = () => serviceAt(`http://127.0.0.1:${kms.port}`, minting('ya29.t')).service.open(uriOf('k'))

  test('is asked for again while its first version is being generated', async () => {
    let lists = 0
    kms.play({
      ListCryptoKeyVersions: (request) => {
        lists += 1
        return listed([version(1, lists < 4 ? 'PENDING_GENERATION' : 'ENABLED')])(request)
      },
      GetPublicKey: () => ({
        name: resourceOf('k', '1'),
        algorithm: 'EC_SIGN_P256_SHA256',
        protectionLevel: 'HSM',
        pem,
        pemCrc32c: { value: String(crc32c(Buffer.from(pem))) },
      }),
    })
    expect((await open()).uri).toBe(uriOf('k', '1'))
  })
  test('that takes too long says so', async () => {
    kms.play({ ListCryptoKeyVersions: listed([version(1, 'PENDING_GENERATION')]) })
    const error = await refusal(open)
    expect(error.code).toBe('KEY_UNUSABLE')
    expect(`${error.message} ${error.remedy}`).toMatch(/still being generated.*few minutes/)
  })
  test('whose versions are all destroyed is not asked for again', async () => {
    kms.play({ ListCryptoKeyVersions: listed([version(1, 'DESTROYED')]) })
    expect((await refusal(open)).message).toContain('no enabled version')
    expect(kms.asked).toHaveLength(3)
  })
})
