// Secret Manager: versions of secrets, held in memory, added only over the control channel.
import { crc32c } from '@open-claw/core'
import { CLOUD_PLATFORM, type AccessTokenBook } from './access-tokens.ts'
import type { FaultKind } from './services.ts'
import type { Answer, CallContext, Operation } from './gateway.ts'
import type { Route } from './http.ts'
import { timestamp } from './json-mapping.ts'
import { nameRequest, parseRequest } from './requests.ts'
import { StatusError } from './status.ts'

type SecretState = 'ENABLED' | 'DISABLED' | 'DESTROYED'

interface SecretVersion {
  readonly number: number
  readonly data: Uint8Array
  readonly state: SecretState
}

/** A version to store; without a number it becomes the next one. */
export interface NewSecretVersion {
  readonly project: string
  /** Location of a regional secret. */
  readonly location?: string | undefined
  readonly secret: string
  readonly version?: string | undefined
  readonly data: Uint8Array
  readonly state?: SecretState | undefined
}

/** The secrets of all projects. */
export interface SecretStore {
  /** Adds or replaces a version and returns its number. */
  put(added: NewSecretVersion): string
  /** Finds the version that `name` means, with its full name. Throws NOT_FOUND or INVALID_ARGUMENT. */
  find(name: string): SecretVersion & { readonly name: string }
  reset(): void
}

const NAME =
  /^projects\/(?<project>[^/]+)\/(?:locations\/(?<location>[^/]+)\/)?secrets\/(?<secret>[A-Za-z0-9_-]{1,255})\/versions\/(?<wanted>latest|[1-9][0-9]{0,8})$/

/** Returns the project's number, with which the service answers even when asked by id. */
const projectNumber = (project: string): string =>
  /^[0-9]+$/.test(project) ? project : String(100_000_000_000 + crc32c(Buffer.from(project)))

const secretName = (project: string, location: string | undefined, secret: string): string =>
  `projects/${projectNumber(project)}/${location === undefined ? '' : `locations/${location}/`}secrets/${secret}`

/** Creates an empty store. */
export function createSecretStore(): SecretStore {
  const secrets = new Map<string, Map<number, SecretVersion>>()
  return {
    put({ project, location, secret, version, data, state }) {
      const name = secretName(project, location, secret)
      const versions = secrets.get(name) ?? new Map<number, SecretVersion>()
      const number = version === undefined ? Math.max(0, ...versions.keys()) + 1 : Number(version)
      versions.set(number, { number, data, state: state ?? 'ENABLED' })
      secrets.set(name, versions)
      return String(number)
    },
    find(name) {
      const { project, location, secret, wanted } = NAME.exec(name)?.groups ?? {}
      if (project === undefined || secret === undefined || wanted === undefined) {
        throw new StatusError('INVALID_ARGUMENT', 'name is not projects/P/secrets/S/versions/V.')
      }
      const versions = secrets.get(secretName(project, location, secret)) ?? new Map<number, SecretVersion>()
      const number = wanted === 'latest' ? Math.max(...versions.keys()) : Number(wanted)
      const found = versions.get(number)
      if (found === undefined) throw new StatusError('NOT_FOUND', `Secret Version [${name}] not found.`)
      return { ...found, name: `${secretName(project, location, secret)}/versions/${number}` }
    },
    reset: () => secrets.clear(),
  }
}

type SecretOperations = Readonly<Record<'AccessSecretVersion' | 'GetSecretVersion', Operation>>

const shownName = (name: string, number: number, fault: FaultKind | undefined): string =>
  fault === 'wrong-secret-version' ? name.replace(/\d+$/, String(number + 1)) : name

/** Creates the operations of Secret Manager on `store`. */
export function createSecrets(store: SecretStore, tokens: AccessTokenBook): SecretOperations {
  const started = Date.now()
  const find = (request: unknown, { authorization }: CallContext) => {
    tokens.check(authorization, [CLOUD_PLATFORM])
    return store.find(parseRequest(nameRequest, request).name)
  }
  return {
    AccessSecretVersion(request, context): Answer {
      const { name, number, data, state } = find(request, context)
      const shownState = context.fault === 'disabled' ? 'DISABLED' : state
      if (shownState !== 'ENABLED') {
        throw new StatusError('FAILED_PRECONDITION', `Secret Version [${name}] is in ${shownState} state.`)
      }
      const crc = context.fault === 'corrupt-data-crc' ? (crc32c(data) ^ 1) >>> 0 : crc32c(data)
      const payload = context.fault === 'no-data-crc' ? { data } : { data, dataCrc32c: String(crc) }
      return { name: shownName(name, number, context.fault), payload }
    },
    GetSecretVersion(request, context): Answer {
      const { name, number, state } = find(request, context)
      const shownState = context.fault === 'disabled' ? 'DISABLED' : state
      return {
        name: shownName(name, number, context.fault),
        state: shownState,
        createTime: timestamp(started),
      }
    },
  }
}

/** Returns the HTTP bindings of service.proto. */
export function secretRoutes(secrets: SecretOperations): readonly Route[] {
  const route = (suffix: string, method: keyof SecretOperations): Route => ({
    verb: 'GET',
    path: new RegExp(
      `^/v1/(?<name>projects/[^/]+/(?:locations/[^/]+/)?secrets/[^/]+/versions/[^/:]+)${suffix}$`,
    ),
    service: 'secrets',
    method,
    operation: secrets[method],
    request: ({ path }) => path,
  })
  return [route(':access', 'AccessSecretVersion'), route('', 'GetSecretVersion')]
}
