import { hashDeployment, selectDeployment } from '@open-claw/files'
import { decide, type Verdict } from '@open-claw/policy'
import { artifactsOf, withFurtherDigests } from './digests.ts'
import { readEvidence, readPolicy } from './evidence.ts'
import { knownFiles } from './known-files.ts'
import { signedHashes } from './policy-keys.ts'
import type { VerifyPorts } from './ports.ts'
import type { VerifyRequest } from './request.ts'
import { establishTrust } from './trust.ts'

/** Whether the policy allows what is to be deployed, and why. Throws a ClawError where that cannot be told. */
export async function verify(request: VerifyRequest, ports: VerifyPorts): Promise<Verdict> {
  const policy = await readPolicy(request)
  const deployment = await selectDeployment(request.workspace, request.sources, await knownFiles(request))
  const trust = await establishTrust(policy, request, ports)
  const selected = await hashDeployment(deployment, signedHashes(policy, trust.keys))
  // First what is to be deployed: a bundle that speaks about none of it is not worth checking a signature.
  const known = artifactsOf(selected)
  const { evidence, expense } = await readEvidence(request, trust, known)
  ports.log(expense)
  const artifacts = await withFurtherDigests(known, selected.files, evidence)
  return decide(policy, artifacts, evidence)
}
