// Vault's and OpenBao's JWT login, in process: the job's OIDC token becomes a short-lived token, which is
// revoked at the end of the step.
import {
  ClawError,
  isJsonObject,
  printable,
  type AccessToken,
  type AccessTokens,
  type Clock,
  type IdentityTokens,
  type Mask,
} from '@open-claw/core'
import {
  HTTP_STATUS,
  httpClient,
  type TlsOptions,
  RequestFailure,
  exchangeError,
  shownIssuer,
  receivedToken,
  shownSubject,
  renewing,
} from '@open-claw/net'
import { parseVaultPath, parseVaultRole } from './paths.ts'
import { LOGIN_CAUSES } from './login-causes.ts'
import { GONE, postVault, type VaultApi } from './api.ts'

const DEFAULT_AUTH_PATH = 'jwt'
/** Vault's own default; a token with more than 32 days is not short-lived. */
const MAX_LIFETIME_SECONDS = 32 * 86_400
/** Vault's accessors are letters and digits, with the namespace after a dot. */
const ACCESSOR = /^[A-Za-z0-9]{1,64}(?:\.[A-Za-z0-9]{1,64})?$/

/** Who asks, and where. */
export interface VaultLoginOptions {
  /** https, or http on loopback. */
  readonly address: URL
  readonly namespace: string | undefined
  /** Mount of the JWT authentication; `jwt` by default. */
  readonly authPath?: string | undefined
  readonly role: string
  /** `aud` of the token that Vault is shown. */
  readonly audience: string
  readonly tls: TlsOptions | undefined
  readonly identity: IdentityTokens
  readonly mask: Mask
  readonly clock: Clock
  /** Called with the accessor of each token as soon as it exists, for `revokeByAccessor` in a later process. */
  readonly issued?: ((accessor: string) => void) | undefined
}

/** A token of Vault. */
export interface VaultToken extends AccessToken {
  /** Names the token and grants nothing; undefined for a batch token, which cannot be revoked. */
  readonly accessor: string | undefined
}

/** The tokens issued to one job. */
export interface VaultSession extends AccessTokens {
  mint(): Promise<VaultToken>
  /**
   * Waits for pending logins and revokes every token that is still valid; without any, it makes no call. A
   * later `mint` logs in again. Throws CREDENTIALS_REFUSED or CREDENTIALS_FAILED, after all were tried.
   */
  revoke(): Promise<void>
}

interface Login {
  readonly api: VaultApi
  readonly authPath: string
  readonly options: VaultLoginOptions
}

function prepare(options: VaultLoginOptions): Login {
  const { address, namespace, clock, tls } = options
  parseVaultRole(options.role, 'vault-role')
  if (namespace !== undefined) parseVaultPath(namespace, 'vault-namespace')
  const authPath = parseVaultPath(options.authPath ?? DEFAULT_AUTH_PATH, 'vault-auth-path')
  return { api: { http: httpClient(tls), address, namespace, clock }, authPath, options }
}

/** Returns the lifetime of a token in seconds; undefined if it is not that of a short-lived token. */
function tokenLifetime({ lease_duration: seconds }: { readonly [key: string]: unknown }): number | undefined {
  return typeof seconds === 'number' && seconds > 0 && seconds <= MAX_LIFETIME_SECONDS ? seconds : undefined
}

/** Logs in. `remember` receives each issued token, even one that is refused here. */
async function logIn(
  { api, authPath, options }: Login,
  remember: (token: VaultToken) => void,
): Promise<VaultToken> {
  const { role, audience, identity, mask, clock } = options
  const step = `The login at Vault as role "${role}" by auth/${authPath}`
  const jwt = await identity.mint(audience)
  const asked = clock.now()
  const call = {
    path: `auth/${authPath}/login`,
    body: { role, jwt: jwt.reveal() },
    token: undefined,
    causes: LOGIN_CAUSES,
  }
  const answer = await postVault(api, call).catch((error: unknown) => {
    throw exchangeError(error, {
      step,
      shown: `The sub of the job is "${shownSubject(jwt)}", its iss "${shownIssuer(jwt)}", the audience "${printable(audience)}".`,
      remedy: 'Compare them with the role.',
    })
  })
  const auth = isJsonObject(answer['auth']) ? answer['auth'] : {}
  const token = receivedToken(auth['client_token'], step, mask)
  const given = auth['accessor']
  const accessor = typeof given === 'string' && ACCESSOR.test(given) ? given : undefined
  const seconds = tokenLifetime(auth)
  // Counted from before the request, so that the token never seems to outlive its expiry.
  const issued = { token, accessor, expires: asked + (seconds ?? Infinity) * 1000 }
  // Before the last check: a token that is refused here still exists.
  remember(issued)
  if (accessor !== undefined) options.issued?.(accessor)
  if (seconds !== undefined) return issued
  throw new ClawError('CREDENTIALS_FAILED', `${step} gave a token without a usable lifetime.`)
}

