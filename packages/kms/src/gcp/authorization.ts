// The headers that authorise a call. They go into the metadata of each call and not into an
// authentication client: one that fails to get a token turns our error into an UNAUTHENTICATED of its
// own, with a text that may quote it.
import { ClawError, type AccessTokens, type Mask } from '@open-claw/core'
import { maskingOnce } from '../ambient-mask.ts'

/** Scope of Cloud KMS alone; the clients' default is every API of Google Cloud. */
export const KMS_SCOPE = 'https://www.googleapis.com/auth/cloudkms'

/** Headers of one call, token included. Throws CREDENTIALS_MISSING, CREDENTIALS_FAILED, and what the tokens throw. */
export type Authorization = () => Promise<{ readonly [name: string]: string }>

const ambientFailure = (code: 'CREDENTIALS_MISSING' | 'CREDENTIALS_FAILED', what: string): ClawError =>
  // The library's own error may quote the credentials file or the answer of a token service.
  new ClawError(code, `credentials: ambient was asked for, but ${what}.`)

function ambient(mask: Mask | undefined): Authorization {
  const hide = maskingOnce(mask)
  const open = async () => {
    const { GoogleAuth } = await import('google-auth-library')
    // Without a project the library looks one up, with the token and in another API, and fails where
    // the scope does not reach. Key names carry their project.
    return new GoogleAuth({ scopes: [KMS_SCOPE], projectId: 'unused' }).getClient()
  }
  let client: ReturnType<typeof open> | undefined
  return async () => {
    client ??= open()
    const opened = await client.catch(() => {
      throw ambientFailure('CREDENTIALS_MISSING', 'this machine has no credentials for Google Cloud')
    })
    const headers = await opened.getRequestHeaders().catch(() => {
      throw ambientFailure('CREDENTIALS_FAILED', 'the credentials of this machine gave no token')
    })
    hide((headers.get('authorization') ?? '').replace(/^Bearer /i, ''))
    return Object.fromEntries(headers)
  }
}

/** Authorises calls with `tokens`, or with what the machine has. */
export function authorizationOf(tokens: AccessTokens | 'ambient', mask: Mask | undefined): Authorization {
  if (tokens === 'ambient') return ambient(mask)
  return async () => ({ authorization: `Bearer ${(await tokens.mint()).token}` })
}
