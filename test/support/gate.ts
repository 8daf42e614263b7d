// The whole gate in this process, as its action puts it together.
import { githubHost } from '@open-claw/ci'
import { githubIdentity } from '@open-claw/github'
import type { GateInputs } from '@open-claw/inputs'
import { run as runOn } from '../../actions/verify-before-deploy/src/run.ts'

export function run(inputs: GateInputs): Promise<void> {
  const safe = { environment: process.env, admitMachineCredentials: () => undefined }
  return runOn(inputs, githubHost(safe, githubIdentity))
}
