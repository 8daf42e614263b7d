// The job's access to its keys at any vendor. Whatever it borrows on the way is returned at the end.
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

/** The part of the host that a session needs. */
export type SessionHost = Pick<
  Host,
  'admitMachineCredentials' | 'clock' | 'identity' | 'mask' | 'runId' | 'saveState'
>

/** The name of the state that says that everything was returned. */
export const ENDED = 'session-ended'

/**
 * Returns the endpoint for each vendor. One endpoint serves one service: if it were also asked for the keys of
 * another, it would receive a token for that other service. Throws INPUT_INVALID.
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

/** Keeps the names of leases for the end of the job. The last line of a state counts, so it names all. */
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

/** Returns what the job brings to every key service. */
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

/** Waits for all, then reports failures: one that cannot be returned must not keep the others alive. */
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
 * Makes a session that opens keys on demand. `use` narrows what the services are asked to allow. `unreturned`
 * receives what could not be returned, which is left to the end of the job: the step has its result, and a
 * second error must not hide the one that it ends with.
 */
export function openKeySession(
  cloud: CloudInputs,
  use: KeyUse,
  host: SessionHost,
  unreturned: (error: ClawError) => void,
): KeySession {
  if (cloud.credentials === 'ambient') host.admitMachineCredentials()
  const identity = host.identity(cloud.oidcIssuer)
  const endpointAt = endpointFor(cloud.keyEndpoint)
  const leases = leaseKeeper(host)
  const clients = new Map<string, KeyClient>()
  const clientFor = (uri: KeyUri): KeyClient => {
    const { vendor, access } = knownVendor(cloud.keys, uri)
    const { scheme } = vendor.keyUri
    const own = { use, endpoint: endpointAt(vendor), identity, borrowed: leases.keeperFor(vendor) }
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

/** Returns the grant that signing with `uri` needs; `subject` is that of the job's token. */
export function signingGrant({ keys, credentials }: CloudInputs, uri: KeyUri, subject: string): SigningGrant {
  const { access } = knownVendor(keys, uri)
  const grant = access.signingGrant(uri, subject)
  return credentials === 'ambient' ? { ...grant, principal: undefined } : grant
}
