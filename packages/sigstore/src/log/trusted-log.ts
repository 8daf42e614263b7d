// Logs of a trusted root: transparency logs and certificate transparency logs.
import type { KeyObject } from 'node:crypto'
import type { Scheme, Period } from '@open-claw/asn1'

export interface TrustedLog {
  /** URL in the trusted root. */
  readonly name: string
  /** The operator; empty if the trusted root does not name one. */
  readonly operator: string
  /**
   * The ids in entries and checkpoints: SHA-256 of its key, or the key id of its notes
   * (https://c2sp.org/signed-note). They only select the key; the key itself comes from the trusted root.
   */
  readonly ids: readonly Buffer[]
  readonly key: KeyObject
  readonly scheme: Scheme
  readonly validFor: Period
}
