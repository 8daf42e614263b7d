// Public keys as JWKs, which Azure uses.
import { createPublicKey, type KeyObject } from 'node:crypto'
import { CURVES, PROTECTION_LEVELS } from './algorithms.ts'

/** The public members of Azure's JWKs: numbers as bytes. */
export interface PublicJwk {
  readonly kty?: string
  readonly crv?: string
  readonly n?: Uint8Array
  readonly e?: Uint8Array
  readonly x?: Uint8Array
  readonly y?: Uint8Array
}

/** Encodes a number as base64url; undefined for an absent or empty one, which node:crypto would take for zero. */
const base64url = (bytes: Uint8Array | undefined): string | undefined =>
  bytes === undefined || bytes.length === 0 ? undefined : Buffer.from(bytes).toString('base64url')

function jwkMembers({ kty, crv, n, e, x, y }: PublicJwk): { readonly [name: string]: string | undefined } {
  const family = PROTECTION_LEVELS.get(kty ?? '')?.kty
  return family === 'RSA'
    ? { kty: family, n: base64url(n), e: base64url(e) }
    : { kty: family, crv: CURVES.get(crv ?? ''), x: base64url(x), y: base64url(y) }
}

/** Returns the key in a JWK; undefined if its numbers do not fit its type and curve. */
export function importJwk(jwk: PublicJwk): KeyObject | undefined {
  const key = jwkMembers(jwk)
  if (Object.values(key).includes(undefined)) return undefined
  try {
    return createPublicKey({ key, format: 'jwk' })
  } catch {
    // The parser's message is of no use to a reader.
    return undefined
  }
}
