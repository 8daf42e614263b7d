// Reads claims of our own token, for a person to compare with the configuration of a service.
import { isJsonObject, parseJson, type Token } from '@open-claw/core'

/** Returns the claims of a compact JWT, none of them verified. Returns none for a token that cannot be read. */
export function tokenClaims(token: Token): { readonly [claim: string]: unknown } {
  try {
    const claims = parseJson(Buffer.from(token.reveal().split('.')[1] ?? '', 'base64url'), 'The token')
    return isJsonObject(claims) ? claims : {}
  } catch {
    return {}
  }
}
