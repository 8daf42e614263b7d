// The checks of a signing step, in the order of its flow. Each gives its findings: none where another check
// tells why there is nothing to check.
import { ClawError, signMessage, type ClaimSource, type KeyUri, type KmsSigningKey } from '@open-claw/core'
import type { SigningServices } from '@open-claw/sigstore'
import type { SignerSources } from '../sign/signer.ts'
import type { CheckName, Finding, Forbidden, Proof } from './findings.ts'
import type { DoctorPorts } from './ports.ts'
import type { DoctorRequest } from './request.ts'

/** Signed to prove a permission. It is no encoding of an envelope, and the signature is not kept. */
const TRIAL: Buffer = Buffer.from('Open Claw doctor: this signature proves a permission and nothing else.\n')

/** What the checks of one diagnosis share. */
export interface Examination {
  readonly request: DoctorRequest
  readonly ports: DoctorPorts
  readonly claims: ClaimSource
  readonly keys: SignerSources['keys']
  /** Whether the event that started the run may use the key; undefined where no event did. */
  readonly admission: Finding | undefined
  /** Chosen once however many checks ask. */
  readonly services: () => Promise<SigningServices>
  /** The key of a key service, opened once however many checks ask. */
  readonly key: () => Promise<KmsSigningKey>
}

type Check = (examination: Examination) => Promise<readonly Finding[]>

/** A failure as a finding. Throws whatever is no ClawError. */
export function failed(check: CheckName, error: unknown): Extract<Finding, { status: 'failed' }> {
  if (error instanceof ClawError) return { status: 'failed', check, error }
  throw error
}

/** What `look` finds in order, or why it fails. */
async function find(check: CheckName, look: () => Promise<Proof>): Promise<Finding> {
  try {
    return { status: 'ok', ...(await look()) }
  } catch (error) {
    return failed(check, error)
  }
}

/** What `make` makes, or undefined where that fails: another check tells why. */
async function known<T>(make: () => Promise<T>): Promise<T | undefined> {
  try {
    return await make()
  } catch (error) {
    if (error instanceof ClawError) return undefined
    throw error
  }
}

/** An event that gets no key gets no trial signature either. */
const isRefused = ({ admission }: Examination): boolean => admission?.status === 'failed'

/** The services, where keys may be used at all. */
const usableServices = async (examination: Examination): Promise<SigningServices | undefined> =>
  isRefused(examination) ? undefined : known(examination.services)

const event: Check = async ({ admission }) => (admission === undefined ? [] : [admission])

const identity: Check = async ({ claims, request }) => {
  const finding = await find('identity', async () => ({ check: 'identity', claims: await claims() }))
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
  return [await find('key', async () => ({ check: 'key', key: await examination.key() }))]
}

/** A missing permission need not be why: what the service says stands before this. */
async function whatForbids(uri: KeyUri, { claims, ports }: Examination): Promise<Forbidden> {
  const subject = (await known(claims))?.subject ?? 'unknown'
  return { ...ports.grant(uri, subject), subject }
}

const signature: Check = async (examination) => {
  const { request } = examination
  if (request.key.kind === 'keyless' || (await usableServices(examination)) === undefined) return []
  const opened = await known(examination.key)
  if (opened === undefined) return [{ status: 'skipped', check: 'signature', why: 'no key' }]
  if (!request.trial) return [{ status: 'skipped', check: 'signature', why: 'no trial wanted' }]
  const finding = await find('signature', async () => {
    await signMessage(opened, TRIAL)
    return { check: 'signature' }
  })
  return finding.status === 'failed' && finding.error.code === 'KEY_FORBIDDEN'
    ? [{ ...finding, forbidden: await whatForbids(opened.uri, examination) }]
    : [finding]
}

/** Whether the log can hold what the key signs. The log itself is not asked: that would write to it. */
const log: Check = async (examination) => {
  const { request, ports } = examination
  const chosen = await usableServices(examination)
  if (request.key.kind === 'keyless' || chosen === undefined) return []
  const opened = await known(examination.key)
  if (opened === undefined) return []
  const finding = await find('log', async () => {
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
  const finding = await find('certificate', async () => {
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
      const finding = await find('timestamp', async () => {
        await examination.ports.authorities.probe(authority)
        return { check: 'timestamp', authority }
      })
      return finding.status === 'failed' ? { ...finding, authority } : finding
    }),
  )
}

const destination: Check = async ({ ports }) => [
  await find('destination', async () => ({ check: 'destination', place: await ports.evidence.check() })),
]

/** In the order in which a signing step meets what they check. */
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
