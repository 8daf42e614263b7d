// Vault tokens: issued by a login, checked on every call, revoked.
import { randomBytes } from 'node:crypto'
import { StatusError } from '../status.ts'
import { listed } from './answers.ts'

/** A token and what Vault knows about it. */
export interface IssuedToken {
  readonly token: string
  /** '' for a batch token, which has none. */
  readonly accessor: string
  readonly namespace: string
  readonly role: string
  /** Seconds. */
  readonly lifetime: number
  /** Milliseconds since the epoch. */
  readonly created: number
}

/** The valid tokens. */
export interface TokenBook {
  issue(
    token: Pick<IssuedToken, 'namespace' | 'role' | 'lifetime'> & { readonly batch: boolean },
  ): IssuedToken
  /** Returns the token of a request in `namespace`. Throws PERMISSION_DENIED. */
  check(headers: Readonly<Record<string, string>>, namespace: string): IssuedToken
  revoke(token: IssuedToken): void
  byAccessor(accessor: string): IssuedToken | undefined
}

const denied = (text: string): StatusError => new StatusError('PERMISSION_DENIED', text)

const tokenIn = (headers: Readonly<Record<string, string>>): string =>
  headers['x-vault-token'] ?? /^Bearer (\S+)$/i.exec(headers['authorization'] ?? '')?.[1] ?? ''

/** Creates an empty book. */
export function createTokenBook(): TokenBook {
  const tokens = new Map<string, IssuedToken>()
  return {
    issue({ batch, ...given }) {
      const token = `${batch ? 'hvb' : 'hvs'}.${randomBytes(69).toString('base64url')}`
      const accessor = batch ? '' : randomBytes(12).toString('hex')
      const issued = { ...given, token, accessor, created: Date.now() }
      tokens.set(token, issued)
      return issued
    },
    check(headers, namespace) {
      const token = tokenIn(headers)
      if (token === '') throw denied('permission denied')
      const found = tokens.get(token)
      if (found === undefined || found.created + found.lifetime * 1000 <= Date.now())
        throw denied(listed('permission denied', 'invalid token'))
      if (found.namespace !== namespace) throw denied(listed('permission denied'))
      return found
    },
    revoke: ({ token }) => void tokens.delete(token),
    byAccessor: (accessor) => [...tokens.values()].find((token) => token.accessor === accessor),
  }
}
