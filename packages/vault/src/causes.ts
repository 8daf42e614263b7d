// Causes that Vault and OpenBao report on any path. They have no reason codes, only text, sometimes as a list
// over several lines.
import type { KnownCause } from '@open-claw/net'

/** Causes in the server rather than in the request. */
export const VAULT_SERVER_CAUSES: readonly KnownCause[] = [
  {
    pattern: /Vault is sealed/,
    what: 'Vault is sealed',
    remedy: 'Unseal it, or name a server of the cluster that is unsealed in vault-address.',
    // Only a person or another system can unseal it.
    retry: false,
  },
  {
    pattern: /Vault is not initialized|server is not yet initialized/,
    what: 'Vault is not initialised',
    remedy: 'Initialise it, or correct vault-address.',
    code: 'SERVICE_REFUSED',
    retry: false,
  },
  {
    pattern: /node not active but active (?:cluster )?node not found/,
    what: 'the cluster has no active server at the moment',
    remedy: 'Run again once the cluster has elected one.',
    retry: true,
  },
  {
    pattern: /^standby(?: (?<where>[\w.:[\]-]{1,128}))?\n/,
    what: 'it redirects to another server, as a standby does, which is not followed, as that server would receive the token',
    remedy: 'Set vault-address to the active server or to the address of the cluster.',
    code: 'SERVICE_REFUSED',
    retry: false,
  },
  {
    pattern: /disabled in replication DR secondary|DR secondary mode/i,
    what: 'the server is a secondary for disaster recovery, which serves no requests',
    remedy: 'Set vault-address to the primary cluster.',
    code: 'SERVICE_REFUSED',
    retry: false,
  },
  {
    pattern: /rate limit quota exceeded/,
    what: 'a rate limit quota is used up',
    remedy: 'Run again later, or raise the quota of the path.',
    retry: true,
  },
  {
    pattern: /no namespace|namespace not found|failed to find namespace/i,
    what: 'there is no such namespace',
    remedy: 'Correct vault-namespace.',
    retry: false,
  },
]

/** Returns the reason for an answer that redirects us: `standby HOST`. */
export function standbyReason(status: number, location: string | undefined): string | undefined {
  if (![301, 302, 303, 307, 308].includes(status)) return undefined
  const host = URL.parse(location ?? '')?.host ?? ''
  return host === '' ? 'standby' : `standby ${host}`
}
