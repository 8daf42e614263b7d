import { ClawError, type TrustedKey, type TrustedRoots } from '@open-claw/core'
import { hashDeployment, selectDeployment } from '@open-claw/files'
import { giveBack, openSession } from '@open-claw/wiring'
import { decide, type ArtifactPolicy } from '@open-claw/policy'
import { log, setOutputs } from '@open-claw/ci'
import { writeSummary, denialMessage, logLines, summaryOf } from '@open-claw/reports'
import { artifactsOf, withFurtherDigests } from './digests.ts'
import { readEvidence, readPolicy } from './evidence.ts'
import type { GateInputs } from '@open-claw/inputs'
import { knownFiles } from './known-files.ts'
import { hashesOf, policyKeys } from './keys.ts'
import { policyRoots } from './roots.ts'

interface Trusted {
  readonly keys: readonly TrustedKey[]
  readonly roots: TrustedRoots | undefined
}

/** What the policy trusts. Logins are given back before anything is judged. */
async function trustOf(inputs: GateInputs, policy: ArtifactPolicy): Promise<Trusted> {
  const session = openSession(inputs.cloud, 'verify')
  try {
    const keys = await policyKeys(session, policy)
    return { keys, roots: await policyRoots(inputs.workspace, policy, keys) }
  } finally {
    await giveBack(session)
  }
}

export async function run(inputs: GateInputs): Promise<void> {
  const policy = await readPolicy(inputs)
  const deployment = await selectDeployment(inputs.workspace, inputs.sources, await knownFiles(inputs))
  const trust = await trustOf(inputs, policy)
  const selected = await hashDeployment(deployment, hashesOf(trust.keys, policy))
  // First what is to be deployed: a bundle that speaks about none of it is not worth checking a signature.
  const known = artifactsOf(selected)
  const { evidence, expense } = await readEvidence(inputs, trust, known)
  log(expense)
  const artifacts = await withFurtherDigests(known, selected.files, evidence)
  const verdict = decide(policy, artifacts, evidence)
  for (const line of logLines(verdict)) log(line)
  await writeSummary(summaryOf(verdict))
  if (verdict.decision === 'deny') throw new ClawError('DENIED', denialMessage(verdict))
  // Set last, on allow alone: a step that reads them cannot mistake a crash for a yes.
  setOutputs({
    verdict: 'allow',
    digests: JSON.stringify(
      verdict.artifacts.map(({ name, digest }) => ({ name, digest: `sha256:${digest}` })),
    ),
    'policy-digest': `sha256:${policy.digest}`,
  })
}
