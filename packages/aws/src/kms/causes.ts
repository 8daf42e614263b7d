// Why AWS KMS refuses, by the name of its exception and the wording that IAM documents.
import type { KnownCause } from '@open-claw/net'

const forbidden = (pattern: RegExp, what: string, remedy: string): KnownCause => ({ pattern, what, remedy })

export const KMS_CAUSES: readonly KnownCause[] = [
  {
    pattern: /Signature (?:expired|not yet current)|^(?:RequestExpired|RequestTimeTooSkewed)\b/,
    what: 'it does not accept the time of the request',
    remedy: 'Run again: the request was on its way for too long.',
    clock: true,
    // By now the client has read the time of the service from the answer, and signs with that.
    retry: true,
  },
  forbidden(
    /^(?:InvalidSignatureException|SignatureDoesNotMatch)\b/,
    'the signature of the request does not fit its credentials',
    'Check the credentials of the machine, and that no proxy changes the headers of requests.',
  ),
  forbidden(
    /^ExpiredToken/,
    'the session has ended',
    'Run again for a new session; sign in a step of its own where the job runs for long.',
  ),
  forbidden(
    /^(?:UnrecognizedClientException|InvalidClientTokenId)\b/,
    'it does not know the credentials: they are wrong or of another partition, or the region is not enabled for their account',
    'Check the region of the key, and that it is enabled for the account of the role.',
  ),
  forbidden(
    /with an explicit deny in an? (?<where>[a-z -]{1,40}policy)/,
    'a policy denies it explicitly',
    'Change the statement of that policy that denies the call.',
  ),
  forbidden(
    /no resource-based policy allows/,
    'the policy of the key does not allow it, as it must for a role of another account',
    'Allow kms:Sign, kms:GetPublicKey and kms:DescribeKey to the role in the policy of the key.',
  ),
  forbidden(
    /no session policy allows/,
    'the session was narrowed to a key other than the one requested',
    'Name the key by its ARN, or by an alias that it has now.',
  ),
  forbidden(
    /no (?:service control|resource control) policy allows|no permissions boundary allows|no VPC endpoint policy allows/,
    'a policy of the organisation, of the boundary or of the endpoint does not allow it',
    'Have an administrator of the account allow kms:Sign, kms:GetPublicKey and kms:DescribeKey there.',
  ),
  {
    pattern: /^(?:OptInRequired|SubscriptionRequiredException)\b/,
    what: 'the account is not signed up for the service or the region',
    remedy: 'Enable the region for the account, or finish its registration.',
    code: 'SERVICE_REFUSED',
    retry: false,
  },
  {
    pattern: /^KMSInvalidStateException\n.*\bpending (?:replica )?deletion/,
    what: 'the key is to be deleted',
    remedy: 'Find out who scheduled it; cancel the deletion and enable the key, or name another one.',
  },
  {
    pattern: /^KMSInvalidStateException\n.*\bpending import/,
    what: 'the key has no key material yet, or it has expired',
    remedy: 'Import the key material, or name another key.',
  },
  {
    pattern: /^KMSInvalidStateException\n.*\b(?:creating|updating|unavailable)/i,
    what: 'the key is being made or its store is not connected at the moment',
    remedy: 'Run again in a few minutes; a custom key store must be connected.',
    retry: true,
  },
  {
    pattern: /^(?:DisabledException|KMSInvalidStateException)\b.*\n.*\bdisabled/,
    what: 'the key is disabled',
    remedy: 'Enable it, or name another key.',
  },
  {
    pattern: /^(?:NotFoundException|InvalidArnException)\b/,
    what: 'there is no such key or alias in this region of this account',
    remedy: 'Check region, account and id; a key of another account must be named by its ARN.',
  },
  {
    pattern: /^(?:ThrottlingException|TooManyRequestsException|LimitExceededException)\b/,
    what: 'the rate of requests of the account in this region is used up',
    remedy: 'Run again later, or have the quota for asymmetric keys raised.',
    retry: true,
  },
]

/** States in which a key cannot sign (AWS KMS developer guide, key states), and whether they pass. */
export const KEY_STATES: ReadonlyMap<string, Omit<KnownCause, 'pattern'>> = new Map([
  ['Creating', { what: 'it is still being made', remedy: 'Run again in a few minutes.', retry: true }],
  [
    'Unavailable',
    {
      what: 'its custom key store is not connected',
      remedy: 'Connect the key store, and run again.',
      retry: true,
    },
  ],
  ['Disabled', { what: 'it is disabled', remedy: 'Enable it, or name another key.' }],
  [
    'PendingImport',
    { what: 'it has no key material', remedy: 'Import the key material, or name another key.' },
  ],
  [
    'PendingDeletion',
    {
      what: 'it is to be deleted',
      remedy: 'Find out who scheduled it; cancel the deletion and enable the key, or name another one.',
    },
  ],
  [
    'PendingReplicaDeletion',
    {
      what: 'it is to be deleted once its replicas are',
      remedy: 'Find out who scheduled it; cancel the deletion and enable the key, or name another one.',
    },
  ],
])
