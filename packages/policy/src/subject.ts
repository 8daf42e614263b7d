// Whether a bundle speaks about an artifact, and if not, why.
import { matchSubjects, printable, type EvidenceFacts, type KnownDigests, type Sha256 } from '@open-claw/core'

/** What is to be deployed. */
export interface Artifact {
  readonly name: string
  /** SHA-256, hexadecimal. */
  readonly digest: Sha256
  /** Only a file was hashed here; an image is known by the digest that it is named by. */
  readonly source: 'file' | 'image'
  /** Further digests that are known of it. */
  readonly digests: KnownDigests
}

type Facts<K extends EvidenceFacts['kind']> = Extract<EvidenceFacts, { kind: K }>

/** The artifact with its SHA-256 among the digests. */
export const withEveryDigest = (artifact: Artifact): Artifact => ({
  ...artifact,
  digests: new Map([['sha256', artifact.digest], ...artifact.digests]),
})

const known = ({ digests }: Artifact): string => [...digests.keys()].toSorted().join(' and ')

/**
 * A signature over bytes counts for bytes that were hashed here alone: were the digest of the encoding of an
 * envelope named as that of an image, the signature of the envelope would be one over the image.
 */
function blobMismatch({ hash, digest }: Facts<'blob'>, artifact: Artifact): string | undefined {
  if (artifact.source === 'image')
    return `it signs bytes, and those of sha256:${artifact.digest} were not hashed here; an image needs a statement`
  const own = artifact.digests.get(hash)
  if (own === digest) return undefined
  return own === undefined
    ? `it signs a file by ${hash}, and of sha256:${artifact.digest} only ${known(artifact)} is known here`
    : `it signs a file other than sha256:${artifact.digest}`
}

function statementMismatch({ subjects }: Facts<'statement'>, artifact: Artifact): string | undefined {
  const match = matchSubjects(subjects, artifact.digests)
  if (match.kind === 'same') return undefined
  const digest = `sha256:${artifact.digest}`
  if (match.kind === 'contradiction') return `its subject of ${digest} has another ${match.hash}`
  if (match.kind === 'other') return `${digest} is not among its subjects`
  const hashes = printable(match.hashes.toSorted().join(' and '))
  return `${digest} is not among its subjects; some are known by ${hashes} alone, and only ${known(artifact)} is known here`
}

/** Why the bundle speaks about something else, undefined where it does not. `artifact` has every digest. */
export const subjectMismatch = (facts: EvidenceFacts, artifact: Artifact): string | undefined =>
  facts.kind === 'blob' ? blobMismatch(facts, artifact) : statementMismatch(facts, artifact)
