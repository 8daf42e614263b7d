// Makes one signature with a key that stays where it is, and checks it before anyone sees it.
import { createHash, createPublicKey, type KeyObject } from 'node:crypto'
import type { Signature } from '@sigstore/sign'
import { ALGORITHMS } from '../keys/algorithms.ts'
import { ClawError } from '../errors/claw-error.ts'
import { encodePem } from '../formats/pem.ts'
import { externalMu } from '../keys/external-mu.ts'
import { keyName, type SigningKey, type SignRequest } from '../ports.ts'
import { publicKeyId } from '../keys/public-key.ts'
import { verifyDigest, verifyMessage } from '../keys/signature.ts'

/** Bytes before the encoded key in ML-DSA's SubjectPublicKeyInfo (RFC 9881 §4). */
const ML_DSA_SPKI_HEADER = 22

/** What the key is asked to sign for `message`. */
function requestFor(key: SigningKey, message: Uint8Array): SignRequest {
  const { input, hash } = ALGORITHMS[key.algorithm]
  if (input === 'mu') return { input, mu: externalMu(key.publicKey.subarray(ML_DSA_SPKI_HEADER), message) }
  if (input === 'digest') return { input, hash, digest: createHash(hash).update(message).digest() }
  return { input, message }
}

const corrupt = (key: SigningKey): ClawError =>
  new ClawError(
    'SIGNATURE_CORRUPT',
    `The signature that came back for ${keyName(key)} does not verify with its public key; nothing was published.`,
  )

const keyObject = (key: SigningKey): KeyObject =>
  createPublicKey({ key: Buffer.from(key.publicKey), format: 'der', type: 'spki' })

function sigstoreSignature(key: SigningKey, signature: Uint8Array): Signature {
  const { certificate } = key
  if (certificate !== undefined) {
    return {
      signature: Buffer.from(signature),
      key: { $case: 'x509Certificate', certificate: encodePem('CERTIFICATE', certificate) },
    }
  }
  const publicKey = keyObject(key).export({ type: 'spki', format: 'pem' }).toString()
  return {
    signature: Buffer.from(signature),
    key: { $case: 'publicKey', publicKey, hint: publicKeyId(key.publicKey) },
  }
}

/** Throws KEY_MESSAGE_TOO_LARGE where `size` bytes are more than the key takes, before it is asked. */
export function checkMessageSize(key: SigningKey, size: number): void {
  if (ALGORITHMS[key.algorithm].input === 'message' && size > key.maxMessage) {
    throw new ClawError(
      'KEY_MESSAGE_TOO_LARGE',
      `${keyName(key)} (${key.algorithm}) signs whole messages of at most ${key.maxMessage} bytes; this one has ${size}.`,
    )
  }
}

/** A verified signature over `message`. Throws KEY_MESSAGE_TOO_LARGE, SIGNATURE_CORRUPT, and what the key service throws. */
export async function signMessage(key: SigningKey, message: Uint8Array): Promise<Signature> {
  checkMessageSize(key, message.length)
  const signature = await key.sign(requestFor(key, message))
  if (!verifyMessage({ algorithm: key.algorithm, key: keyObject(key) }, message, signature))
    throw corrupt(key)
  return sigstoreSignature(key, signature)
}

/** A verified signature over the message with this digest. The key must be one that signs digests. */
export async function signDigest(key: SigningKey, digest: Uint8Array): Promise<Signature> {
  const { hash } = ALGORITHMS[key.algorithm]
  if (hash === null) {
    throw new ClawError(
      'KEY_ALGORITHM_UNSUPPORTED',
      `${keyName(key)} (${key.algorithm}) signs whole messages, so files cannot be signed one by one.`,
      { remedy: 'Use mode: statement, or a key that signs digests.' },
    )
  }
  const signature = await key.sign({ input: 'digest', hash, digest })
  if (!(await verifyDigest({ algorithm: key.algorithm, key: keyObject(key) }, digest, signature)))
    throw corrupt(key)
  return sigstoreSignature(key, signature)
}
