import { injectInputs } from '@open-claw/inputs'
import { parseSecretRequests, SECRET_STORES, runAction } from '@open-claw/wiring'
import { run } from './run.ts'

await runAction((host) => run(injectInputs(host, SECRET_STORES, parseSecretRequests), host))
