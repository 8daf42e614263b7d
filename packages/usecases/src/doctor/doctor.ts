// Runs the checks of a signing step, each on its own.
import { ClawError, type KmsSigningKey } from '@open-claw/core'
import { signingServices } from '../sign/signer.ts'
import { CHECKS, failed, type Examination } from './checks.ts'
import type { Finding } from './findings.ts'
import type { DoctorPorts } from './ports.ts'
import type { DoctorRequest } from './request.ts'

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}

/** Opens the key. Throws INTERNAL for a key that no key service holds. */
async function openKey({ key }: DoctorRequest, keys: Examination['keys']): Promise<KmsSigningKey> {
  if (key.kind === 'kms') return keys.open(key.uri, key.algorithm)
  throw new ClawError('INTERNAL', 'A key of this step alone is in no key service.')
}

/** Checks whether the event that started the run may use the key; returns undefined if no event did. */
function admission({ allowEvents }: DoctorRequest, { host }: DoctorPorts): Finding | undefined {
  try {
    const event = host.admitEvent(allowEvents)
    return event === undefined ? undefined : { status: 'ok', check: 'event', event }
  } catch (error) {
    return failed('event', error)
  }
}

async function examine(
  request: DoctorRequest,
  ports: DoctorPorts,
  unreturned: (error: ClawError) => void,
): Promise<Finding[]> {
  const { host, openKeys } = ports
  const admitted = admission(request, ports)
  await using keys = openKeys(unreturned)
  const claims = host.claims(request.issuer)
  const examination: Examination = {
    request,
    ports,
    claims,
    keys,
    admission: admitted,
    services: once(() => signingServices(request, claims, host.clock)),
    key: once(() => openKey(request, keys)),
  }
  const findings = await Promise.all(CHECKS.map((check) => check(examination)))
  return findings.flat()
}

/** Runs every check; independent ones run in parallel. Never throws a ClawError. */
export async function diagnose(request: DoctorRequest, ports: DoctorPorts): Promise<readonly Finding[]> {
  const unreturned: Finding[] = []
  const findings = await examine(request, ports, (error) => unreturned.push(failed('session', error)))
  return [...findings, ...unreturned]
}
