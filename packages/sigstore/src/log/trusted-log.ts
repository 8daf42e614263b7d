// Logs of a trusted root: transparency logs and certificate transparency logs.
import type { KeyObject } from 'node:crypto'
import type { Scheme, Period } from '@open-claw/asn1'

export interface TrustedLog {
  /** URL in the trusted root. */
  readonly name: string
  /** Who runs it; empty where the trusted root does not say. */
  readonly operator: string
  /**
   * The ids in entries and checkpoints: SHA-256 of its key, or the key id of its notes
   * (https://c2sp.org/signed-note). They only find the key, which is the trusted root's.
   */
  readonly ids: readonly Buffer[]
  readonly key: KeyObject
  readonly scheme: Scheme
  readonly validFor: Period
}
