// DER (X.690). Reading is strict where BER readers are lenient, and copies nothing: a signature covers the
// bytes as they stand, so they are never re-encoded before it is checked.

/** Identifier octets (X.690 §8.1.2.2, §8.1.2.4, §8.1.2.5). */
const CONTEXT_SPECIFIC = 0x80
const CONSTRUCTED = 0x20
/** Where the tag number itself would be, this says that it follows in further bytes. */
const HIGH_TAG_NUMBER = 0x1f

/** Length octets (X.690 §8.1.3.5): with this bit, the others count the bytes that hold the length. */
const LONG_FORM = 0x80
const LENGTH_COUNT = 0x7f

/** Subidentifiers of an OBJECT IDENTIFIER (X.690 §8.19.2): seven bits a byte, and this one where more follow. */
const MORE_FOLLOW = 0x80
const SUBIDENTIFIER_BITS = 0x7f
const SUBIDENTIFIER_BASE = 128
/** The first subidentifier holds two arcs, `root * 40 + second` (X.690 §8.19.4), and there are three roots (X.660). */
const SECOND_ARCS = 40
const LAST_ROOT = 2

/** With this bit in its first byte, an INTEGER is negative (X.690 §8.3.3). */
export const SIGN_BIT = 0x80

/** X.690 §11.1. */
const FALSE = 0x00
const TRUE = 0xff

/** Identifiers of the universal types (X.680 §8.6), with the form that DER gives them. */
export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  objectIdentifier: 0x06,
  utf8String: 0x0c,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const

/** `[number]`, constructed unless it holds a value of a primitive type implicitly. */
export const contextTag = (number: number, form: 'constructed' | 'primitive' = 'constructed'): number =>
  CONTEXT_SPECIFIC | (form === 'constructed' ? CONSTRUCTED : 0) | number

export interface Der {
  readonly tag: number
  readonly value: Buffer
  /** Tag and length included. */
  readonly whole: Buffer
}

/** Bytes that are not what they should be. The reader of a document turns it into an error that names the document. */
export class DerError extends Error {}

/** Lengths up to 16 MiB, which no bundle reaches. */
const MAX_LENGTH_BYTES = 3

/**
 * In one SEQUENCE or SET. Certificates have fewer than 32 extensions and timestamps fewer than 32 attributes.
 * An element can have two bytes, so that without a limit a megabyte would make half a million of them.
 */
const MAX_ELEMENTS = 256

/** Twice the longest object identifier in use. A longer one would fill the message that names it. */
const MAX_OID_BYTES = 64

/** X.690 §10.1: the definite form, with the fewest bytes. */
function lengthAt(bytes: Buffer, offset: number): { readonly length: number; readonly start: number } {
  const first = bytes[offset]
  if (first === undefined) throw new DerError('is cut short')
  if ((first & LONG_FORM) === 0) return { length: first, start: offset + 1 }
  const count = first & LENGTH_COUNT
  if (count === 0 || count > MAX_LENGTH_BYTES) throw new DerError('has a length that DER does not allow')
  if (offset + 1 + count > bytes.length) throw new DerError('is cut short')
  const length = bytes.readUIntBE(offset + 1, count)
  if (length < LONG_FORM || length < 2 ** (8 * (count - 1)))
    throw new DerError('has a length that is not minimal')
  return { length, start: offset + 1 + count }
}

function elementAt(bytes: Buffer, offset: number): Der {
  const tag = bytes[offset]
  if (tag === undefined) throw new DerError('is cut short')
  if ((tag & HIGH_TAG_NUMBER) === HIGH_TAG_NUMBER) throw new DerError('has a tag of more than one byte')
  const { length, start } = lengthAt(bytes, offset + 1)
  const end = start + length
  if (end > bytes.length) throw new DerError('is cut short')
  return { tag, value: bytes.subarray(start, end), whole: bytes.subarray(offset, end) }
}

/** All elements in `bytes`, with nothing left over. Throws DerError. */
export function readAll(bytes: Buffer): Der[] {
  const elements: Der[] = []
  for (let offset = 0; offset < bytes.length;) {
    if (elements.length === MAX_ELEMENTS) throw new DerError(`has over ${MAX_ELEMENTS} elements in one`)
    const element = elementAt(bytes, offset)
    elements.push(element)
    offset += element.whole.length
  }
  return elements
}

/** The one element in `bytes`, which must have this tag. Throws DerError. */
export function readOne(bytes: Buffer, tag: number): Der {
  const element = elementAt(bytes, 0)
  if (element.whole.length !== bytes.length) throw new DerError('has bytes after its end')
  return expectTag(element, tag)
}

