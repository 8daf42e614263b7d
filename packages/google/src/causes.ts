// Causes that any Google API reports before it looks at the resource. google.rpc.ErrorInfo names most of them;
// older services only say it in their text.
import { CONNECTION_CAUSES, type KnownCause } from '@open-claw/net'

export const GOOGLE_CAUSES: readonly KnownCause[] = [
  {
    pattern: /has not been used in (?<where>project [0-9]{1,20}) before or it is disabled/,
    what: 'the API is off in the project of the caller, which may differ from that of the resource',
    remedy: 'Enable the API in that project, and run again after a few minutes.',
    code: 'SERVICE_REFUSED',
    retry: false,
  },
  {
    pattern: /\bSERVICE_DISABLED\b|has not been used in .* before,? or it is disabled/,
    what: 'the API is off in the project of the caller, which may differ from that of the resource',
    remedy: 'Enable the API in the project of the caller, and run again after a few minutes.',
    code: 'SERVICE_REFUSED',
    retry: false,
  },
  {
    pattern:
      /\bBILLING_DISABLED\b|requires billing to be enabled|has not configured billing|absent billing account/,
    what: 'the project of the caller has no billing account, or a closed one',
    remedy: 'Link an open billing account to the project, and run again after a few minutes.',
    code: 'SERVICE_REFUSED',
    retry: false,
  },
  {
    pattern: /vpcServiceControlsUniqueIdentifier: (?<where>[\w-]{1,128})/,
    what: 'VPC Service Controls keep the job out of the perimeter of the project',
    remedy:
      'Look that identifier up in the audit log, and admit the identity of the job or the runner with an ingress rule.',
    code: 'SERVICE_REFUSED',
    retry: false,
  },
  {
    pattern: /\bSECURITY_POLICY_VIOLATED\b|\bVPC_SERVICE_CONTROLS\b|prohibited by organization's policy/,
    what: 'VPC Service Controls keep the job out of the perimeter of the project',
    remedy: 'Admit the identity of the job or the runner with an ingress rule of the perimeter.',
    code: 'SERVICE_REFUSED',
    retry: false,
  },
  {
    pattern: /\bACCESS_TOKEN_SCOPE_INSUFFICIENT\b|insufficient authentication scopes/,
    what: 'the token lacks the OAuth scope of the API',
    remedy:
      'Give the machine the scope https://www.googleapis.com/auth/cloud-platform, or use workload identity instead of credentials: ambient.',
    retry: false,
  },
  {
    pattern: /\bUSER_PROJECT_DENIED\b|does not have required permission to use project/,
    what: 'the identity may not use the project that pays for the call',
    remedy: 'Grant it roles/serviceusage.serviceUsageConsumer on the quota project.',
    retry: false,
  },
  {
    pattern: /\bCONSUMER_(?:SUSPENDED|INVALID)\b/,
    what: 'the project of the caller is suspended or does not exist',
    remedy: 'Find out in the console of Google Cloud why, or name another project.',
    code: 'SERVICE_REFUSED',
    retry: false,
  },
  {
    pattern:
      /\bACCESS_TOKEN_(?:EXPIRED|TYPE_UNSUPPORTED)\b|\bACCOUNT_STATE_INVALID\b|invalid authentication credentials/,
    what: 'the service does not accept a token of this kind, or no longer does',
    remedy:
      'Set service-account if the API accepts no token of a federated identity; otherwise run again for a new token.',
    retry: false,
  },
  ...CONNECTION_CAUSES,
]
