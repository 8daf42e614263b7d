import { checkNothingHidden, ClawError, selectSubjects } from '@open-claw/core'
import { decide } from '@open-claw/policy'
import { log, setOutputs, writeSummary } from '@open-claw/runner'
import { hashesOf, policyKeys, readEvidence, readPolicy } from './evidence.ts'
import type { Inputs } from './inputs.ts'
import { denialMessage, logLines, summaryOf } from './report.ts'

export async function run(inputs: Inputs): Promise<void> {
  const policy = await readPolicy(inputs)
  await checkNothingHidden(inputs.workspace, inputs.sources.artifacts, 'artifacts')
  const keys = await policyKeys(inputs, policy)
  const [selected, evidence] = await Promise.all([
    selectSubjects(inputs.workspace, inputs.sources, hashesOf(keys)),
    readEvidence(inputs, keys),
  ])
  const artifacts = selected.subjects.map(({ name, digest }) => {
    const own = selected.files.get(name)?.digests ?? new Map<never, Uint8Array>()
    return {
      name,
      digest,
      digests: new Map([...own].map(([hash, bytes]) => [hash, Buffer.from(bytes).toString('hex')])),
    }
  })
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
