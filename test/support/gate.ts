// The whole gate in this process, as its action puts it together.
import type { GateInputs } from '@open-claw/inputs'
import { run as runAction } from '../../actions/verify-before-deploy/src/run.ts'

export const run = (inputs: GateInputs): Promise<void> => runAction(inputs)
