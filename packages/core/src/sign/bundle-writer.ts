// Writes Sigstore bundles v0.3, for a key that a hint names or a certificate holds.
import type { Bundle } from '@sigstore/bundle'
import type { Signature } from '@sigstore/sign'
import type { HashName } from '../keys/algorithms.ts'
import { ClawError } from '../errors/claw-error.ts'
import type { WitnessMaterial } from '../ports.ts'

/** `HashAlgorithm` of sigstore_common.proto. */
const HASH_ALGORITHM = { sha256: 1, sha384: 2, sha512: 3 } as const satisfies Record<HashName, number>

async function writeBundle(bundle: Bundle, { timestamps, logEntries }: WitnessMaterial): Promise<string> {
  const { bundleToJSON } = await import('@sigstore/bundle')
  const material = bundle.verificationMaterial
  material.tlogEntries = [...logEntries]
  if (timestamps.length > 0) {
    const rfc3161Timestamps = timestamps.map((bytes) => ({ signedTimestamp: Buffer.from(bytes) }))
    material.timestampVerificationData = { rfc3161Timestamps }
  }
  return `${JSON.stringify(bundleToJSON(bundle))}\n`
}

/** The key or the certificate that a signature came with, as sigstore-js writes it into a bundle. */
function verificationMaterial({ key }: Signature): { keyHint: string } | { certificate: Buffer } {
  if (key.$case === 'x509Certificate') {
    return { certificate: Buffer.from(key.certificate.replaceAll(/-----[A-Z ]+-----|\s/g, ''), 'base64') }
  }
  if (key.hint === undefined) throw new ClawError('INTERNAL', 'The signature names no public key.')
  return { keyHint: key.hint }
}

/** Writes a bundle of one DSSE envelope as JSON. */
export async function writeEnvelopeBundle(
  envelope: { readonly payload: Buffer; readonly payloadType: string },
  signature: Signature,
  witness: WitnessMaterial,
): Promise<string> {
  const { toDSSEBundle } = await import('@sigstore/bundle')
  const bundle = toDSSEBundle({
    artifact: envelope.payload,
    artifactType: envelope.payloadType,
    signature: signature.signature,
    ...verificationMaterial(signature),
  })
  // The hint names the key. cosign expects fingerprints in the form of SSH as keyids and refuses others; DSSE
  // calls the keyid optional and unauthenticated.
  for (const entry of bundle.content.dsseEnvelope.signatures) entry.keyid = ''
  return writeBundle(bundle, witness)
}

/** Writes a bundle of one message signature as JSON, like `cosign sign-blob`. */
export async function writeMessageBundle(
  message: { readonly hash: HashName; readonly digest: Buffer },
  signature: Signature,
  witness: WitnessMaterial,
): Promise<string> {
  const { toMessageSignatureBundle } = await import('@sigstore/bundle')
  const bundle = toMessageSignatureBundle({
    digest: message.digest,
    signature: signature.signature,
    ...verificationMaterial(signature),
  })
  // The library writes SHA2_256 whatever the digest is.
  bundle.content.messageSignature.messageDigest.algorithm = HASH_ALGORITHM[message.hash]
  return writeBundle(bundle, witness)
}
