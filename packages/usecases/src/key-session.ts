import type { Algorithm, IdentityTokens, KeyUri, KmsSigningKey, PublishedKey } from '@open-claw/core'

/** The job's access to its keys. Disposing of it gives back what it borrowed, such as a login or a lease. */
export interface KeySession extends AsyncDisposable {
  readonly identity: IdentityTokens
  /** Opens the key to sign with. `algorithm` chooses if a key allows several. Throws KEY_* and CREDENTIALS_*. */
  open(uri: KeyUri, algorithm: Algorithm | undefined): Promise<KmsSigningKey>
  /** Fetches the public key, for verifiers. `wanted` chooses if a key allows several algorithms. Throws the same. */
  publicKey(uri: KeyUri, wanted: Algorithm | undefined): Promise<PublishedKey>
}
