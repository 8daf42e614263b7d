import { runAction } from '@open-claw/wiring'
import { readInputs } from './inputs.ts'

await runAction(async (host) => {
  const inputs = readInputs()
  // Wrong inputs are told of before anything heavy is loaded.
  const { run } = await import('./run.ts')
  return run(host, inputs)
})
