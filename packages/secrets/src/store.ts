// The port to a store of secrets.
import type { SecretReference } from './reference.ts'

/** A secret as the store holds it; a pointer has not been applied. */
export interface RevealedSecret {
  readonly bytes: Uint8Array
  /** The number of the version that was read, also where `latest` was asked for. */
  readonly version: string
}

export interface SecretStore {
  /** Throws SECRET_NOT_FOUND, SECRET_FORBIDDEN, SECRET_UNUSABLE, SECRET_CORRUPT or SECRET_FAILED. */
  reveal(reference: SecretReference): Promise<RevealedSecret>
}
