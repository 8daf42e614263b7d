// Azure Key Vault: the REST API that the genuine client speaks, as far as signing goes.
import * as v from 'valibot'
import { RawAnswer, type Answer, type Operation } from '../gateway.ts'
import type { ErrorBody, Route } from '../http.ts'
import { parseRequest } from '../requests.ts'
import type { FaultKind } from '../services.ts'
import { STATUSES, StatusError, type Status } from '../status.ts'
import type { BearerTokens } from './bearer-tokens.ts'
import type { VaultKey, VaultKeys } from './keys.ts'

/** The name under which the vault is known, whatever port it listens on. */
const VAULT = 'https://sandbox.vault.azure.net'
/** What a token has to be for. */
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

/** Errors as the service words them; who has no token is told where to get one. */
export const vaultError: ErrorBody = (status, message) =>
  errorAnswer(
    STATUSES[status].http,
    { code: CODES[status], message },
    status === 'UNAUTHENTICATED'
      ? {
          'www-authenticate': `Bearer authorization="https://login.microsoftonline.com/00000000-0000-0000-0000-000000000000", resource="${RESOURCE}"`,
        }
      : {},
  )

/** A key that may not be used is forbidden like any other; the reason stands inside. */
const unusable = (code: string, message: string): RawAnswer =>
  errorAnswer(403, { code: 'Forbidden', message, innererror: { code } })

const now = (): number => Math.floor(Date.now() / 1000)

function findKey(keys: VaultKeys, name: string, version: string | undefined) {
  const key = keys.find(name)
  const found = version === undefined ? key?.versions.at(-1) : key?.versions.find((one) => one === version)
  if (key === undefined || found === undefined)
    throw new StatusError('NOT_FOUND', `A key with (name/id) ${name}/${version ?? ''} was not found.`)
  return { key, version: found }
}

/** The key identifier of a version; of another one on demand. */
const kidOf = (key: VaultKey, version: string, fault: FaultKind | undefined): string =>
  `${VAULT}/keys/${key.name}/${fault === 'wrong-version-name' ? version.split('').toReversed().join('') : version}`

function attributesOf({ enabled, window }: VaultKey, fault: FaultKind | undefined): Answer {
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

/** Says another curve or type than the one that its numbers are of. */
const misnamed = (jwk: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  'crv' in jwk
    ? { ...jwk, crv: jwk['crv'] === 'P-384' ? 'P-256' : 'P-384' }
    : { ...jwk, kty: 'EC', crv: 'P-256' }

const keyRequest = v.object({ path: v.object({ name: v.string(), version: v.optional(v.string()) }) })

const getKey =
  (keys: VaultKeys): Operation =>
  async (request, { fault }) => {
    const { path } = parseRequest(keyRequest, request)
    const { key, version } = findKey(keys, path.name, path.version)
    const { jwk } = await keys.pair(key, version, fault === 'wrong-key')
    const shown = { kty: key.kty, ...jwk }
    return {
      key: {
        ...(fault === 'wrong-algorithm' ? misnamed(shown) : shown),
        kid: kidOf(key, version, fault),
        key_ops: key.operations,
      },
      attributes: attributesOf(key, fault),
      tags: {},
    }
  }

const listVersions =
  (keys: VaultKeys): Operation =>
  (request, { fault }) => {
    const { key } = findKey(keys, parseRequest(keyRequest, request).path.name, undefined)
    const value = key.versions.map((version) => ({
      kid: kidOf(key, version, fault),
      attributes: attributesOf(key, fault),
    }))
    return { value, nextLink: null }
  }

const base64url = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]+$/))
const signRequest = v.object({
  path: v.object({ name: v.string(), version: v.string() }),
  body: v.object({ alg: v.string(), value: base64url }),
})

function refusalOf(
  { enabled, operations, window }: VaultKey,
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

/** Another algorithm of the same key, or none that any key has. */
const otherAlgorithm = (alg: string): string =>
  alg.startsWith('PS') ? `RS${alg.slice(2)}` : `PS${alg.slice(2)}`

const flipBit = (bytes: Uint8Array): Uint8Array =>
  bytes.map((byte, at) => (at === bytes.length - 1 ? byte ^ 1 : byte))

const sign =
  (keys: VaultKeys): Operation =>
  async (request, { fault }) => {
    const { path, body } = parseRequest(signRequest, request)
    const { key, version } = findKey(keys, path.name, path.version)
    const refused = refusalOf(key, fault)
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
    return { kid: kidOf(key, version, fault), value: Buffer.from(signature).toString('base64url') }
  }

/** `GET /keys/{name}[/{version}]`, `GET /keys/{name}/versions`, `POST /keys/{name}/{version}/sign`. */
export function vaultRoutes(keys: VaultKeys, tokens: BearerTokens): readonly Route[] {
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
