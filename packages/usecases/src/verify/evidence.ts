// Reading what the gate judges: the pinned policy and the bundles.
import { ClawError, type Trust } from '@open-claw/core'
import { readDocument, selectFile } from '@open-claw/files'
import {
  MAX_POLICY_BYTES,
  parsePolicy,
  policyDigest,
  type Artifact,
  type ArtifactPolicy,
  type Evidence,
} from '@open-claw/policy'
import { findEvidence } from './evidence-files.ts'
import { examine, LIMITS, type Expense } from './examination.ts'
import type { VerifyRequest } from './request.ts'

/** The policy, if it is the one that the workflow pins. Throws POLICY_DIGEST_MISMATCH or POLICY_INVALID. */
export async function readPolicy(request: VerifyRequest): Promise<ArtifactPolicy> {
  const file = await selectFile(request.workspace, request.policy, 'policy')
  const bytes = await readDocument(file, { limit: MAX_POLICY_BYTES, code: 'POLICY_INVALID' })
  const actual = policyDigest(bytes)
  if (actual !== request.policyDigest) {
    throw new ClawError(
      'POLICY_DIGEST_MISMATCH',
      request.policyDigest === undefined
        ? `Input policy-digest is empty; the policy in the workspace has the digest sha256:${actual}.`
        : `Input policy-digest: the policy in the workspace has the digest sha256:${actual}, which is not the one that is pinned.`,
    )
  }
  return parsePolicy(bytes)
}

const GIBIBYTE = 2 ** 30

/** What was done, for the log. */
function shown({ files, bytes, work, equal, verified, unexamined }: Expense): string {
  const read = `Evidence: ${files} files of ${(bytes / GIBIBYTE).toFixed(3)} of ${LIMITS.bytes / GIBIBYTE} GiB`
  const done = `${verified} bundles verified with ${work} of ${LIMITS.work} units of work`
  const same = equal === 0 ? '' : `, ${equal} files equal to others`
  return `${read}${same}, ${done}${unexamined === 0 ? '' : `; NOT LOOKED AT: ${unexamined}`}`
}

/** Evidence, and what it took. */
export interface Findings {
  readonly evidence: readonly Evidence[]
  /** For the log. */
  readonly expense: string
}

/**
 * Every bundle that the patterns name: verified, where it is about one of the artifacts, or refused with its
 * reason. Throws EVIDENCE_NOT_FOUND.
 */
export async function readEvidence(
  request: VerifyRequest,
  trust: Trust,
  artifacts: readonly Artifact[],
): Promise<Findings> {
  const { sources, refused } = await findEvidence(request.workspace, request.bundles)
  const { evidence, expense } = await examine(sources, {
    artifacts,
    trust,
  })
  return {
    evidence: [...refused, ...evidence].toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    expense: shown(expense),
  }
}
