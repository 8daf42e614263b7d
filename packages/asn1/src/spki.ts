// From the public keys that Google gives to SubjectPublicKeyInfo.
import { createPublicKey, type KeyObject } from 'node:crypto'

/** Arcs of the algorithm identifiers below 2.16.840.1.101.3.4.3 (RFC 9881, RFC 9909), by type of node:crypto. */
const NIST_SIGNATURE_ARCS: ReadonlyMap<string, number> = new Map([
  ['ml-dsa-44', 17],
  ['ml-dsa-65', 18],
  ['ml-dsa-87', 19],
  ['slh-dsa-sha2-128s', 20],
])

const derLength = (length: number): Buffer =>
  length < 0x80
    ? Buffer.from([length])
    : length < 0x100
      ? Buffer.from([0x81, length])
      : Buffer.from([0x82, length >> 8, length & 0xff])

const derOf = (tag: number, content: Buffer): Buffer =>
  Buffer.concat([Buffer.from([tag]), derLength(content.length), content])

/**
 * The key around the raw bytes of FIPS 204 and 205; undefined where `type` of node:crypto is none of
 * theirs. Throws what node:crypto throws for bytes that are not a key of the type.
 */
export function importRawKey(raw: Buffer, type: string): KeyObject | undefined {
  const arc = NIST_SIGNATURE_ARCS.get(type)
  if (arc === undefined) return undefined
  const oid = derOf(0x06, Buffer.from([0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x03, arc]))
  const bits = derOf(0x03, Buffer.concat([Buffer.from([0]), raw]))
  const key = derOf(0x30, Buffer.concat([derOf(0x30, oid), bits]))
  return createPublicKey({ key, format: 'der', type: 'spki' })
}

/** The key in a PEM block; undefined for any other block: createPublicKey takes private keys and certificates too. */
export function importPemKey(pem: string): KeyObject | undefined {
  return pem.startsWith('-----BEGIN PUBLIC KEY-----') ? createPublicKey(pem) : undefined
}
