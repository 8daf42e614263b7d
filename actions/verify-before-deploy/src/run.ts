import { ClawError, type Host } from '@open-claw/core'
import type { GateInputs } from '@open-claw/inputs'
import { allowedOutputs, denialMessage, verdictLines, verdictSummary } from '@open-claw/reports'
import { verify } from '@open-claw/usecases'
import { verifyPorts } from '@open-claw/wiring'

/** Judges, reports, and throws DENIED for what the policy does not allow. */
export async function run(inputs: GateInputs, host: Host): Promise<void> {
  const verdict = await verify(inputs, verifyPorts(inputs, host))
  for (const line of verdictLines(verdict)) host.log(line)
  host.writeSummary(verdictSummary(verdict))
  if (verdict.decision === 'deny') throw new ClawError('DENIED', denialMessage(verdict))
  // Set last, on allow alone: a step that reads them cannot mistake a crash for a yes.
  host.setOutputs(allowedOutputs(verdict))
}
