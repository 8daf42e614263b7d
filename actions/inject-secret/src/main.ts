import { injectInputs } from '@open-claw/inputs'
import { runAction, SECRET_READERS } from '@open-claw/wiring'
import { run } from './run.ts'

await runAction((host) => run(injectInputs(host, SECRET_READERS), host))
