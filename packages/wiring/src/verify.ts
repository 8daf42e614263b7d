// The gate, put together from its inputs.
import { jobClock, log } from '@open-claw/ci'
import type { GateInputs } from '@open-claw/inputs'
import type { VerifyPorts } from '@open-claw/usecases'
import { openPublicKeys } from './public-keys.ts'

export const verifyPorts = ({ cloud }: GateInputs): VerifyPorts => ({
  openKeys: () => openPublicKeys(cloud),
  clock: jobClock,
  log,
})
