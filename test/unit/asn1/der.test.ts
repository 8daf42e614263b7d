import { describe, expect, test } from '@jest/globals'
import {
  readBoolean,
  DerError,
  readElements,
  encodeDer,
  Members,
  readOid,
  readOne,
  readSmallInteger,
  TAG,
  type Der,
} from '@open-claw/asn1'
import { readBitString, readInteger, readAll } from '../../../packages/asn1/src/der.ts'

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex')
const read = (text: string): Der => {
  const [element, ...others] = readAll(hex(text))
  if (element === undefined || others.length > 0) throw new Error('not one element')
  return element
}

// Case 47
describe('lengths', () => {
  test.each([0, 1, 127, 128, 255, 256, 65_535, 65_536, 100_000])(
    'of %d bytes are read as they are written',
    (size) => {
      const bytes = Buffer.alloc(size, 7)
      const encoded = encodeDer(TAG.octetString, [bytes.subarray(0, size >> 1), bytes.subarray(size >> 1)])
      expect(readOne(encoded, TAG.octetString).value).toEqual(bytes)
      expect(() => readOne(Buffer.concat([encoded, Buffer.from([0])]), TAG.octetString)).toThrow(
        'bytes after its end',
      )
      expect(() => readAll(encoded.subarray(0, -1))).toThrow('cut short')
    },
  )

  test.each([
    ['indefinite', '30 80 00 00'],
    ['in more bytes than needed', '04 81 01 00'],
    ['with a leading zero', `04 82 00 80 ${'00'.repeat(128)}`],
    ['in four bytes', '04 84 00 00 00 01 00'],
    ['reserved', '04 ff 00'],
    ['cut short', '04 82 01'],
    ['missing', '04'],
    ['beyond the end', '04 02 00'],
  ])('that are %s are refused', (_, text) => {
    expect(() => readAll(hex(text))).toThrow(/length|cut short/)
  })

  test('a tag of more than one byte is refused', () => {
    expect(() => readAll(hex('1f 81 00 00'))).toThrow('tag of more than one byte')
  })

  test('nothing is no element', () => {
    expect(readAll(Buffer.alloc(0))).toEqual([])
    expect(() => readOne(Buffer.alloc(0), TAG.sequence)).toThrow('cut short')
  })
})

describe('object identifiers', () => {
  test.each([
    ['06 03 55 1d 0f', '2.5.29.15'],
    ['06 0a 2b 06 01 04 01 83 bf 30 01 08', '1.3.6.1.4.1.57264.1.8'],
    ['06 03 88 37 03', '2.999.3'],
    ['06 01 00', '0.0'],
    ['06 01 27', '0.39'],
    ['06 01 50', '2.0'],
  ])('%s is %s', (text, dotted) => {
    expect(readOid(read(text))).toBe(dotted)
  })

  test.each([
    ['empty', '06 00'],
    ['cut short', '06 02 55 9d'],
    ['padded', '06 03 55 80 1d'],
    ['padded at its start', '06 02 80 55'],
    ['too long', `06 0c 2a ${'ff'.repeat(10)} 7f`],
    ['of another type', '04 03 55 1d 0f'],
  ])('that are %s are refused', (_, text) => {
    expect(() => readOid(read(text))).toThrow(DerError)
  })
})

describe('integers, booleans and bits', () => {
  test.each([
    ['02 01 00', '00'],
    ['02 02 00 80', '0080'],
    ['02 01 ff', 'ff'],
    ['02 02 ff 7f', 'ff7f'],
  ])('%s is an integer', (text, value) => {
    expect(readInteger(read(text)).toString('hex')).toBe(value)
  })

  test.each(['02 00', '02 02 00 7f', '02 02 ff 80', '04 01 00'])('%s is no integer', (text) => {
    expect(() => readInteger(read(text))).toThrow(DerError)
  })

  test.each(['02 01 80', '02 01 ff', '02 02 00 80', '02 02 01 00'])('%s is no small number', (text) => {
    expect(() => readSmallInteger(read(text))).toThrow('out of range')
  })

  test('true and false have one form each', () => {
    expect(readBoolean(read('01 01 ff'))).toBe(true)
    expect(readBoolean(read('01 01 00'))).toBe(false)
    for (const text of ['01 01 01', '01 00', '01 02 ff ff', '02 01 ff'])
      expect(() => readBoolean(read(text))).toThrow(DerError)
  })

  test('bits are whole bytes', () => {
    expect(readBitString(read('03 03 00 ab cd')).toString('hex')).toBe('abcd')
    for (const text of ['03 02 01 ab', '03 00', '04 02 00 ab'])
      expect(() => readBitString(read(text))).toThrow(DerError)
  })
})

test('members are taken in their order, and none is left', () => {
  const members = (): Members => new Members(readElements(read('30 06 02 01 05 01 01 ff')))
  const all = members()
  expect(all.optional(TAG.boolean)).toBeUndefined()
  expect(readSmallInteger(all.take(TAG.integer))).toBe(5)
  expect(() => all.end()).toThrow('another structure')
  expect(readBoolean(all.optional(TAG.boolean))).toBe(true)
  expect(() => all.end()).not.toThrow()
  expect(() => members().take(TAG.boolean)).toThrow('another structure')
  expect(() => all.take(TAG.boolean)).toThrow('another structure')
})
