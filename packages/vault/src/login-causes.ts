// Why Vault does not log a job in.
import type { KnownCause } from '@open-claw/net'

export const LOGIN_CAUSES: readonly KnownCause[] = [
  {
    pattern: /invalid token|bad token/,
    what: 'the token is no longer valid',
    remedy: 'Run again for a new token.',
  },
  {
    pattern: /role "[^]*" could not be found/,
    what: 'there is no such role',
    remedy: 'Correct vault-role, or write the role at this mount.',
  },
  {
    pattern: /could not load configuration/,
    what: 'the JWT authentication is not configured at this mount',
    remedy: 'Write its config, or correct vault-auth-path and vault-namespace.',
  },
  {
    pattern: /no handler for route|unsupported path/,
    what: 'no JWT authentication is mounted at this path',
    remedy: 'Correct vault-auth-path and vault-namespace.',
  },
  {
    pattern: /invalid audience \(aud\) claim|audience claim/,
    what: 'the audience is not one of bound_audiences',
    remedy: 'Set vault-audience to one of the bound_audiences of the role.',
  },
  {
    pattern: /invalid issuer \(iss\) claim/,
    what: 'the issuer is not the bound_issuer',
    remedy: 'Set bound_issuer of the mount to the iss of the token.',
  },
  {
    pattern: /invalid subject \(sub\) claim|sub claim does not match/,
    what: 'the sub is not the bound_subject',
    remedy:
      'Set bound_subject to the sub of the token; delete the role before writing it again, since fields that are left out remain.',
  },
  {
    pattern: /claim "?(?<where>[\w/]{1,64})"? (?:does not match|is missing)/,
    what: 'a claim is not as in bound_claims',
    remedy: 'Compare that claim of the token with bound_claims of the role; "true" and true are two things.',
  },
  {
    pattern: /error validating claims/,
    what: 'a claim is not as in bound_claims',
    remedy: 'Compare the claims of the token with bound_claims of the role; "true" and true are two things.',
  },
  {
    pattern: /\((?:exp|nbf|iat)\)|token is expired|not yet valid|issued in the future/,
    what: 'the token of the job is not valid at this time',
    remedy: 'Run again for a new token, or give the role some clock_skew_leeway.',
    clock: true,
  },
  {
    pattern: /fetching keys|get keys failed|error(?: while)? (?:fetching|retrieving) (?:the )?(?:keys|JWKS)/i,
    what: 'it cannot reach the issuer to fetch its keys',
    remedy:
      'Run again; let the server reach oidc_discovery_url, or give it the keys as jwt_validation_pubkeys.',
    code: 'CREDENTIALS_FAILED',
    retry: true,
  },
  {
    pattern: /error verifying token signature|failed to verify (?:id token )?signature/,
    what: 'the signature of the token of the job is not from the configured issuer',
    remedy: 'Set oidc_discovery_url of the mount to the iss of the token.',
  },
  {
    pattern: /permission denied/,
    what: 'permission denied, which Vault also says about a path or a namespace that does not exist',
    remedy: 'Check vault-auth-path and vault-namespace first, then the policies of the role.',
  },
]
