/** Credentials of a session with AWS, masked before they are returned. */
export interface SessionCredentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken: string
  /** Milliseconds since the epoch. */
  readonly expires: number
}

export interface SessionTokens {
  mint(): Promise<SessionCredentials>
}
