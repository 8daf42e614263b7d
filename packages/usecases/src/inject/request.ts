// What a workflow asks for: which secrets, under which names, and where they go. Values alone.
import type { Shell } from '@open-claw/core'
import type { SecretRequest, SecretVersion } from '@open-claw/secrets'

/** One child process. */
export interface ScriptTarget {
  readonly delivery: 'exec'
  readonly script: string
  readonly shell: Shell
}

/** Where the secrets go; a script exists for `exec` and for nothing else. */
export type Target = ScriptTarget | { readonly delivery: 'output' | 'env' }

/** `V` has the versions that the requests name: the store in the ports must have these. */
export interface InjectRequest<V extends SecretVersion> {
  readonly requests: readonly SecretRequest<V>[]
  readonly target: Target
  /** Names of events beyond the default that may have secrets. */
  readonly allowEvents: readonly string[]
}
