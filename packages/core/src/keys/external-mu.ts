import { createHash } from 'node:crypto'

/** What ML-DSA signs in place of the message (FIPS 204 §6.2, algorithm 7 line 6), with an empty context. `rawKey` is the encoded public key. */
export function externalMu(rawKey: Uint8Array, message: Uint8Array): Buffer {
  const keyHash = createHash('shake256', { outputLength: 64 }).update(rawKey).digest()
  // 0x00: pure, not pre-hashed; 0x00: length of the context.
  return createHash('shake256', { outputLength: 64 })
    .update(keyHash)
    .update(Buffer.from([0, 0]))
    .update(message)
    .digest()
}
