// The whole gate in this process, as its action puts it together.
import type { GateInputs } from '@open-claw/inputs'
import { run as runOn } from '../../actions/verify-before-deploy/src/run.ts'
import { stepHost } from './host.ts'

export const run = (inputs: GateInputs): Promise<void> => runOn(inputs, stepHost())
