// Tokens of Vault: issued by a login, checked on every call, revoked.
import { randomBytes } from 'node:crypto'
import { StatusError } from '../status.ts'
import { listed } from './answers.ts'

/** A token and what Vault knows of it. */
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

/** The tokens that live. */
export interface TokenBook {
  issue(of: Pick<IssuedToken, 'namespace' | 'role' | 'lifetime'> & { readonly batch: boolean }): IssuedToken
  /** The token of a request in `namespace`. Throws PERMISSION_DENIED. */
  check(headers: Readonly<Record<string, string>>, namespace: string): IssuedToken
  revoke(token: IssuedToken): void
  byAccessor(accessor: string): IssuedToken | undefined
}

const denied = (text: string): StatusError => new StatusError('PERMISSION_DENIED', text)

const tokenOf = (headers: Readonly<Record<string, string>>): string =>
  headers['x-vault-token'] ?? /^Bearer (\S+)$/i.exec(headers['authorization'] ?? '')?.[1] ?? ''

/** An empty book. */
export function createTokenBook(): TokenBook {
  const living = new Map<string, IssuedToken>()
  return {
    issue({ batch, ...of }) {
      const token = `${batch ? 'hvb' : 'hvs'}.${randomBytes(69).toString('base64url')}`
      const accessor = batch ? '' : randomBytes(12).toString('hex')
      const issued = { ...of, token, accessor, created: Date.now() }
      living.set(token, issued)
      return issued
    },
    check(headers, namespace) {
      const token = tokenOf(headers)
      if (token === '') throw denied('permission denied')
      const found = living.get(token)
      if (found === undefined || found.created + found.lifetime * 1000 <= Date.now())
        throw denied(listed('permission denied', 'invalid token'))
      if (found.namespace !== namespace) throw denied(listed('permission denied'))
      return found
    },
    revoke: ({ token }) => void living.delete(token),
    byAccessor: (accessor) => [...living.values()].find((token) => token.accessor === accessor),
  }
}
