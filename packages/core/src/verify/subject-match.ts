// Decides whether a statement is about an artifact. "Subject artifacts are matched purely by digest"
// (in-toto/attestation, spec/v1/statement.md): one strong digest must match, and none may contradict.
import { isFileHash, isIdentifying, type Digests, type FileHash } from '../formats/digest-set.ts'

/** A subject of a verified statement. */
export interface KnownSubject {
  readonly name: string | undefined
  /** By the names of in-toto, as the statement has them. */
  readonly digests: { readonly [algorithm: string]: string }
}

/** Subjects, found by each of their strong digests. */
export interface SubjectIndex {
  readonly subjects: readonly KnownSubject[]
  /** Keys are `<hash>:<hexadecimal>`. */
  readonly byDigest: ReadonlyMap<string, readonly KnownSubject[]>
}

export type SubjectMatch =
  | { readonly kind: 'same'; readonly subjects: readonly KnownSubject[] }
  /** One digest is that of a subject, and another one, of this name, is not. */
  | { readonly kind: 'contradiction'; readonly hash: FileHash }
  /** It is none of those that can be compared, and others are known by hashes of these names alone. */
  | { readonly kind: 'untested'; readonly hashes: readonly string[] }
  | { readonly kind: 'other' }

export function indexSubjects(subjects: readonly KnownSubject[]): SubjectIndex {
  const byDigest = new Map<string, KnownSubject[]>()
  for (const subject of subjects) {
    for (const [hash, value] of Object.entries(subject.digests)) {
      if (!isIdentifying(hash)) continue
      const key = `${hash}:${value}`
      const others = byDigest.get(key)
      if (others === undefined) byDigest.set(key, [subject])
      else others.push(subject)
    }
  }
  return { subjects, byDigest }
}

const subjectsWithDigest = ({ byDigest }: SubjectIndex, digests: Digests): readonly KnownSubject[] => [
  ...new Set([...digests].flatMap(([hash, value]) => byDigest.get(`${hash}:${value}`) ?? [])),
]

function contradictingHash({ digests }: KnownSubject, known: Digests): FileHash | undefined {
  return Object.keys(digests)
    .filter(isFileHash)
    .find((hash) => known.has(hash) && known.get(hash) !== digests[hash])
}

const isComparable = ({ digests }: KnownSubject, known: { has(hash: FileHash): boolean }): boolean =>
  Object.keys(digests).some((name) => isIdentifying(name) && known.has(name))

/** Finds the subjects that an artifact is. */
export function matchSubjects(index: SubjectIndex, digests: Digests): SubjectMatch {
  const candidates = subjectsWithDigest(index, digests)
  const same = candidates.filter((subject) => contradictingHash(subject, digests) === undefined)
  if (same.length > 0) return { kind: 'same', subjects: same }
  for (const subject of candidates) {
    const hash = contradictingHash(subject, digests)
    if (hash !== undefined) return { kind: 'contradiction', hash }
  }
  const untested = index.subjects.filter((subject) => !isComparable(subject, digests))
  const hashes = new Set(untested.flatMap((subject) => Object.keys(subject.digests)))
  return hashes.size === 0 ? { kind: 'other' } : { kind: 'untested', hashes: [...hashes] }
}

/** Hashes without which no file can be compared with some of the subjects; `known` are computed already. */
export function hashesToCompare({ subjects }: SubjectIndex, known: ReadonlySet<FileHash>): FileHash[] {
  const untested = subjects.filter((subject) => !isComparable(subject, known))
  return untested.flatMap(({ digests }) => Object.keys(digests).filter(isIdentifying))
}

/** Hashes that the subjects which this artifact may be give too, and that are not known of it. */
export function hashesToConfirm(index: SubjectIndex, digests: Digests): FileHash[] {
  const given = subjectsWithDigest(index, digests).flatMap((subject) => Object.keys(subject.digests))
  return given.filter(isFileHash).filter((hash) => !digests.has(hash))
}

/** The known digests of several artifacts. */
export interface KnownArtifacts {
  /** Keys are `<hash>:<hexadecimal>`, each of some artifact. */
  readonly digests: ReadonlySet<string>
  /** Known of every one of them. */
  readonly hashes: ReadonlySet<FileHash>
}

/** Collects the known digests of `artifacts`. */
export function knownArtifacts(artifacts: readonly Digests[]): KnownArtifacts {
  const digests = artifacts.flatMap((known) => [...known].map(([hash, value]) => `${hash}:${value}`))
  const [first, ...others] = artifacts
  const hashes = [...(first?.keys() ?? [])].filter((hash) => others.every((known) => known.has(hash)))
  return { digests: new Set(digests), hashes: new Set(hashes) }
}

/** Whether a subject is one of the artifacts, or could turn out to be one once a further hash is computed. */
export const mayBeAbout = (index: SubjectIndex, { digests, hashes }: KnownArtifacts): boolean =>
  [...index.byDigest.keys()].some((key) => digests.has(key)) ||
  index.subjects.some(
    (subject) => Object.keys(subject.digests).some(isIdentifying) && !isComparable(subject, hashes),
  )
