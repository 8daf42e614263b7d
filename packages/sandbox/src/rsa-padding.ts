// RSA encodings of a digest that was computed elsewhere; node:crypto always hashes by itself.
import { createHash, randomBytes } from 'node:crypto'

/** The hashes that RSA keys are used with. */
export type RsaHash = 'sha256' | 'sha384' | 'sha512'

/** DER of DigestInfo up to the digest (RFC 8017 §9.2 note 1). */
const DIGEST_INFO: Readonly<Record<RsaHash, string>> = {
  sha256: '3031300d060960864801650304020105000420',
  sha384: '3041300d060960864801650304020205000430',
  sha512: '3051300d060960864801650304020305000440',
}

/** Returns the DER of a DigestInfo around `digest`. */
export const digestInfo = (hash: RsaHash, digest: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from(DIGEST_INFO[hash], 'hex'), digest])

/** Computes MGF1 (RFC 8017 §B.2.1). */
function mask(hash: RsaHash, seed: Uint8Array, length: number): Buffer {
  const blocks: Buffer[] = []
  for (let counter = 0, size = 0; size < length; counter += 1) {
    const index = Buffer.alloc(4)
    index.writeUInt32BE(counter)
    const block = createHash(hash).update(seed).update(index).digest()
    blocks.push(block)
    size += block.length
  }
  return Buffer.concat(blocks).subarray(0, length)
}

/** Computes EMSA-PSS-ENCODE (RFC 8017 §9.1.1) for a modulus of `bits`, a multiple of 8; the salt has the length of the digest by default. */
export function encodePss(
  hash: RsaHash,
  digest: Uint8Array,
  bits: number,
  saltLength: number = digest.length,
): Buffer {
  const salt = randomBytes(saltLength)
  const inner = createHash(hash).update(Buffer.alloc(8)).update(digest).update(salt).digest()
  const block = Buffer.alloc(bits / 8 - digest.length - 1)
  block.writeUInt8(1, block.length - salt.length - 1)
  block.set(salt, block.length - salt.length)
  const masked = mask(hash, inner, block.length)
  for (let index = 0; index < block.length; index += 1) {
    block.writeUInt8(block.readUInt8(index) ^ masked.readUInt8(index), index)
  }
  // emBits is bits - 1: the leftmost bit stays clear.
  block.writeUInt8(block.readUInt8(0) & 0x7f, 0)
  return Buffer.concat([block, inner, Buffer.from([0xbc])])
}
