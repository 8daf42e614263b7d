// Azure Key Vault: the REST API that the genuine client uses, as far as signing needs it.
import * as v from 'valibot'
import { RawAnswer, type Answer, type Operation } from '../gateway.ts'
import type { ErrorBody, Route } from '../http.ts'
import { parseRequest } from '../requests.ts'
import type { FaultKind } from '../services.ts'
import { STATUSES, StatusError, type Status } from '../status.ts'
import type { BearerTokens } from './bearer-tokens.ts'
import type { KeyVaultKey, KeyVaultKeys } from './keys.ts'

/** The name of the key vault, whatever port it listens on. */
const KEY_VAULT = 'https://sandbox.vault.azure.net'
/** The resource that a token must be for. */
const RESOURCE = 'https://vault.azure.net'

const CODES: Readonly<Record<Status, string>> = {
  INVALID_ARGUMENT: 'BadParameter',
  NOT_FOUND: 'KeyNotFound',
  PERMISSION_DENIED: 'Forbidden',
  RESOURCE_EXHAUSTED: 'Throttled',
  FAILED_PRECONDITION: 'Conflict',
  INTERNAL: 'InternalError',
  UNAVAILABLE: 'ServiceUnavailable',
  UNAUTHENTICATED: 'Unauthorized',
}

const errorAnswer = (
  status: number,
  error: Readonly<Record<string, unknown>>,
  headers: Readonly<Record<string, string>> = {},
): RawAnswer =>
  new RawAnswer(JSON.stringify({ error }), {
    contentType: 'application/json; charset=utf-8',
    status,
    headers,
  })

/** Words errors as the service does; a caller without a token is told where to get one. */
export const keyVaultError: ErrorBody = (status, message) =>
  errorAnswer(
    STATUSES[status].http,
    { code: CODES[status], message },
    status === 'UNAUTHENTICATED'
      ? {
          'www-authenticate': `Bearer authorization="https://login.microsoftonline.com/00000000-0000-0000-0000-000000000000", resource="${RESOURCE}"`,
        }
      : {},
  )

/** Answers for a key that may not be used: forbidden, with the reason inside. */
const unusable = (code: string, message: string): RawAnswer =>
  errorAnswer(403, { code: 'Forbidden', message, innererror: { code } })

const now = (): number => Math.floor(Date.now() / 1000)

function findKey(keys: KeyVaultKeys, name: string, version: string | undefined) {
  const key = keys.find(name)
  const found = version === undefined ? key?.versions.at(-1) : key?.versions.find((one) => one === version)
  if (key === undefined || found === undefined)
    throw new StatusError('NOT_FOUND', `A key with (name/id) ${name}/${version ?? ''} was not found.`)
  return { key, version: found }
}

/** Returns the key identifier of a version; as a fault, that of another one. */
const keyIdentifier = (key: KeyVaultKey, version: string, fault: FaultKind | undefined): string =>
  `${KEY_VAULT}/keys/${key.name}/${fault === 'wrong-version-name' ? version.split('').toReversed().join('') : version}`

function keyAttributes({ enabled, window }: KeyVaultKey, fault: FaultKind | undefined): Answer {
  const time = now()
  return {
    enabled: enabled && fault !== 'disabled',
    ...(window.nbf === undefined ? {} : { nbf: time + window.nbf }),
    ...(window.exp === undefined ? {} : { exp: time + window.exp }),
    created: time - 60,
    updated: time - 60,
    recoveryLevel: 'Recoverable+Purgeable',
  }
}

