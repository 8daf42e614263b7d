// Estimates the cost of verifying a bundle before any of it is spent. Evidence comes from anybody, so a verifier of
// thousands of bundles decides by these figures which of them to verify.
import type { HashName } from '../keys/algorithms.ts'
import type { BundleContent, SigstoreBundle } from '../formats/bundle.ts'
import type { TrustedKey } from '../keys/public-key.ts'
import { canHaveMade, payloadWork, signatureWork } from '../keys/signature-facts.ts'
import type { Digests } from '../formats/digest-set.ts'

/** Reading the claims, apart from what the size of a document costs. */
const CLAIMS = 100
/** A certificate, its issuer and its log of issuance, each with the dearest key that a trusted root may name. */
const CERTIFICATE = 4_000
/** The signature with the key of a certificate, which may be of any curve, tried with two hashes. */
const CERTIFIED = { envelope: 3_200, message: 12_000 } as const
/** The signature of the authority. */
const TIMESTAMP = 2_000
/** The promise, and the checkpoint with the few lines that may be the log's. */
const LOG_ENTRY = 1_000

/**
 * The keys with which a signature is tried, the cheapest first. The hint only orders the search: keys come
 * from the caller, never from the bundle. Without one, keys that cannot have made the signature are left out.
 */
export function candidateKeys(
  content: BundleContent,
  hint: string,
  keys: readonly TrustedKey[],
): readonly TrustedKey[] {
  const named = keys.filter(({ keyId }) => keyId === hint)
  if (named.length > 0) return named
  return keys
    .filter(({ algorithm }) => canHaveMade(algorithm, content))
    .toSorted((a, b) => signatureWork(a.algorithm, content) - signatureWork(b.algorithm, content))
}

/** Digests that are tried: each costs a signature, and a release has few files that are not named as their bundle is. */
export const MAX_TRIED = 64
const TRIED_HASHES: readonly HashName[] = ['sha256', 'sha384', 'sha512']

/** What the signature may be over: what the bundle says, or one of these files where it does not. */
export function possibleContents(
  { content }: SigstoreBundle,
  files: readonly Digests[] = [],
): readonly BundleContent[] {
  if (content.kind !== 'unidentified') return [content]
  const { signature } = content
  const contents = files.slice(0, MAX_TRIED).flatMap((known) =>
    TRIED_HASHES.flatMap((hash): BundleContent[] => {
      const digest = known.get(hash)
      return digest === undefined
        ? []
        : [{ kind: 'message', hash, digest: Buffer.from(digest, 'hex'), signature }]
    }),
  )
  return contents.slice(0, MAX_TRIED)
}

function signerWork({ signer }: SigstoreBundle, content: BundleContent, keys: readonly TrustedKey[]): number {
  if (signer.kind === 'certificate') return CERTIFICATE + CERTIFIED[content.kind] + payloadWork(content)
  return candidateKeys(content, signer.hint, keys)
    .map(({ algorithm }) => signatureWork(algorithm, content))
    .reduce((sum, work) => sum + work, 0)
}

/** What is trusted, as far as it matters for what is done. */
interface Trusted {
  readonly keys: readonly TrustedKey[]
  readonly roots?: unknown
  readonly files?: readonly Digests[] | undefined
}

/** The most that `verifyBundle` does, in units of about a microsecond; the same for the same bundle and trust. */
export function verificationWork(bundle: SigstoreBundle, { keys, roots, files }: Trusted): number {
  // A certificate is refused at once where nobody is trusted to issue one.
  if (roots === undefined && bundle.signer.kind === 'certificate') return CLAIMS
  const witnessWork = (content: BundleContent): number =>
    roots === undefined
      ? 0
      : bundle.timestamps.length * TIMESTAMP + bundle.logEntries.length * (LOG_ENTRY + payloadWork(content))
  return possibleContents(bundle, files)
    .map((content) => signerWork(bundle, content, keys) + witnessWork(content))
    .reduce((sum, work) => sum + work, CLAIMS)
}
