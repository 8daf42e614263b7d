// DER (X.690). Reading is strict where BER readers are lenient, and without copies: a signature covers the
// bytes as they stand, so that nothing is ever written again before it is checked.

/** Tags of X.690 §8 with their class and form. */
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
  (form === 'constructed' ? 0xa0 : 0x80) | number

export interface Der {
  readonly tag: number
  readonly value: Buffer
  /** Tag and length included. */
  readonly whole: Buffer
}

/** Bytes that are not what was expected. Whoever reads a document turns it into an error that names the document. */
export class DerError extends Error {}

/** Up to 16 MiB, which is more than a bundle has. */
const MAX_LENGTH_BYTES = 3

/**
 * In one SEQUENCE or SET. Nothing that is read here has 32: neither the extensions of a certificate nor the
 * attributes of a timestamp. Two bytes are an element, so that a megabyte would make a million of them.
 */
const MAX_ELEMENTS = 256

/** No object identifier in use has half of it; a longer one would fill the message that names it. */
const MAX_OID_BYTES = 64

/** X.690 §10.1: the definite form, with the fewest bytes. */
function lengthAt(bytes: Buffer, offset: number): { readonly length: number; readonly start: number } {
  const first = bytes[offset]
  if (first === undefined) throw new DerError('is cut short')
  if (first < 0x80) return { length: first, start: offset + 1 }
  const count = first & 0x7f
  if (count === 0 || count > MAX_LENGTH_BYTES) throw new DerError('has a length that DER does not allow')
  if (offset + 1 + count > bytes.length) throw new DerError('is cut short')
  const length = bytes.readUIntBE(offset + 1, count)
  if (length < 0x80 || length < 2 ** (8 * (count - 1))) throw new DerError('has a length that is not minimal')
  return { length, start: offset + 1 + count }
}

function elementAt(bytes: Buffer, offset: number): Der {
  const tag = bytes[offset]
  if (tag === undefined) throw new DerError('is cut short')
  if ((tag & 0x1f) === 0x1f) throw new DerError('has a tag of more than one byte')
  const { length, start } = lengthAt(bytes, offset + 1)
  const end = start + length
  if (end > bytes.length) throw new DerError('is cut short')
  return { tag, value: bytes.subarray(start, end), whole: bytes.subarray(offset, end) }
}

/** The elements that `bytes` are made of, with nothing left over. Throws DerError. */
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

/** The one element that `bytes` are, with this tag. Throws DerError. */
export function readOne(bytes: Buffer, tag: number): Der {
  const element = elementAt(bytes, 0)
  if (element.whole.length !== bytes.length) throw new DerError('has bytes after its end')
  return expectTag(element, tag)
}

/** `element`, if it is there and has this tag. Throws DerError. */
export function expectTag(element: Der | undefined, tag: number): Der {
  if (element?.tag !== tag) throw new DerError('has another structure')
  return element
}

/** What a SEQUENCE or SET holds. Throws DerError. */
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

  /** The next member where it has this tag. */
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

/** Dotted form. Throws DerError for what is no OBJECT IDENTIFIER or has a padded or huge arc. */
export function readOid(element: Der | undefined): string {
  const { value } = expectTag(element, TAG.objectIdentifier)
  if (value.length > MAX_OID_BYTES) throw new DerError('has an object identifier that is too long')
  const arcs: number[] = []
  let arc = 0
  let isOpen = false
  for (const byte of value) {
    if (!isOpen && byte === 0x80) throw new DerError('has an object identifier that is not minimal')
    arc = arc * 128 + (byte & 0x7f)
    if (!Number.isSafeInteger(arc)) throw new DerError('has an object identifier that is too long')
    isOpen = (byte & 0x80) !== 0
    if (!isOpen) {
      arcs.push(arc)
      arc = 0
    }
  }
  const [first, ...rest] = arcs
  if (first === undefined || isOpen) throw new DerError('has an object identifier that is cut short')
  const root = Math.min(Math.floor(first / 40), 2)
  return [root, first - root * 40, ...rest].join('.')
}

/** Bytes of an INTEGER in two's complement, without needless ones (X.690 §8.3.2). Throws DerError. */
export function readInteger(element: Der | undefined): Buffer {
  const { value } = expectTag(element, TAG.integer)
  const [first, second] = value
  if (first === undefined) throw new DerError('has an empty integer')
  const sign = (second ?? 0) & 0x80
  if (value.length > 1 && ((first === 0 && sign === 0) || (first === 0xff && sign !== 0))) {
    throw new DerError('has an integer that is not minimal')
  }
  return value
}

/** A number from 0 to 127, as versions and path lengths are. Throws DerError. */
export function readSmallInteger(element: Der | undefined): number {
  const [byte, ...rest] = readInteger(element)
  if (byte === undefined || byte > 0x7f || rest.length > 0) throw new DerError('has a number out of range')
  return byte
}

/** X.690 §11.1: 00 or FF. Throws DerError. */
export function readBoolean(element: Der | undefined): boolean {
  const { value } = expectTag(element, TAG.boolean)
  if (value.length !== 1 || (value[0] !== 0 && value[0] !== 0xff))
    throw new DerError('has a malformed boolean')
  return value[0] === 0xff
}

/** A BIT STRING of whole bytes: keys and signatures. Throws DerError. */
export function readBitString(element: Der | undefined): Buffer {
  const { value } = expectTag(element, TAG.bitString)
  if (value[0] !== 0) throw new DerError('has a bit string of other than whole bytes')
  return value.subarray(1)
}

function encodedLength(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length])
  const count = length < 0x100 ? 1 : length < 0x10000 ? 2 : MAX_LENGTH_BYTES
  const bytes = Buffer.alloc(1 + count, 0x80 | count)
  bytes.writeUIntBE(length, 1, count)
  return bytes
}

/** An element around `parts`. */
export function encodeDer(tag: number, parts: readonly Uint8Array[]): Buffer {
  const value = Buffer.concat(parts)
  return Buffer.concat([Buffer.from([tag]), encodedLength(value.length), value])
}
