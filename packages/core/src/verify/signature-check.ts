// Checks the signature of a bundle with a trusted or certified key: §4.5 Signature Verification of the client
// specification of Sigstore (https://github.com/sigstore/architecture-docs/blob/main/client-spec.md).
import type { BundleContent, SigstoreBundle } from '../formats/bundle.ts'
import { preAuthEncoding } from '../formats/dsse.ts'
import { printable } from '../formats/printable.ts'
import { ClawError } from '../errors/claw-error.ts'
import { CHECKED_ALGORITHMS } from '../keys/algorithms.ts'
import type { TrustedKey } from '../keys/public-key.ts'
import { verifyDigest, verifyMessageInThread, type CheckedKey } from '../keys/signature.ts'
import { candidateKeys } from './verification-work.ts'

/** A bundle that says what it signs. */
export type IdentifiedBundle = SigstoreBundle & { readonly content: BundleContent }

/** Returns the key that made the signature, if any. The signed message is put together once for all of them. */
async function signerAmong<K extends CheckedKey>(
  keys: readonly K[],
  { content }: IdentifiedBundle,
): Promise<K | undefined> {
  const message =
    content.kind === 'envelope' ? preAuthEncoding(content.payloadType, content.payload) : undefined
  for (const key of keys) {
    const isSigner =
      content.kind === 'message'
        ? // The name of the hash is not signed: believed, it would let one digest pass for one of another hash.
          CHECKED_ALGORITHMS[key.algorithm].hash === content.hash &&
          (await verifyDigest(key, content.digest, content.signature))
        : message !== undefined && (await verifyMessageInThread(key, message, content.signature))
    if (isSigner) return key
  }
  return undefined
}

const signsWholeMessages = ({ algorithm }: CheckedKey): boolean => CHECKED_ALGORITHMS[algorithm].hash === null

/** The trusted key that made the signature. Throws SIGNATURE_INVALID, KEY_UNTRUSTED or KEY_ALGORITHM_UNSUPPORTED. */
export async function findSigner(
  bundle: IdentifiedBundle,
  hint: string,
  keys: readonly TrustedKey[],
): Promise<TrustedKey> {
  if (keys.length === 0) throw new ClawError('KEY_UNTRUSTED', 'No key is trusted, so nothing can verify.')
  const signer = await signerAmong(candidateKeys(bundle.content, hint, keys), bundle)
  if (signer !== undefined) return signer
  const named = keys.filter(({ keyId }) => keyId === hint)
  if (bundle.content.kind === 'message' && (named.length > 0 ? named : keys).every(signsWholeMessages)) {
    throw new ClawError(
      'KEY_ALGORITHM_UNSUPPORTED',
      'The bundle signs a digest, and the trusted keys in question sign whole messages only.',
    )
  }
  throw named.length > 0
    ? new ClawError(
        'SIGNATURE_INVALID',
        `The signature does not verify with the key "${printable(named[0]?.name ?? '')}" that the bundle names.`,
      )
    : new ClawError('KEY_UNTRUSTED', 'No trusted key verifies the signature.')
}

/** Checks that the certified key made the signature. Throws SIGNATURE_INVALID or KEY_ALGORITHM_UNSUPPORTED. */
export async function checkCertifiedSignature(
  bundle: IdentifiedBundle,
  keys: readonly CheckedKey[],
): Promise<void> {
  if (bundle.content.kind === 'message' && keys.every(signsWholeMessages))
    throw new ClawError(
      'KEY_ALGORITHM_UNSUPPORTED',
      'The bundle signs a digest, and the key of its certificate signs whole messages only.',
    )
  if ((await signerAmong(keys, bundle)) === undefined)
    throw new ClawError(
      'SIGNATURE_INVALID',
      'The signature does not verify with the certificate of the bundle.',
    )
}
