// Keys of node:crypto from the forms in which key services give public keys.
import { createPublicKey, type KeyObject } from 'node:crypto'
import { encodeDer, TAG } from './der.ts'

/** The contents octets of 2.16.840.1.101.3.4.3, the arc of NIST for signature algorithms. */
const NIST_SIGNATURES = [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x03] as const

/** Arcs below it: id-ml-dsa-44 and so on (RFC 9881 §2), id-slh-dsa-sha2-128s (RFC 9909 §3), by types of node:crypto. */
const NIST_SIGNATURE_ARCS: ReadonlyMap<string, number> = new Map([
  ['ml-dsa-44', 17],
  ['ml-dsa-65', 18],
  ['ml-dsa-87', 19],
  ['slh-dsa-sha2-128s', 20],
])

/** The first byte of a BIT STRING, which counts its unused bits (X.690 §8.6.2.2). */
const NO_UNUSED_BITS = Uint8Array.of(0)

/**
 * A key from its raw bytes (FIPS 204, FIPS 205). Undefined where `type`, a type of node:crypto, is of neither
 * standard. Throws what node:crypto throws for bytes that are not a key of the type.
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

/** The key in a PEM block of a public key. Undefined for any other text: createPublicKey takes private keys and certificates too. */
export function importPemKey(pem: string): KeyObject | undefined {
  return pem.startsWith('-----BEGIN PUBLIC KEY-----') ? createPublicKey(pem) : undefined
}
