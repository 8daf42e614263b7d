// From a bundle to facts: who signed what. Never a yes: that is for the policy.
import { createHash } from 'node:crypto'
import { ALGORITHMS, type HashName } from './algorithms.ts'
import type { KeyBundle } from './bundle.ts'
import { preAuthEncoding } from './dsse.ts'
import { ClawError } from './errors.ts'
import { provenanceFacts, type ProvenanceFacts } from './provenance-facts.ts'
import { printable } from './printable.ts'
import type { TrustedKey } from './public-key.ts'
import { isSha256, sha256FromBytes, type Sha256 } from './sha256.ts'
import { verifyDigest, verifyMessageInThread } from './signature.ts'
import { IN_TOTO_PAYLOAD_TYPE, parseStatement, SLSA_PROVENANCE_TYPE } from './statement.ts'

interface CommonFacts {
  /** Name of the trusted key whose signature verified. */
  readonly signer: TrustedKey
  /** No trusted time is established from a key bundle alone; entries that are present are not verified here. */
  readonly unverified: { readonly logEntries: number; readonly timestamps: number }
}

/** A trusted key signed this in-toto statement. */
export interface StatementFacts extends CommonFacts {
  readonly kind: 'statement'
  readonly payloadDigest: Sha256
  readonly predicateType: string
  /** SHA-256 digests of the subjects that have one; a subject known by another hash matches nothing. */
  readonly subjects: ReadonlySet<Sha256>
  /** Where the predicate is SLSA provenance v1. */
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

async function isSignedBy(key: TrustedKey, { content }: KeyBundle): Promise<boolean> {
  if (content.kind === 'envelope') {
    const message = preAuthEncoding(content.payloadType, content.payload)
    return verifyMessageInThread(key, message, content.signature)
  }
  const { hash } = ALGORITHMS[key.algorithm]
  // The name of the hash is not signed: believed, it would let one digest pass for one of another hash.
  return hash === content.hash && verifyDigest(key, content.digest, content.signature)
}

const signsWholeMessages = ({ algorithm }: TrustedKey): boolean => ALGORITHMS[algorithm].hash === null

/** The hint only orders the search: keys come from the caller, never from the bundle. */
async function findSigner(bundle: KeyBundle, keys: readonly TrustedKey[]): Promise<TrustedKey> {
  const named = keys.filter(({ keyId }) => keyId === bundle.hint)
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
  const digests = subject.map(({ digest }) => digest['sha256'] ?? '').filter(isSha256)
  return {
    ...common,
    kind: 'statement',
    payloadDigest: sha256FromBytes(createHash('sha256').update(payload).digest()),
    predicateType,
    subjects: new Set(digests),
    provenance: predicateType === SLSA_PROVENANCE_TYPE ? provenanceFacts(predicate) : undefined,
  }
}

/**
 * Facts of a bundle, established with `keys` alone. Throws SIGNATURE_INVALID, KEY_UNTRUSTED,
 * STATEMENT_INVALID, JSON_INVALID, or KEY_ALGORITHM_UNSUPPORTED for a message signature whose scheme
 * needs the whole message.
 */
export async function verifyBundle(bundle: KeyBundle, keys: readonly TrustedKey[]): Promise<EvidenceFacts> {
  if (keys.length === 0) throw new ClawError('KEY_UNTRUSTED', 'No key is trusted, so nothing can verify.')
  const signer = await findSigner(bundle, keys)
  const common = { signer, unverified: { logEntries: bundle.logEntries, timestamps: bundle.timestamps } }
  const { content } = bundle
  return content.kind === 'envelope'
    ? statementFacts(content.payloadType, content.payload, common)
    : { ...common, kind: 'blob', hash: content.hash, digest: content.digest.toString('hex') }
}
