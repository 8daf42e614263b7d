import type { Clock, EvidenceStore, KeyUris, Printable } from '@open-claw/core'
import type { KeySession } from '../key-session.ts'

/** Fetches the public keys that the policy names by URI. */
export type PublicKeySession = Pick<KeySession, 'publicKey'> & AsyncDisposable

/** The ports of the gate, besides its files. */
export interface VerifyPorts {
  /** The key URIs that a policy may name. */
  readonly keyUris: KeyUris
  /** Makes a session that opens nothing yet: a policy without key URIs needs no login. */
  readonly openKeys: () => PublicKeySession
  readonly evidence: Pick<EvidenceStore, 'find'>
  /** Decides whether a signed list of trusted roots has expired. */
  readonly clock: Clock
  /** Prints a line of the step's log. */
  readonly log: (line: Printable) => void
}
