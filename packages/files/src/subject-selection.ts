// Selects the subjects of a signing step by its inputs.
import { selectFile, selectFiles, type ArtifactFile } from './artifact-files.ts'
import {
  checksumsText,
  parseChecksums,
  type ListedDigest,
  type Digests,
  type FileHash,
  type HexDigest,
  ClawError,
  type AnnouncedSubject,
  parseSha256,
  checkSubjectName,
  checkSubjects,
  digestSet,
  subjectDigests,
  parseImage,
  type Subject,
} from '@open-claw/core'
import { digestFiles } from './digest-pool.ts'

import { readDocument } from './document.ts'

const MAX_CHECKSUMS_BYTES = 4 * 1024 * 1024

/** Where subjects come from; each list may be empty. */
export interface SubjectSources {
  readonly artifacts: readonly string[]
  readonly images: readonly string[]
  /** Path of a checksums file, workspace-relative. */
  readonly checksums: string | undefined
  /** The subjects that earlier steps announced to the runner, for a step that names nothing else. */
  readonly announced: readonly AnnouncedSubject[]
}

/** A selected subject; `file` and `digests` only where it was hashed here. */
export interface SelectedSubjects {
  readonly subjects: readonly Subject[]
  /** By subject name. */
  readonly files: ReadonlyMap<string, { readonly path: string; readonly digests: Digests }>
}

/** The checksums file that `path` names, and what it lists. */
export async function readChecksums(
  root: string,
  path: string,
): Promise<{ readonly file: ArtifactFile; readonly listed: readonly ListedDigest[] }> {
  const file = await selectFile(root, path, 'checksums')
  const bytes = await readDocument(file, { limit: MAX_CHECKSUMS_BYTES, code: 'CHECKSUMS_INVALID' })
  return { file, listed: parseChecksums(checksumsText(bytes, file.name), file.name) }
}

/** Makes one subject for each name, with every digest that the list has of it. */
function fromListed(listed: readonly ListedDigest[]): Subject[] {
  const byName = Map.groupBy(listed, ({ name }) => name)
  return [...byName].map(([name, entries]): Subject => {
    const digests = digestSet(entries.map(({ hash, digest }) => [hash, digest]))
    const further = [...digests].filter(([hash]) => hash !== 'sha256')
    return {
      name,
      digest: digests.get('sha256'),
      ...(further.length === 0 ? {} : { further: digestSet(further) }),
      source: 'checksums',
    }
  })
}

/** Leaves out the listed digests that agree with a file hashed here. Others stay, as a second subject of one name. */
function withoutAgreeing(others: readonly Subject[], files: SelectedSubjects['files']): Subject[] {
  return others.filter((other) => {
    const own = files.get(other.name)?.digests
    const agrees = ([hash, digest]: [FileHash, HexDigest]): boolean => own?.get(hash) === digest
    return other.source !== 'checksums' || own === undefined || ![...subjectDigests(other)].every(agrees)
  })
}

const fromAnnounced = (subject: AnnouncedSubject): Subject => ({
  // Any step may have announced it: the name of an image is checked like that of a file.
  name: checkSubjectName(subject.name),
  digest: parseSha256(subject.digest, 'GITHUB_ARTIFACTS_LIST'),
  source: 'announced',
})

function namesNothing(sources: SubjectSources): boolean {
  return sources.artifacts.length === 0 && sources.images.length === 0 && sources.checksums === undefined
}

/** Files that were hashed here, and everything else that is named. `hashes` are computed beside SHA-256. */
export async function hashSubjects(
  files: readonly ArtifactFile[],
  others: readonly Subject[],
  hashes: readonly FileHash[],
): Promise<SelectedSubjects> {
  const digests = await digestFiles(
    files.map(({ path }) => path),
    [...new Set<FileHash>(['sha256', ...hashes])],
  )
  const hashed = files.map(({ name, path }) => ({ name, path, digests: digests.get(path) ?? digestSet([]) }))
  const subjects = hashed.map(({ name, digests: own }): Subject => {
    const digest = own.get('sha256')
    if (digest === undefined) throw new ClawError('INTERNAL', 'A file was not hashed.')
    return { name, digest, source: 'file' }
  })
  const byName = new Map(hashed.map(({ name, path, digests: own }) => [name, { path, digests: own }]))
  return { subjects: checkSubjects([...subjects, ...withoutAgreeing(others, byName)]), files: byName }
}

/**
 * All subjects that the inputs of a signing step name, hashed and checked; what a checksums file lists is
 * taken at its word. The gate uses `selectDeployment`, which takes no word. Throws a ClawError.
 */
export async function selectSubjects(
  root: string,
  sources: SubjectSources,
  hashes: readonly FileHash[] = [],
): Promise<SelectedSubjects> {
  if (namesNothing(sources)) {
    return { subjects: checkSubjects(sources.announced.map(fromAnnounced)), files: new Map() }
  }
  const images = sources.images.map((image) => parseImage(image, 'images'))
  const { listed } =
    sources.checksums === undefined ? { listed: [] } : await readChecksums(root, sources.checksums)
  const files = await selectFiles(root, sources.artifacts, 'artifacts')
  const names = new Set(files.map(({ name }) => name))
  const compared = listed.filter(({ name }) => names.has(name)).map(({ hash }) => hash)
  return hashSubjects(files, [...images, ...fromListed(listed)], [...hashes, ...compared])
}
