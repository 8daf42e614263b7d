// Why Google's STS or IAM does not exchange a token. STS has few codes: its text decides.
import { GOOGLE_CAUSES } from './causes.ts'
import type { KnownCause } from '@open-claw/net'

export const STS_CAUSES: readonly KnownCause[] = [
  {
    pattern: /issuer in ID Token .* does not match the expected/,
    what: 'the issuer of the token is not the one of the provider',
    remedy:
      'Set issuerUri of the provider to the iss of the token, to the letter and without a slash at its end.',
  },
  {
    pattern: /size of mapped attribute exceeds/,
    what: 'google.subject is mapped to something longer than 127 bytes',
    remedy: 'Map a shorter claim to google.subject, such as repository_id or run_id.',
  },
  {
    pattern: /rejected by the attribute condition/,
    what: 'the attribute condition of the provider is false for the token',
    remedy: 'Compare the claims of the token with the attribute condition of the provider.',
  },
  {
    pattern: /is stale to sign-in|Token used too (?:early|late)|reasonable timeframe|token (?:is )?expired/i,
    what: 'the token is older than it may be',
    remedy: 'Run again for a new token.',
    clock: true,
  },
  {
    pattern: /Error connecting to the given credential's issuer/,
    what: 'it cannot reach the issuer to fetch its keys',
    remedy: 'Run again; where the issuer is not public, upload its JWKS to the provider.',
    code: 'CREDENTIALS_FAILED',
    retry: true,
  },
  {
    pattern: /audience in ID Token .* does not match|does not match the allowed audiences/i,
    what: 'the provider does not accept the audience of the token',
    remedy: 'Leave the allowed audiences of the provider at their default.',
  },
  {
    pattern: /\binvalid_target\b/,
    what: 'there is no such provider, or it is disabled or deleted',
    remedy:
      'Correct workload-identity-provider, whose number is that of the project, or enable the provider.',
  },
  ...GOOGLE_CAUSES,
]

export const IAM_CAUSES: readonly KnownCause[] = [
  {
    pattern: /Request contains an invalid argument/,
    what: 'it does not issue tokens with the requested scope or lifetime',
    remedy: 'Check iam-endpoint: the request was for one scope and 300 s, which Google allows.',
  },
  {
    pattern:
      /iam\.serviceAccounts\.getAccessToken|The caller does not have permission|\bIAM_PERMISSION_DENIED\b/,
    what: 'the identity of the job may not act as the service account, or there is no such account',
    remedy:
      'Grant roles/iam.workloadIdentityUser on it to the principalSet of the job, and map the attribute that this names, such as attribute.repository.',
  },
  {
    // GOOGLE_CAUSES would advise a service account here, which this very call asks for.
    pattern: /\bACCESS_TOKEN_(?:EXPIRED|TYPE_UNSUPPORTED)\b|invalid authentication credentials/,
    what: 'it does not accept the exchanged token, or no longer does',
    remedy:
      'Run again for a new token; if it repeats, check that sts-endpoint and iam-endpoint are of one cloud.',
  },
  ...GOOGLE_CAUSES,
]