/** Returns `element`, which must be there and have this tag. Throws DerError. */
export function expectTag(element: Der | undefined, tag: number): Der {
  if (element?.tag !== tag) throw new DerError('has another structure')
  return element
}

/** The elements of a SEQUENCE or SET. Throws DerError. */
export const readElements = (element: Der | undefined, tag: number = TAG.sequence): Der[] =>
  readAll(expectTag(element, tag).value)

/** A walk over the members of a sequence, some of which are optional. */
export class Members {
  readonly #elements: readonly Der[]
  #next = 0

  constructor(elements: readonly Der[]) {
    this.#elements = elements
  }

  /** The next member, which must have this tag. Throws DerError. */
  take(tag: number): Der {
    return expectTag(this.optional(tag), tag)
  }

  /** The next member, or undefined where it has another tag. */
  optional(tag: number): Der | undefined {
    const element = this.#elements[this.#next]
    if (element?.tag !== tag) return undefined
    this.#next += 1
    return element
  }

  /** Throws DerError where a member is left. */
  end(): void {
    if (this.#next < this.#elements.length) throw new DerError('has another structure')
  }
}

/** An OBJECT IDENTIFIER in dotted form. Throws DerError, also for a padded or huge arc. */
export function readOid(element: Der | undefined): string {
  const { value } = expectTag(element, TAG.objectIdentifier)
  if (value.length > MAX_OID_BYTES) throw new DerError('has an object identifier that is too long')
  const arcs: number[] = []
  let arc = 0
  let isOpen = false
  for (const byte of value) {
    if (!isOpen && byte === MORE_FOLLOW) throw new DerError('has an object identifier that is not minimal')
    arc = arc * SUBIDENTIFIER_BASE + (byte & SUBIDENTIFIER_BITS)
    if (!Number.isSafeInteger(arc)) throw new DerError('has an object identifier that is too long')
    isOpen = (byte & MORE_FOLLOW) !== 0
    if (!isOpen) {
      arcs.push(arc)
      arc = 0
    }
  }
  const [first, ...rest] = arcs
  if (first === undefined || isOpen) throw new DerError('has an object identifier that is cut short')
  const root = Math.min(Math.floor(first / SECOND_ARCS), LAST_ROOT)
  return [root, first - root * SECOND_ARCS, ...rest].join('.')
}

/** The bytes of an INTEGER in two's complement, which must be as few as possible (X.690 §8.3.2). Throws DerError. */
export function readInteger(element: Der | undefined): Buffer {
  const { value } = expectTag(element, TAG.integer)
  const [first, second] = value
  if (first === undefined) throw new DerError('has an empty integer')
  const sign = (second ?? 0) & SIGN_BIT
  if (value.length > 1 && ((first === 0x00 && sign === 0) || (first === 0xff && sign !== 0))) {
    throw new DerError('has an integer that is not minimal')
  }
  return value
}

/** An INTEGER from 0 to 127, such as a version or a path length. Throws DerError. */
export function readSmallInteger(element: Der | undefined): number {
  const [byte, ...rest] = readInteger(element)
  if (byte === undefined || (byte & SIGN_BIT) !== 0 || rest.length > 0)
    throw new DerError('has a number out of range')
  return byte
}

/** A BOOLEAN, in the one encoding that DER has for each value. Throws DerError. */
export function readBoolean(element: Der | undefined): boolean {
  const { value } = expectTag(element, TAG.boolean)
  if (value.length !== 1 || (value[0] !== FALSE && value[0] !== TRUE))
    throw new DerError('has a malformed boolean')
  return value[0] === TRUE
}

/** A BIT STRING of whole bytes, such as a key or a signature: its first byte counts unused bits (X.690 §8.6.2.2). Throws DerError. */
export function readBitString(element: Der | undefined): Buffer {
  const { value } = expectTag(element, TAG.bitString)
  if (value[0] !== 0) throw new DerError('has a bit string of other than whole bytes')
  return value.subarray(1)
}

function encodedLength(length: number): Buffer {
  if (length < LONG_FORM) return Buffer.from([length])
  const count = length < 0x100 ? 1 : length < 0x10000 ? 2 : MAX_LENGTH_BYTES
  const bytes = Buffer.alloc(1 + count, LONG_FORM | count)
  bytes.writeUIntBE(length, 1, count)
  return bytes
}

/** An element around `parts`. */
export function encodeDer(tag: number, parts: readonly Uint8Array[]): Buffer {
  const value = Buffer.concat(parts)
  return Buffer.concat([Buffer.from([tag]), encodedLength(value.length), value])
}
