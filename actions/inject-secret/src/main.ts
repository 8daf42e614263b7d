import { injectInputs } from '@open-claw/inputs'
import { parseSecretRequests, runAction } from '@open-claw/wiring'
import { run } from './run.ts'

await runAction((host) => run(injectInputs(parseSecretRequests), host))
