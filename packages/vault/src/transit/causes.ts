// Why the transit engine refuses. A caller's mistakes come with status 400 or 500: the text decides.
import { VAULT_SERVER_CAUSES } from '../causes.ts'
import type { KnownCause } from '@open-claw/net'

export const TRANSIT_CAUSES: readonly KnownCause[] = [
  {
    pattern: /(?:signing|encryption) key not found/,
    what: 'there is no such key',
    remedy: 'Create the key, or correct the URI and vault-transit-path.',
    code: 'KEY_NOT_FOUND',
    retry: false,
  },
  {
    pattern: /requested version for signing is higher/,
    what: 'there is no such version',
    remedy: 'Name a version that exists.',
    code: 'KEY_NOT_FOUND',
    retry: false,
  },
  {
    pattern: /requested version for signing is (?:less|negative)/,
    what: 'the version may no longer sign',
    remedy: 'Name a newer version, or lower min_encryption_version of the key.',
    code: 'KEY_UNUSABLE',
    retry: false,
  },
  {
    pattern: /does not support signing/,
    what: 'the key is not for signing',
    remedy: 'Name a key of a type that signs.',
    code: 'KEY_UNUSABLE',
    retry: false,
  },
  {
    pattern: /missing 'context' for key derivation/,
    what: 'the key derives a key for each context, which is not one key',
    remedy: 'Name a key that is not derived.',
    code: 'KEY_UNUSABLE',
    retry: false,
  },
  {
    pattern: /JSON string value exceeds|request body too large/,
    what: 'the message is over its limit',
    remedy: 'Use a key that signs digests.',
    code: 'KEY_MESSAGE_TOO_LARGE',
    retry: false,
  },
  {
    pattern: /no handler for route/,
    what: 'no engine is mounted at this path',
    remedy: 'Correct vault-transit-path and vault-namespace.',
    code: 'KEY_NOT_FOUND',
    retry: false,
  },
  {
    pattern: /invalid token|bad token/,
    what: 'the token has ended or was revoked',
    remedy: 'Run again for a new token; give the role a longer token_ttl where the job signs for long.',
    code: 'KEY_FORBIDDEN',
    retry: false,
  },
  {
    pattern: /permission denied/,
    what: 'permission denied, which Vault also says about a path or a namespace that does not exist',
  },
  ...VAULT_SERVER_CAUSES,
]
