// Google's default credentials of a machine. Only headers leave the library: a client that is given the
// credentials themselves would open its own channel with them, and trust the roots that a variable names.
import { agentsFor, MACHINE_MS, maskingOnce, within } from '@open-claw/net'
import { ClawError, type Mask, type RequestHeaders } from '@open-claw/core'

// New errors: the library's own may quote the credentials file or the answer of a token service.
const absent = (): ClawError =>
  new ClawError(
    'CREDENTIALS_MISSING',
    'credentials: ambient was asked for, but this machine has no credentials for Google Cloud.',
  )
const failed = (): ClawError =>
  new ClawError(
    'CREDENTIALS_FAILED',
    'credentials: ambient was asked for, but the credentials of this machine gave no token.',
  )
const late = (): ClawError =>
  new ClawError(
    'CREDENTIALS_FAILED',
    `credentials: ambient was asked for, but the credentials of this machine gave no token within ${MACHINE_MS / 1000} s.`,
  )

async function openClient(scope: string) {
  const { gaxios, GoogleAuth } = await import('google-auth-library')
  const agent = agentsFor()
  // Requests to the metadata server have defaults of their own. Without an agent they would go through the
  // proxy, over http, and show it the token.
  gaxios.instance.defaults = { ...gaxios.instance.defaults, agent }
  // Without a project the library looks one up in another API with the token, and fails if the scope does
  // not cover it. Keys and secrets carry their project in their names.
  const clientOptions = { transporterOptions: { agent } }
  return new GoogleAuth({ scopes: [scope], projectId: 'unused', clientOptions }).getClient()
}

/**
 * Returns headers that authorise a request for `scope`, with a token that the library renews. Throws
 * CREDENTIALS_MISSING or CREDENTIALS_FAILED.
 */
export function ambientGoogle(scope: string, mask: Mask): RequestHeaders {
  const hide = maskingOnce(mask)
  let client: ReturnType<typeof openClient> | undefined
  return async () => {
    client ??= openClient(scope)
    const found = client.catch(() => {
      throw absent()
    })
    const opened = await within(MACHINE_MS, found, late)
    const given = opened.getRequestHeaders().catch(() => {
      throw failed()
    })
    const headers = await within(MACHINE_MS, given, late)
    hide((headers.get('authorization') ?? '').replace(/^Bearer /i, ''))
    return Object.fromEntries(headers)
  }
}
