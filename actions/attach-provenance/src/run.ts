import type { Host } from '@open-claw/core'
import { signingReport } from '@open-claw/reports'
import { sign, type PredicateChoice } from '@open-claw/usecases'
import { signingPorts } from '@open-claw/wiring'
import type { Inputs } from './inputs.ts'

const TITLES = {
  signature: 'Signed',
  provenance: 'Provenance attached',
  file: 'Statement attached',
} as const satisfies Record<PredicateChoice['kind'], string>

export async function run(host: Host, inputs: Inputs): Promise<void> {
  const { predicate, provenance } = inputs
  const request = { ...inputs, work: { mode: 'statement', predicate } } as const
  const result = await sign(request, signingPorts(inputs, host, provenance))
  const { summary, outputs } = await signingReport(TITLES[predicate.kind], result)
  host.writeSummary(summary)
  host.setOutputs(outputs)
}
