// What becomes of each status of gRPC, and what of the client's error is kept.
import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from '@jest/globals'
import { crc32c } from '@open-claw/core'
import { codeOf, refusal } from '../../support/errors.ts'
import { resourceOf, uriOf } from './keys.ts'
import { Refusal } from './scripted-kms.ts'
import { scriptedService } from './scripted-service.ts'

const TOKEN = 'ya29.canary-of-the-job'
const URI = uriOf('k', '1')
const PEM = String(
  generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ type: 'spki', format: 'pem' }),
)
const GOOD = {
  name: resourceOf('k', '1'),
  algorithm: 'EC_SIGN_P256_SHA256',
  protectionLevel: 'HSM',
  pem: PEM,
  pemCrc32c: { value: String(crc32c(Buffer.from(PEM))) },
}

const { kms, methods, setup } = await scriptedService(TOKEN)

const failWith = (...refusal_: ConstructorParameters<typeof Refusal>): void =>
  kms.play({
    GetPublicKey: () => {
      throw new Refusal(...refusal_)
    },
  })
test.each([
  [1, 'KMS_FAILED', 1],
  [2, 'KMS_FAILED', 1],
  [3, 'KEY_UNUSABLE', 2],
  [4, 'KMS_FAILED', 8],
  [5, 'KEY_NOT_FOUND', 1],
  [6, 'KMS_FAILED', 1],
  [7, 'KEY_FORBIDDEN', 1],
  [8, 'KMS_FAILED', 8],
  [9, 'KEY_UNUSABLE', 1],
  [10, 'KMS_FAILED', 1],
  [11, 'KMS_FAILED', 1],
  [12, 'KMS_FAILED', 1],
  [13, 'KMS_FAILED', 8],
  [14, 'KMS_FAILED', 8],
  [15, 'KMS_FAILED', 1],
  [16, 'KEY_FORBIDDEN', 1],
])('a status of code %d is %s after %d calls', async (code, expected, asked) => {
  failWith(code, 'no')
  expect(await codeOf(() => setup().service.open(URI))).toBe(expected)
  expect(methods()).toHaveLength(asked)
})
test('a status that quotes the request shows neither its token nor what it hides', async () => {
  failWith(16, `bad authorization: Bearer ${TOKEN}; ${TOKEN} \n::error::\u001b[2J`)
  const error = await refusal(() => setup().service.open(URI))
  const shown = `${error.message} ${String(error.cause)} ${error.stack} ${JSON.stringify(error.cause)}`
  expect(shown).not.toContain('canary')
  expect(String(error.cause)).toContain(String.raw`\u{a}::error::\u{1b}[2J`)
})
test('a status keeps nothing of the client as its cause', async () => {
  failWith(7, 'no')
  const { cause } = await refusal(() => setup().service.open(URI))
  expect(cause).toBeInstanceOf(Error)
  expect(Object.keys(cause as object)).toEqual([])
})

/** google.rpc.Status with one google.rpc.RetryInfo, in protobuf's wire format. */
const retryInfo = (seconds: number): Buffer => {
  const field = (tag: number, bytes: Buffer): Buffer =>
    Buffer.concat([Buffer.from([tag, bytes.length]), bytes])
  const delay = field(0x0a, Buffer.from([0x08, seconds]))
  const type = Buffer.from('type.googleapis.com/google.rpc.RetryInfo')
  return Buffer.concat([
    Buffer.from([0x08, 14]),
    field(0x1a, Buffer.concat([field(0x0a, type), field(0x12, delay)])),
  ])
}
test('a status that says when to come again is obeyed', async () => {
  let left = 1
  kms.play({
    GetPublicKey: () => {
      left -= 1
      if (left < 0) return GOOD
      throw new Refusal(14, 'later', retryInfo(7))
    },
  })
  const { service, clock } = setup()
  await service.open(URI)
  expect(clock.sleeps).toEqual([7000])
})
test('a status that says to come again too late ends it', async () => {
  failWith(14, 'later', retryInfo(91))
  const { service, clock } = setup()
  expect(await codeOf(() => service.open(URI))).toBe('KMS_FAILED')
  expect(clock.sleeps).toEqual([])
  expect(methods()).toHaveLength(1)
})
