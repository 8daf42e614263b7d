// From inputs to published evidence, in one direction. Everything that can fail early is done before
// the first signature, in parallel; nothing is written before the last signature is checked.
import {
  blobHash,
  selectSubjects,
  signBlobs,
  signStatements,
  splitSubjects,
  systemClock,
  type HashName,
  type IdentityTokens,
  type Predicate,
  type SelectedSubjects,
  type SignedBundle,
  type SigningKey,
} from '@open-claw/core'
import { checkDestination, checkUnoccupied, storeBundles, type StoredBundle } from '@open-claw/evidence'
import { googleKeyService, KMS_SCOPE } from '@open-claw/kms'
import { announceSubjects, log } from '@open-claw/runner'
import { cloudTokens } from '@open-claw/cloud'
import type { SigningInputs } from './inputs.ts'

/** Lines of the log for bundles, before they are counted. */
const MAX_LOGGED = 20

/** What was published, for outputs and the summary. */
export interface SigningResult {
  readonly key: SigningKey
  readonly selected: SelectedSubjects
  readonly stored: readonly StoredBundle[]
}

async function openKey(inputs: SigningInputs, identity: IdentityTokens): Promise<SigningKey> {
  const key = await googleKeyService({
    endpoint: inputs.keyEndpoint,
    tokens: cloudTokens(inputs.cloud, identity, KMS_SCOPE),
    clock: systemClock,
  }).open(inputs.key)
  log(`Key ${key.uri} (${key.algorithm}, ${key.protectionLevel})`)
  return key
}

async function select(inputs: SigningInputs, hashes: readonly HashName[]): Promise<SelectedSubjects> {
  log('Hashing the artifacts…')
  const selected = await selectSubjects(inputs.workspace, inputs.sources, hashes)
  log(`Subjects: ${selected.subjects.length}, of which ${selected.files.size} were hashed here`)
  return selected
}

async function publish(
  inputs: SigningInputs,
  key: SigningKey,
  selected: SelectedSubjects,
  bundles: readonly SignedBundle[],
): Promise<SigningResult> {
  const stored = await storeBundles(inputs.destination, bundles)
  for (const { path } of stored.slice(0, MAX_LOGGED)) log(`Wrote ${path}`)
  if (stored.length > MAX_LOGGED) log(`… and ${stored.length - MAX_LOGGED} more bundles`)
  announceSubjects(
    selected.subjects
      .filter(({ source }) => source === 'file' || source === 'image')
      .map(({ name, digest, source }) => ({
        name,
        digest: `sha256:${digest}`,
        kind: source === 'file' ? 'file' : 'oci',
      })),
  )
  return { key, selected, stored }
}

/** One statement about all subjects, one signature. */
export async function signPredicate(
  inputs: SigningInputs,
  identity: IdentityTokens,
  predicate: () => Promise<Predicate>,
): Promise<SigningResult> {
  const [key, selected, made] = await Promise.all([
    openKey(inputs, identity),
    select(inputs, []),
    predicate(),
    checkDestination(inputs.destination),
  ])
  const planned = splitSubjects(selected.subjects).map((subjects) => ({ subjects, predicateType: made.type }))
  await checkUnoccupied(inputs.destination, planned)
  return publish(inputs, key, selected, await signStatements(key, selected.subjects, made))
}

/** One message signature per file. The key is opened first: it decides the hash. */
export async function signEachArtifact(
  inputs: SigningInputs,
  identity: IdentityTokens,
): Promise<SigningResult> {
  const [key] = await Promise.all([openKey(inputs, identity), checkDestination(inputs.destination)])
  const selected = await select(inputs, [blobHash(key)])
  const digests = new Map([...selected.files].map(([name, { digests: own }]) => [name, own]))
  const planned = selected.subjects.map((subject) => ({ subjects: [subject], predicateType: undefined }))
  await checkUnoccupied(inputs.destination, planned)
  return publish(inputs, key, selected, await signBlobs(key, selected.subjects, digests))
}
