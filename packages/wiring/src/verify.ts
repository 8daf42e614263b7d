// The gate, put together from its inputs.
import type { Host } from '@open-claw/core'
import { folderStore } from '@open-claw/files'
import type { GateInputs } from '@open-claw/inputs'
import type { VerifyPorts } from '@open-claw/usecases'
import { KEY_URIS } from './vendors.ts'
import { openPublicKeys } from './public-keys.ts'

export const verifyPorts = (
  { workspace, bundles, cloud }: GateInputs,
  { clock, log }: Pick<Host, 'clock' | 'log'>,
): VerifyPorts => ({
  keyUris: KEY_URIS,
  openKeys: () => openPublicKeys(cloud),
  evidence: folderStore({ workspace, folder: undefined }, bundles),
  clock,
  log,
})
