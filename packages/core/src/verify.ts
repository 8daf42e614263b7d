// From a bundle to facts: who signed what. Never a yes: that is for the policy.
import { createHash } from 'node:crypto'
import { CHECKED_ALGORITHMS, type HashName } from './algorithms.ts'
import type { BundleContent, SigstoreBundle } from './bundle.ts'
import { preAuthEncoding } from './dsse.ts'
import { ClawError, type ErrorCode } from './errors.ts'
import { provenanceFacts, type ProvenanceFacts } from './provenance-facts.ts'
import { printable } from './printable.ts'
import type { TrustedKey } from './public-key.ts'
import type { CertificateIdentity, TrustedRoots, WitnessFacts } from './trusted-roots.ts'
import { sha256FromBytes, type Sha256 } from './sha256.ts'
import { verifyDigest, verifyMessageInThread, type CheckedKey } from './signature.ts'
import { IN_TOTO_PAYLOAD_TYPE, parseStatement } from './statement.ts'
import { indexSubjects, type KnownDigests, type SubjectIndex } from './subject-match.ts'

/** Whose signature verified. */
export type VerifiedSigner =
  | { readonly kind: 'key'; readonly key: TrustedKey }
  | { readonly kind: 'certificate'; readonly identity: CertificateIdentity }

/** What is trusted. Without roots no certificate is, and no time or log entry is established. */
export interface Trust {
  readonly keys: readonly TrustedKey[]
  readonly roots?: TrustedRoots | undefined
  /** Files that a bundle may be about which does not say what it signs, the likeliest first. */
  readonly files?: readonly KnownDigests[] | undefined
}

interface CommonFacts extends WitnessFacts {
  readonly signer: VerifiedSigner
  /** What the bundle carries and nobody looked at, for want of trusted roots. */
  readonly unverified: { readonly logEntries: number; readonly timestamps: number }
}

/** A trusted key signed this in-toto statement. */
export interface StatementFacts extends CommonFacts {
  readonly kind: 'statement'
  readonly payloadDigest: Sha256
  readonly predicateType: string
  readonly subjects: SubjectIndex
  /** Where the predicate is SLSA provenance. */
  readonly provenance: ProvenanceFacts | undefined
}

/** A trusted key signed the file with this digest. */
export interface BlobFacts extends CommonFacts {
  readonly kind: 'blob'
  readonly hash: HashName
  /** Hexadecimal. */
  readonly digest: string
}

export type EvidenceFacts = StatementFacts | BlobFacts

async function isSignedBy(key: CheckedKey, { content }: SigstoreBundle): Promise<boolean> {
  if (content.kind === 'envelope') {
    const message = preAuthEncoding(content.payloadType, content.payload)
    return verifyMessageInThread(key, message, content.signature)
  }
  if (content.kind === 'unidentified') return false
  const { hash } = CHECKED_ALGORITHMS[key.algorithm]
  // The name of the hash is not signed: believed, it would let one digest pass for one of another hash.
  return hash === content.hash && verifyDigest(key, content.digest, content.signature)
}

async function isSignedByOne(keys: readonly CheckedKey[], bundle: SigstoreBundle): Promise<boolean> {
  for (const key of keys) if (await isSignedBy(key, bundle)) return true
  return false
}

const signsWholeMessages = ({ algorithm }: CheckedKey): boolean => CHECKED_ALGORITHMS[algorithm].hash === null

