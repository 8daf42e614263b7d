// ECDSA signatures in the form of X.509.
import { encodeDer, SIGN_BIT, TAG } from './der.ts'

/** A positive INTEGER, as short as possible and with a zero before it where it would be negative (X.690 §8.3). */
function encodePositive(bytes: Uint8Array): Buffer {
  const from = bytes.findIndex((byte) => byte !== 0)
  const significant = from === -1 ? Uint8Array.of(0) : bytes.subarray(from)
  const isNegative = ((significant[0] ?? 0) & SIGN_BIT) !== 0
  return encodeDer(TAG.integer, isNegative ? [Uint8Array.of(0), significant] : [significant])
}

/** ECDSA-Sig-Value (RFC 3279 §2.2.3) of r and s side by side, as RFC 7518 §3.4 has them; at most 132 bytes. */
export function derSignature(raw: Uint8Array): Buffer {
  const half = raw.length / 2
  return encodeDer(TAG.sequence, [encodePositive(raw.subarray(0, half)), encodePositive(raw.subarray(half))])
}
