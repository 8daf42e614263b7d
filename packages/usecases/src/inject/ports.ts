// What injecting asks of the world.
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
  /** Tells a person, before anything is delivered. */
  readonly warn: (caution: Caution) => void
  readonly run: RunScript
  /**
   * Passes on what the script printed, once it is redacted. Gives a promise where no more can be taken before
   * it is fulfilled.
   */
  readonly print: (stream: 'stdout' | 'stderr', text: string) => Promise<unknown> | undefined
}
