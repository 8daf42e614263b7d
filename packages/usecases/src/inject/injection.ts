// The result of an injection, without anything secret.
import type { AdmittedEvent } from '@open-claw/core'
import type { Delivery } from '@open-claw/secrets'

/** A secret that was delivered, without its value or the length of its value. */
export interface InjectedSecret {
  readonly name: string
  /** The reference as written. */
  readonly uri: string
  /** The version that was read, even if `latest` was requested. */
  readonly version: string
  /** Number of masks that hide it. */
  readonly masks: number
}

export interface Injection {
  /** Undefined if no event started the run. */
  readonly event: AdmittedEvent | undefined
  readonly delivery: Delivery
  readonly secrets: readonly InjectedSecret[]
  /** Exit code of the script, or 0 if there is none. */
  readonly exitCode: number
}

/** A warning that a person must see before the secrets are delivered. */
export type Caution =
  /** Anyone who may add a version decides what is delivered. */
  | { readonly kind: 'latest'; readonly name: string }
  /** The log may fail to hide the secret, or a part of it. */
  | {
      readonly kind: 'unmaskable'
      readonly extent: 'whole' | 'part'
      readonly name: string
      readonly reason: string
    }
  /** More than one process can read the secrets. */
  | { readonly kind: 'readers'; readonly delivery: Exclude<Delivery, 'exec'> }
