import { KEY_VENDORS, runAction } from '@open-claw/wiring'
import { gateInputs } from '@open-claw/inputs'

await runAction(async (host) => {
  const inputs = gateInputs(host, KEY_VENDORS)
  // Refuses wrong inputs before anything heavy is loaded.
  const { run } = await import('./run.ts')
  return run(inputs, host)
})
