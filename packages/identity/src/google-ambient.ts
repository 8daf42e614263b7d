// Google's default credentials of a machine. Only headers come out of the library: given the credentials
// themselves, a client would open its own channel with them, and trust whom a variable names.
import { ClawError, maskingOnce, type Mask, type RequestHeaders } from '@open-claw/core'

const failure = (code: 'CREDENTIALS_MISSING' | 'CREDENTIALS_FAILED', what: string): ClawError =>
  // The library's own error may quote the credentials file or the answer of a token service.
  new ClawError(code, `credentials: ambient was asked for, but ${what}.`)

/**
 * Headers that authorise a request for `scope`, with a token that the library renews. Throws
 * CREDENTIALS_MISSING or CREDENTIALS_FAILED.
 */
export function ambientGoogle(scope: string, mask: Mask | undefined): RequestHeaders {
  const hide = maskingOnce(mask)
  const open = async () => {
    const { GoogleAuth } = await import('google-auth-library')
    // Without a project the library looks one up, with the token and in another API, and fails where the
    // scope does not reach. Keys and secrets carry their project in their names.
    return new GoogleAuth({ scopes: [scope], projectId: 'unused' }).getClient()
  }
  let client: ReturnType<typeof open> | undefined
  return async () => {
    client ??= open()
    const opened = await client.catch(() => {
      throw failure('CREDENTIALS_MISSING', 'this machine has no credentials for Google Cloud')
    })
    const headers = await opened.getRequestHeaders().catch(() => {
      throw failure('CREDENTIALS_FAILED', 'the credentials of this machine gave no token')
    })
    hide((headers.get('authorization') ?? '').replace(/^Bearer /i, ''))
    return Object.fromEntries(headers)
  }
}
