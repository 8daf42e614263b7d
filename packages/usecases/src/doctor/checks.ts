// The checks of a signing step, in the order of its flow. Each returns its findings, or none if another check
// says why there is nothing to check.
import { ClawError, signMessage, type ClaimSource, type KeyUri, type KmsSigningKey } from '@open-claw/core'
import type { SigningServices } from '@open-claw/sigstore'
import type { SignerSources } from '../sign/signer.ts'
import type { CheckName, Finding, Forbidden, Proof } from './findings.ts'
import type { DoctorPorts } from './ports.ts'
import type { DoctorRequest } from './request.ts'

/** The message signed to prove a permission. It is not an encoding of an envelope, and the signature is discarded. */
const TRIAL: Buffer = Buffer.from('Open Claw doctor: this signature proves a permission and nothing else.\n')

/** The state that the checks of one diagnosis share. */
export interface Examination {
  readonly request: DoctorRequest
  readonly ports: DoctorPorts
  readonly claims: ClaimSource
  readonly keys: SignerSources['keys']
  /** Whether the event that started the run may use the key; undefined if no event did. */
  readonly admission: Finding | undefined
  /** Chooses the services once, however many checks need them. */
  readonly services: () => Promise<SigningServices>
  /** Opens the key of a key service once, however many checks need it. */
  readonly key: () => Promise<KmsSigningKey>
}

type Check = (examination: Examination) => Promise<readonly Finding[]>

/** Turns a failure into a finding. Rethrows anything but a ClawError. */
export function failed(check: CheckName, error: unknown): Extract<Finding, { status: 'failed' }> {
  if (error instanceof ClawError) return { status: 'failed', check, error }
  throw error
}

/** Runs `prove` and returns its proof, or why it fails. */
async function findingFrom(check: CheckName, prove: () => Promise<Proof>): Promise<Finding> {
  try {
    return { status: 'ok', ...(await prove()) }
  } catch (error) {
    return failed(check, error)
  }
}

/** Returns what `make` makes, or undefined if it fails: another check says why. */
async function orUndefined<T>(make: () => Promise<T>): Promise<T | undefined> {
  try {
    return await make()
  } catch (error) {
    if (error instanceof ClawError) return undefined
    throw error
  }
}

/** Checks for an event that gets no key, and so no trial signature either. */
const isRefused = ({ admission }: Examination): boolean => admission?.status === 'failed'

/** Returns the services if keys may be used at all. */
const usableServices = async (examination: Examination): Promise<SigningServices | undefined> =>
  isRefused(examination) ? undefined : orUndefined(examination.services)

const event: Check = async ({ admission }) => (admission === undefined ? [] : [admission])

const identity: Check = async ({ claims, request }) => {
  const finding = await findingFrom('identity', async () => ({ check: 'identity', claims: await claims() }))
  const isNoJob = finding.status === 'failed' && finding.error.code === 'OIDC_UNAVAILABLE'
  return isNoJob && request.ambient ? [{ status: 'skipped', check: 'identity', why: 'no job' }] : [finding]
}

const services: Check = async (examination) => {
  if (isRefused(examination)) return []
  try {
    await examination.services()
    return []
  } catch (error) {
    return [failed('services', error)]
  }
}

const key: Check = async (examination) => {
  if (isRefused(examination)) return [{ status: 'skipped', check: 'key', why: 'event refused' }]
  if (examination.request.key.kind === 'keyless' || (await usableServices(examination)) === undefined)
    return []
  return [await findingFrom('key', async () => ({ check: 'key', key: await examination.key() }))]
}

/** Returns the permission that may be missing. The report shows the service's own answer first, since it may name another cause. */
async function forbiddenUse(uri: KeyUri, { claims, ports }: Examination): Promise<Forbidden> {
  const subject = (await orUndefined(claims))?.subject ?? 'unknown'
  return { ...ports.grant(uri, subject), subject }
}

const signature: Check = async (examination) => {
  const { request } = examination
  if (request.key.kind === 'keyless' || (await usableServices(examination)) === undefined) return []
  const opened = await orUndefined(examination.key)
  if (opened === undefined) return [{ status: 'skipped', check: 'signature', why: 'no key' }]
  if (!request.trial) return [{ status: 'skipped', check: 'signature', why: 'no trial wanted' }]
  const finding = await findingFrom('signature', async () => {
    await signMessage(opened, TRIAL)
    return { check: 'signature' }
  })
  return finding.status === 'failed' && finding.error.code === 'KEY_FORBIDDEN'
    ? [{ ...finding, forbidden: await forbiddenUse(opened.uri, examination) }]
    : [finding]
}

/** Checks whether the log can hold what the key signs, without asking the log: that would write to it. */
const log: Check = async (examination) => {
  const { request, ports } = examination
  const chosen = await usableServices(examination)
  if (request.key.kind === 'keyless' || chosen === undefined) return []
  const opened = await orUndefined(examination.key)
  if (opened === undefined) return []
  const finding = await findingFrom('log', async () => {
    ports.authorities.witness({ timestampAuthorities: [], log: chosen.log }).check(opened, 'envelope')
    return { check: 'log', log: chosen.log?.url }
  })
  return [finding]
}

const certificate: Check = async (examination) => {
  const { request, ports, keys } = examination
  const authority = (await usableServices(examination))?.certificateAuthority
  if (authority === undefined) return []
  if (!request.trial) return [{ status: 'skipped', check: 'certificate', why: 'no trial wanted' }]
  const finding = await findingFrom('certificate', async () => {
    const certified = await ports.authorities.certify(authority, keys.identity)
    certified.drop()
    return { check: 'certificate', authority, algorithm: certified.key.algorithm }
  })
  return [finding]
}

const timestamp: Check = async (examination) => {
  const authorities = (await usableServices(examination))?.timestampAuthorities
  if (authorities === undefined) return []
  if (authorities.length === 0)
    return [{ status: 'skipped', check: 'timestamp', why: 'no timestamp authority' }]
  return Promise.all(
    authorities.map(async (authority) => {
      const finding = await findingFrom('timestamp', async () => {
        await examination.ports.authorities.probe(authority)
        return { check: 'timestamp', authority }
      })
      return finding.status === 'failed' ? { ...finding, authority } : finding
    }),
  )
}

const destination: Check = async ({ ports }) => [
  await findingFrom('destination', async () => ({
    check: 'destination',
    place: await ports.evidence.check(),
  })),
]

/** All checks, in the order of a signing step. */
export const CHECKS: readonly Check[] = [
  event,
  identity,
  services,
  key,
  signature,
  log,
  certificate,
  timestamp,
  destination,
]
