// Reading what the gate judges: the pinned policy and the bundles.
import { basename } from 'node:path/posix'
import {
  ClawError,
  MAX_BUNDLE_BYTES,
  parseBundles,
  readDocument,
  selectFile,
  selectFiles,
  verifyBundle,
  type ArtifactFile,
  type KnownDigests,
  type ReadBundle,
  type Trust,
} from '@open-claw/core'
import {
  MAX_POLICY_BYTES,
  parsePolicy,
  policyDigest,
  type Artifact,
  type ArtifactPolicy,
  type Evidence,
} from '@open-claw/policy'
import type { Inputs } from './inputs.ts'

/** More bundles than any release has; the rest of a flood is refused rather than skipped. */
const MAX_BUNDLES = 4096
const PARALLEL_READS = 16

/** The policy, if it is the one that the workflow pins. Throws POLICY_DIGEST_MISMATCH or POLICY_INVALID. */
export async function readPolicy(inputs: Inputs): Promise<ArtifactPolicy> {
  const file = await selectFile(inputs.workspace, inputs.policy, 'policy')
  const bytes = await readDocument(file, { limit: MAX_POLICY_BYTES, code: 'POLICY_INVALID' })
  const actual = policyDigest(bytes)
  if (actual !== inputs.policyDigest) {
    throw new ClawError(
      'POLICY_DIGEST_MISMATCH',
      `Input policy-digest: the policy in the workspace has the digest sha256:${actual}, which is not the one that is pinned. Review it, then pin that digest in the workflow.`,
    )
  }
  return parsePolicy(bytes)
}

/** By whom and about what bundles may prove something. */
interface Judged {
  readonly trust: Trust
  readonly artifacts: readonly Artifact[]
}

/** A bundle that anybody could have dropped there must not veto the good one; it just proves nothing. */
function refusal(path: string, error: unknown): Evidence {
  if (!(error instanceof ClawError)) throw error
  return { path, refused: { code: error.code, message: `${error.message} ${error.remedy}` } }
}

/** Digests of the artifacts, those first after which the bundle is named: `app.tgz.sigstore.json` is about `app.tgz`. */
function filesFor(path: string, artifacts: readonly Artifact[]): readonly KnownDigests[] {
  const isNamesake = ({ name }: Artifact): boolean => basename(path).startsWith(basename(name))
  const [namesakes, others] = [artifacts.filter(isNamesake), artifacts.filter((one) => !isNamesake(one))]
  return [...namesakes, ...others].map(({ digests }) => digests)
}

async function judge(read: ReadBundle, { trust, artifacts }: Judged): Promise<Evidence> {
  if ('refused' in read) return refusal(read.name, read.refused)
  try {
    const files = read.bundle.content.kind === 'unidentified' ? filesFor(read.name, artifacts) : undefined
    return { path: read.name, facts: await verifyBundle(read.bundle, { ...trust, files }) }
  } catch (error) {
    return refusal(read.name, error)
  }
}

async function judgeFile(file: ArtifactFile, judged: Judged): Promise<Evidence[]> {
  let bytes: Uint8Array
  try {
    bytes = await readDocument(file, { limit: MAX_BUNDLE_BYTES, code: 'BUNDLE_INVALID' })
  } catch (error) {
    return [refusal(file.name, error)]
  }
  const evidence: Evidence[] = []
  for (const read of parseBundles(bytes, file.name)) evidence.push(await judge(read, judged))
  return evidence
}

/** Every bundle that the patterns name, verified or refused with its reason. Throws EVIDENCE_NOT_FOUND. */
export async function readEvidence(
  inputs: Inputs,
  trust: Trust,
  artifacts: readonly Artifact[] = [],
): Promise<Evidence[]> {
  const files = await selectFiles(inputs.workspace, inputs.bundles, 'bundles').catch((error: unknown) => {
    if (error instanceof ClawError && error.code === 'ARTIFACT_NOT_FOUND') {
      throw new ClawError('EVIDENCE_NOT_FOUND', error.message, { cause: error })
    }
    throw error
  })
  if (files.length > MAX_BUNDLES) {
    throw new ClawError(
      'EVIDENCE_NOT_FOUND',
      `Input bundles names ${files.length} files; the limit is ${MAX_BUNDLES}.`,
    )
  }
  const evidence: Evidence[][] = []
  const lane = async (start: number): Promise<void> => {
    for (let index = start; index < files.length; index += PARALLEL_READS) {
      const file = files[index]
      if (file !== undefined) evidence[index] = await judgeFile(file, { trust, artifacts })
    }
  }
  await Promise.all(Array.from({ length: PARALLEL_READS }, (_, start) => lane(start)))
  return evidence.flat()
}
