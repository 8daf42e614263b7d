import type { Host } from '@open-claw/core'
import { signingReport } from '@open-claw/reports'
import { sign, type SigningWork } from '@open-claw/usecases'
import { signingPorts } from '@open-claw/wiring'
import type { Inputs } from './inputs.ts'

/** The signature over the provenance statement is the signature over the artifacts: their digests are in it. */
const WORK: SigningWork = { mode: 'statement', predicate: { kind: 'provenance' } }

export async function run(host: Host, inputs: Inputs): Promise<void> {
  const result = await sign({ ...inputs, work: WORK }, signingPorts(inputs, host, inputs.provenance))
  const { summary, outputs } = await signingReport('Signed, with provenance', result)
  host.writeSummary(summary)
  host.setOutputs(outputs)
}
