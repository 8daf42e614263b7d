// What core asks of the world. Adapters implement these; use-cases receive them.
import type { Algorithm, HashName } from './algorithms.ts'
import type { KeyUri } from './key-uri.ts'

/** What is handed to a key service. The algorithm of the key decides which of them fits. */
export type SignRequest =
  | { readonly input: 'digest'; readonly hash: HashName; readonly digest: Uint8Array }
  | { readonly input: 'message'; readonly message: Uint8Array }
  | { readonly input: 'mu'; readonly mu: Uint8Array }

/** A key version that exists, is enabled and may sign. Its private half is never here. */
export interface SigningKey {
  /** The URI with its version resolved. */
  readonly uri: KeyUri
  readonly algorithm: Algorithm
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array
  /** As the provider names it: `SOFTWARE`, `HSM`, … */
  readonly protectionLevel: string
  /** Largest message in bytes that `input: 'message'` takes. */
  readonly maxMessage: number
  /** Returns the signature: DER for ECDSA, raw bytes for the others. */
  sign(request: SignRequest): Promise<Uint8Array>
}

export interface KeyService {
  open(uri: KeyUri): Promise<SigningKey>
}

/** The job's own identity: an OIDC token (compact JWT) for `audience`, masked before it is returned. */
export interface IdentityTokens {
  mint(audience: string): Promise<string>
}

/** A bearer token for a cloud API, masked before it is returned. */
export interface AccessToken {
  readonly token: string
  /** Milliseconds since the epoch. */
  readonly expires: number
}

export interface AccessTokens {
  mint(): Promise<AccessToken>
}

/** Hides `value` in everything that the runner prints from now on. */
export type Mask = (value: string) => void

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number
  sleep(milliseconds: number): Promise<void>
}

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
}
