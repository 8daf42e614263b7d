// Reads the trusted roots of the policy. The policy pins each root, or one of its keys signs it: the change under
// review could have altered a mere file of the workspace.
import { createHash } from 'node:crypto'
import {
  ClawError,
  jsonLines,
  MAX_BUNDLE_BYTES,
  MAX_JSON_BYTES,
  parseBundle,
  parseStatement,
  printable,
  verifyBundle,
  type Clock,
  type TrustedKey,
  type TrustedRoots,
} from '@open-claw/core'
import { readDocument, selectFile, type ArtifactFile } from '@open-claw/files'
import {
  parseTrustedRoot,
  rootsFromStatement,
  readTrustedRoots,
  tufTrustedRoot,
  TRUSTED_ROOTS_TYPE,
  type TrustedRootMaterial,
} from '@open-claw/sigstore'
import type { ArtifactPolicy, PolicyTrustedRoot } from '@open-claw/policy'

type PinnedFile = Extract<PolicyTrustedRoot, { digest: string }>
type SignedRoots = Extract<PolicyTrustedRoot, { bundle: string }>

/** The location of the roots, the keys that may sign them, and the clock for their expiry. */
interface RootSources {
  readonly workspace: string
  /** Keys of the policy, which may sign roots. */
  readonly keys: readonly TrustedKey[]
  readonly clock: Clock
}

const invalid = (why: string): ClawError => new ClawError('TRUSTED_ROOT_INVALID', why)

const rootFile = (workspace: string, path: string): Promise<ArtifactFile> =>
  selectFile(workspace, path, 'policy, trusted root')

async function readPinned(workspace: string, { path, digest }: PinnedFile): Promise<Uint8Array> {
  const bytes = await readDocument(await rootFile(workspace, path), {
    limit: MAX_JSON_BYTES,
    code: 'TRUSTED_ROOT_INVALID',
  })
  const actual = `sha256:${createHash('sha256').update(bytes).digest('hex')}`
  if (actual === digest) return bytes
  throw invalid(`"${printable(path)}" has the digest ${actual}, which is not the one that the policy pins.`)
}

async function readSigned(
  { bundle: path, attestors }: SignedRoots,
  { workspace, keys, clock }: RootSources,
): Promise<readonly TrustedRootMaterial[]> {
  const bytes = await readDocument(await rootFile(workspace, path), {
    limit: MAX_BUNDLE_BYTES,
    code: 'BUNDLE_INVALID',
  })
  const bundle = parseBundle(bytes, path)
  const facts = await verifyBundle(bundle, { keys: keys.filter(({ name }) => attestors.includes(name)) })
  if (
    facts.kind !== 'statement' ||
    facts.predicateType !== TRUSTED_ROOTS_TYPE ||
    bundle.content.kind !== 'envelope'
  )
    throw invalid(`The bundle "${printable(path)}" is no statement of type ${TRUSTED_ROOTS_TYPE}.`)
  return rootsFromStatement(parseStatement(bundle.content.payload).predicate, clock.now())
}

/** Splits one root, or one on each line, as `gh attestation trusted-root` prints them. */
function splitDocuments(bytes: Uint8Array): Uint8Array[] {
  const lines = jsonLines(bytes)
  return lines === undefined ? [bytes] : Array.from(lines, ({ document }) => document)
}

async function readRoots(
  root: PolicyTrustedRoot,
  sources: RootSources,
): Promise<readonly TrustedRootMaterial[]> {
  if ('bundle' in root) return readSigned(root, sources)
  if ('tuf' in root) {
    const { mirror, root: first } = root.tuf
    const pinned = await readPinned(sources.workspace, first)
    return [await tufTrustedRoot({ mirror: new URL(mirror), root: pinned, clock: sources.clock })]
  }
  const documents = splitDocuments(await readPinned(sources.workspace, root))
  return documents.map((document) => parseTrustedRoot(document, root.path))
}

/**
 * Returns the roots of the policy; undefined if it names none. Throws TRUSTED_ROOT_INVALID,
 * TRUSTED_ROOT_UNAVAILABLE, or the refusal of a bundle of roots.
 */
export async function policyRoots(
  policy: ArtifactPolicy,
  sources: RootSources,
): Promise<TrustedRoots | undefined> {
  if (policy.trustedRoots.length === 0) return undefined
  const materials = await Promise.all(policy.trustedRoots.map((root) => readRoots(root, sources)))
  return readTrustedRoots(materials.flat())
}
