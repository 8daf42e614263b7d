// The transit engine and the JWT login of Vault.
import * as v from 'valibot'
import type { Answer, Operation } from '../gateway.ts'
import { listenHttp, type Route } from '../http.ts'
import type { Part, PartContext } from '../part.ts'
import { parseRequest } from '../requests.ts'
import type { FaultKind, SERVICES } from '../services.ts'
import { StatusError } from '../status.ts'
import { vaultError } from './answers.ts'
import { logIn, lookUpSelf, revokeAccessor, revokeSelf } from './login.ts'
import { parsePlace, type Place } from './place.ts'
import { createTokenBook, type IssuedToken, type TokenBook } from './tokens.ts'
import { createTransitKeys, type TransitKeys } from './transit-keys.ts'
import { readKey, sign } from './transit.ts'

export interface VaultPart extends Part<'vaultEndpoint'> {
  /** Adds a version to a key and returns its number. Throws NOT_FOUND. */
  rotate(key: string): string
}

const request = v.object({
  /** `prefix` is the path before the part that the method knows. */
  path: v.object({
    prefix: v.optional(v.string(), ''),
    key: v.optional(v.string(), ''),
    hash: v.optional(v.string(), ''),
  }),
  headers: v.record(v.string(), v.string()),
  body: v.unknown(),
})

interface Asked extends Pick<v.InferOutput<typeof request>, 'path' | 'headers' | 'body'> {
  readonly place: Place
}

type Method = (typeof SERVICES)['vault']['methods'][number]

const PATHS: Readonly<Record<Method, RegExp>> = {
  Login: /^\/v1\/(?<prefix>(?:[^/]+\/)*?)auth\/.+\/login$/,
  RevokeSelf: /^\/v1\/(?<prefix>(?:[^/]+\/)*?)auth\/token\/revoke-self$/,
  RevokeAccessor: /^\/v1\/(?<prefix>(?:[^/]+\/)*?)auth\/token\/revoke-accessor$/,
  LookupSelf: /^\/v1\/(?<prefix>(?:[^/]+\/)*?)auth\/token\/lookup-self$/,
  ReadKey: /^\/v1\/(?<prefix>.+)\/keys\/(?<key>[^/]+)$/,
  Sign: /^\/v1\/(?<prefix>.+)\/sign\/(?<key>[^/]+)\/?(?<hash>[^/]*)$/,
}

function asked(message: unknown): Asked {
  const { path, headers, body } = parseRequest(request, message)
  return { path, headers, body, place: parsePlace(path.prefix.replace(/\/$/, ''), headers) }
}

/** Routes a method. Vault answers PUT and POST alike. */
function bind(method: Method, operation: Operation): readonly Route[] {
  const verbs =
    method === 'ReadKey' || method === 'LookupSelf' ? (['GET'] as const) : (['POST', 'PUT'] as const)
  const sealable: Operation = (message, context) => {
    if (context.fault === 'sealed') throw new StatusError('UNAVAILABLE', 'Vault is sealed')
    return operation(message, context)
  }
  return verbs.map((verb) => ({ verb, path: PATHS[method], service: 'vault', method, operation: sealable }))
}

/** An operation that needs a token. */
type Authorised = (call: Asked, token: IssuedToken, fault: FaultKind | undefined) => Answer | Promise<Answer>

function tokenRoutes(tokens: TokenBook, keys: TransitKeys): readonly Route[] {
  const withToken = (method: Method, operation: Authorised): readonly Route[] =>
    bind(method, (message, { fault }) => {
      const call = asked(message)
      return operation(call, tokens.check(call.headers, call.place.namespace), fault)
    })
  return [
    withToken('RevokeSelf', (_, token) => revokeSelf(tokens, token)),
    withToken('RevokeAccessor', ({ body }) => revokeAccessor(tokens, body)),
    withToken('LookupSelf', (_, token) => lookUpSelf(token)),
    withToken('ReadKey', ({ place, path }, _, fault) => readKey(keys, { place, name: path.key, fault })),
    withToken('Sign', ({ place, path, body }, _, fault) =>
      sign(keys, { place, name: path.key, fault }, { body, hash: path.hash }),
    ),
  ].flat()
}

/** Opens Vault on a free port. */
export async function listenVault({ gateway, issuer }: PartContext): Promise<VaultPart> {
  const tokens = createTokenBook()
  const keys = createTransitKeys()
  let url = ''
  const login = bind('Login', (message) => {
    const { body, place } = asked(message)
    return logIn(tokens, issuer, { body, namespace: place.namespace, url })
  })
  const listener = await listenHttp([...login, ...tokenRoutes(tokens, keys)], gateway, vaultError)
  url = listener.url
  return {
    endpoints: { vaultEndpoint: url },
    listeners: [listener],
    reset: () => keys.reset(),
    rotate: (key) => keys.rotate(key),
  }
}
