// Subjects: what is signed, as a name and a digest, and the rules for their names.
import { digestSet, type Digests } from './digest-set.ts'
import { ClawError } from '../errors/claw-error.ts'
import { isPrintable, printable } from './printable.ts'
import { parseSha256, type Sha256 } from './sha256.ts'

/** The origin of a digest. Only `file` was hashed here. */
export type SubjectSource = 'file' | 'checksums' | 'image' | 'announced'

export interface Subject {
  /** Workspace-relative POSIX path, or the name of an image without its digest. */
  readonly name: string
  /** SHA-256; undefined where a checksums file has the subject under other hashes alone. */
  readonly digest: Sha256 | undefined
  /** Digests that a checksums file has of it beside the SHA-256. */
  readonly further?: Digests
  readonly source: SubjectSource
}

/** Every digest of a subject. */
export const subjectDigests = ({ digest, further }: Pick<Subject, 'digest' | 'further'>): Digests =>
  digestSet([...(digest === undefined ? [] : [['sha256', digest] as const]), ...(further ?? [])])

/** Returns the SHA-256 of a subject that was hashed here or is named by it. Throws INTERNAL for any other. */
export function requiredSha256({ digest, name }: Subject): Sha256 {
  if (digest !== undefined) return digest
  throw new ClawError('INTERNAL', `"${printable(name)}" is not known by SHA-256.`)
}

/** The limit of GitHub and the peers. */
export const MAX_SUBJECTS_PER_STATEMENT = 1024
/** The limit of one run. More are a mistaken pattern rather than a release. */
export const MAX_SUBJECTS = 16 * MAX_SUBJECTS_PER_STATEMENT
const MAX_NAME_LENGTH = 1024

/** Checks the name of a subject and returns it; `place` is where it stands, for messages. Throws ARTIFACT_REFUSED. */
export function checkSubjectName(name: string, place?: string): string {
  const refuse = (why: string): never => {
    const where = place === undefined ? 'The name' : `${place}: the name`
    throw new ClawError('ARTIFACT_REFUSED', `${where} "${printable(name)}" ${why}.`)
  }
  if (name === '' || name.length > MAX_NAME_LENGTH) refuse(`is empty or over ${MAX_NAME_LENGTH} characters`)
  if (!isPrintable(name)) refuse('holds control, bidirectional or invisible characters')
  if (name.includes('\\')) refuse('holds a backslash, which is a separator on Windows and a letter elsewhere')
  if (name.startsWith('/') || /^[A-Za-z]:/.test(name)) refuse('is an absolute path')
  if (name.split('/').some((part) => part === '..' || part === '.' || part === '')) {
    refuse('is not a plain relative path')
  }
  return name
}

/** Folds names that a case-insensitive or normalising file system takes for one. */
const foldName = (name: string): string =>
  // By way of upper case: ſ and S, ς and Σ have no common lower case.
  name.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC')

/** Throws SUBJECT_DUPLICATE unless both are one image: its name stands for an index and the platforms in it. */
function checkDifferent(subject: Subject, other: Subject): void {
  if (subject.name !== other.name) {
    throw new ClawError(
      'SUBJECT_DUPLICATE',
      `"${printable(subject.name)}" and "${printable(other.name)}" are the same name once case and Unicode form are ignored.`,
    )
  }
  if (subject.source === 'image' && other.source === 'image') return
  throw new ClawError('SUBJECT_DUPLICATE', `"${printable(subject.name)}" is named with two digests.`)
}

/**
 * Sorted by name, at least one; what is named twice with the same digest counts once, as its first. Throws
 * SUBJECT_DUPLICATE, SUBJECT_MISSING or SUBJECT_LIMIT.
 */
export function checkSubjects(subjects: readonly Subject[]): readonly Subject[] {
  if (subjects.length === 0)
    throw new ClawError('SUBJECT_MISSING', 'No artifact, image or checksum is named.')
  if (subjects.length > MAX_SUBJECTS) {
    throw new ClawError(
      'SUBJECT_LIMIT',
      `There are ${subjects.length} subjects; the limit of one run is ${MAX_SUBJECTS}.`,
    )
  }
  const first = new Map<string, Subject>()
  const kept = new Map<string, Subject>()
  for (const subject of subjects) {
    const key = identityKey(subject)
    if (kept.has(key)) continue
    const other = first.get(foldName(subject.name))
    if (other !== undefined) checkDifferent(subject, other)
    first.set(foldName(subject.name), subject)
    kept.set(key, subject)
  }
  return [...kept.values()].toSorted(
    (a, b) => compare(a.name, b.name) || compare(identityKey(a), identityKey(b)),
  )
}

const identityKey = (subject: Subject): string =>
  [...[...subjectDigests(subject)].map((pair) => pair.join(':')).toSorted(), subject.name].join(' ')

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b))

const IMAGE =
  /^([a-z0-9][a-z0-9.-]*(?::[0-9]{1,5})?(?:\/[a-z0-9][a-z0-9._-]*)+)(?::[A-Za-z0-9_][A-Za-z0-9._-]{0,127})?@(sha256:.+)$/

/** The subject of an image named by digest: `registry/name[:tag]@sha256:…`. A tag alone can move, so it is refused. */
export function parseImage(text: string, input: string): Subject {
  const match = IMAGE.exec(text)
  if (match?.[1] === undefined || match[2] === undefined) {
    throw new ClawError(
      'INPUT_INVALID',
      `Input ${input}: "${printable(text)}" is not registry/name@sha256:<digest>.`,
    )
  }
  return { name: match[1], digest: parseSha256(match[2], `Input ${input}`), source: 'image' }
}
