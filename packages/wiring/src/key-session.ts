// The job's way to its keys, whoever holds them, and what was borrowed on the way, given back at the end.
import { homedir } from 'node:os'
import {
  ClawError,
  keyScheme,
  type Host,
  type KeyAccess,
  type KeyClient,
  type KeyJob,
  type KeyUri,
  type KeyUse,
  type KeyVendor,
  type SigningGrant,
  type VendorAccess,
} from '@open-claw/core'
import type { CloudInputs } from '@open-claw/inputs'
import type { KeySession } from '@open-claw/usecases'

/** What a session takes of the host. */
export type SessionHost = Pick<
  Host,
  'admitMachineCredentials' | 'clock' | 'identity' | 'mask' | 'runId' | 'saveState'
>

/** The name under which the host keeps that everything was given back. */
export const ENDED = 'session-ended'

/**
 * One endpoint speaks for one service: asked for keys of another as well, it would be sent a token that is
 * none of its business. Throws INPUT_INVALID.
 */
function endpointFor(endpoint: URL | undefined): (vendor: KeyVendor) => URL | undefined {
  let known: string | undefined
  return ({ credentials: { vendor, address } }) => {
    if (address !== undefined) return undefined
    known ??= vendor
    if (endpoint === undefined || known === vendor) return endpoint
    throw new ClawError(
      'INPUT_INVALID',
      `Input key-endpoint: it can be the endpoint of one key service, and there are keys of ${known} and of ${vendor}.`,
    )
  }
}

/** Keeps the names of what was borrowed for the end of the job. The last line of a state counts, so it names all. */
function leaseKeeper({ saveState }: SessionHost): {
  readonly keeperFor: (vendor: KeyVendor) => (lease: string) => void
  readonly isEmpty: () => boolean
} {
  const kept = new Map<string, string[]>()
  return {
    keeperFor:
      ({ leaseState }) =>
      (lease) => {
        if (leaseState === undefined) return
        const names = [...(kept.get(leaseState) ?? []), lease]
        kept.set(leaseState, names)
        saveState(leaseState, names.join(' '))
      },
    isEmpty: () => kept.size === 0,
  }
}

/** What the job brings to every key service. */
export const keyJob = (
  { credentials }: CloudInputs,
  { mask, clock, runId }: SessionHost,
  own: Pick<KeyJob, 'use' | 'endpoint' | 'identity' | 'borrowed'>,
): KeyJob => ({
  ...own,
  credentials,
  mask,
  clock,
  runId: runId(),
  machine: { environment: process.env, home: homedir() },
})

function knownVendor(keys: VendorAccess, uri: KeyUri): { vendor: KeyVendor; access: KeyAccess } {
  const known = keys.get(keyScheme(uri))
  if (known === undefined) throw new ClawError('INTERNAL', `No vendor has the scheme of ${uri}.`)
  return known
}

/** Waits for all before a failure is told of: one that cannot be given back must not keep the others alive. */
async function disposeAll(
  clients: Iterable<AsyncDisposable>,
  unreturned: (error: ClawError) => void,
): Promise<boolean> {
  const ends = await Promise.allSettled([...clients].map((client) => client[Symbol.asyncDispose]()))
  const failures = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason as unknown] : []))
  for (const failure of failures) {
    if (!(failure instanceof ClawError)) throw failure
    unreturned(failure)
  }
  return failures.length === 0
}

/**
 * Opens nothing yet. `use` narrows what the services are asked to allow. `unreturned` is told of what could not
 * be given back, which is left to the end of the job: the step has its result, and another error must not hide
 * the one that it ends with.
 */
export function openKeySession(
  cloud: CloudInputs,
  use: KeyUse,
  host: SessionHost,
  unreturned: (error: ClawError) => void,
): KeySession {
  if (cloud.credentials === 'ambient') host.admitMachineCredentials()
  const identity = host.identity(cloud.oidcIssuer)
  const endpointOf = endpointFor(cloud.keyEndpoint)
  const leases = leaseKeeper(host)
  const clients = new Map<string, KeyClient>()
  const clientFor = (uri: KeyUri): KeyClient => {
    const { vendor, access } = knownVendor(cloud.keys, uri)
    const { scheme } = vendor.keyUri
    const own = { use, endpoint: endpointOf(vendor), identity, borrowed: leases.keeperFor(vendor) }
    const client = clients.get(scheme) ?? access.connect(keyJob(cloud, host, own))
    clients.set(scheme, client)
    return client
  }
  return {
    identity,
    open: async (uri, algorithm) => clientFor(uri).open(uri, algorithm),
    publicKey: async (uri, wanted) => clientFor(uri).publicKey(uri, wanted),
    [Symbol.asyncDispose]: async () => {
      const isReturned = await disposeAll(clients.values(), unreturned)
      if (isReturned && !leases.isEmpty()) host.saveState(ENDED, 'true')
    },
  }
}

/** What signing with `uri` takes; `subject` is the one of the token of the job. */
export function signingGrant({ keys, credentials }: CloudInputs, uri: KeyUri, subject: string): SigningGrant {
  const { access } = knownVendor(keys, uri)
  const grant = access.signingGrant(uri, subject)
  return credentials === 'ambient' ? { ...grant, principal: undefined } : grant
}
