// Google Secret Manager: what it answers is checked, what it refuses becomes one of our errors.
import { causeOf, type RetryHint, type KnownCause, type ToldCause, withRetry } from '@open-claw/net'
import {
  type AccessTokens,
  ClawError,
  type Clock,
  type ErrorCode,
  isJsonObject,
  type RequestHeaders,
  crc32c,
} from '@open-claw/core'
import { GOOGLE_CAUSES, googleRetryDelay } from '../causes.ts'
import { googleReasons } from '../reasons.ts'
import { type AccessedVersion, type AccessVersion, accessVersionWith } from './client.ts'
import type { SecretReference, RevealedSecret, SecretStore } from '@open-claw/secrets'

/** Google's own limit on a payload. */
const MAX_BYTES = 64 * 1024

export interface GoogleSecretOptions {
  /** undefined means Google's endpoint; http is for loopback alone. */
  readonly endpoint: URL | undefined
  readonly tokens: AccessTokens | RequestHeaders
  readonly clock: Clock
  /** How an endpoint is reached; by the genuine client where it is left out. */
  readonly connect?: typeof accessVersionWith
}

interface CodeFact {
  readonly name: string
  readonly code: ErrorCode
  readonly retry: boolean
  /** What to do where the answer names no cause and the remedy of the code says less. */
  readonly remedy?: string
}

const failed = (name: string, retry: boolean): CodeFact => ({ name, code: 'SECRET_FAILED', retry })

/** google.rpc.Code. What is not here failed for a reason that trying again does not mend. */
const RPC_CODES: Readonly<Record<number, CodeFact>> = {
  3: { name: 'INVALID_ARGUMENT', code: 'SECRET_REFERENCE_INVALID', retry: false },
  4: failed('DEADLINE_EXCEEDED', true),
  5: {
    name: 'NOT_FOUND',
    code: 'SECRET_NOT_FOUND',
    retry: false,
    remedy: 'Check project, secret and version, or add a version to the secret.',
  },
  7: {
    name: 'PERMISSION_DENIED',
    code: 'SECRET_FORBIDDEN',
    retry: false,
    remedy: 'Grant secretmanager.versions.access on this secret to the identity of the job.',
  },
  8: failed('RESOURCE_EXHAUSTED', true),
  9: {
    name: 'FAILED_PRECONDITION',
    code: 'SECRET_UNUSABLE',
    retry: false,
    remedy: 'Name an enabled version, or enable this one.',
  },
  13: failed('INTERNAL', true),
  14: failed('UNAVAILABLE', true),
  15: { name: 'DATA_LOSS', code: 'SECRET_CORRUPT', retry: false, remedy: 'Store the secret again.' },
  16: {
    name: 'UNAUTHENTICATED',
    code: 'SECRET_FORBIDDEN',
    retry: false,
    remedy: 'Check the workload identity provider and the service account.',
  },
}

/** States of a version, which the service tells in its text alone. */
const SECRET_CAUSES: readonly KnownCause[] = [
  {
    pattern: /\bis in DESTROYED state/,
    what: 'the version is destroyed; latest is the newest version even then',
    remedy: 'Name another version, or add one.',
  },
  {
    pattern: /\bis in DISABLED state/,
    what: 'the version is disabled; latest is the newest version even then',
    remedy: 'Enable it, or name another version.',
  },
  {
    pattern: /not found or has no versions/,
    what: 'there is no such secret, or it has no version',
    remedy: 'Check project and secret, or add a version to the secret.',
  },
  ...GOOGLE_CAUSES,
]

const resourceOf = ({ project, location, secret, version }: SecretReference): string =>
  `projects/${project}/${location === undefined ? '' : `locations/${location}/`}secrets/${secret}/versions/${version}`

/** Regional secrets are at endpoints of their own; the global one does not know them. */
const regionalEndpoint = (location: string): URL =>
  new URL(`https://secretmanager.${location}.rep.googleapis.com`)

const codeOf = (error: unknown): number | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'number' ? error.code : undefined

/** An answer of the service that is no value. */
interface Refusal extends CodeFact {
  readonly cause: ToldCause | undefined
}

const UNKNOWN: CodeFact = { name: 'no status', code: 'SECRET_FAILED', retry: false }

