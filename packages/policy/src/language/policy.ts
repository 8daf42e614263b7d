// ArtifactPolicy: what a gate demands of an artifact. The SHA-256 of its bytes identifies a policy.
import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { printable, PROVENANCE_TYPES, sha256FromBytes, type KeyUris, type Sha256 } from '@open-claw/core'
import * as v from 'valibot'
import { nearestProblem } from './problem.ts'
import {
  policySchema,
  type Attestor,
  type NameRule,
  type PolicyDocument,
  type PolicyTrustedRoot,
  type ProvenanceRule,
} from './schema.ts'
import { policyInvalid, readYaml } from './yaml-source.ts'

/** Far above any policy that a person can review. */
export const MAX_POLICY_BYTES: number = 256 * 1024

/** One demand: a statement of a predicate type, or a signature over the file itself. */
export interface PolicyEntry {
  readonly name: string
  /** Names of attestors; any one of them satisfies the entry. */
  readonly attestors: readonly string[]
  /** Undefined for a message signature. */
  readonly predicateType: string | undefined
  /** The rule for the name that a statement gives the artifact. */
  readonly names: NameRule
  readonly provenance: ProvenanceRule | undefined
}

export interface ArtifactPolicy {
  readonly name: string
  readonly digest: Sha256
  readonly attestors: readonly Attestor[]
  /** Empty if the policy trusts keys alone. */
  readonly trustedRoots: readonly PolicyTrustedRoot[]
  /** Each must be satisfied, by one bundle, for each artifact. */
  readonly entries: readonly PolicyEntry[]
}

const hasWindow = (one: Attestor): boolean =>
  'key' in one && (one.key.notBefore !== undefined || one.key.notAfter !== undefined)

const needsRoots = (one: Attestor): boolean =>
  'certificate' in one ||
  hasWindow(one) ||
  (one.witnesses?.timestamps ?? 0) + (one.witnesses?.logEntries ?? 0) > 0

/**
 * Checks that attestors that need trusted roots have them, and that a key without a window signs a bundle of
 * roots: a certificate or a time would need the roots first.
 */
function checkRoots({ attestors, trustedRoots = [] }: PolicyDocument['spec']): void {
  const dependent = attestors.find(needsRoots)
  if (dependent !== undefined && trustedRoots.length === 0)
    throw policyInvalid(`The policy gives no trustedRoots, which the attestor "${dependent.name}" needs.`)
  const keys = new Set(attestors.filter((one) => 'key' in one && !hasWindow(one)).map(({ name }) => name))
  const signers = trustedRoots.flatMap((root) => ('bundle' in root ? root.attestors : []))
  const unfit = signers.find((name) => !keys.has(name))
  if (unfit !== undefined)
    throw policyInvalid(
      `The policy lets "${printable(unfit)}" sign a bundle of roots, which is no attestor with a key and without a window.`,
    )
}

function checkWindows(attestors: readonly Attestor[]): void {
  const empty = attestors.find(
    (one) => 'key' in one && (one.key.notBefore ?? -Infinity) >= (one.key.notAfter ?? Infinity),
  )
  if (empty !== undefined)
    throw policyInvalid(
      `The policy gives the key of "${empty.name}" a notBefore that is not before its notAfter.`,
    )
}

function checkNames({
  attestors,
  entries,
}: {
  attestors: readonly Attestor[]
  entries: PolicyEntry[]
}): void {
  const known = new Set(attestors.map(({ name }) => name))
  if (known.size !== attestors.length) throw policyInvalid('The policy has two attestors of one name.')
  if (new Set(entries.map(({ name }) => name)).size !== entries.length)
    throw policyInvalid('The policy has two entries of one name.')
  for (const entry of entries) {
    const undefinedName = entry.attestors.find((attestor) => !known.has(attestor))
    if (undefinedName !== undefined)
      throw policyInvalid(
        `The policy names the attestor "${printable(undefinedName)}" in "${entry.name}", which it does not define.`,
      )
  }
}

function policyEntries({ spec }: PolicyDocument): PolicyEntry[] {
  // A signature over a file names nothing, so no name can be bound.
  const signatures = (spec.signatures ?? []).map((entry) => ({
    ...entry,
    predicateType: undefined,
    names: 'unbound' as const,
    provenance: undefined,
  }))
  const attestations = (spec.attestations ?? []).map((entry) => ({ ...entry, provenance: entry.provenance }))
  const entries = [...attestations, ...signatures]
  if (entries.length === 0)
    throw policyInvalid('The policy demands nothing: give attestations or signatures.')
  checkNames({ attestors: spec.attestors, entries })
  checkRoots(spec)
  checkWindows(spec.attestors)
  const misplaced = attestations.find(
    ({ provenance, predicateType }) =>
      provenance !== undefined && !PROVENANCE_TYPES.some((type) => type === predicateType),
  )
  if (misplaced !== undefined)
    throw policyInvalid(
      `The policy sets provenance in "${misplaced.name}", whose predicateType is not ${PROVENANCE_TYPES.join(' or ')}.`,
    )
  return entries
}

/**
 * Reads a policy; `keyUris` has the grammars of its key URIs. Throws POLICY_INVALID for unknown fields, empty
 * lists, wrong types and undefined names.
 */
export async function parsePolicy(bytes: Uint8Array, keyUris: KeyUris): Promise<ArtifactPolicy> {
  if (bytes.length > MAX_POLICY_BYTES) throw policyInvalid(`The policy is over ${MAX_POLICY_BYTES} bytes.`)
  if (!isUtf8(bytes)) throw policyInvalid('The policy is not UTF-8.')
  const { value, showPlace } = await readYaml(Buffer.from(bytes).toString('utf8'))
  const result = v.safeParse(policySchema(keyUris), value, { abortEarly: true })
  if (!result.success) {
    const { path, message } = nearestProblem(result.issues[0])
    const where = path.length === 0 ? 'its top' : path.join('.')
    throw policyInvalid(
      `The policy is not valid at ${printable(where)}: ${printable(message)}${showPlace(path)}.`,
    )
  }
  return {
    name: result.output.metadata.name,
    digest: policyDigest(bytes),
    attestors: result.output.spec.attestors,
    trustedRoots: result.output.spec.trustedRoots ?? [],
    entries: policyEntries(result.output),
  }
}

/** Returns the digest that a workflow pins. */
export const policyDigest = (bytes: Uint8Array): Sha256 =>
  sha256FromBytes(createHash('sha256').update(bytes).digest())
