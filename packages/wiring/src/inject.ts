// Assembles injecting from its inputs and its host.
import { once } from 'node:events'
import { runScript } from '@open-claw/ci'
import type { Host } from '@open-claw/core'
import type { GoogleCredentials } from '@open-claw/google'
import type { InjectInputs } from '@open-claw/inputs'
import { cautionText } from '@open-claw/reports'
import type { InjectPorts } from '@open-claw/usecases'
import { secretStore, type KnownVersion } from './secret-stores.ts'

const TITLE = 'Open Claw inject-secret'

/** Returns the ports of injecting. */
export const injectPorts = (
  inputs: InjectInputs<KnownVersion, GoogleCredentials>,
  host: Host,
): InjectPorts<KnownVersion> => ({
  ...host,
  store: secretStore({ inputs, host }),
  warn: (caution) => host.annotate('warning', TITLE, cautionText(caution)),
  run: runScript,
  print: (stream, text) => (process[stream].write(text) ? undefined : once(process[stream], 'drain')),
})
