// Public keys in the forms that key services give, as keys of node:crypto.
import { createPublicKey, type KeyObject } from 'node:crypto'
import { encodeDer, TAG } from './der.ts'

/** 2.16.840.1.101.3.4.3, the arc of NIST for signature algorithms. */
const NIST_SIGNATURES = [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x03] as const

/** Arcs of the algorithm identifiers below it (RFC 9881, RFC 9909), by type of node:crypto. */
const NIST_SIGNATURE_ARCS: ReadonlyMap<string, number> = new Map([
  ['ml-dsa-44', 17],
  ['ml-dsa-65', 18],
  ['ml-dsa-87', 19],
  ['slh-dsa-sha2-128s', 20],
])

/** A BIT STRING of whole bytes leaves none of its last bits unused. */
const NO_UNUSED_BITS = Uint8Array.of(0)

/**
 * The key around the raw bytes of FIPS 204 and 205; undefined where `type` of node:crypto is none of
 * theirs. Throws what node:crypto throws for bytes that are not a key of the type.
 */
export function importRawKey(raw: Buffer, type: string): KeyObject | undefined {
  const arc = NIST_SIGNATURE_ARCS.get(type)
  if (arc === undefined) return undefined
  const algorithm = encodeDer(TAG.objectIdentifier, [Uint8Array.of(...NIST_SIGNATURES, arc)])
  const key = encodeDer(TAG.sequence, [
    encodeDer(TAG.sequence, [algorithm]),
    encodeDer(TAG.bitString, [NO_UNUSED_BITS, raw]),
  ])
  return createPublicKey({ key, format: 'der', type: 'spki' })
}

/** The key in a PEM block; undefined for any other block: createPublicKey takes private keys and certificates too. */
export function importPemKey(pem: string): KeyObject | undefined {
  return pem.startsWith('-----BEGIN PUBLIC KEY-----') ? createPublicKey(pem) : undefined
}
