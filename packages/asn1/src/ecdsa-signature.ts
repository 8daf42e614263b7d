// Signatures of ECDSA in the form that X.509 has them.
const derOf = (tag: number, content: Uint8Array): Buffer => {
  const { length } = content
  return Buffer.concat([Buffer.from(length < 0x80 ? [tag, length] : [tag, 0x81, length]), content])
}

/** A positive INTEGER: as short as it can be, and not taken for a negative one (X.690 §8.3). */
function derInteger(bytes: Uint8Array): Buffer {
  const from = bytes.findIndex((byte) => byte !== 0)
  const significant = from === -1 ? Uint8Array.of(0) : bytes.subarray(from)
  const isNegative = (significant[0] ?? 0) >= 0x80
  return derOf(0x02, isNegative ? Buffer.concat([Uint8Array.of(0), significant]) : significant)
}

/** ECDSA-Sig-Value (RFC 3279 §2.2.3) of r and s side by side, as RFC 7518 §3.4 has them; at most 132 bytes. */
export function derSignature(raw: Uint8Array): Buffer {
  const half = raw.length / 2
  return derOf(0x30, Buffer.concat([derInteger(raw.subarray(0, half)), derInteger(raw.subarray(half))]))
}
