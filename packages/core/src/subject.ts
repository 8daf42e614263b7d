// Subjects: what is signed, as a name and a digest, and the rules for their names.
import { ClawError } from './errors.ts'
import { isPrintable, printable } from './printable.ts'
import { isSha256, parseSha256, type Sha256 } from './sha256.ts'

/** Where the digest comes from: only `file` was hashed here. */
export type SubjectSource = 'file' | 'checksums' | 'image' | 'announced'

export interface Subject {
  /** Workspace-relative POSIX path, or the name of an image without its digest. */
  readonly name: string
  readonly digest: Sha256
  readonly source: SubjectSource
}

/** As many as GitHub and the peers accept in one statement. */
export const MAX_SUBJECTS_PER_STATEMENT = 1024
/** A run that names more is a mistaken pattern rather than a release. */
export const MAX_SUBJECTS = 16 * MAX_SUBJECTS_PER_STATEMENT
const MAX_NAME_LENGTH = 1024

/** Checks the name of a subject and returns it. Throws ARTIFACT_REFUSED. */
export function checkSubjectName(name: string): string {
  const refuse = (why: string): never => {
    throw new ClawError('ARTIFACT_REFUSED', `The name "${printable(name)}" ${why}.`)
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

/** What a case-insensitive or normalising file system takes for the same name. */
const foldName = (name: string): string =>
  // By way of upper case: ſ and S, ς and Σ have no common lower case.
  name.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC')

/** Sorted by name, none twice, at least one. Throws SUBJECT_DUPLICATE, SUBJECT_MISSING or SUBJECT_LIMIT. */
export function checkSubjects(subjects: readonly Subject[]): readonly Subject[] {
  if (subjects.length === 0)
    throw new ClawError('SUBJECT_MISSING', 'No artifact, image or checksum is named.')
  if (subjects.length > MAX_SUBJECTS) {
    throw new ClawError(
      'SUBJECT_LIMIT',
      `There are ${subjects.length} subjects; the limit of one run is ${MAX_SUBJECTS}.`,
    )
  }
  const seen = new Map<string, string>()
  for (const { name } of subjects) {
    const other = seen.get(foldName(name))
    if (other !== undefined) {
      throw new ClawError(
        'SUBJECT_DUPLICATE',
        `"${printable(name)}" and "${printable(other)}" are the same name once case and Unicode form are ignored.`,
      )
    }
    seen.set(foldName(name), name)
  }
  return subjects.toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

const GNU_LINE = /^([0-9A-Fa-f]+) [ *](.+)$/
const BSD_LINE = /^SHA256 \((.+)\) = ([0-9A-Fa-f]+)$/

function parseChecksumLine(line: string, place: string): Subject {
  const gnu = GNU_LINE.exec(line)
  const bsd = BSD_LINE.exec(line)
  const hex = gnu?.[1] ?? bsd?.[2]
  const name = gnu?.[2] ?? bsd?.[1]
  if (hex === undefined || name === undefined) {
    throw new ClawError('CHECKSUMS_INVALID', `${place}: "${printable(line)}" is not a checksum line.`)
  }
  if (!isSha256(hex)) {
    throw new ClawError(
      'DIGEST_INVALID',
      `${place}: the digest is not 64 lower-case hexadecimal digits of SHA-256.`,
    )
  }
  return { name: checkSubjectName(name.replace(/^\.\//, '')), digest: hex, source: 'checksums' }
}

/**
 * The subjects of a sha256sum or BSD checksums file. A line that is none of the two is an error, never
 * skipped: skipping is how a mistyped file ends in a signature over nothing.
 */
export function parseChecksums(text: string, file: string): Subject[] {
  const lines = text.split(/\r?\n/)
  if (lines.at(-1) === '') lines.pop()
  if (lines.length === 0) throw new ClawError('CHECKSUMS_INVALID', `"${printable(file)}" holds no checksum.`)
  return lines.map((line, index) => parseChecksumLine(line, `"${printable(file)}" line ${index + 1}`))
}

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
