// Errors of OAuth 2.0 servers (RFC 6749 §5.2).

export interface OauthError {
  /** A bare word, such as `invalid_grant`. */
  readonly reason: string | undefined
  /** May quote the token, so it is compared and never shown. */
  readonly text: string | undefined
}

/** Reads `{"error":"invalid_grant","error_description":"…"}` */
export function oauthError(answer: { readonly [key: string]: unknown }): OauthError {
  const { error, error_description: text } = answer
  return {
    reason: typeof error === 'string' && /^[A-Za-z_]{1,40}$/.test(error) ? error : undefined,
    text: typeof text === 'string' ? text : undefined,
  }
}
