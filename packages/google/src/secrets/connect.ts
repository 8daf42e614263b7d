// Connects to Secret Manager, according to the inputs.
import type { AccessTokens, Host, RequestHeaders } from '@open-claw/core'
import { ambientGoogle } from '../ambient.ts'
import type { GoogleCredentials } from '../inputs.ts'
import { googleWorkloadIdentity } from '../workload-identity.ts'
import { googleSecretStore, SECRETS_SCOPE } from './secret-manager.ts'

/** How a job reaches its secrets. */
export interface GoogleSecretAccess {
  readonly credentials: GoogleCredentials
  /** undefined means Google's own. */
  readonly endpoint: URL | undefined
  readonly host: Pick<Host, 'admitMachineCredentials' | 'clock' | 'identity' | 'mask'>
}

function accessTokens({ credentials, host }: GoogleSecretAccess): AccessTokens | RequestHeaders {
  const { mask, clock } = host
  if (credentials.kind === 'ambient') {
    host.admitMachineCredentials()
    return ambientGoogle(SECRETS_SCOPE, mask)
  }
  const identity = host.identity(credentials.issuer)
  return googleWorkloadIdentity({ ...credentials, scope: SECRETS_SCOPE, identity, mask, clock })
}

/** Opens the store with the job's credentials. */
export const connect = (access: GoogleSecretAccess): ReturnType<typeof googleSecretStore> =>
  googleSecretStore({
    endpoint: access.endpoint,
    tokens: accessTokens(access),
    clock: access.host.clock,
  })
