// From the forms of JOSE, which Azure speaks, to those of X.509, which everybody else does.
import { createPublicKey, type KeyObject } from 'node:crypto'
import { CURVES, PROTECTION_LEVELS } from './algorithms.ts'

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

/** The public members of a JWK of Azure: numbers as bytes. */
export interface PublicJwk {
  readonly kty?: string
  readonly crv?: string
  readonly n?: Uint8Array
  readonly e?: Uint8Array
  readonly x?: Uint8Array
  readonly y?: Uint8Array
}

/** base64url, or undefined for no number: node:crypto takes an empty one for zero. */
const text = (bytes: Uint8Array | undefined): string | undefined =>
  bytes === undefined || bytes.length === 0 ? undefined : Buffer.from(bytes).toString('base64url')

function membersOf({ kty, crv, n, e, x, y }: PublicJwk): { readonly [name: string]: string | undefined } {
  const family = PROTECTION_LEVELS.get(kty ?? '')?.kty
  return family === 'RSA'
    ? { kty: family, n: text(n), e: text(e) }
    : { kty: family, crv: CURVES.get(crv ?? ''), x: text(x), y: text(y) }
}

/** The key in a JWK; undefined where its numbers are none of its type and curve. */
export function importJwk(jwk: PublicJwk): KeyObject | undefined {
  const key = membersOf(jwk)
  if (Object.values(key).includes(undefined)) return undefined
  try {
    return createPublicKey({ key, format: 'jwk' })
  } catch {
    // The parser's own message says nothing that a reader could use.
    return undefined
  }
}
