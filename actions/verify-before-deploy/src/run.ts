import { log, setOutputs } from '@open-claw/ci'
import { ClawError } from '@open-claw/core'
import type { GateInputs } from '@open-claw/inputs'
import { allowedOutputs, denialMessage, logLines, summaryOf, writeSummary } from '@open-claw/reports'
import { verify } from '@open-claw/usecases'
import { verifyPorts } from '@open-claw/wiring'

/** Judges, reports, and throws DENIED for what the policy does not allow. */
export async function run(inputs: GateInputs): Promise<void> {
  const verdict = await verify(inputs, verifyPorts(inputs))
  for (const line of logLines(verdict)) log(line)
  await writeSummary(summaryOf(verdict))
  if (verdict.decision === 'deny') throw new ClawError('DENIED', denialMessage(verdict))
  // Set last, on allow alone: a step that reads them cannot mistake a crash for a yes.
  setOutputs(allowedOutputs(verdict))
}
