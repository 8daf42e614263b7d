import type { Token } from '@open-claw/core'

/** Credentials of a session with AWS. */
export interface SessionCredentials {
  readonly accessKeyId: Token
  readonly secretAccessKey: Token
  readonly sessionToken: Token
  /** Milliseconds since the epoch. */
  readonly expires: number
}

export interface SessionTokens {
  mint(): Promise<SessionCredentials>
}