/** Revokes a token. One that is already gone counts as revoked. */
async function revokeSelf(api: VaultApi, { token }: VaultToken): Promise<void> {
  await postVault(api, { path: 'auth/token/revoke-self', body: {}, token }).catch((error: unknown) => {
    if (error instanceof RequestFailure && error.status === HTTP_STATUS.forbidden && error.reason === GONE)
      return
    throw exchangeError(error, {
      step: 'Revoking the token of Vault',
      remedy: 'Grant update on auth/token/revoke-self; until then the token lives to its end.',
    })
  })
}

/** Waits for all, then throws the first failure: one token that remains must not keep the others alive. */
async function settled(actions: readonly Promise<unknown>[]): Promise<void> {
  await Promise.allSettled(actions)
  await Promise.all(actions)
}

function openSession(login: Login): VaultSession {
  const { api, options } = login
  let issued: VaultToken[] = []
  const pending = new Set<Promise<VaultToken>>()
  const logInAndRemember = async (): Promise<VaultToken> => {
    const one = logIn(login, (token) => void issued.push(token))
    pending.add(one)
    try {
      return await one
    } finally {
      pending.delete(one)
    }
  }
  let tokens = renewing(logInAndRemember, options.clock)
  return {
    mint: () => tokens.mint(),
    revoke: async () => {
      // The caller of a pending login may have failed elsewhere: its token would live on, unknown.
      await Promise.allSettled(pending)
      const living = issued.filter(
        ({ accessor, expires }) => accessor !== undefined && expires > options.clock.now(),
      )
      issued = []
      tokens = renewing(logInAndRemember, options.clock)
      await settled(living.map((token) => revokeSelf(api, token)))
    },
  }
}

/**
 * Gets Vault tokens for the job. One login serves concurrent callers; a token is replaced a minute before
 * its end. Throws INPUT_INVALID at once; `mint` throws CREDENTIALS_REFUSED, CREDENTIALS_FAILED, and what
 * `identity` throws.
 */
export function vaultLogin(options: VaultLoginOptions): VaultSession {
  return openSession(prepare(options))
}

/**
 * Revokes the token of `accessor`, which an earlier process of the job received and could not revoke. If
 * Vault does not know the accessor, the token is gone. Throws INPUT_INVALID, CREDENTIALS_REFUSED,
 * CREDENTIALS_FAILED, and what `identity` throws.
 */
export async function revokeByAccessor(options: VaultLoginOptions, accessor: string): Promise<void> {
  // It comes from the state of the step, which other processes of the job can write.
  if (!ACCESSOR.test(accessor))
    throw new ClawError('INPUT_INVALID', `"${printable(accessor)}" is not the accessor of a token of Vault.`)
  const login = prepare(options)
  const session = openSession(login)
  const revokeOther = async (): Promise<void> => {
    const { token } = await session.mint()
    const call = { path: 'auth/token/revoke-accessor', body: { accessor }, token }
    await postVault(login.api, call).catch((error: unknown) => {
      throw exchangeError(error, {
        step: 'Revoking the token of Vault by its accessor',
        remedy: 'Grant update on auth/token/revoke-accessor; until then the token lives to its end.',
      })
    })
  }
  const revoking = revokeOther()
  await Promise.allSettled([revoking])
  await settled([revoking, session.revoke()])
}
