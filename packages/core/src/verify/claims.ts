// Reads what a bundle claims to be about. Nothing of it is verified here.
import { createHash } from 'node:crypto'
import type { HashName } from '../keys/algorithms.ts'
import type { BundleContent } from '../formats/bundle.ts'
import { ClawError } from '../errors/claw-error.ts'
import { printable } from '../formats/printable.ts'
import { provenanceFacts, type ProvenanceFacts } from './provenance-facts.ts'
import { sha256FromBytes, type Sha256 } from '../formats/sha256.ts'
import { IN_TOTO_PAYLOAD_TYPE, parseStatement } from '../formats/statement.ts'
import { indexSubjects, type SubjectIndex } from './subject-match.ts'

export interface StatementClaims {
  readonly kind: 'statement'
  readonly payloadDigest: Sha256
  readonly predicateType: string
  readonly subjects: SubjectIndex
  /** Where the predicate is SLSA provenance. */
  readonly provenance: ProvenanceFacts | undefined
}

export interface BlobClaims {
  readonly kind: 'blob'
  readonly hash: HashName
  /** Hexadecimal. */
  readonly digest: string
}

export type BundleClaims = StatementClaims | BlobClaims

/** Throws STATEMENT_INVALID or JSON_INVALID. */
export function bundleClaims(content: BundleContent): BundleClaims {
  if (content.kind === 'message')
    return { kind: 'blob', hash: content.hash, digest: content.digest.toString('hex') }
  const { payloadType, payload } = content
  if (payloadType !== IN_TOTO_PAYLOAD_TYPE) {
    throw new ClawError(
      'STATEMENT_INVALID',
      `The payload type is "${printable(payloadType)}", not ${IN_TOTO_PAYLOAD_TYPE}.`,
    )
  }
  const { subject, predicateType, predicate } = parseStatement(payload)
  const subjects = subject.map(({ name, digest }) => ({ name: name ?? undefined, digests: digest }))
  return {
    kind: 'statement',
    payloadDigest: sha256FromBytes(createHash('sha256').update(payload).digest()),
    predicateType,
    subjects: indexSubjects(subjects),
    provenance: provenanceFacts(predicateType, predicate),
  }
}
