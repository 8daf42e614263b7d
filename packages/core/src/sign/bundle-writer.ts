// Sigstore bundle v0.3 for a key that a hint names.
import type { Bundle } from '@sigstore/bundle'
import type { HashName } from '../algorithms.ts'

/** `HashAlgorithm` of sigstore_common.proto. */
const HASH_ALGORITHM = { sha256: 1, sha384: 2, sha512: 3 } as const satisfies Record<HashName, number>

const writeBundle = async (bundle: Bundle): Promise<string> => {
  const { bundleToJSON } = await import('@sigstore/bundle')
  return `${JSON.stringify(bundleToJSON(bundle))}\n`
}

/** A bundle of one DSSE envelope, as JSON text. */
export async function writeEnvelopeBundle(envelope: {
  payload: Buffer
  payloadType: string
  signature: Buffer
  keyId: string
}): Promise<string> {
  const { toDSSEBundle } = await import('@sigstore/bundle')
  return writeBundle(
    toDSSEBundle({
      artifact: envelope.payload,
      artifactType: envelope.payloadType,
      signature: envelope.signature,
      keyHint: envelope.keyId,
    }),
  )
}

/** A bundle of one message signature, as `cosign sign-blob` writes it, as JSON text. */
export async function writeMessageBundle(message: {
  hash: HashName
  digest: Buffer
  signature: Buffer
  keyId: string
}): Promise<string> {
  const { toMessageSignatureBundle } = await import('@sigstore/bundle')
  const { digest, signature, keyId } = message
  const bundle = toMessageSignatureBundle({ digest, signature, keyHint: keyId })
  // The library writes SHA2_256 whatever the digest is.
  bundle.content.messageSignature.messageDigest.algorithm = HASH_ALGORITHM[message.hash]
  return writeBundle(bundle)
}
