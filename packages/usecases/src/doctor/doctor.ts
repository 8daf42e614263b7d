// The checks of a signing step, each by itself, and what to do about those that fail.
import {
  ClawError,
  errorAddress,
  keyScheme,
  signMessage,
  type ErrorCode,
  type KeyScheme,
  type KeyUri,
  type SigningKey,
} from '@open-claw/core'
import { vaultKeyName } from '@open-claw/vault'
import { openSession, type CloudSession, openKey } from '@open-claw/wiring'
import type { CloudInputs, SignerInputs } from '@open-claw/inputs'
import { checkDestination } from '@open-claw/files'
import { admitEvent } from '@open-claw/github'
import { hasEvent, jobClock, runEvent } from '@open-claw/ci'
import { jobClaims, type ClaimSource } from '../sign/job-claims.ts'
import { probeAuthority, signingServices } from '../sign/signer.ts'
import { fulcioKey, witnessOf, type SigningServices } from '@open-claw/sigstore'

/** What came of one check. */
export interface Finding {
  readonly check: string
  readonly status: 'ok' | 'failed' | 'skipped'
  /** What was found, or what failed and why. */
  readonly detail: string
  /** Of a failure. */
  readonly code?: ErrorCode
  readonly remedy?: string
  readonly address?: string
}

/** Signed to prove a permission. It is no encoding of an envelope, and the signature is not kept. */
const TRIAL: Buffer = Buffer.from('Open Claw doctor: this signature proves a permission and nothing else.\n')

/** What signing takes, in the words of each cloud. */
const PERMISSIONS: Readonly<Record<KeyScheme, (uri: KeyUri, cloud: CloudInputs) => string>> = {
  gcpkms: () => 'cloudkms.cryptoKeyVersions.useToSign',
  awskms: () => 'kms:Sign',
  azurekms: () => 'keys/sign',
  hashivault: (uri, { vault }) => `update on ${vault.transitPath}/sign/${vaultKeyName(uri).key}`,
}

/** Whom the cloud sees, as far as it is known here. */
const PRINCIPALS: Readonly<Record<KeyScheme, (cloud: CloudInputs, subject: string) => string | undefined>> = {
  gcpkms: ({ google }, subject) =>
    google.serviceAccount ??
    google.provider?.replace(
      /^(.*)\/providers\/.*$/,
      (_, pool: string) => `principal://iam.googleapis.com/${pool}/subject/${subject}`,
    ),
  awskms: ({ aws }) => aws.role,
  azurekms: ({ azure }) => (azure.clientId === undefined ? undefined : `the application ${azure.clientId}`),
  hashivault: ({ vault }) => (vault.role === undefined ? undefined : `the role ${vault.role}`),
}

async function subjectOf(claims: ClaimSource): Promise<string> {
  return claims().then(
    ({ subject }) => subject,
    () => 'unknown',
  )
}

/** A key that opens and does not sign: what the service says of it, and who needs what. It need not be the permission that lacks. */
async function explainForbidden(
  { message }: ClawError,
  uri: KeyUri,
  cloud: CloudInputs,
  claims: ClaimSource,
): Promise<string> {
  const scheme = keyScheme(uri)
  const subject = await subjectOf(claims)
  const principal = cloud.credentials === 'ambient' ? undefined : PRINCIPALS[scheme](cloud, subject)
  return `${message} The key exists; to sign with it, ${principal ?? 'the identity of this machine'} needs ${PERMISSIONS[scheme](uri, cloud)}; the sub of your token is ${subject}.`
}

function failed(check: string, error: unknown, detail?: string): Finding {
  if (!(error instanceof ClawError)) throw error
  return {
    check,
    status: 'failed',
    detail: detail ?? error.message,
    code: error.code,
    remedy: error.remedy,
    address: errorAddress(error.code),
  }
}

const skipped = (check: string, detail: string): Finding => ({ check, status: 'skipped', detail })

/** Runs `look`, whose text is what was found. */
async function find(check: string, look: () => Promise<string>): Promise<Finding> {
  try {
    return { check, status: 'ok', detail: await look() }
  } catch (error) {
    return failed(check, error)
  }
}

async function identity(claims: ClaimSource, cloud: CloudInputs): Promise<Finding> {
  const finding = await find('identity', async () => {
    const { subject, issuer, repositoryVisibility } = await claims()
    return `sub ${subject}, issuer ${issuer}, ${repositoryVisibility} repository`
  })
  return finding.code === 'OIDC_UNAVAILABLE' && cloud.credentials === 'ambient'
    ? skipped('identity', 'There is no job here; the credentials of this machine are used.')
    : finding
}