/** Returns the key with a curve or type that its numbers do not have. */
const misnamed = (jwk: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  'crv' in jwk
    ? { ...jwk, crv: jwk['crv'] === 'P-384' ? 'P-256' : 'P-384' }
    : { ...jwk, kty: 'EC', crv: 'P-256' }

const keyRequest = v.object({ path: v.object({ name: v.string(), version: v.optional(v.string()) }) })

const getKey =
  (keys: KeyVaultKeys): Operation =>
  async (request, { fault }) => {
    const { path } = parseRequest(keyRequest, request)
    const { key, version } = findKey(keys, path.name, path.version)
    const { jwk } = await keys.pair(key, version, fault === 'wrong-key')
    const shown = { kty: key.kty, ...jwk }
    return {
      key: {
        ...(fault === 'wrong-algorithm' ? misnamed(shown) : shown),
        kid: keyIdentifier(key, version, fault),
        key_ops: key.operations,
      },
      attributes: keyAttributes(key, fault),
      tags: {},
    }
  }

const listVersions =
  (keys: KeyVaultKeys): Operation =>
  (request, { fault }) => {
    const { key } = findKey(keys, parseRequest(keyRequest, request).path.name, undefined)
    const value = key.versions.map((version) => ({
      kid: keyIdentifier(key, version, fault),
      attributes: keyAttributes(key, fault),
    }))
    return { value, nextLink: null }
  }

const base64url = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]+$/))
const signRequest = v.object({
  path: v.object({ name: v.string(), version: v.string() }),
  body: v.object({ alg: v.string(), value: base64url }),
})

function refusal(
  { enabled, operations, window }: KeyVaultKey,
  fault: FaultKind | undefined,
): RawAnswer | undefined {
  if (!enabled || fault === 'disabled')
    return unusable('KeyDisabled', 'Operation sign is not allowed on a disabled key.')
  if ((window.exp ?? 1) < 0) return unusable('KeyExpired', 'Operation sign is not allowed on an expired key.')
  if ((window.nbf ?? -1) > 0)
    return unusable('KeyNotYetValid', 'Operation sign is not allowed on a key that is not yet valid.')
  return operations.includes('sign')
    ? undefined
    : unusable('KeyOperationForbidden', 'Operation sign is not permitted on this key.')
}

/** Returns another algorithm of the same key, or one that no key has. */
const otherAlgorithm = (alg: string): string =>
  alg.startsWith('PS') ? `RS${alg.slice(2)}` : `PS${alg.slice(2)}`

const flipBit = (bytes: Uint8Array): Uint8Array =>
  bytes.map((byte, at) => (at === bytes.length - 1 ? byte ^ 1 : byte))

const sign =
  (keys: KeyVaultKeys): Operation =>
  async (request, { fault }) => {
    const { path, body } = parseRequest(signRequest, request)
    const { key, version } = findKey(keys, path.name, path.version)
    const refused = refusal(key, fault)
    if (refused !== undefined) return refused
    const pair = await keys.pair(key, version, fault === 'wrong-key')
    const digest = Buffer.from(body.value, 'base64url')
    const made = pair.sign(body.alg, digest)
    if (made === undefined)
      throw new StatusError(
        'INVALID_ARGUMENT',
        `The algorithm ${body.alg} does not fit the key or the digest.`,
      )
    const other =
      fault === 'wrong-algorithm' ? (pair.sign(otherAlgorithm(body.alg), digest) ?? made.subarray(1)) : made
    const signature = fault === 'corrupt-signature' ? flipBit(other) : other
    return { kid: keyIdentifier(key, version, fault), value: Buffer.from(signature).toString('base64url') }
  }

/** Routes `GET /keys/{name}[/{version}]`, `GET /keys/{name}/versions`, `POST /keys/{name}/{version}/sign`. */
export function keyVaultRoutes(keys: KeyVaultKeys, tokens: BearerTokens): readonly Route[] {
  const authorised =
    (operation: Operation): Operation =>
    (request, context) => {
      tokens.check(context.authorization, RESOURCE)
      return operation(request, context)
    }
  const service = 'azure-vault'
  const name = '(?<name>[0-9A-Za-z-]{1,127})'
  const get = (path: string, operation: Operation): Route => ({
    verb: 'GET',
    path: new RegExp(`^/keys/${name}${path}$`),
    service,
    method: 'GetKey',
    operation: authorised(operation),
  })
  return [
    get('/versions', listVersions(keys)),
    get('/?', getKey(keys)),
    get('/(?<version>[0-9a-f]{32})', getKey(keys)),
    {
      verb: 'POST',
      path: new RegExp(`^/keys/${name}/(?<version>[0-9a-f]{32})/sign$`),
      service,
      method: 'Sign',
      operation: authorised(sign(keys)),
    },
  ]
}