/** The client's own error carries metadata, which may hold the headers of the request: its details are compared, and not shown. */
function refusalOf(error: unknown): Refusal {
  const code = codeOf(error)
  const fact = code === undefined ? UNKNOWN : (RPC_CODES[code] ?? { ...UNKNOWN, name: `status ${code}` })
  const { statusDetails, details } = isJsonObject(error) ? error : {}
  const reason = googleReasons(statusDetails)
  const text = typeof details === 'string' ? details : undefined
  const cause = causeOf(SECRET_CAUSES, { reason, text })
  return {
    ...fact,
    name: reason === undefined ? fact.name : `${fact.name} (${reason})`,
    code: cause?.code ?? fact.code,
    retry: cause?.retry ?? fact.retry,
    cause,
  }
}

function readable(error: unknown, resource: string): ClawError {
  if (error instanceof ClawError) return error
  const { name, code, remedy, cause } = refusalOf(error)
  const what = cause === undefined ? '' : `: ${cause.what}`
  return new ClawError(code, `${resource}: Secret Manager answers ${name}${what}.`, {
    remedy: cause?.remedy ?? remedy,
  })
}

const corrupt = (resource: string, problem: string): ClawError =>
  new ClawError('SECRET_CORRUPT', `${resource}: ${problem}, and the value is not used.`)

const NAME =
  /^projects\/(?<project>[^/]+)\/(?:locations\/(?<location>[^/]+)\/)?secrets\/(?<secret>[^/]+)\/versions\/(?<version>[1-9][0-9]{0,18})$/

const isNumber = (project: string): boolean => /^[0-9]+$/.test(project)

/** The service names a project by its number even where it was asked by id, so these are not compared. */
const isSameProject = (answered: string, asked: string): boolean =>
  answered === asked || (isNumber(answered) && !isNumber(asked))

/** The version number that the answer is about. Location, secret and version must be those that were asked for. */
function answeredVersion(answer: AccessedVersion, reference: SecretReference, resource: string): string {
  const { project = '', location, secret, version } = NAME.exec(answer.name)?.groups ?? {}
  const isSame =
    isSameProject(project, reference.project) &&
    location === reference.location &&
    secret === reference.secret &&
    (reference.version === 'latest' || version === reference.version)
  if (isSame && version !== undefined) return version
  throw corrupt(resource, 'the answer is about another secret or version')
}

/** dataCrc32c is optional in the API; an answer without it proves nothing and is refused. */
function checkedBytes(answer: AccessedVersion, resource: string): Uint8Array {
  const { data, dataCrc32c } = answer
  if (!(data instanceof Uint8Array)) throw corrupt(resource, 'the answer has no data')
  if (dataCrc32c !== String(crc32c(data)))
    throw corrupt(resource, 'the CRC32C of the data is missing or wrong')
  if (data.length === 0 || data.length > MAX_BYTES) {
    throw new ClawError('SECRET_UNUSABLE', `${resource}: the secret is empty or over ${MAX_BYTES} bytes.`)
  }
  return data
}

/** A corrupted answer is asked for again like a failed one: most corruption is on the way. */
function hintFor(error: unknown): RetryHint {
  if (error instanceof ClawError) return { retry: error.code === 'SECRET_CORRUPT', why: error.message }
  const { retry, name } = refusalOf(error)
  return { retry, after: googleRetryDelay(error), why: `Secret Manager answers ${name}` }
}

async function access(
  reference: SecretReference,
  accessVersion: AccessVersion,
  clock: Clock,
): Promise<RevealedSecret> {
  const resource = resourceOf(reference)
  try {
    return await withRetry(
      async (timeout) => {
        const answer = await accessVersion(resource, timeout)
        const version = answeredVersion(answer, reference, resource)
        return { bytes: checkedBytes(answer, resource), version }
      },
      hintFor,
      clock,
    )
  } catch (error) {
    throw readable(error, resource)
  }
}

/**
 * The store behind `gcp-sm://`. One version is fetched once, however many pointers lead into it.
 * Throws as SecretStore says, and what `tokens` throws.
 */
export function googleSecretStore(options: GoogleSecretOptions): SecretStore {
  const { endpoint, tokens, clock, connect = accessVersionWith } = options
  const connections = new Map<string | undefined, AccessVersion>()
  const connection = (location: string | undefined): AccessVersion => {
    const regional = location === undefined ? undefined : regionalEndpoint(location)
    const known = connections.get(location) ?? connect(endpoint ?? regional, tokens)
    connections.set(location, known)
    return known
  }
  const revealed = new Map<string, Promise<RevealedSecret>>()
  return {
    reveal(reference) {
      const resource = resourceOf(reference)
      const pending = revealed.get(resource) ?? access(reference, connection(reference.location), clock)
      revealed.set(resource, pending)
      return pending
    },
  }
}
