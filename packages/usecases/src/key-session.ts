import type { Algorithm, IdentityTokens, KeyUri, KmsSigningKey, PublishedKey } from '@open-claw/core'

/** The job's way to its keys. What it borrows on the way, a login or a lease, is given back when it is disposed of. */
export interface KeySession extends AsyncDisposable {
  readonly identity: IdentityTokens
  /** The key to sign with. `algorithm` chooses where a key allows several. Throws KEY_* and CREDENTIALS_*. */
  open(uri: KeyUri, algorithm: Algorithm | undefined): Promise<KmsSigningKey>
  /** The public half, for verifiers. `wanted` chooses where a key allows several algorithms. Throws the same. */
  publicKey(uri: KeyUri, wanted: Algorithm | undefined): Promise<PublishedKey>
}
