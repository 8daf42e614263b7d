import { injectInputs } from '@open-claw/inputs'
import { runAction, SECRET_READERS } from '@open-claw/wiring'

await runAction(async (host) => {
  const inputs = injectInputs(host, SECRET_READERS)
  // Reports wrong inputs before anything heavy is loaded.
  const { run } = await import('./run.ts')
  return run(inputs, host)
})