/** The hint only orders the search: keys come from the caller, never from the bundle. */
async function findSigner(
  bundle: SigstoreBundle,
  hint: string,
  keys: readonly TrustedKey[],
): Promise<TrustedKey> {
  if (keys.length === 0) throw new ClawError('KEY_UNTRUSTED', 'No key is trusted, so nothing can verify.')
  const named = keys.filter(({ keyId }) => keyId === hint)
  const candidates = named.length > 0 ? named : keys
  for (const key of candidates) if (await isSignedBy(key, bundle)) return key
  if (bundle.content.kind === 'message' && candidates.every(signsWholeMessages)) {
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

function statementFacts(payloadType: string, payload: Buffer, common: CommonFacts): StatementFacts {
  if (payloadType !== IN_TOTO_PAYLOAD_TYPE) {
    throw new ClawError(
      'STATEMENT_INVALID',
      `The payload type is "${printable(payloadType)}", not ${IN_TOTO_PAYLOAD_TYPE}.`,
    )
  }
  const { subject, predicateType, predicate } = parseStatement(payload)
  const subjects = subject.map(({ name, digest }) => ({ name: name ?? undefined, digests: digest }))
  return {
    ...common,
    kind: 'statement',
    payloadDigest: sha256FromBytes(createHash('sha256').update(payload).digest()),
    predicateType,
    subjects: indexSubjects(subjects),
    provenance: provenanceFacts(predicateType, predicate),
  }
}

async function keyFacts(bundle: SigstoreBundle, hint: string, { keys, roots }: Trust): Promise<CommonFacts> {
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
  bundle: SigstoreBundle,
  roots: TrustedRoots | undefined,
): Promise<CommonFacts> {
  if (roots === undefined) {
    throw new ClawError(
      'CERTIFICATE_UNTRUSTED',
      'The bundle is signed with a certificate, and no trusted root is given to judge it.',
    )
  }
  const { identity, keys, times, logged } = await roots.certificate(bundle)
  if (bundle.content.kind === 'message' && keys.every(signsWholeMessages))
    throw new ClawError(
      'KEY_ALGORITHM_UNSUPPORTED',
      'The bundle signs a digest, and the key of its certificate signs whole messages only.',
    )
  if (!(await isSignedByOne(keys, bundle)))
    throw new ClawError(
      'SIGNATURE_INVALID',
      'The signature does not verify with the certificate of the bundle.',
    )
  return { signer: { kind: 'certificate', identity }, times, logged, unverified: NOTHING }
}

const NOTHING = { logEntries: 0, timestamps: 0 } as const

type IdentifiedBundle = SigstoreBundle & { readonly content: BundleContent }

async function identifiedFacts(bundle: IdentifiedBundle, trust: Trust): Promise<EvidenceFacts> {
  const { content, signer } = bundle
  const common =
    signer.kind === 'key'
      ? await keyFacts(bundle, signer.hint, trust)
      : await certificateFacts(bundle, trust.roots)
  return content.kind === 'envelope'
    ? statementFacts(content.payloadType, content.payload, common)
    : { ...common, kind: 'blob', hash: content.hash, digest: content.digest.toString('hex') }
}

/** Digests that are tried: each costs a signature, and a release has few files that are not named as their bundle is. */
const MAX_TRIED = 64
const TRIED_HASHES: readonly HashName[] = ['sha256', 'sha384', 'sha512']
/** What a bundle is refused with that is about another file. */
const OF_ANOTHER_FILE: ReadonlySet<ErrorCode> = new Set([
  'SIGNATURE_INVALID',
  'KEY_UNTRUSTED',
  'LOG_ENTRY_MISMATCH',
])

/** Nothing in the bundle says what is signed, so that only trying tells which file it is. */
async function unidentifiedFacts(bundle: SigstoreBundle, trust: Trust): Promise<EvidenceFacts> {
  const { signature } = bundle.content
  const digests = (trust.files ?? []).flatMap((known) =>
    TRIED_HASHES.flatMap((hash) => {
      const digest = known.get(hash)
      return digest === undefined ? [] : [{ hash, digest: Buffer.from(digest, 'hex') }]
    }),
  )
  const tried = digests.slice(0, MAX_TRIED)
  let last: ErrorCode = 'SIGNATURE_INVALID'
  for (const digest of tried) {
    try {
      return await identifiedFacts({ ...bundle, content: { kind: 'message', ...digest, signature } }, trust)
    } catch (error) {
      if (!(error instanceof ClawError) || !OF_ANOTHER_FILE.has(error.code)) throw error
      last = error.code
    }
  }
  throw new ClawError(
    last,
    `The bundle does not say which file it signs, and none of the ${tried.length} digests that were tried is the one.`,
  )
}

/**
 * Facts of a bundle, established with `trust` alone. Throws SIGNATURE_INVALID, KEY_UNTRUSTED,
 * STATEMENT_INVALID, JSON_INVALID, KEY_ALGORITHM_UNSUPPORTED for a message signature whose scheme
 * needs the whole message, and what the trusted roots throw.
 */
export async function verifyBundle(bundle: SigstoreBundle, trust: Trust): Promise<EvidenceFacts> {
  const { content } = bundle
  return content.kind === 'unidentified'
    ? unidentifiedFacts(bundle, trust)
    : identifiedFacts({ ...bundle, content }, trust)
}
