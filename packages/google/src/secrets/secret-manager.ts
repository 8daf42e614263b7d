// Secrets of Google Secret Manager. An answer is checked before it is used as a secret.
import { withRetry } from '@open-claw/net'
import { ClawError, crc32c, type Clock } from '@open-claw/core'
import type { GoogleAccess } from '../client.ts'
import { versionReader, type AccessedVersion, type AccessVersion } from './client.ts'
import { corrupt, secretError, retryHint } from './failures.ts'
import { answeredVersion, resourceName, type GoogleSecretVersion } from './reference.ts'

/** Scope of Secret Manager, which has no narrower one. Grants limit what the identity may read. */
export const SECRETS_SCOPE = 'https://www.googleapis.com/auth/cloud-platform'

/** Google's own limit on a payload. */
const MAX_BYTES = 64 * 1024

/** Where the secrets are and who asks. `tokens` have SECRETS_SCOPE. */
export interface GoogleSecretOptions extends GoogleAccess {
  readonly clock: Clock
  /** Connects to an endpoint; the genuine client by default. */
  readonly connect?: (access: GoogleAccess) => AccessVersion
}

/** A secret as the service holds it. */
interface StoredSecret {
  readonly bytes: Uint8Array
  /** The number of the version that was read, even if `latest` was asked for. */
  readonly version: string
}

/** Returns the endpoint of a location. The global endpoint does not know regional secrets. */
const regionalEndpoint = (location: string): URL =>
  new URL(`https://secretmanager.${location}.rep.googleapis.com`)

/** Returns the data of an answer. dataCrc32c is optional in the API; an answer without it proves nothing and is refused. */
function checkedBytes({ data, dataCrc32c }: AccessedVersion, resource: string): Uint8Array {
  if (!(data instanceof Uint8Array)) throw corrupt(resource, 'the answer has no data')
  if (dataCrc32c !== String(crc32c(data)))
    throw corrupt(resource, 'the CRC32C of the data is missing or wrong')
  if (data.length === 0 || data.length > MAX_BYTES) {
    throw new ClawError('SECRET_UNUSABLE', `${resource}: the secret is empty or over ${MAX_BYTES} bytes.`)
  }
  return data
}

function readAnswer(answer: AccessedVersion, asked: GoogleSecretVersion): StoredSecret {
  const resource = resourceName(asked)
  const version = answeredVersion(answer.name, asked)
  if (version === undefined) throw corrupt(resource, 'the answer is about another secret or version')
  return { bytes: checkedBytes(answer, resource), version }
}

async function access(
  asked: GoogleSecretVersion,
  accessVersion: AccessVersion,
  clock: Clock,
): Promise<StoredSecret> {
  const resource = resourceName(asked)
  const attempt = async (timeout: number): Promise<StoredSecret> =>
    readAnswer(await accessVersion(resource, timeout), asked)
  try {
    return await withRetry(attempt, retryHint, clock)
  } catch (error) {
    throw secretError(error, resource)
  }
}

/**
 * Opens the store behind `gcp-sm://`. A version is fetched once, however many pointers lead into it. `reveal`
 * throws SECRET_NOT_FOUND, SECRET_FORBIDDEN, SECRET_UNUSABLE, SECRET_CORRUPT, SECRET_FAILED,
 * SECRET_REFERENCE_INVALID, and what `tokens` throws.
 */
export function googleSecretStore({ endpoint, tokens, clock, connect = versionReader }: GoogleSecretOptions) {
  const connections = new Map<string | undefined, AccessVersion>()
  const connection = (location: string | undefined): AccessVersion => {
    const regional = location === undefined ? undefined : regionalEndpoint(location)
    const known = connections.get(location) ?? connect({ endpoint: endpoint ?? regional, tokens })
    connections.set(location, known)
    return known
  }
  const revealed = new Map<string, Promise<StoredSecret>>()
  return {
    reveal(asked: GoogleSecretVersion): Promise<StoredSecret> {
      const resource = resourceName(asked)
      const pending = revealed.get(resource) ?? access(asked, connection(asked.location), clock)
      revealed.set(resource, pending)
      return pending
    },
  }
}
