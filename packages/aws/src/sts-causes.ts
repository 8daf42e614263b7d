// Why STS does not issue a session, by the name of its exception and its text: one name has several causes.
import type { KnownCause } from '@open-claw/net'

export const STS_CAUSES: readonly KnownCause[] = [
  {
    pattern: /Couldn't retrieve verification key from your identity provider/,
    what: 'it cannot get the keys of the issuer',
    remedy: 'Run again; where the issuer is not public, AWS cannot use it.',
    code: 'CREDENTIALS_FAILED',
    retry: true,
  },
  {
    pattern: /^IDPCommunicationError/,
    what: 'it cannot reach the issuer',
    remedy: 'Run again; where the issuer is not public, AWS cannot use it.',
    code: 'CREDENTIALS_FAILED',
    retry: true,
  },
  {
    pattern: /No OpenIDConnect provider found/,
    what: 'the account of the role has no identity provider for this issuer',
    remedy: 'Create the identity provider in IAM of that account, and check the account in aws-role.',
  },
  {
    pattern: /Incorrect token audience/,
    what: 'the identity provider does not accept the audience of the token',
    remedy: 'Set aws-audience to one of its client ids, or add the audience to them.',
  },
  {
    pattern: /^ExpiredToken|Token (?:is )?expired|token is not yet valid/i,
    what: 'the token is not valid at this time',
    remedy: 'Run again for a new token.',
    clock: true,
  },
  {
    pattern: /^IDPRejectedClaim/,
    what: 'the issuer considers a claim of the token invalid',
    remedy: 'Run again for a new token, and check the identity provider in IAM.',
  },
  {
    pattern: /exceeds the MaxSessionDuration/,
    what: 'the role allows only shorter sessions',
    remedy: 'Raise the maximum session duration of the role.',
  },
  {
    pattern: /^PackedPolicyTooLarge/,
    what: 'the policy of the session, which names the one key, and the session tags together are too large',
    remedy: 'Name the key by its ARN or by a shorter alias, and let the token carry fewer session tags.',
  },
  {
    pattern: /^MalformedPolicyDocument/,
    what: 'it does not accept the policy that narrows the session to the key',
    remedy: 'Check that the key URI names a key of the partition of the role.',
  },
  {
    pattern: /^RegionDisabled/,
    what: 'STS is not activated in the region of the key',
    remedy:
      'Activate the region for STS in the account settings of IAM, or name the endpoint of another one in aws-sts-endpoint.',
    code: 'SERVICE_REFUSED',
    retry: false,
  },
  {
    pattern: /^InvalidClientTokenId/,
    what: 'it does not know the credentials: they are wrong, disabled, or of another partition',
    remedy: 'Check the partition of aws-role and the region of the key.',
  },
  {
    pattern: /^(?:Throttling|RequestLimitExceeded|TooManyRequests)/,
    what: 'the rate of requests of the account is used up',
    remedy: 'Run again later.',
    code: 'CREDENTIALS_FAILED',
    retry: true,
  },
  {
    pattern: /^AccessDenied/,
    what: 'the trust policy of the role does not fit the token, or there is no such role',
    remedy:
      'Compare sub and aud, letter by letter, with the trust policy of the role; the sub of a newer repository has ids in it.',
  },
]
