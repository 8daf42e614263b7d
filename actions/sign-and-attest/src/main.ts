import { runAction } from '@open-claw/runner'
import { readInputs } from './inputs.ts'
import { run } from './run.ts'

await runAction(() => run(readInputs()))
