// From inputs to published evidence, in one direction. Everything that can fail early is done before
// the first signature, in parallel; nothing is written before the last signature is checked.
import {
  blobHash,
  sha256Of,
  signBlobs,
  signStatements,
  splitSubjects,
  type HashName,
  type Predicate,
  type RunEvent,
  type SignedBundle,
  type SigningKey,
  type AdmittedEvent,
  type StoredBundle,
} from '@open-claw/core'
import {
  selectSubjects,
  type SelectedSubjects,
  checkDestination,
  checkUnoccupied,
  storeBundles,
} from '@open-claw/files'
import { admitEvent } from '@open-claw/github'
import { announceSubjects, checkAnswerFiles, log, runEvent } from '@open-claw/ci'
import { giveBack, openSession, type CloudSession } from '@open-claw/wiring'
import type { SigningServices } from '@open-claw/sigstore'
import type { SigningInputs } from '@open-claw/inputs'
import { jobClaims, type ClaimSource } from './job-claims.ts'
import { dropOnceOpen, openSigner, type Signer } from './signer.ts'

/** Lines of the log for bundles, before they are counted. */
const MAX_LOGGED = 20

/** A signing step under way. */
export interface SigningJob {
  readonly inputs: SigningInputs
  readonly session: CloudSession
  /** The verified claims of the job, for whoever needs them. */
  readonly claims: ClaimSource
  readonly event: RunEvent
}

/** What was published, for outputs and the summary. */
export interface SigningResult {
  readonly key: SigningKey
  readonly services: SigningServices
  readonly selected: SelectedSubjects
  readonly stored: readonly StoredBundle[]
}

/** The same, and the event that was let through. */
export interface SigningOutcome extends SigningResult {
  readonly event: AdmittedEvent
}

async function open(job: SigningJob, kind: 'envelope' | 'message'): Promise<Signer> {
  const signer = await openSigner(job.inputs, job.session, job.claims, kind)
  const { uri, algorithm, protectionLevel } = signer.key
  log(`Key ${uri} (${algorithm}, ${protectionLevel})`)
  for (const url of signer.services.timestampAuthorities) log(`Timestamps of ${url.href}`)
  if (signer.services.log !== undefined) log(`Logged at ${signer.services.log.url.href}`)
  return signer
}

async function select(inputs: SigningInputs, hashes: readonly HashName[]): Promise<SelectedSubjects> {
  log('Hashing the artifacts…')
  const selected = await selectSubjects(inputs.workspace, inputs.sources, hashes)
  log(`Subjects: ${selected.subjects.length}, of which ${selected.files.size} were hashed here`)
  return selected
}

async function publish(
  { destination }: SigningInputs,
  { key, services }: Signer,
  selected: SelectedSubjects,
  bundles: readonly SignedBundle[],
): Promise<SigningResult> {
  const stored = await storeBundles(destination, bundles)
  for (const { path } of stored.slice(0, MAX_LOGGED)) log(`Wrote ${path}`)
  if (stored.length > MAX_LOGGED) log(`… and ${stored.length - MAX_LOGGED} more bundles`)
  announceSubjects(
    selected.subjects
      .filter(({ source }) => source === 'file' || source === 'image')
      .map((subject) => ({
        name: subject.name,
        digest: `sha256:${sha256Of(subject)}`,
        kind: subject.source === 'file' ? 'file' : 'oci',
      })),
  )
  return { key, services, selected, stored }
}

/** One statement about all subjects, one signature. */
async function signPredicate(job: SigningJob, predicate: () => Promise<Predicate>): Promise<SigningResult> {
  const { inputs } = job
  const opening = open(job, 'envelope')
  try {
    const [signer, selected, made] = await Promise.all([
      opening,
      select(inputs, []),
      predicate(),
      checkDestination(inputs.destination),
    ])
    const planned = splitSubjects(selected.subjects).map((subjects) => ({
      subjects,
      predicateType: made.type,
    }))
    await checkUnoccupied(inputs.destination, planned)
    const bundles = await signStatements(signer.key, selected.subjects, made, signer.witness)
    return await publish(inputs, signer, selected, bundles)
  } finally {
    dropOnceOpen(opening)
  }
}

/** One message signature per file. The key is opened first: it decides the hash. */
async function signEachArtifact(job: SigningJob): Promise<SigningResult> {
  const { inputs } = job
  const opening = open(job, 'message')
  try {
    const [signer] = await Promise.all([opening, checkDestination(inputs.destination)])
    const selected = await select(inputs, [blobHash(signer.key)])
    const digests = new Map([...selected.files].map(([name, { digests: own }]) => [name, own]))
    const planned = selected.subjects.map((subject) => ({ subjects: [subject], predicateType: undefined }))
    await checkUnoccupied(inputs.destination, planned)
    const bundles = await signBlobs(signer.key, selected.subjects, digests, signer.witness)
    return await publish(inputs, signer, selected, bundles)
  } finally {
    dropOnceOpen(opening)
  }
}

/** What to sign: a predicate about all subjects, or each file by itself. */
export type Work = { readonly predicate: (job: SigningJob) => Promise<Predicate> } | 'each-artifact'

/** Signs and publishes where the event may use keys; whatever happens, what was borrowed of the clouds is given back. */
export async function sign(inputs: SigningInputs, work: Work): Promise<SigningOutcome> {
  checkAnswerFiles()
  const event = runEvent()
  const admitted = admitEvent(event, inputs.allowEvents)
  const session = openSession(inputs.cloud, 'sign')
  const job = { inputs, session, claims: jobClaims(session.identity, inputs.cloud.oidcIssuer), event }
  try {
    const signed = await (work === 'each-artifact'
      ? signEachArtifact(job)
      : signPredicate(job, () => work.predicate(job)))
    return { ...signed, event: admitted }
  } finally {
    await giveBack(session)
  }
}
