import { hashDeployment, selectDeployment } from '@open-claw/files'
import { decide, type Verdict } from '@open-claw/policy'
import { selectedArtifacts, withFurtherDigests } from './digests.ts'
import { examine } from './examination.ts'
import { expenseLine } from './expense.ts'
import { inputFiles } from './input-files.ts'
import { readPinnedPolicy } from './policy-file.ts'
import { signedHashes } from './policy-keys.ts'
import type { VerifyPorts } from './ports.ts'
import type { VerifyRequest } from './request.ts'
import { establishTrust } from './trust.ts'

/**
 * Pinned policy → subjects → evidence → facts → verdict. Throws a ClawError if the policy cannot decide: only a
 * verdict can say yes.
 */
export async function verify(request: VerifyRequest, ports: VerifyPorts): Promise<Verdict> {
  const policy = await readPinnedPolicy(request, ports.keyUris)
  const deployment = await selectDeployment(request.workspace, request.sources, await inputFiles(request))
  const trust = await establishTrust(policy, request, ports)
  const selected = await hashDeployment(deployment, signedHashes(policy, trust.keys))
  const documents = await ports.evidence.find(selected.subjects)
  // Only bundles about an artifact are worth the check of a signature.
  const known = selectedArtifacts(selected)
  const { evidence, expense } = await examine(documents, { artifacts: known, trust })
  ports.log(expenseLine(expense))
  const artifacts = await withFurtherDigests(known, selected.files, evidence)
  return decide(policy, artifacts, evidence)
}
