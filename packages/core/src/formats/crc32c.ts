// CRC-32C (Castagnoli, RFC 3720 appendix B.4), the checksum of Google's APIs. node:zlib has CRC-32 alone.

/** The polynomial 0x1EDC6F41 of CRC-32C with its bits reversed: the lowest bit is divided first. */
const POLYNOMIAL = 0x82f63b78
/** Initial value and final XOR of RFC 3720 §12.1. */
const ALL_ONES = 0xffffffff

const TABLE: Uint32Array = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ POLYNOMIAL : value >>> 1
  return value >>> 0
})

/** The checksum of `bytes` as an unsigned 32-bit number. */
export function crc32c(bytes: Uint8Array): number {
  let value = ALL_ONES
  for (const byte of bytes) value = (value >>> 8) ^ (TABLE[(value ^ byte) & 0xff] ?? 0)
  return (value ^ ALL_ONES) >>> 0
}
