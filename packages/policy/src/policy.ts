// ArtifactPolicy: what a gate demands of an artifact. Identity of a policy: the SHA-256 of its bytes.
import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import {
  ClawError,
  isAlgorithm,
  parseKeyUri,
  printable,
  sha256FromBytes,
  type Algorithm,
  type KeyUri,
  type Sha256,
} from '@open-claw/core'
import * as v from 'valibot'
import { isPattern, type Pattern } from './pattern.ts'

/** Far above any policy that a person can review. */
export const MAX_POLICY_BYTES: number = 256 * 1024
const MAX_LIST = 64

const Name = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'is not a name in lower case, digits and hyphens'),
)
/** An empty list would be read as "nothing is allowed" by one and "nothing is demanded" by another. */
const list = <S extends v.GenericSchema>(item: S) =>
  v.pipe(v.array(item), v.minLength(1), v.maxLength(MAX_LIST))

const isKeyUri = (text: string): boolean => {
  try {
    return parseKeyUri(text, 'uri') === text
  } catch {
    return false
  }
}

const KeyByUri = v.strictObject({
  uri: v.pipe(
    v.string(),
    v.check(isKeyUri, 'is not a key URI'),
    v.check(
      (text) => /ersions\/\d+$/.test(text),
      'must name a version: a newer one is trusted by changing the policy',
    ),
    v.transform((text): KeyUri => parseKeyUri(text, 'uri')),
  ),
})
const KeyByValue = v.strictObject({
  publicKey: v.pipe(v.string(), v.nonEmpty()),
  algorithm: v.optional(
    v.pipe(
      v.string(),
      v.check(isAlgorithm, 'is not an algorithm of the key table'),
      v.transform((name): Algorithm | undefined => (isAlgorithm(name) ? name : undefined)),
    ),
  ),
})
const GlobPattern = v.pipe(
  v.string(),
  v.guard(isPattern, 'is not an exact value or a glob of at most 4 stars'),
)

const Provenance = v.strictObject({
  repository: v.pipe(v.string(), v.regex(/^https?:\/\/[^\s*]+$/, 'is not the exact URL of a repository')),
  repositoryId: v.optional(v.pipe(v.string(), v.regex(/^[0-9]+$/, 'is not a numeric id in quotes'))),
  refs: list(GlobPattern),
  builders: list(GlobPattern),
  events: list(v.pipe(v.string(), v.regex(/^[a-z_]+$/, 'is not the name of an event'))),
  isolation: list(v.picklist(['shared-job', 'isolated'])),
  runnerEnvironment: v.optional(v.picklist(['github-hosted', 'self-hosted'])),
})

const Policy = v.strictObject({
  apiVersion: v.literal('open-claw/v1'),
  kind: v.literal('ArtifactPolicy'),
  metadata: v.strictObject({ name: Name }),
  spec: v.strictObject({
    attestors: list(
      v.strictObject({
        name: Name,
        key: v.union([KeyByUri, KeyByValue], 'needs uri, or publicKey and, for RSA, algorithm'),
      }),
    ),
    attestations: v.optional(
      list(
        v.strictObject({
          name: Name,
          predicateType: v.pipe(
            v.string(),
            v.regex(/^https?:\/\/\S+$/, 'is not the URI of a predicate type'),
          ),
          attestors: list(Name),
          provenance: v.optional(Provenance),
        }),
      ),
    ),
    signatures: v.optional(list(v.strictObject({ name: Name, attestors: list(Name) }))),
  }),
})

type PolicyDocument = v.InferOutput<typeof Policy>
export type ProvenanceRule = v.InferOutput<typeof Provenance>
export type PolicyKey = PolicyDocument['spec']['attestors'][number]['key']

/** One demand: a statement of a predicate type, or a signature over the file itself. */
export interface PolicyEntry {
  readonly name: string
  /** Names of attestors; any one of them satisfies the entry. */
  readonly attestors: readonly string[]
  /** undefined: a message signature. */
  readonly predicateType: string | undefined
  readonly provenance: ProvenanceRule | undefined
}

export interface ArtifactPolicy {
  readonly name: string
  readonly digest: Sha256
  readonly attestors: readonly { readonly name: string; readonly key: PolicyKey }[]
  /** Each must be satisfied, by one bundle, for each artifact. */
  readonly entries: readonly PolicyEntry[]
}

export type { Pattern }

const invalid = (why: string): ClawError => new ClawError('POLICY_INVALID', `The policy ${why}.`)

async function readYaml(bytes: Uint8Array): Promise<unknown> {
  if (bytes.length > MAX_POLICY_BYTES) throw invalid(`is over ${MAX_POLICY_BYTES} bytes`)
  if (!isUtf8(bytes)) throw invalid('is not UTF-8')
  const text = Buffer.from(bytes).toString('utf8')
  const { parseDocument } = await import('yaml')
  // Core schema: `no` stays a string. Aliases, tags, merge keys and several documents have no use here.
  const document = parseDocument(text, {
    schema: 'core',
    version: '1.2',
    merge: false,
    uniqueKeys: true,
    strict: true,
  })
  const [problem] = [...document.errors, ...document.warnings]
  if (problem !== undefined)
    throw invalid(`is not plain YAML: ${printable(problem.message.split('\n')[0] ?? '')}`)
  try {
    return document.toJS({ maxAliasCount: 0 })
  } catch {
    throw invalid('uses a YAML alias, which is not allowed')
  }
}

function entriesOf({ spec }: PolicyDocument): PolicyEntry[] {
  const signatures = (spec.signatures ?? []).map((entry) => ({
    ...entry,
    predicateType: undefined,
    provenance: undefined,
  }))
  const attestations = (spec.attestations ?? []).map((entry) => ({ ...entry, provenance: entry.provenance }))
  const entries = [...attestations, ...signatures]
  if (entries.length === 0) throw invalid('demands nothing: give attestations or signatures')
  const known = new Set(spec.attestors.map(({ name }) => name))
  if (known.size !== spec.attestors.length) throw invalid('has two attestors of one name')
  if (new Set(entries.map(({ name }) => name)).size !== entries.length)
    throw invalid('has two entries of one name')
  for (const { name, attestors } of entries) {
    const stranger = attestors.find((attestor) => !known.has(attestor))
    if (stranger !== undefined)
      throw invalid(`names the attestor "${printable(stranger)}" in "${name}", which it does not define`)
  }
  const misplaced = attestations.find(
    (entry) => entry.provenance !== undefined && entry.predicateType !== 'https://slsa.dev/provenance/v1',
  )
  if (misplaced !== undefined)
    throw invalid(
      `sets provenance in "${misplaced.name}", whose predicateType is not https://slsa.dev/provenance/v1`,
    )
  return entries
}

/** Reads a policy. Unknown fields, empty lists, wrong types and undefined names throw POLICY_INVALID. */
export async function parsePolicy(bytes: Uint8Array): Promise<ArtifactPolicy> {
  const result = v.safeParse(Policy, await readYaml(bytes), { abortEarly: true })
  if (!result.success) {
    const [issue] = result.issues
    throw invalid(
      `is not valid at ${printable(v.getDotPath(issue) ?? 'its top')}: ${printable(issue.message)}`,
    )
  }
  return {
    name: result.output.metadata.name,
    digest: policyDigest(bytes),
    attestors: result.output.spec.attestors,
    entries: entriesOf(result.output),
  }
}

/** What a workflow pins. */
export const policyDigest = (bytes: Uint8Array): Sha256 =>
  sha256FromBytes(createHash('sha256').update(bytes).digest())
