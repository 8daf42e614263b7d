// Claims of a token of our own, for what a person compares with the configuration of a service.
import { isJsonObject, parseJson, type Token } from '@open-claw/core'

/** The claims of a compact JWT, none of which is verified; none where it cannot be read. */
export function tokenClaims(token: Token): { readonly [claim: string]: unknown } {
  try {
    const claims = parseJson(Buffer.from(token.reveal().split('.')[1] ?? '', 'base64url'), 'The token')
    return isJsonObject(claims) ? claims : {}
  } catch {
    return {}
  }
}
