// The two numbers of an ECDSA signature, in every way of writing them that some checker somewhere takes.
import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { expect, test } from '@jest/globals'
import { trustedKey, verifyDigest } from '@open-claw/core'
import { verifyMessage } from '../../../packages/core/src/keys/signature.ts'

const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
const key = trustedKey('k', publicKey.export({ type: 'spki', format: 'der' }))
const message = Buffer.from('message')
const digest = createHash('sha256').update(message).digest()
const raw = sign('sha256', message, { key: privateKey, dsaEncoding: 'ieee-p1363' })
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n
const numberOf = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex')}`)
const [r, s] = [numberOf(raw.subarray(0, 32)), numberOf(raw.subarray(32))]
const bytesOf = (value: bigint): Buffer => {
  const hex = value.toString(16)
  const bytes = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex')
  return (bytes[0] ?? 0) < 0x80 ? bytes : Buffer.concat([Buffer.alloc(1), bytes])
}
const tlv = (tag: number, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts)
  return Buffer.concat([Buffer.from([tag, body.length]), body])
}
const der = (first: Buffer, second: Buffer): Buffer => tlv(0x30, tlv(2, first), tlv(2, second))
const answers = async (signature: Buffer): Promise<boolean[]> => [
  await verifyDigest(key, digest, signature),
  verifyMessage(key, message, signature),
]
const good = der(bytesOf(r), bytesOf(s))

test.each([
  ['as it was made', good],
  ['with the other half of s, as HSMs make it', der(bytesOf(r), bytesOf(ORDER - s))],
])(
  'ECDSA signatures have one encoding (X.690, DER), and both ways of checking agree on it %s: valid',
  async (_, signature) => {
    expect(await answers(signature)).toEqual([true, true])
  },
)

const zero = Buffer.alloc(1)
test.each([
  ['nothing', Buffer.alloc(0)],
  ['r of zero', der(zero, bytesOf(s))],
  ['s of zero', der(bytesOf(r), zero)],
  ['both zero', der(zero, zero)],
  ['r of the order', der(bytesOf(ORDER), bytesOf(s))],
  ['s over the order', der(bytesOf(r), bytesOf(s + ORDER))],
  ['r over the order', der(bytesOf(r + ORDER), bytesOf(s))],
  ['s of the order', der(bytesOf(r), bytesOf(ORDER))],
  ['r padded', der(Buffer.concat([zero, bytesOf(r)]), bytesOf(s))],
  ['s padded', der(bytesOf(r), Buffer.concat([zero, bytesOf(s)]))],
  ['an empty r', der(Buffer.alloc(0), bytesOf(s))],
  ['a byte after it', Buffer.concat([good, zero])],
  ['a byte after s, inside', tlv(0x30, tlv(2, bytesOf(r)), tlv(2, bytesOf(s)), zero)],
  [
    'a length in the long form',
    Buffer.concat([Buffer.from([0x30, 0x81, good.length - 2]), good.subarray(2)]),
  ],
  ['a length without end', Buffer.concat([Buffer.from([0x30, 0x80]), good.subarray(2), Buffer.alloc(2)])],
  ['a set in place of a sequence', Buffer.concat([Buffer.from([0x31]), good.subarray(1)])],
  ['raw, as in IEEE P1363', raw],
  ['cut', good.subarray(0, -1)],
])(
  'ECDSA signatures have one encoding (X.690, DER), and both ways of checking agree on it %s: invalid',
  async (_, signature) => {
    expect(await answers(signature)).toEqual([false, false])
  },
)
