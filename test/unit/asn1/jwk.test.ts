// From r and s side by side to DER, held against an independent reader and writer.
import { describe, expect, test } from '@jest/globals'
import { fromBER, Integer, Sequence } from 'asn1js'
import fc from 'fast-check'
import { p256, p384, p521 } from '@noble/curves/nist.js'
import { derSignature } from '@open-claw/asn1'

/** r and s as a reader of ASN.1 finds them, and whether the bytes are the only ones that it would write. */
function readBack(der: Buffer): { readonly numbers: readonly bigint[]; readonly isCanonical: boolean } {
  const { offset, result } = fromBER(new Uint8Array(der).buffer)
  if (!(result instanceof Sequence) || offset !== der.length) throw new Error('no SEQUENCE')
  const integers = result.valueBlock.value.map((value) => {
    if (!(value instanceof Integer)) throw new Error('no INTEGER')
    return value.toBigInt()
  })
  const written = new Sequence({ value: integers.map((value) => Integer.fromBigInt(value)) }).toBER()
  return { numbers: integers, isCanonical: Buffer.from(written).equals(der) }
}

const numberOf = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex')}`)

/** Numbers of `size` bytes, among them many with leading zeros and with the highest bit set. */
const number = (size: number): fc.Arbitrary<Uint8Array> =>
  fc
    .tuple(
      fc.uint8Array({ minLength: size, maxLength: size }),
      fc.integer({ min: 0, max: size }),
      fc.constantFrom(0x01, 0x7f, 0x80, 0xff),
    )
    .map(([bytes, zeros, first]) => bytes.map((byte, at) => (at < zeros ? 0 : at === zeros ? first : byte)))

describe.each([
  [32, p256],
  [48, p384],
  [66, p521],
] as const)('a signature of two numbers of %d bytes', (size, curve) => {
  test('is DER that reads as the same two numbers, in the shortest form', () => {
    fc.assert(
      fc.property(number(size), number(size), (r, s) => {
        const { numbers, isCanonical } = readBack(derSignature(Buffer.concat([r, s])))
        expect(numbers).toEqual([numberOf(r), numberOf(s)])
        expect(isCanonical).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
  test('is what another writer makes of it', () => {
    const { secretKey } = curve.keygen()
    for (let count = 0; count < 50; count += 1) {
      const raw = curve.sign(Uint8Array.of(count), secretKey, { format: 'compact', lowS: false })
      const expected = curve.Signature.fromBytes(raw, 'compact').toBytes('der')
      expect(derSignature(raw)).toEqual(Buffer.from(expected))
    }
  })
})

test.each([
  ['zeros', '00'.repeat(64), '3006020100020100'],
  ['ones in the last bytes', `${'00'.repeat(31)}01`.repeat(2), '3006020101020101'],
  ['highest bits alone', `80${'00'.repeat(31)}`.repeat(2), `3046${`02210080${'00'.repeat(31)}`.repeat(2)}`],
  ['the longest numbers', 'ff'.repeat(132), `30818a${`024300${'ff'.repeat(66)}`.repeat(2)}`],
])('%s', (_, raw, der) => {
  expect(derSignature(Buffer.from(raw, 'hex')).toString('hex')).toBe(der)
})
