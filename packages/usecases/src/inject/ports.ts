// The ports of inject.
import type { Host, RunScript } from '@open-claw/core'
import type { SecretStore, SecretVersion } from '@open-claw/secrets'
import type { Caution } from './injection.ts'

type HostMembers =
  | 'admitEvent'
  | 'mask'
  | 'environment'
  | 'withheld'
  | 'watchAnswers'
  | 'setOutputs'
  | 'exportVariables'

export interface InjectPorts<V extends SecretVersion> extends Pick<Host, HostMembers> {
  readonly store: SecretStore<V>
  /** Warns a person, before anything is delivered. */
  readonly warn: (caution: Caution) => void
  readonly run: RunScript
  /**
   * Prints redacted output of the script. Returns a promise if no more can be taken until it is fulfilled.
   */
  readonly print: (stream: 'stdout' | 'stderr', text: string) => Promise<unknown> | undefined
}
