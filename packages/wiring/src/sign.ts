// Assembles signing and its doctor from their inputs and the host.
import { randomBytes } from 'node:crypto'
import type { Clock, Host } from '@open-claw/core'
import { folderStore } from '@open-claw/files'
import { dispatchInputs, githubRun } from '@open-claw/github'
import type { ProvenanceInputs, SignerInputs, SigningInputs } from '@open-claw/inputs'
import { fulcioKey, timestamp, combinedWitness } from '@open-claw/sigstore'
import type { DoctorPorts, SigningPorts } from '@open-claw/usecases'
import { openKeySession, signingGrant } from './key-session.ts'

/** Bytes that a trial timestamps: as many as a digest. */
const TRIAL_BYTES = 32

const authorities = (clock: Clock): SigningPorts['authorities'] => ({
  certify: (url, identity) => fulcioKey({ url, identity, clock }),
  probe: async (url) => void (await timestamp(url, randomBytes(TRIAL_BYTES), { clock })),
  witness: ({ timestampAuthorities, log }) => combinedWitness({ timestampAuthorities, log, clock }),
})

const runRecord = (host: Host, asked: ProvenanceInputs | undefined): SigningPorts['run'] => ({
  dispatchInputs: (claims) => dispatchInputs(host.event(), claims),
  details: async (claims) =>
    asked?.githubToken === undefined
      ? undefined
      : githubRun({ token: asked.githubToken, apiUrl: asked.githubApi, claims, clock: host.clock }),
})

/** Returns the ports of signing. `provenance` says how to ask about the run, if provenance is made. */
export const signingPorts = (
  { cloud, destination }: SigningInputs,
  host: Host,
  provenance?: ProvenanceInputs,
): SigningPorts => ({
  host,
  openKeys: (unreturned) => openKeySession(cloud, 'sign', host, unreturned),
  authorities: authorities(host.clock),
  run: runRecord(host, provenance),
  evidence: folderStore(destination),
})

/** Returns the ports of the doctor. */
export const doctorPorts = ({ cloud, destination }: SignerInputs, host: Host): DoctorPorts => ({
  host,
  openKeys: (unreturned) => openKeySession(cloud, 'sign', host, unreturned),
  authorities: authorities(host.clock),
  evidence: folderStore(destination),
  grant: (uri, subject) => signingGrant(cloud, uri, subject),
})
