// DER (X.690 §10), as far as certificates and timestamps need it.

/** Encodes one DER element. Lengths above 64 KiB do not occur here. */
export function element(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts)
  const size = content.length
  const length =
    size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, Math.floor(size / 0x100), size % 0x100]
  return Buffer.concat([Buffer.from([tag, ...length]), content])
}

export const sequence = (...parts: readonly Uint8Array[]): Buffer => element(0x30, ...parts)
export const octets = (bytes: Uint8Array): Buffer => element(0x04, bytes)
export const utf8 = (text: string): Buffer => element(0x0c, Buffer.from(text))
/** Wraps elements in an explicit tag `[number]`. */
export const explicit = (number: number, ...parts: readonly Uint8Array[]): Buffer =>
  element(0xa0 + number, ...parts)
export const TRUE: Buffer = element(0x01, Buffer.from([0xff]))

/** Encodes a SET OF, in the order that DER demands (X.690 §11.6). `tag` is its implicit tag, if any. */
export const derSet = (parts: readonly Buffer[], tag = 0x31): Buffer =>
  element(tag, ...parts.toSorted((one, other) => Buffer.compare(one, other)))

/** Encodes the INTEGER of an unsigned big-endian number. */
export function integer(value: number | Uint8Array): Buffer {
  const bytes = typeof value === 'number' ? Buffer.from([value]) : Buffer.from(value)
  const start = bytes.findIndex((byte) => byte !== 0)
  const digits = start === -1 ? Buffer.from([0]) : bytes.subarray(start)
  // A leading one bit would make it negative.
  const sign = (digits[0] ?? 0) >= 0x80 ? [0] : []
  return element(0x02, Buffer.from(sign), digits)
}

/** Encodes a BIT STRING with `unused` bits in its last byte. */
export const bits = (bytes: Uint8Array, unused = 0): Buffer =>
  element(0x03, Buffer.from([unused]), Buffer.from(bytes))

/** Encodes an OBJECT IDENTIFIER from its dotted form. */
export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...others] = dotted.split('.').map(Number)
  const encode = (arc: number): number[] => {
    const low = [arc % 0x80]
    for (let rest = Math.floor(arc / 0x80); rest > 0; rest = Math.floor(rest / 0x80))
      low.unshift((rest % 0x80) + 0x80)
    return low
  }
  return element(0x06, Buffer.from([first * 40 + second, ...others].flatMap(encode)))
}

const timeDigits = (time: number): string => new Date(time).toISOString().replaceAll(/[-:T]|\..*$/g, '')

/** Encodes UTCTime, as certificates have it until 2049 (RFC 5280 §4.1.2.5). `time` in milliseconds since the epoch. */
export const utcTime = (time: number): Buffer => element(0x17, Buffer.from(`${timeDigits(time).slice(2)}Z`))

/** Encodes GeneralizedTime with `digits` (0 to 9) after the second. DER allows no trailing zero (X.690 §11.7), so the last is at least 1. */
export function generalizedTime(time: number, digits: number): Buffer {
  const nanoseconds = `${String(time % 1000).padStart(3, '0')}${String(process.hrtime()[1] % 1_000_000).padStart(6, '0')}`
  const fraction = nanoseconds.slice(0, digits).replace(/0$/, '1')
  return element(0x18, Buffer.from(`${timeDigits(time)}${fraction === '' ? '' : `.${fraction}`}Z`))
}
