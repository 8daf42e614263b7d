// Secret Manager as a Google API, and the one call that is made.
import type { SecretManagerServiceClient } from '@google-cloud/secret-manager/build/src/v1/secret_manager_service_client.js'
import { googleCaller, type GoogleAccess, type GoogleApi } from '../client.ts'

/** An answer of the service, untrusted. */
export interface AccessedVersion {
  readonly name: string
  readonly data: unknown
  /** Decimal; an int64 comes as a number, a string or a Long. */
  readonly dataCrc32c: string | undefined
}

/** Reads `projects/P/secrets/S/versions/V` within `timeout` milliseconds. Throws what the client throws. */
export type AccessVersion = (name: string, timeout: number) => Promise<AccessedVersion>

const SECRET_MANAGER: GoogleApi<SecretManagerServiceClient> = {
  endpoint: new URL('https://secretmanager.googleapis.com'),
  /** Larger than any secret, which has at most 64 KiB. */
  maxAnswerBytes: 1024 * 1024,
  load: async () => {
    const { SecretManagerServiceClient: Client } =
      await import('@google-cloud/secret-manager/build/src/v1/secret_manager_service_client.js')
    return Client
  },
}

/** Makes calls of AccessSecretVersion on one client. */
export function versionReader(access: GoogleAccess): AccessVersion {
  const caller = googleCaller(SECRET_MANAGER, access)
  return (name, timeout) =>
    caller(async (client, options) => {
      const [{ name: answered, payload }] = await client.accessSecretVersion({ name }, options)
      return { name: answered ?? '', data: payload?.data, dataCrc32c: payload?.dataCrc32c?.toString() }
    }, timeout)
}
