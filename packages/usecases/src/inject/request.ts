// The request of a workflow: which secrets, under which names, and where they go.
import type { Shell } from '@open-claw/core'
import type { SecretRequest, SecretVersion } from '@open-claw/secrets'

/** A script that gets the secrets in one child process. */
export interface ScriptTarget {
  readonly delivery: 'exec'
  readonly script: string
  readonly shell: Shell
}

/** Where the secrets go; only `exec` has a script. */
export type Target = ScriptTarget | { readonly delivery: 'output' | 'env' }

/** `V` is the type of the versions that the requests name, which the store in the ports must support. */
export interface InjectRequest<V extends SecretVersion> {
  readonly requests: readonly SecretRequest<V>[]
  readonly target: Target
  /** Names of further events that may get secrets. */
  readonly allowEvents: readonly string[]
}
