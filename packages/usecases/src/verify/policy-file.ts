import { ClawError, type KeyUris } from '@open-claw/core'
import { readDocument, selectFile } from '@open-claw/files'
import { MAX_POLICY_BYTES, parsePolicy, policyDigest, type ArtifactPolicy } from '@open-claw/policy'
import type { VerifyRequest } from './request.ts'

/** Reads the policy that the workflow pins. Throws POLICY_DIGEST_MISMATCH or POLICY_INVALID. */
export async function readPinnedPolicy(
  { workspace, policy, policyDigest: pinned }: VerifyRequest,
  keyUris: KeyUris,
): Promise<ArtifactPolicy> {
  const file = await selectFile(workspace, policy, 'policy')
  const bytes = await readDocument(file, { limit: MAX_POLICY_BYTES, code: 'POLICY_INVALID' })
  const actual = policyDigest(bytes)
  if (actual !== pinned) {
    throw new ClawError(
      'POLICY_DIGEST_MISMATCH',
      pinned === undefined
        ? `Input policy-digest is empty; the policy in the workspace has the digest sha256:${actual}.`
        : `Input policy-digest: the policy in the workspace has the digest sha256:${actual}, which is not the one that is pinned.`,
    )
  }
  return parsePolicy(bytes, keyUris)
}
