import type { Host } from '@open-claw/core'
import type { SigningInputs } from '@open-claw/inputs'
import { signingReport } from '@open-claw/reports'
import { sign } from '@open-claw/usecases'
import { signingPorts } from '@open-claw/wiring'

export async function run(host: Host, inputs: SigningInputs): Promise<void> {
  const result = await sign(inputs, signingPorts(inputs, host))
  const { summary, outputs } = await signingReport('Signed', result)
  host.writeSummary(summary)
  host.setOutputs(outputs)
}
