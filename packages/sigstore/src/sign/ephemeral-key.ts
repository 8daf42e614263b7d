// The key of one step: made here, held in this closure, and gone with it. Node's own keys can neither sign a
// digest nor be wiped.
import { ClawError, type SigningKey } from '@open-claw/core'

/** SubjectPublicKeyInfo of P-256 up to the point (RFC 5480 §2). */
const P256_SPKI_HEADER = Buffer.from('3059301306072a8648ce3d020106082a8648ce3d030107034200', 'hex')

/** A P-256 key that is never written anywhere. */
export interface EphemeralKey extends Pick<SigningKey, 'publicKey' | 'sign'> {
  /** Overwrites the private key; `sign` throws INTERNAL from then on. */
  drop(): void
}

/** Makes a new key. */
export async function ephemeralKey(): Promise<EphemeralKey> {
  const { p256 } = await import('@noble/curves/nist.js')
  const { secretKey, publicKey } = p256.keygen()
  const point = p256.Point.fromBytes(publicKey).toBytes(false)
  let isDropped = false
  return {
    publicKey: Buffer.concat([P256_SPKI_HEADER, point]),
    async sign(request) {
      if (isDropped) throw new ClawError('INTERNAL', 'The key of this step is gone already.')
      if (request.input !== 'digest' || request.hash !== 'sha256')
        throw new ClawError('INTERNAL', 'The key of this step signs SHA-256 digests.')
      return p256.sign(request.digest, secretKey, { prehash: false, format: 'der' })
    },
    drop() {
      isDropped = true
      secretKey.fill(0)
    },
  }
}
