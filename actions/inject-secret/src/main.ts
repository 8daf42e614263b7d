import { runAction } from '@open-claw/runner'
import { injectSecrets } from './inject.ts'
import { readInputs } from './inputs.ts'
import { runnerPorts } from './ports.ts'

await runAction(async () => {
  const inputs = readInputs()
  return injectSecrets(inputs, runnerPorts(inputs))
})