async function trial(inputs: SignerInputs, key: SigningKey, claims: ClaimSource): Promise<Finding> {
  try {
    await signMessage(key, TRIAL)
    return { check: 'signature', status: 'ok', detail: 'A trial signature verifies; it was not kept.' }
  } catch (error) {
    const detail =
      error instanceof ClawError && error.code === 'KEY_FORBIDDEN'
        ? await explainForbidden(error, key.uri, inputs.cloud, claims)
        : undefined
    return failed('signature', error, detail)
  }
}

/** Whether the log can hold what the key signs. The log itself is not asked: that would write to it. */
function logFor(key: SigningKey, { log }: SigningServices): Promise<Finding> {
  return find('log', async () => {
    if (log === undefined) return 'No log is named.'
    witnessOf({ timestampAuthorities: [], log, clock: jobClock }).check(key, 'envelope')
    return `${log.url.href} can hold what this key signs; it was not asked, since that would write to it.`
  })
}

const describeKey = ({ uri, algorithm, protectionLevel }: SigningKey): string =>
  `${uri}, ${algorithm}, ${protectionLevel}`

async function cloudKey(
  inputs: SignerInputs,
  session: CloudSession,
  claims: ClaimSource,
  { services, sign }: { readonly services: SigningServices; readonly sign: boolean },
): Promise<Finding[]> {
  if (inputs.key.kind === 'keyless') return []
  const { uri, algorithm } = inputs.key
  let key: SigningKey
  try {
    key = await openKey(session, uri, algorithm)
  } catch (error) {
    return [failed('key', error), skipped('signature', 'There is no key to sign with.')]
  }
  return [
    { check: 'key', status: 'ok', detail: describeKey(key) },
    sign ? await trial(inputs, key, claims) : skipped('signature', '--no-sign was given.'),
    await logFor(key, services),
  ]
}

async function certifiedKey(url: URL, session: CloudSession, sign: boolean): Promise<Finding[]> {
  if (!sign) return [skipped('certificate', '--no-sign was given.')]
  return [
    await find('certificate', async () => {
      const certified = await fulcioKey({ url, identity: session.identity, clock: jobClock })
      certified.drop()
      return `${url.host} certified this job for ${certified.key.algorithm}.`
    }),
  ]
}

async function authorities({ timestampAuthorities }: SigningServices): Promise<Finding[]> {
  const times = await Promise.all(
    timestampAuthorities.map((url) =>
      find(`timestamp ${url.host}`, async () => {
        await probeAuthority(url)
        return `${url.href} answers.`
      }),
    ),
  )
  return times.length === 0
    ? [skipped('timestamp', 'No authority is named: signatures will carry no trusted time.')]
    : times
}

async function withServices(
  inputs: SignerInputs,
  session: CloudSession,
  claims: ClaimSource,
  sign: boolean,
): Promise<Finding[]> {
  let services: SigningServices
  try {
    services = await signingServices(inputs, claims)
  } catch (error) {
    return [failed('services', error)]
  }
  const { certificateAuthority } = services
  const key =
    certificateAuthority === undefined
      ? cloudKey(inputs, session, claims, { services, sign })
      : certifiedKey(certificateAuthority, session, sign)
  const found = await Promise.all([key, authorities(services)])
  return found.flat()
}

/** Gives back what was borrowed; told of only where it failed. */
async function ended(session: CloudSession): Promise<Finding[]> {
  const finding = await find('session', async () => {
    await session.end()
    return ''
  })
  return finding.status === 'failed' ? [finding] : []
}

/** Told of only in a workflow. An event that gets no key gets no trial signature either. */
async function startedBy({ allowEvents }: SignerInputs): Promise<Finding[]> {
  if (!hasEvent()) return []
  return [await find('event', async () => admitEvent(runEvent(), allowEvents).name)]
}

/** Runs every check; those that do not need each other, in parallel. Never throws a ClawError. */
export async function diagnose(
  inputs: SignerInputs,
  options: { readonly sign: boolean },
): Promise<Finding[]> {
  const event = await startedBy(inputs)
  const isRefused = event.some(({ status }) => status === 'failed')
  const session = openSession(inputs.cloud, 'sign')
  const claims = jobClaims(session.identity, inputs.cloud.oidcIssuer)
  const [who, services, destination] = await Promise.all([
    identity(claims, inputs.cloud),
    isRefused
      ? [skipped('key', 'The event that started this run may not use it.')]
      : withServices(inputs, session, claims, options.sign),
    find('destination', async () => {
      await checkDestination(inputs.destination)
      return inputs.destination.folder ?? 'beside the artifacts'
    }),
  ])
  return [...event, who, ...services, destination, ...(await ended(session))]
}
