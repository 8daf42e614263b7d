// Opens and checks the key and the witnesses before the first signature.
import { ClawError, MAX_JSON_BYTES, type ClaimSource, type Clock, type SigningKey } from '@open-claw/core'
import { readDocument, selectFile } from '@open-claw/files'
import { parseSigningConfig, type CheckedWitness, type SigningServices } from '@open-claw/sigstore'
import type { Authorities, OpenKeys } from './ports.ts'
import type { SignerRequest } from './request.ts'
import { chooseServices, needsVisibility } from './services.ts'

/** Everything that a signature needs. */
export interface Signer {
  readonly key: SigningKey
  readonly witness: CheckedWitness
  readonly services: SigningServices
  /** Forgets a key that was made for this step. */
  readonly drop: () => void
}

async function configuredServices(
  { workspace, witnesses: { signingConfig: path } }: SignerRequest,
  clock: Pick<Clock, 'now'>,
): Promise<SigningServices | undefined> {
  if (path === undefined) return undefined
  const file = await selectFile(workspace, path, 'signing-config')
  const bytes = await readDocument(file, { limit: MAX_JSON_BYTES, code: 'TRUSTED_ROOT_INVALID' })
  return parseSigningConfig(bytes, path, clock.now())
}

/** Returns the visibility of the repository. A job without an identity, as with ambient credentials, counts as private. */
async function repositoryVisibility(claims: ClaimSource): Promise<string | undefined> {
  try {
    return (await claims()).repositoryVisibility
  } catch (error) {
    if (error instanceof ClawError && error.code === 'OIDC_UNAVAILABLE') return undefined
    throw error
  }
}

/** Returns the services that the request chooses. Throws INPUT_INVALID, PUBLIC_LOG_REFUSED, TRUSTED_ROOT_INVALID, OIDC_*. */
export async function signingServices(
  request: SignerRequest,
  claims: ClaimSource,
  clock: Pick<Clock, 'now'>,
): Promise<SigningServices> {
  const keyless = request.key.kind === 'keyless'
  const [configured, visibility] = await Promise.all([
    configuredServices(request, clock),
    needsVisibility(request.witnesses, keyless) ? repositoryVisibility(claims) : undefined,
  ])
  return chooseServices(request.witnesses, { keyless, visibility, issuer: request.issuer, configured })
}

/** The sources of a key and its witnesses. */
export interface SignerSources {
  readonly keys: ReturnType<OpenKeys>
  readonly claims: ClaimSource
  readonly authorities: Authorities
  /** Decides which services of a signing config are in use. */
  readonly clock: Pick<Clock, 'now'>
}

type Obtained = Pick<Signer, 'key' | 'drop'>

async function obtainKey(
  { key }: SignerRequest,
  { keys, authorities }: SignerSources,
  authority: URL | undefined,
): Promise<Obtained> {
  if (key.kind === 'kms') return { key: await keys.open(key.uri, key.algorithm), drop: () => undefined }
  if (authority === undefined) throw new ClawError('INTERNAL', 'No authority was chosen for key: keyless.')
  return authorities.certify(authority, keys.identity)
}

function dropOnceOpen(opening: Promise<Pick<Signer, 'drop'>>): void {
  void opening.then(
    ({ drop }) => drop(),
    () => undefined,
  )
}

async function open(
  request: SignerRequest,
  sources: SignerSources,
  content: 'envelope' | 'message',
): Promise<Signer> {
  const { authorities, claims, clock } = sources
  const services = await signingServices(request, claims, clock)
  const { certificateAuthority, timestampAuthorities } = services
  const witness = authorities.witness(services)
  const obtaining = obtainKey(request, sources, certificateAuthority)
  try {
    const [{ key, drop }] = await Promise.all([
      obtaining,
      ...timestampAuthorities.map((url) => authorities.probe(url)),
    ])
    witness.check(key, content)
    return { key, witness, services, drop }
  } catch (error) {
    dropOnceOpen(obtaining)
    throw error
  }
}

/**
 * Opens the key, or has one certified, while every timestamp authority is tried. A log that cannot hold `content`
 * fails here, before it is signed. Disposing of the result drops the key, even one that only opens after the step
 * has failed for another reason.
 */
export function openSigner(
  request: SignerRequest,
  sources: SignerSources,
  content: 'envelope' | 'message',
): Disposable & { readonly signer: Promise<Signer> } {
  const signer = open(request, sources, content)
  return { signer, [Symbol.dispose]: () => dropOnceOpen(signer) }
}
