// Assembles the gate from its inputs.
import { printableText, type Host } from '@open-claw/core'
import { folderStore } from '@open-claw/files'
import type { GateInputs } from '@open-claw/inputs'
import type { VerifyPorts } from '@open-claw/usecases'
import { openKeySession, type SessionHost } from './key-session.ts'
import { KEY_URIS } from './vendors.ts'

/** Returns the ports of the gate. */
export const verifyPorts = (
  { workspace, bundles, cloud }: GateInputs,
  host: SessionHost & Pick<Host, 'annotate' | 'log'>,
): VerifyPorts => ({
  keyUris: KEY_URIS,
  openKeys: () =>
    openKeySession(cloud, 'verify', host, ({ code, message }) =>
      host.annotate('warning', code, printableText(message)),
    ),
  evidence: folderStore({ workspace, folder: undefined }, bundles),
  clock: host.clock,
  log: host.log,
})
