// The authorities that the policy trusts. Each root is pinned by the policy, or signed by a key of it:
// a file of the workspace alone could have been changed by the change under review.
import { createHash } from 'node:crypto'
import {
  ClawError,
  jsonLines,
  MAX_BUNDLE_BYTES,
  MAX_JSON_BYTES,
  parseBundle,
  parseStatement,
  printable,
  systemClock,
  verifyBundle,
  type TrustedKey,
  type TrustedRoots,
} from '@open-claw/core'
import { readDocument, selectFile, type ArtifactFile } from '@open-claw/files'
import {
  parseTrustedRoot,
  rootsFromStatement,
  trustedRootsOf,
  tufTrustedRoot,
  TRUSTED_ROOTS_TYPE,
  type TrustedRootMaterial,
} from '@open-claw/sigstore'
import type { ArtifactPolicy, PolicyTrustedRoot } from '@open-claw/policy'

type PinnedFile = Extract<PolicyTrustedRoot, { digest: string }>
type SignedRoots = Extract<PolicyTrustedRoot, { bundle: string }>

const refuse = (why: string): ClawError => new ClawError('TRUSTED_ROOT_INVALID', why)

const fileOf = (workspace: string, path: string): Promise<ArtifactFile> =>
  selectFile(workspace, path, 'policy, trusted root')

async function readPinned(workspace: string, { path, digest }: PinnedFile): Promise<Uint8Array> {
  const bytes = await readDocument(await fileOf(workspace, path), {
    limit: MAX_JSON_BYTES,
    code: 'TRUSTED_ROOT_INVALID',
  })
  const actual = `sha256:${createHash('sha256').update(bytes).digest('hex')}`
  if (actual === digest) return bytes
  throw refuse(`"${printable(path)}" has the digest ${actual}, which is not the one that the policy pins.`)
}

async function readSigned(
  workspace: string,
  { bundle: path, attestors }: SignedRoots,
  keys: readonly TrustedKey[],
): Promise<readonly TrustedRootMaterial[]> {
  const bytes = await readDocument(await fileOf(workspace, path), {
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
    throw refuse(`The bundle "${printable(path)}" is no statement of type ${TRUSTED_ROOTS_TYPE}.`)
  return rootsFromStatement(parseStatement(bundle.content.payload).predicate, systemClock.now())
}

/** One root, or one on each line, as `gh attestation trusted-root` prints them. */
function documentsOf(bytes: Uint8Array): Uint8Array[] {
  const lines = jsonLines(bytes)
  return lines === undefined ? [bytes] : Array.from(lines, ({ document }) => document)
}

async function materialsOf(
  workspace: string,
  root: PolicyTrustedRoot,
  keys: readonly TrustedKey[],
): Promise<readonly TrustedRootMaterial[]> {
  if ('bundle' in root) return readSigned(workspace, root, keys)
  if ('tuf' in root) {
    const { mirror, root: first } = root.tuf
    return [await tufTrustedRoot({ mirror: new URL(mirror), root: await readPinned(workspace, first) })]
  }
  const documents = documentsOf(await readPinned(workspace, root))
  return documents.map((document) => parseTrustedRoot(document, root.path))
}

/** The roots of the policy; undefined where it names none. Throws TRUSTED_ROOT_INVALID, TRUSTED_ROOT_UNAVAILABLE, or why a bundle of roots is refused. */
export async function policyRoots(
  workspace: string,
  policy: ArtifactPolicy,
  keys: readonly TrustedKey[],
): Promise<TrustedRoots | undefined> {
  if (policy.trustedRoots.length === 0) return undefined
  const materials = await Promise.all(policy.trustedRoots.map((root) => materialsOf(workspace, root, keys)))
  return trustedRootsOf(materials.flat())
}
