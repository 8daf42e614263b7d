import type { Host } from '@open-claw/core'
import { signingReport } from '@open-claw/reports'
import { sign } from '@open-claw/usecases'
import { signingPorts } from '@open-claw/wiring'
import type { Inputs } from './inputs.ts'

export async function run(host: Host, inputs: Inputs): Promise<void> {
  const result = await sign(inputs, signingPorts(inputs, host))
  const { summary, outputs } = await signingReport('Signed', result)
  host.writeSummary(summary)
  host.setOutputs(outputs)
}
