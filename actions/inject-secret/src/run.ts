import { errorLine, type Host } from '@open-claw/core'
import { scriptFailure, secretsOutputs, secretsSummary } from '@open-claw/reports'
import { inject } from '@open-claw/usecases'
import { injectPorts } from '@open-claw/wiring'

type Inputs = Parameters<typeof injectPorts>[0]

/** Delivers, reports, and returns the exit code of the script, or 0 where there is none. */
export async function run(inputs: Inputs, host: Host): Promise<number> {
  const injection = await inject(inputs, injectPorts(inputs, host))
  host.setOutputs(secretsOutputs(injection))
  host.writeSummary(secretsSummary(injection))
  const failure = scriptFailure(injection)
  if (failure !== undefined) host.annotate('error', failure.code, errorLine(failure))
  return injection.exitCode
}
