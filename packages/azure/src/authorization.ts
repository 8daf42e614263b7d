// The header that authorises a call. Tokens are not given to the client of Azure: it would ask for them
// again and again when there are none, and answer the challenge of whoever sends one.
import { bearer, ClawError, Token, type AccessTokens, type Mask } from '@open-claw/core'
import { MACHINE_MS, maskingOnce, within } from '@open-claw/net'
import { ownAgent } from './own-agent.ts'

/** Headers of one call, token included. Throws CREDENTIALS_MISSING, CREDENTIALS_FAILED, and what the tokens throw. */
export type Authorization = () => Promise<{ readonly authorization: string }>

/** What the libraries throw where none of the ways that they know gives credentials. */
const ABSENT: ReadonlySet<string> = new Set(['CredentialUnavailableError', 'AggregateAuthenticationError'])

/** The library's own error may quote the answer of a token service. */
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

/** Authorises calls with `tokens`, or with what the machine has for `scope`. */
export function authorizationOf(
  tokens: AccessTokens | 'ambient',
  scope: string,
  mask: Mask | undefined,
): Authorization {
  if (tokens === 'ambient') return ambient(scope, mask)
  return async () => bearer((await tokens.mint()).token)
}
