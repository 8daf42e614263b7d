// The header that authorises a call. Azure's client gets no tokens of its own: it would ask for them again
// and again if there are none, and answer a challenge from any server.
import { bearer, ClawError, Token, type AccessTokens, type Mask } from '@open-claw/core'
import { MACHINE_MS, maskingOnce, within } from '@open-claw/net'
import { ownAgent } from './own-agent.ts'

/** Returns the headers of one call, token included. Throws CREDENTIALS_MISSING, CREDENTIALS_FAILED, and what the tokens throw. */
export type Authorization = () => Promise<{ readonly authorization: string }>

/** Errors of the libraries when none of their sources has credentials. */
const ABSENT: ReadonlySet<string> = new Set(['CredentialUnavailableError', 'AggregateAuthenticationError'])

/** Makes a new error: the library's own may quote the answer of a token service. */
function ambientFailure(error: unknown): ClawError {
  const isAbsent = error instanceof Error && ABSENT.has(error.name)
  return isAbsent
    ? new ClawError(
        'CREDENTIALS_MISSING',
        'credentials: ambient was asked for, but this machine has no credentials for Azure.',
      )
    : new ClawError(
        'CREDENTIALS_FAILED',
        'credentials: ambient was asked for, but the credentials of this machine gave no token.',
      )
}

function ambient(scope: string, mask: Mask | undefined): Authorization {
  const hide = maskingOnce(mask)
  const open = async () => {
    const { DefaultAzureCredential } = await import('@azure/identity')
    return new DefaultAzureCredential({ additionalPolicies: [ownAgent()] })
  }
  let credential: ReturnType<typeof open> | undefined
  return async () => {
    credential ??= open()
    const opened = await credential.catch((error: unknown) => {
      throw ambientFailure(error)
    })
    const given = opened.getToken(scope).catch((error: unknown) => {
      throw ambientFailure(error)
    })
    const { token } = await within(MACHINE_MS, given, () => ambientFailure(undefined))
    return bearer(Token.receive(token, hide))
  }
}

/** Returns the authorization by `tokens`, or by what the machine has for `scope`. */
export function callAuthorization(
  tokens: AccessTokens | 'ambient',
  scope: string,
  mask: Mask | undefined,
): Authorization {
  if (tokens === 'ambient') return ambient(scope, mask)
  return async () => bearer((await tokens.mint()).token)
}
