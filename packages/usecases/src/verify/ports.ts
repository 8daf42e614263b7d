import type { Clock, EvidenceStore, KeyUris, Printable } from '@open-claw/core'
import type { KeySession } from '../key-session.ts'

/** Fetches the public keys that the policy names by URI. */
export type PublicKeySession = Pick<KeySession, 'publicKey'> & AsyncDisposable

/** What the gate asks of the world beside its files. */
export interface VerifyPorts {
  /** The key URIs that a policy may name. */
  readonly keyUris: KeyUris
  /** Opens nothing yet: a policy without key URIs needs no login. */
  readonly openKeys: () => PublicKeySession
  readonly evidence: Pick<EvidenceStore, 'find'>
  /** Tells whether a signed list of trusted roots is over. */
  readonly clock: Clock
  /** Prints a line for whoever watches the step. */
  readonly log: (line: Printable) => void
}
