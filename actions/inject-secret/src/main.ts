import { injectInputs } from '@open-claw/inputs'
import { KEY_VENDORS, parseSecretRequests, runAction } from '@open-claw/wiring'
import { run } from './run.ts'

await runAction((host) => run(injectInputs(host, KEY_VENDORS, parseSecretRequests), host))
