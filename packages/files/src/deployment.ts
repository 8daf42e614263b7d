// Selects what the gate judges. No list is believed: each file is hashed here, and everything beside the selected
// files is accounted for.
import { dirname, resolve } from 'node:path'
import { fileAt, select, usable, type ArtifactFile, type Selection } from './artifact-files.ts'
import {
  type ListedDigest,
  type FileHash,
  ClawError,
  printable,
  parseImage,
  type Subject,
} from '@open-claw/core'
import { exists } from './patterns.ts'
import {
  hashSubjects,
  readChecksums,
  type SelectedSubjects,
  type SubjectSources,
} from './subject-selection.ts'
import { checkFoldersWhole } from './whole-folders.ts'

interface ListedFile {
  readonly file: ArtifactFile
  readonly listed: ListedDigest
}

/** A deployment before anything is hashed. */
export interface Deployment {
  readonly files: readonly ArtifactFile[]
  readonly images: readonly Subject[]
  readonly listed: readonly ListedFile[]
}

/** A list is made in the workspace or beside the files, and its names are relative to where it was made. */
async function locateListedFile(
  root: string,
  checksums: ArtifactFile,
  listed: ListedDigest,
): Promise<ListedFile> {
  const places = new Set([root, dirname(checksums.path)].map((folder) => resolve(folder, listed.name)))
  const standing: string[] = []
  for (const path of places) if (await exists(path)) standing.push(path)
  const [path, other] = standing
  if (path === undefined) {
    throw new ClawError(
      'ARTIFACT_NOT_FOUND',
      `${listed.place}: "${printable(listed.name)}" is no file in the workspace, and the gate judges only what it can hash.`,
      { remedy: 'Put the file there, or name images in the input images.' },
    )
  }
  if (other !== undefined) {
    throw new ClawError(
      'INPUT_INVALID',
      `${listed.place}: "${printable(listed.name)}" is a file both in the workspace and beside the list.`,
      { remedy: 'Remove the one that is not meant.' },
    )
  }
  return { file: await fileAt(root, path), listed }
}

async function listedFiles(root: string, checksums: string | undefined): Promise<readonly ListedFile[]> {
  if (checksums === undefined) return []
  const { file, listed } = await readChecksums(root, checksums)
  const files: ListedFile[] = []
  for (const one of listed) files.push(await locateListedFile(root, file, one))
  return files
}

/** Adds listed files and their folders, except for the workspace: that holds the checkout and the files of the step. */
const withListed = (root: string, selection: Selection, listed: readonly ListedFile[]): Selection => ({
  ...selection,
  found: [
    ...new Map(
      [...selection.found, ...listed.map(({ file }) => file)].map((file) => [file.path, file]),
    ).values(),
  ],
  folders: new Set([
    ...selection.folders,
    ...listed.map(({ file }) => dirname(file.path)).filter((folder) => folder !== resolve(root)),
  ]),
})

/**
 * The files and images that `sources` name. `known` are the paths that the step reads for other inputs: they
 * may lie beside the artifacts. Throws as `selectFiles` and `checkFoldersWhole`, ARTIFACT_NOT_FOUND for a
 * listed file that is absent, and why a checksums file is refused.
 */
export async function selectDeployment(
  root: string,
  { artifacts, images, checksums }: SubjectSources,
  known: Iterable<string>,
): Promise<Deployment> {
  const [selection, listed] = await Promise.all([
    select(root, artifacts, 'artifacts', 'throw'),
    listedFiles(root, checksums),
  ])
  const whole = withListed(root, selection, listed)
  const files = usable(whole.found)
  await checkFoldersWhole(root, whole, { input: 'artifacts', known })
  return { files, images: images.map((image) => parseImage(image, 'images')), listed }
}

function checkListed({ file, listed }: ListedFile, { files }: SelectedSubjects): void {
  const digest = files.get(file.name)?.digests.get(listed.hash)
  if (digest === listed.digest) return
  throw new ClawError(
    'CHECKSUM_MISMATCH',
    `${listed.place}: "${printable(file.name)}" does not have the ${listed.hash} digest that is listed.`,
  )
}

/** Hashes them, by `hashes` and SHA-256. Throws CHECKSUM_MISMATCH for a listed file of another digest, and as `digestFiles`. */
export async function hashDeployment(
  { files, images, listed }: Deployment,
  hashes: readonly FileHash[],
): Promise<SelectedSubjects> {
  const selected = await hashSubjects(files, images, [
    ...hashes,
    ...listed.map(({ listed: one }) => one.hash),
  ])
  for (const one of listed) checkListed(one, selected)
  return selected
}
