// Signs subjects and publishes the evidence. Everything that can fail early is done before the first signature, in
// parallel; nothing is written before the last signature is checked.
import {
  keyName,
  line,
  printable,
  printableText,
  requiredSha256,
  type AdmittedEvent,
  type ClaimSource,
  type HashName,
  type SignedBundle,
  type SigningKey,
  type StoredBundle,
} from '@open-claw/core'
import { selectSubjects, type SelectedSubjects } from '@open-claw/files'
import type { SigningServices } from '@open-claw/sigstore'
import { PER_ARTIFACT_MODE, statementMode, type SigningMode, type SigningPlan } from './modes.ts'
import type { SigningHost, SigningPorts } from './ports.ts'
import { makePredicate } from './predicate.ts'
import type { SigningRequest } from './request.ts'
import { openSigner, type Signer } from './signer.ts'

/** Bundles that get a line in the log; the others are only counted. */
const MAX_LOGGED = 20

/** The result: what was signed and published. */
export interface SigningResult {
  /** The admitted event; undefined if no event started the run. */
  readonly event: AdmittedEvent | undefined
  readonly key: SigningKey
  readonly services: SigningServices
  readonly selected: SelectedSubjects
  readonly stored: readonly StoredBundle[]
}

/** Everything known before the first signature. */
interface Prepared {
  readonly signer: Signer
  readonly selected: SelectedSubjects
  readonly plan: SigningPlan
}

function logged(signer: Signer, { log }: SigningHost): Signer {
  const { key, services } = signer
  log(
    line`Key ${printableText(keyName(key))} (${printable(key.algorithm)}, ${printable(key.protectionLevel)})`,
  )
  for (const url of services.timestampAuthorities) log(line`Timestamps of ${printableText(url.href)}`)
  if (services.log !== undefined) log(line`Logged at ${printableText(services.log.url.href)}`)
  return signer
}

async function select(
  { workspace, sources }: SigningRequest,
  hashes: readonly HashName[],
  { log }: SigningHost,
): Promise<SelectedSubjects> {
  log(line`Hashing the artifacts…`)
  const selected = await selectSubjects(workspace, sources, hashes)
  log(line`Subjects: ${selected.subjects.length}, of which ${selected.files.size} were hashed here`)
  return selected
}

/** Does everything that can fail early, in parallel. */
async function prepare(
  request: SigningRequest,
  mode: SigningMode,
  opening: Promise<Signer>,
  { host, evidence }: SigningPorts,
): Promise<Prepared> {
  const opened = opening.then((signer) => logged(signer, host))
  const [signer, selected, planFor] = await Promise.all([
    opened,
    mode.hashes(opened).then((hashes) => select(request, hashes, host)),
    mode.prepare(),
    evidence.check(),
  ])
  const plan = planFor(selected)
  await evidence.plan(plan.planned)
  return { signer, selected, plan }
}

async function publish(
  bundles: readonly SignedBundle[],
  { subjects }: SelectedSubjects,
  { evidence, host }: SigningPorts,
): Promise<StoredBundle[]> {
  const stored = await evidence.put(bundles)
  for (const { path } of stored.slice(0, MAX_LOGGED)) host.log(line`Wrote ${printableText(path)}`)
  if (stored.length > MAX_LOGGED) host.log(line`… and ${stored.length - MAX_LOGGED} more bundles`)
  host.announce(
    subjects
      .filter(({ source }) => source === 'file' || source === 'image')
      .map((subject) => ({
        name: subject.name,
        digest: `sha256:${requiredSha256(subject)}`,
        kind: subject.source === 'file' ? 'file' : 'oci',
      })),
  )
  return stored
}

function chooseMode(
  { work, workspace }: SigningRequest,
  claims: ClaimSource,
  { host, run }: SigningPorts,
): SigningMode {
  return work.mode === 'per-artifact'
    ? PER_ARTIFACT_MODE
    : statementMode(() => makePredicate(work.predicate, { workspace, claims, host, run }))
}

/** Signs and publishes if the event may use keys. Always gives back what was borrowed to reach the key. */
export async function sign(request: SigningRequest, ports: SigningPorts): Promise<SigningResult> {
  const { host, authorities } = ports
  host.checkAnswers()
  const event = host.admitEvent(request.allowEvents)
  await using keys = ports.openKeys(({ code, message }) =>
    host.annotate('warning', code, printableText(message)),
  )
  const claims = host.claims(request.issuer)
  const mode = chooseMode(request, claims, ports)
  using opening = openSigner(request, { keys, claims, authorities, clock: host.clock }, mode.content)
  const { signer, selected, plan } = await prepare(request, mode, opening.signer, ports)
  const bundles = await plan.sign(signer)
  const stored = await publish(bundles, selected, ports)
  return { event, key: signer.key, services: signer.services, selected, stored }
}
