import { runAction } from '@open-claw/ci'
import { injectSecrets } from '@open-claw/usecases'
import { injectInputs } from '@open-claw/inputs'
import { runnerPorts } from '@open-claw/wiring'

await runAction(async () => {
  const inputs = injectInputs()
  return injectSecrets(inputs, runnerPorts(inputs))
})
