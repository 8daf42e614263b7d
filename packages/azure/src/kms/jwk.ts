// Public keys in the form of JOSE, which Azure speaks.
import { createPublicKey, type KeyObject } from 'node:crypto'
import { CURVES, PROTECTION_LEVELS } from './algorithms.ts'

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
