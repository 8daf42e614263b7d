import { injectSecrets } from '@open-claw/usecases'
import { injectInputs } from '@open-claw/inputs'
import { runAction, runnerPorts } from '@open-claw/wiring'

await runAction(async () => {
  const inputs = injectInputs()
  return injectSecrets(inputs, runnerPorts(inputs))
})
