import { createHash } from 'node:crypto'

/** Bytes of `tr`, the hash of the public key (FIPS 204 §6.1), and of mu (§6.2). */
const HASH_BYTES = 64
/** The prefix of M′ (FIPS 204 §5.2, algorithm 2 line 10): pure signing, and a context of no bytes. */
const PURE = 0
const CONTEXT_LENGTH = 0

/**
 * The value that ML-DSA signs in place of a message (FIPS 204 §6.2, algorithm 7 line 6), with an empty context.
 * `rawKey` is the encoded public key.
 */
export function externalMu(rawKey: Uint8Array, message: Uint8Array): Buffer {
  const keyHash = createHash('shake256', { outputLength: HASH_BYTES }).update(rawKey).digest()
  return createHash('shake256', { outputLength: HASH_BYTES })
    .update(keyHash)
    .update(Buffer.from([PURE, CONTEXT_LENGTH]))
    .update(message)
    .digest()
}
