// Computes digests by the hashes that verified statements use. Only hashes that a trusted signer used are computed:
// adding a bundle cannot make the gate hash more.
import {
  ClawError,
  digestSet,
  hashesToCompare,
  hashesToConfirm,
  printable,
  requiredSha256,
  type FileHash,
  type Digests,
  type SubjectIndex,
} from '@open-claw/core'
import { digestFiles, type SelectedSubjects } from '@open-claw/files'
import type { Artifact, Evidence } from '@open-claw/policy'

type Files = SelectedSubjects['files']

/** Returns the selected artifacts, with the digests known so far. */
export const selectedArtifacts = ({ subjects, files }: SelectedSubjects): Artifact[] =>
  subjects.map((subject) => {
    const { name } = subject
    const digest = requiredSha256(subject)
    return {
      name,
      digest,
      source: files.has(name) ? 'file' : 'image',
      digests: digestSet([...(files.get(name)?.digests ?? []), ['sha256', digest]]),
    }
  })

/** Returns the subjects of each statement once: one statement can be in thousands of bundles. */
const subjectIndexes = (evidence: readonly Evidence[]): SubjectIndex[] => [
  ...new Set(
    evidence.flatMap((item) =>
      'facts' in item && item.facts.kind === 'statement' ? [item.facts.subjects] : [],
    ),
  ),
]

/** Finds the statements that have a digest, which avoids comparing each statement with each artifact. */
function byDigest(indexes: readonly SubjectIndex[]): (digests: Digests) => SubjectIndex[] {
  const found = new Map<string, SubjectIndex[]>()
  for (const index of indexes) {
    for (const key of index.byDigest.keys()) {
      const others = found.get(key)
      if (others === undefined) found.set(key, [index])
      else others.push(index)
    }
  }
  return (digests) => [...digests].flatMap(([hash, value]) => found.get(`${hash}:${value}`) ?? [])
}

/** Adds digests to an artifact. Its file must not have changed: digests of two contents would pass for one artifact. */
function extended(artifact: Artifact, path: string, digests: Digests | undefined): Artifact {
  if (digests?.get('sha256') !== artifact.digest) {
    throw new ClawError('ARTIFACT_CHANGED', `"${printable(path)}" changed between two readings.`)
  }
  return { ...artifact, digests: digestSet([...artifact.digests, ...digests]) }
}

/**
 * Adds every digest needed to compare `artifacts` with the subjects of the evidence. Images stay as they are.
 * Throws as `digestFiles`.
 */
export async function withFurtherDigests(
  artifacts: readonly Artifact[],
  files: Files,
  evidence: readonly Evidence[],
): Promise<Artifact[]> {
  const indexes = subjectIndexes(evidence)
  const hashed = new Set(
    artifacts.flatMap(({ name, digests }) => (files.has(name) ? [...digests.keys()] : [])),
  )
  const forAll = new Set(indexes.flatMap((index) => hashesToCompare(index, hashed)))
  const indexesWith = byDigest(indexes)
  const needed = new Map(
    artifacts.map(({ name, digests }) => [
      name,
      new Set([...forAll, ...indexesWith(digests).flatMap((index) => hashesToConfirm(index, digests))]),
    ]),
  )
  const incomplete = new Set(
    artifacts.filter(({ name }) => files.has(name) && (needed.get(name)?.size ?? 0) > 0),
  )
  const hashes = [...incomplete].flatMap(({ name }) => [...(needed.get(name) ?? [])])
  const paths = [...incomplete].flatMap(({ name }) => files.get(name)?.path ?? [])
  if (paths.length === 0) return [...artifacts]
  const digests = await digestFiles(paths, [...new Set<FileHash>(['sha256', ...hashes])])
  return artifacts.map((artifact) => {
    const path = files.get(artifact.name)?.path
    return path === undefined || !incomplete.has(artifact)
      ? artifact
      : extended(artifact, artifact.name, digests.get(path))
  })
}
