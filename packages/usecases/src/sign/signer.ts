// Who signs, and who bears witness: opened and checked before the first signature.
import { randomBytes } from 'node:crypto'
import { ClawError, MAX_JSON_BYTES, type SigningKey } from '@open-claw/core'
import { readDocument, selectFile } from '@open-claw/files'
import { type CloudSession, openKey } from '@open-claw/wiring'
import { jobClock } from '@open-claw/ci'
import {
  fulcioKey,
  parseSigningConfig,
  timestamp,
  witnessOf,
  type CheckedWitness,
  type SigningServices,
} from '@open-claw/sigstore'
import type { SignerInputs } from '@open-claw/inputs'
import type { KeyChoice } from './request.ts'
import type { ClaimSource } from './job-claims.ts'
import { chooseServices, needsVisibility } from './services.ts'

/** Everything that a signature takes. */
export interface Signer {
  readonly key: SigningKey
  readonly witness: CheckedWitness
  readonly services: SigningServices
  /** Forgets a key that was made for this step. */
  readonly drop: () => void
}

async function configuredServices(inputs: SignerInputs): Promise<SigningServices | undefined> {
  const path = inputs.witnesses.signingConfig
  if (path === undefined) return undefined
  const file = await selectFile(inputs.workspace, path, 'signing-config')
  const bytes = await readDocument(file, { limit: MAX_JSON_BYTES, code: 'TRUSTED_ROOT_INVALID' })
  return parseSigningConfig(bytes, path, jobClock.now())
}

/** A job without an identity, as under ambient credentials, counts as private. */
async function visibilityOf(claims: ClaimSource): Promise<string | undefined> {
  try {
    return (await claims()).repositoryVisibility
  } catch (error) {
    if (error instanceof ClawError && error.code === 'OIDC_UNAVAILABLE') return undefined
    throw error
  }
}

/** The services that the inputs choose. Throws INPUT_INVALID, PUBLIC_LOG_REFUSED, TRUSTED_ROOT_INVALID, OIDC_*. */
export async function signingServices(inputs: SignerInputs, claims: ClaimSource): Promise<SigningServices> {
  const keyless = inputs.key.kind === 'keyless'
  const [configured, visibility] = await Promise.all([
    configuredServices(inputs),
    needsVisibility(inputs.witnesses, keyless) ? visibilityOf(claims) : undefined,
  ])
  return chooseServices(inputs.witnesses, {
    keyless,
    visibility,
    issuer: inputs.cloud.oidcIssuer,
    configured,
  })
}

/** Asks for a timestamp over nothing in particular: an authority that fails now would fail after the signature. */
export async function probeAuthority(url: URL): Promise<void> {
  await timestamp(url, randomBytes(32), { clock: jobClock })
}

/** Forgets a key that is perhaps still on its way, while the step ends for another reason. */
export function dropOnceOpen(opening: Promise<Pick<Signer, 'drop'>>): void {
  void opening.then(
    ({ drop }) => drop(),
    () => undefined,
  )
}

async function obtainKey(
  choice: KeyChoice,
  authority: URL | undefined,
  session: CloudSession,
): Promise<Pick<Signer, 'key' | 'drop'>> {
  if (choice.kind === 'kms')
    return { key: await openKey(session, choice.uri, choice.algorithm), drop: () => undefined }
  if (authority === undefined) throw new ClawError('INTERNAL', 'No authority was chosen for key: keyless.')
  const certified = await fulcioKey({ url: authority, identity: session.identity, clock: jobClock })
  return { key: certified.key, drop: () => certified.drop() }
}

/**
 * Opens the key, or has one certified, while every timestamp authority is tried. `kind` is what will be
 * signed: a log that cannot hold it is told of before it is.
 */
export async function openSigner(
  inputs: SignerInputs,
  session: CloudSession,
  claims: ClaimSource,
  kind: 'envelope' | 'message',
): Promise<Signer> {
  const services = await signingServices(inputs, claims)
  const { certificateAuthority, timestampAuthorities, log } = services
  const witness = witnessOf({ timestampAuthorities, log, clock: jobClock })
  const opening = obtainKey(inputs.key, certificateAuthority, session)
  try {
    const [{ key, drop }] = await Promise.all([opening, ...timestampAuthorities.map(probeAuthority)])
    witness.check(key, kind)
    return { key, witness, services, drop }
  } catch (error) {
    dropOnceOpen(opening)
    throw error
  }
}
