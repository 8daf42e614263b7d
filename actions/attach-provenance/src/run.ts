import type { Host } from '@open-claw/core'
import type { ProvingInputs } from '@open-claw/inputs'
import { signingReport } from '@open-claw/reports'
import { sign, type PredicateChoice } from '@open-claw/usecases'
import { signingPorts } from '@open-claw/wiring'

const TITLES = {
  signature: 'Signed',
  provenance: 'Provenance attached',
  file: 'Statement attached',
} as const satisfies Record<PredicateChoice['kind'], string>

export async function run(host: Host, inputs: ProvingInputs): Promise<void> {
  const result = await sign(inputs, signingPorts(inputs, host, inputs.provenance))
  const { summary, outputs } = await signingReport(TITLES[inputs.work.predicate.kind], result)
  host.writeSummary(summary)
  host.setOutputs(outputs)
}
