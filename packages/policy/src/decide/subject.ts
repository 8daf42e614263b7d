// Checks whether a bundle is about an artifact, and calls it by its name.
import {
  digestSet,
  matchSubjects,
  printable,
  type EvidenceFacts,
  type Digests,
  type Sha256,
} from '@open-claw/core'
import type { Mismatch } from './reasons.ts'
import type { NameRule } from '../language/schema.ts'

/** A file or image that is to be deployed. */
export interface Artifact {
  readonly name: string
  /** SHA-256, hexadecimal. */
  readonly digest: Sha256
  /** Only files are hashed here; an image is known by the digest in its name. */
  readonly source: 'file' | 'image'
  /** Its further known digests. */
  readonly digests: Digests
}

/** Adds the SHA-256 of an artifact to its digests. */
export const withEveryDigest = (artifact: Artifact): Artifact => ({
  ...artifact,
  digests: digestSet([['sha256', artifact.digest], ...artifact.digests]),
})

type StatementFacts = Extract<EvidenceFacts, { kind: 'statement' }>

/** A cheap test for every bundle. Finding the reason for a mismatch reads all subjects, so only reported bundles get one. */
function hasDigest({ subjects }: StatementFacts, { digests }: Artifact): boolean {
  for (const [hash, value] of digests) if (subjects.byDigest.has(`${hash}:${value}`)) return true
  return false
}

type BlobFacts = Extract<EvidenceFacts, { kind: 'blob' }>

/**
 * A signature over bytes counts only for bytes that were hashed here. Otherwise an attacker could name the
 * digest of an encoded envelope as an image, and the signature of the envelope would pass for one of the image.
 */
const isOver = ({ hash, digest }: BlobFacts, artifact: Artifact): boolean =>
  artifact.source !== 'image' && artifact.digests.get(hash) === digest

/** Returns the names that the bundle gives the artifact; undefined if it is not about it. */
export function givenNames(
  facts: EvidenceFacts,
  artifact: Artifact,
): readonly (string | undefined)[] | undefined {
  if (facts.kind === 'blob') return isOver(facts, artifact) ? [undefined] : undefined
  if (!hasDigest(facts, artifact)) return undefined
  const match = matchSubjects(facts.subjects, artifact.digests)
  return match.kind === 'same' ? match.subjects.map(({ name }) => name) : undefined
}

export const lastPart = (name: string): string => name.slice(name.lastIndexOf('/') + 1)

/** Signing tools name the file of a bundle after the artifact. */
export const isCalledAfter = (path: string, { name }: Artifact): boolean =>
  lastPart(path).startsWith(`${lastPart(name)}.`)

const CALLS: Readonly<Record<NameRule, (given: string | undefined, name: string) => boolean>> = {
  unbound: () => true,
  basename: (given, name) => given !== undefined && lastPart(given) === lastPart(name),
  path: (given, name) => given === name,
}

export const isCalled = (
  rule: NameRule,
  names: readonly (string | undefined)[],
  { name }: Artifact,
): boolean => names.some((given) => CALLS[rule](given, name))

export const nameMismatch = (
  rule: NameRule,
  names: readonly (string | undefined)[],
  { name }: Artifact,
): Mismatch => ({
  code: 'NAME_MISMATCH',
  what: `name of the subject, by ${rule}`,
  expected: rule === 'basename' ? lastPart(name) : name,
  found: names.flatMap((given) => given ?? []).join(' or ') || undefined,
})

const known = ({ digests }: Artifact): string => [...digests.keys()].join(' and ')

function foundInBlob(facts: BlobFacts, artifact: Artifact): string {
  if (artifact.source === 'image')
    return 'a signature over bytes, and none were hashed here: an image needs a statement'
  return artifact.digests.has(facts.hash)
    ? `a signature over ${facts.hash}:${facts.digest}`
    : `a signature over a file that it knows by ${facts.hash}, and only ${known(artifact)} is known here`
}

function foundInStatement(facts: StatementFacts, artifact: Artifact): string {
  const match = matchSubjects(facts.subjects, artifact.digests)
  if (match.kind === 'contradiction') return `a subject of this digest that has another ${match.hash}`
  const { subjects } = facts.subjects
  const namesake = subjects.find(
    ({ name }) => name !== undefined && lastPart(name) === lastPart(artifact.name),
  )
  if (namesake?.digests['sha256'] !== undefined)
    return `sha256:${namesake.digests['sha256']} for ${printable(namesake.name ?? '')}`
  return match.kind === 'untested'
    ? `subjects known by ${match.hashes.join(' and ')} alone, and only ${known(artifact)} is known here`
    : `${subjects.length} other subjects`
}

/** Says why a bundle is not about an artifact. */
export const subjectMismatch = (facts: EvidenceFacts, artifact: Artifact): Mismatch => ({
  code: 'SUBJECT_MISMATCH',
  what: 'subject',
  expected: `sha256:${artifact.digest}`,
  found: facts.kind === 'blob' ? foundInBlob(facts, artifact) : foundInStatement(facts, artifact),
})
