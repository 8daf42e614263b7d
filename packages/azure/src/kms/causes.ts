// Why Key Vault refuses, by its inner code or by the number (AKV…) at the start of its text.
import type { KnownCause } from '@open-claw/net'

export const KEY_VAULT_CAUSES: readonly KnownCause[] = [
  {
    pattern: /\bForbiddenByFirewall\b|Client address is not authorized/,
    what: 'the firewall of the vault keeps this machine out',
    remedy:
      'Allow the address of the runner in the network rules of the vault, or use a runner inside the network.',
    code: 'SERVICE_REFUSED',
    retry: false,
  },
  {
    pattern: /\bForbiddenByConnection\b|Public network access is disabled|not an approved private link/,
    what: 'the vault accepts connections only through its private link',
    remedy: 'Use a runner inside the network, or allow public access from selected addresses.',
    code: 'SERVICE_REFUSED',
    retry: false,
  },
  {
    pattern: /\bForbiddenByPolicy\b/,
    what: 'the access policy is for an application that acts on behalf of a user',
    remedy: 'Make an access policy for the application of the job itself, without an authorized application.',
  },
  {
    pattern: /\bForbiddenByRbac\b/,
    what: 'no role assignment allows it',
    remedy:
      'Assign Key Vault Crypto User on the key to the application of the job, and run again after a few minutes.',
  },
  {
    pattern: /\bAccessDenied\b/,
    what: 'the access policy of the vault does not allow it',
    remedy: 'Grant get and sign on keys in the access policy of the vault, or let the vault use roles.',
  },
  {
    pattern: /\bAKV10032\b|Invalid issuer/,
    what: 'the token is from a tenant other than that of the vault',
    remedy: 'Set azure-tenant-id to the tenant of the vault.',
  },
  {
    pattern: /\bAKV10022\b|Invalid audience/,
    what: 'the token is for another service, or for the vaults of another cloud',
    remedy: 'Name the vault by its own host name, which identifies the cloud.',
  },
  {
    pattern: /\bAKV100[0-9]{2}\b/,
    what: 'the vault cannot check the token',
    remedy: 'Check azure-tenant-id, and that the vault is one of the cloud that the tenant is in.',
  },
  {
    pattern: /\b(?:Key|Secret)Disabled\b/,
    what: 'the key version is disabled',
    remedy: 'Enable it, or name another version.',
  },
  {
    pattern: /\bKeyExpired\b/,
    what: 'the key version has expired',
    remedy: 'Name a newer version, or move its expiry date.',
  },
  {
    pattern: /\bKeyNotYetValid\b/,
    what: 'the key version is not valid yet',
    remedy: 'Name an older version, or wait for its activation date.',
  },
  {
    pattern: /\bKeyOperationForbidden\b/,
    what: 'the key is not for signing',
    remedy: 'Name a key whose operations include sign.',
  },
  {
    pattern: /\bKeyNotFound\b|was not found in this key vault/,
    what: 'there is no such key or version, or it was deleted recently',
    remedy: 'Check the URI; a key that was deleted can be recovered as long as the vault keeps it.',
  },
  {
    pattern: /\bBadParameter\b[^]*\balgorithm\b/,
    what: 'the algorithm does not fit the key',
    remedy: 'Set key-algorithm to one of the type and the curve of the key.',
  },
  {
    pattern: /\bThrottled\b/,
    what: 'the request rate of the vault, which is low for keys in an HSM, is used up',
    remedy: 'Run again later, and sign in fewer jobs at once.',
    retry: true,
  },
]
