// AssumeRoleWithWebIdentity, in process: the job's OIDC token becomes a session with AWS. Nothing is
// written to disk and nothing is exported to later steps.
import type { AssumeRoleWithWebIdentityCommandOutput, STSClient } from '@aws-sdk/client-sts'
import {
  ClawError,
  printable,
  type Clock,
  type IdentityTokens,
  type KeyUri,
  type KeyUse,
  type Mask,
  type Token,
} from '@open-claw/core'
import type { SessionCredentials, SessionTokens } from './session-credentials.ts'
import {
  withRetry,
  hintAfter,
  exchangeError,
  shownIssuer,
  receivedToken,
  shownSubject,
  renewing,
} from '@open-claw/net'
import { openSts, stsFailure } from './sts.ts'
import { awsKeyName } from './key-uri.ts'
import { keyRegion } from './regions.ts'
import { parseRole, type AwsRole } from './role.ts'
import { keyPolicy } from './session-policy.ts'

/** The usual audience of an identity provider in IAM; in China it is `sts.amazonaws.com.cn`. */
export const AWS_AUDIENCE = 'sts.amazonaws.com'

/** The API's minimum in seconds; signing takes less. */
const LIFETIME = 900
const STEP = 'The token exchange with AWS'

/** Who asks, for which role, and for which key. */
export interface AwsIdentityOptions {
  /** `arn:aws:iam::ACCOUNT:role/NAME` */
  readonly role: string
  /** The one key that the session may use. */
  readonly key: KeyUri
  /** `sign` by default. */
  readonly use?: KeyUse | undefined
  /** Input `aws-region`, for a key that does not name its own. */
  readonly region: string | undefined
  readonly audience: string
  /** Decimal id of the workflow run, for the name of the session in the cloud's own log. */
  readonly runId: string
  /** undefined means the endpoint of the region; http is only for loopback. */
  readonly stsEndpoint: URL | undefined
  readonly identity: IdentityTokens
  readonly mask: Mask
  readonly clock: Clock
}

/** Returns the `RoleSessionName`: 2 to 64 of the allowed characters. */
const sessionName = (runId: string): string => `open-claw-${runId.replace(/[^\w+=,.@-]/g, '-')}`.slice(0, 64)

interface Exchange {
  readonly role: AwsRole
  readonly region: string
  readonly client: () => Promise<STSClient>
}

async function assumeRole(
  { role, region, client }: Exchange,
  options: AwsIdentityOptions,
  token: Token,
): Promise<AssumeRoleWithWebIdentityCommandOutput> {
  const { key, runId, clock, use = 'sign' } = options
  const { AssumeRoleWithWebIdentityCommand } = await import('@aws-sdk/client-sts')
  const opened = await client()
  const attempt = async (timeout: number): Promise<AssumeRoleWithWebIdentityCommandOutput> => {
    const command = new AssumeRoleWithWebIdentityCommand({
      RoleArn: role.arn,
      RoleSessionName: sessionName(runId),
      WebIdentityToken: token.reveal(),
      Policy: keyPolicy(key, region, role, use),
      DurationSeconds: LIFETIME,
    })
    try {
      return await opened.send(command, { abortSignal: AbortSignal.timeout(timeout) })
    } catch (error) {
      throw stsFailure(error, clock)
    }
  }
  return withRetry(attempt, hintAfter('STS'), clock)
}

/** Reads the credentials of an answer, each masked before anything else sees it. `asked` in milliseconds since the epoch. */
function readSession(
  { Credentials: given }: AssumeRoleWithWebIdentityCommandOutput,
  asked: number,
  { mask, clock }: AwsIdentityOptions,
): SessionCredentials {
  const secretAccessKey = receivedToken(given?.SecretAccessKey, STEP, mask)
  const sessionToken = receivedToken(given?.SessionToken, STEP, mask)
  const accessKeyId = receivedToken(given?.AccessKeyId, STEP, mask)
  const end = given?.Expiration?.getTime() ?? Number.NaN
  if (!(end > clock.now()))
    throw new ClawError('CREDENTIALS_FAILED', `${STEP} gave a session without a usable lifetime.`)
  // Counted from before the request, so that a session never seems to live longer than requested.
  return { accessKeyId, secretAccessKey, sessionToken, expires: Math.min(end, asked + LIFETIME * 1000) }
}

async function exchange(one: Exchange, options: AwsIdentityOptions): Promise<SessionCredentials> {
  const { audience, identity, clock } = options
  const token = await identity.mint(audience)
  const asked = clock.now()
  const answer = await assumeRole(one, options, token).catch((error: unknown) => {
    throw exchangeError(error, {
      step: `${STEP} for ${one.role.arn}`,
      shown: `The sub of the job is "${shownSubject(token)}", its iss "${shownIssuer(token)}", its audience "${printable(audience)}".`,
      remedy: `Compare them with the trust policy of ${one.role.arn}.`,
    })
  })
  return readSession(answer, asked, options)
}

/**
 * Gets sessions of the role, narrowed to the one key. One exchange serves concurrent callers; a session is
 * renewed a minute before its end. Throws INPUT_INVALID or INPUT_MISSING at once; `mint` throws
 * CREDENTIALS_REFUSED, CREDENTIALS_FAILED, and what `identity` throws.
 */
export function awsWebIdentity(options: AwsIdentityOptions): SessionTokens {
  const role = parseRole(options.role, 'aws-role')
  const region = keyRegion(awsKeyName(options.key), options.region)
  let opened: Promise<STSClient> | undefined
  const client = (): Promise<STSClient> => {
    opened ??= openSts(region, options.stsEndpoint)
    return opened
  }
  return renewing(() => exchange({ role, region, client }, options), options.clock)
}
