import { signAndAttestInputs } from '@open-claw/inputs'
import { KEY_VENDORS, runAction } from '@open-claw/wiring'

await runAction(async (host) => {
  const inputs = signAndAttestInputs(host, KEY_VENDORS)
  // Reports wrong inputs before anything heavy is loaded.
  const { run } = await import('./run.ts')
  return run(host, inputs)
})
