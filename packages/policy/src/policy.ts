// ArtifactPolicy: what a gate demands of an artifact. Identity of a policy: the SHA-256 of its bytes.
import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import {
  ClawError,
  isAlgorithm,
  isJsonObject,
  isPinned,
  parseEndpoint,
  parseKeyUri,
  printable,
  sha256FromBytes,
  type KeyUri,
  type Sha256,
} from '@open-claw/core'
import * as v from 'valibot'
import { isClaim } from './claims.ts'
import { isPattern, type Pattern } from './pattern.ts'
import { shownProblem } from './problem.ts'

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

/** The same rule as for every endpoint: whoever may answer in a server's place could keep a gate at old roots. */
const isMirror = (text: string): boolean => {
  try {
    return parseEndpoint(text, 'mirror').href !== ''
  } catch {
    return false
  }
}

const AlgorithmName = v.pipe(v.string(), v.guard(isAlgorithm, 'is not an algorithm of the key table'))

const KeyByUri = v.strictObject({
  uri: v.pipe(
    v.string(),
    v.check(isKeyUri, 'is not a key URI'),
    v.transform((text): KeyUri => parseKeyUri(text, 'uri')),
    v.check(isPinned, 'must name a version: a newer one is trusted by changing the policy'),
  ),
  algorithm: v.optional(AlgorithmName),
})
const KeyByValue = v.strictObject({
  publicKey: v.pipe(v.string(), v.nonEmpty()),
  algorithm: v.optional(AlgorithmName),
})
const GlobPattern = v.pipe(
  v.string(),
  v.guard(isPattern, 'is not an exact value or a glob of at most 4 stars'),
)

/** A file of the workspace that cannot be changed without changing the policy. */
const PinnedFile = v.strictObject({
  path: v.pipe(v.string(), v.nonEmpty(), v.maxLength(1024)),
  digest: v.pipe(v.string(), v.regex(/^sha256:[0-9a-f]{64}$/, 'is not sha256: and 64 hexadecimal digits')),
})
/** Where the authorities of certificates, timestamps and logs are defined. */
const TrustedRoot = v.union(
  [
    PinnedFile,
    v.strictObject({
      tuf: v.strictObject({
        mirror: v.pipe(
          v.string(),
          v.check(
            isMirror,
            'is not an https URL without credentials, query or fragment (http is allowed on loopback only)',
          ),
        ),
        /** The first root of trust, from which the client walks to the current one. */
        root: PinnedFile,
      }),
    }),
    v.strictObject({
      /** A bundle whose statement holds the roots, signed by one of these attestors. */
      bundle: v.pipe(v.string(), v.nonEmpty(), v.maxLength(1024)),
      attestors: list(Name),
    }),
  ],
  'needs path and digest, or tuf, or bundle and attestors',
)

const Count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8))
/** Least numbers of distinct authorities and logs of the trusted roots. */
const Witnesses = v.strictObject({ timestamps: v.optional(Count, 0), logEntries: v.optional(Count, 0) })

/** A claim that no certificate has could never match. Valibot's record passes over the names that every object has. */
const Claims = v.pipe(
  v.custom<Record<string, unknown>>(isJsonObject, 'is not an object'),
  v.check((claims) => Object.keys(claims).every(isClaim), 'has a name that is no claim of a certificate'),
  v.record(v.string(), GlobPattern),
)
const Certificate = v.strictObject({
  issuer: v.pipe(v.string(), v.regex(/^https?:\/\/[^\s*]+$/, 'is not the exact URL of an issuer')),
  subjects: list(GlobPattern),
  claims: v.optional(Claims),
})
const Attestor = v.union(
  [
    v.strictObject({
      name: Name,
      key: v.union([KeyByUri, KeyByValue], 'needs uri, or publicKey and, for RSA, algorithm'),
      witnesses: v.optional(Witnesses),
    }),
    v.strictObject({ name: Name, certificate: Certificate, witnesses: v.optional(Witnesses) }),
  ],
  'needs a name, and key or certificate',
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
    trustedRoots: v.optional(list(TrustedRoot)),
    attestors: list(Attestor),
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
export type Attestor = v.InferOutput<typeof Attestor>
export type PolicyKey = v.InferOutput<typeof KeyByUri> | v.InferOutput<typeof KeyByValue>
export type CertificateRule = v.InferOutput<typeof Certificate>
export type PolicyTrustedRoot = v.InferOutput<typeof TrustedRoot>

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
  readonly attestors: readonly Attestor[]
  /** Empty where the policy trusts keys alone. */
  readonly trustedRoots: readonly PolicyTrustedRoot[]
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

/** What needs trusted roots must have them, and a bundle of roots is signed by a key: a certificate would need the roots first. */
function checkRoots({ attestors, trustedRoots = [] }: PolicyDocument['spec']): void {
  const needy = attestors.find(
    (one) => 'certificate' in one || (one.witnesses?.timestamps ?? 0) + (one.witnesses?.logEntries ?? 0) > 0,
  )
  if (needy !== undefined && trustedRoots.length === 0)
    throw invalid(`gives no trustedRoots, which the attestor "${needy.name}" needs`)
  const keys = new Set(attestors.filter((one) => 'key' in one).map(({ name }) => name))
  const signers = trustedRoots.flatMap((root) => ('bundle' in root ? root.attestors : []))
  const stranger = signers.find((name) => !keys.has(name))
  if (stranger !== undefined)
    throw invalid(`lets "${printable(stranger)}" sign a bundle of roots, which is no attestor with a key`)
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
  checkRoots(spec)
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
    throw invalid(shownProblem(issue))
  }
  return {
    name: result.output.metadata.name,
    digest: policyDigest(bytes),
    attestors: result.output.spec.attestors,
    trustedRoots: result.output.spec.trustedRoots ?? [],
    entries: entriesOf(result.output),
  }
}

/** What a workflow pins. */
export const policyDigest = (bytes: Uint8Array): Sha256 =>
  sha256FromBytes(createHash('sha256').update(bytes).digest())
