// What came of an injection, as far as a reader may know it.
import type { AdmittedEvent } from '@open-claw/core'
import type { Delivery } from '@open-claw/secrets'

/** A secret that was delivered. Neither its value nor the length of it. */
export interface InjectedSecret {
  readonly name: string
  /** The reference as written. */
  readonly uri: string
  /** The version that was read, also where `latest` was asked for. */
  readonly version: string
  /** How many masks hide it. */
  readonly masks: number
}

export interface Injection {
  /** undefined where no event started the run. */
  readonly event: AdmittedEvent | undefined
  readonly delivery: Delivery
  readonly secrets: readonly InjectedSecret[]
  /** Of the script, or 0 where there is none. */
  readonly exitCode: number
}

/** What a person must know before the secrets are delivered. */
export type Caution =
  /** Whoever may add a version decides what is delivered. */
  | { readonly kind: 'latest'; readonly name: string }
  /** The log cannot be relied on to hide the whole secret, or a part of it. */
  | {
      readonly kind: 'unmaskable'
      readonly extent: 'whole' | 'part'
      readonly name: string
      readonly reason: string
    }
  /** More than one process can read the secrets. */
  | { readonly kind: 'readers'; readonly delivery: Exclude<Delivery, 'exec'> }
