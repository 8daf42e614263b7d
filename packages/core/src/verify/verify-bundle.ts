// Turns a bundle into facts: who signed what. It never says yes: that is for the policy. The order of all checks, those
// of the trusted roots included, is in bundle-checks.ts of the package sigstore.
import type { SigstoreBundle } from '../formats/bundle.ts'
import { bundleClaims, type BlobClaims, type BundleClaims, type StatementClaims } from './claims.ts'
import { ClawError, type ErrorCode } from '../errors/claw-error.ts'
import type { TrustedKey } from '../keys/public-key.ts'
import type { CertificateIdentity, TrustedRoots, WitnessFacts } from './trusted-roots.ts'
import type { Digests } from '../formats/digest-set.ts'
import { checkCertifiedSignature, findSigner, type IdentifiedBundle } from './signature-check.ts'
import { possibleContents } from './verification-work.ts'

/** The signer, once the signature is verified. */
export type VerifiedSigner =
  | { readonly kind: 'key'; readonly key: TrustedKey }
  | { readonly kind: 'certificate'; readonly identity: CertificateIdentity }

/** The trusted keys and roots. Without roots no certificate is trusted, and no time or log entry is established. */
export interface Trust {
  readonly keys: readonly TrustedKey[]
  readonly roots?: TrustedRoots | undefined
  /** For a bundle that does not say what it signs: the files that it may be about, the likeliest first. */
  readonly files?: readonly Digests[] | undefined
}

interface CommonFacts extends WitnessFacts {
  readonly signer: VerifiedSigner
  /** What the bundle carries and nobody checked, because there are no trusted roots. */
  readonly unverified: { readonly logEntries: number; readonly timestamps: number }
}

/** A trusted key signed this in-toto statement. */
export type StatementFacts = CommonFacts & StatementClaims
/** A trusted key signed the file with this digest. */
export type BlobFacts = CommonFacts & BlobClaims

export type EvidenceFacts = StatementFacts | BlobFacts

async function keyFacts(
  bundle: IdentifiedBundle,
  hint: string,
  { keys, roots }: Trust,
): Promise<CommonFacts> {
  const key = await findSigner(bundle, hint, keys)
  const signer = { kind: 'key', key } as const
  if (roots === undefined) {
    const unverified = { logEntries: bundle.logEntries.length, timestamps: bundle.timestamps.length }
    return { signer, times: [], logged: [], unverified }
  }
  const spki = key.key.export({ type: 'spki', format: 'der' })
  return { signer, ...(await roots.witnesses(bundle, spki)), unverified: NOTHING }
}

async function certificateFacts(
  bundle: IdentifiedBundle,
  roots: TrustedRoots | undefined,
): Promise<CommonFacts> {
  if (roots === undefined) {
    throw new ClawError(
      'CERTIFICATE_UNTRUSTED',
      'The bundle is signed with a certificate, and no trusted root is given to judge it.',
    )
  }
  const { identity, keys, times, logged } = await roots.certificate(bundle)
  await checkCertifiedSignature(bundle, keys)
  return { signer: { kind: 'certificate', identity }, times, logged, unverified: NOTHING }
}

const NOTHING = { logEntries: 0, timestamps: 0 } as const

/**
 * Who signed a bundle and what its witnesses say. Throws SIGNATURE_INVALID, KEY_UNTRUSTED,
 * KEY_ALGORITHM_UNSUPPORTED for a message signature whose scheme needs the whole message, and what the
 * trusted roots throw.
 */
const signerFacts = (bundle: IdentifiedBundle, trust: Trust): Promise<CommonFacts> =>
  bundle.signer.kind === 'key'
    ? keyFacts(bundle, bundle.signer.hint, trust)
    : certificateFacts(bundle, trust.roots)

/** Refusals of a bundle that is about another file. */
const OTHER_FILE_CODES: ReadonlySet<ErrorCode> = new Set([
  'SIGNATURE_INVALID',
  'KEY_UNTRUSTED',
  'LOG_ENTRY_MISMATCH',
])

/** Establishes the facts of a bundle that does not say what it signs, by trying the files. */
async function unidentifiedFacts(bundle: SigstoreBundle, trust: Trust): Promise<EvidenceFacts> {
  const tried = possibleContents(bundle, trust.files)
  let last: ErrorCode = 'SIGNATURE_INVALID'
  for (const content of tried) {
    try {
      return { ...(await signerFacts({ ...bundle, content }, trust)), ...bundleClaims(content) }
    } catch (error) {
      if (!(error instanceof ClawError) || !OTHER_FILE_CODES.has(error.code)) throw error
      last = error.code
    }
  }
  throw new ClawError(
    last,
    `The bundle does not say which file it signs, and none of the ${tried.length} digests that were tried is the one.`,
  )
}

/**
 * Establishes the facts of a bundle with `trust` alone. `claims` spare a second reading where they were read
 * before. Throws as `signerFacts`, then as `bundleClaims`.
 */
export async function verifyBundle(
  bundle: SigstoreBundle,
  trust: Trust,
  claims?: BundleClaims,
): Promise<EvidenceFacts> {
  const { content } = bundle
  if (content.kind === 'unidentified') return unidentifiedFacts(bundle, trust)
  const common = await signerFacts({ ...bundle, content }, trust)
  return { ...common, ...(claims ?? bundleClaims(content)) }
}
