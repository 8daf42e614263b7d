// The schema of a policy, with a message for each value that can be wrong.
import { isAlgorithm, isJsonObject, isUri, type KeyUri, type KeyUris } from '@open-claw/core'
import { parseEndpoint } from '@open-claw/net'
import * as v from 'valibot'
import { CLAIMS, isClaim, isRefClaim, isWorkflowClaim } from './claims.ts'
import { fields, meantBy } from './fields.ts'
import { canBeRef, canBeWorkflow, isPattern, namesSomebody, type Pattern } from './pattern.ts'

const MAX_LIST = 64

const Name = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'is not a name in lower case, digits and hyphens'),
)
/** Refuses an empty list: one reader takes it for "nothing is allowed", another for "nothing is demanded". */
const list = <S extends v.GenericSchema>(item: S) =>
  v.pipe(
    v.array(item, 'is not a list'),
    v.minLength(1, 'is an empty list'),
    v.maxLength(MAX_LIST, `has more than ${MAX_LIST} items`),
  )

/** Follows the rule for every endpoint: an impostor of the server could keep a gate at old roots. */
const isMirror = (text: string): boolean => {
  try {
    return parseEndpoint(text, 'mirror').href !== ''
  } catch {
    return false
  }
}

const AlgorithmName = v.pipe(v.string(), v.guard(isAlgorithm, 'is not an algorithm of the key table'))

const TIME = /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$/

/** Refuses a day that does not exist: it would be read as another one. */
const isTime = (text: string): boolean =>
  TIME.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text.slice(0, -1))

/** Milliseconds since the epoch. */
const Time = v.pipe(
  v.string(),
  v.check(isTime, 'is not a time as 2027-01-31T00:00:00Z'),
  v.transform((text) => Date.parse(text)),
)
/** The time of the signature, as witnesses establish it; both ends count as inside. */
const WINDOW = { notBefore: v.optional(Time), notAfter: v.optional(Time) }

/** A key URI that follows one of the grammars and pins a version. */
const keyUri = ({ parse, near, isPinned }: KeyUris) =>
  v.pipe(
    v.string(),
    v.rawTransform(({ dataset, addIssue, NEVER }): KeyUri => {
      try {
        return parse(dataset.value, 'uri')
      } catch {
        const meant = near(dataset.value)
        addIssue({
          message: meant === undefined ? 'is not a key URI' : `is not a key URI; "${meant}" would be one`,
        })
        return NEVER
      }
    }),
    v.guard(isPinned, 'must name a version: a newer one is trusted by changing the policy'),
  )

const keyByUri = (keyUris: KeyUris) =>
  fields({ uri: keyUri(keyUris), algorithm: v.optional(AlgorithmName), ...WINDOW })
/** Recognises the placeholder that the documentation shows instead of a key. */
const isPlaceholder = (pem: string): boolean => /\u2026|\.\.\./.test(pem)

const KeyByValue = fields({
  publicKey: v.pipe(
    v.string(),
    v.nonEmpty('is empty'),
    v.check(
      (pem) => !isPlaceholder(pem),
      'is the placeholder of the documentation: put the PEM block of your public key there',
    ),
  ),
  algorithm: v.optional(AlgorithmName),
  ...WINDOW,
})

const GlobPattern = v.pipe(
  v.string(),
  v.guard(
    isPattern,
    'is not an exact value or a glob: at most 4 stars, apart from each other, and something beside stars and separators; no character that does not show',
  ),
)
const NOBODY =
  'can be met by strangers: give the host and the owner in a URL, or the domain in an address, without a star'
const WORKFLOW = 'can match no workflow: write https://HOST/OWNER/NAME/.github/workflows/FILE@REF'
const BuilderPattern = v.pipe(GlobPattern, v.check(canBeWorkflow, WORKFLOW), v.check(namesSomebody, NOBODY))
const REF = 'can match no ref: write refs/heads/NAME or refs/tags/NAME'
const RefPattern = v.pipe(GlobPattern, v.check(canBeRef, REF))

/** A file of the workspace that cannot be changed without changing the policy. */
const PinnedFile = fields({
  path: v.pipe(v.string(), v.nonEmpty(), v.maxLength(1024)),
  digest: v.pipe(v.string(), v.regex(/^sha256:[0-9a-f]{64}$/, 'is not sha256: and 64 hexadecimal digits')),
})
/** A source of trusted certificate authorities, timestamp authorities and logs. */
const TrustedRoot = v.union(
  [
    PinnedFile,
    fields({
      tuf: fields({
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
    fields({
      /** A bundle whose statement holds the roots, signed by one of these attestors. */
      bundle: v.pipe(v.string(), v.nonEmpty(), v.maxLength(1024)),
      attestors: list(Name),
    }),
  ],
  'needs path and digest, or tuf, or bundle and attestors',
)

const Count = v.pipe(v.number('is not a number'), v.integer(), v.minValue(0), v.maxValue(8))
/** Minimum numbers of distinct authorities and logs of the trusted roots. */
const Witnesses = fields({ timestamps: v.optional(Count, 0), logEntries: v.optional(Count, 0) })

/** One pattern or several, any of which suffices. */
const Patterns = v.pipe(
  v.union([GlobPattern, list(GlobPattern)], 'is not a pattern or a list of patterns'),
  v.transform((value): readonly Pattern[] => (typeof value === 'string' ? [value] : value)),
)

function claimProblem(claims: Record<string, unknown>): string | undefined {
  const unknownClaim = Object.keys(claims).find((name) => !isClaim(name))
  if (unknownClaim === undefined) return undefined
  const meant = meantBy(unknownClaim, CLAIMS)
  const why = `has "${unknownClaim}", which is no claim of a certificate`
  return meant === undefined ? why : `${why}; "${meant}" is one`
}

const fits = (name: string, pattern: Pattern): boolean =>
  (!isRefClaim(name) || canBeRef(pattern)) && (!isWorkflowClaim(name) || canBeWorkflow(pattern))

/** Refuses unknown claims, which could never match. Valibot's record ignores the names that every object has. */
const Claims = v.pipe(
  v.custom<Record<string, unknown>>(isJsonObject, 'is not an object'),
  v.check(
    (claims) => claimProblem(claims) === undefined,
    ({ input }) => claimProblem(input) ?? '',
  ),
  v.record(v.string(), Patterns),
  v.check(
    (claims) => Object.entries(claims).every(([name, patterns]) => patterns.every((one) => fits(name, one))),
    `has a pattern that its claim can never match: a ref begins with refs/heads/ or refs/tags/, a workflow is https://HOST/OWNER/NAME/.github/workflows/FILE@REF`,
  ),
)

/** Each of these claims names the owner of the build, however broad the subject is. */
const IDENTIFYING = [
  'buildSignerURI',
  'buildConfigURI',
  'sourceRepositoryURI',
  'sourceRepositoryIdentifier',
  'sourceRepositoryOwnerURI',
  'sourceRepositoryOwnerIdentifier',
  'githubWorkflowRepository',
] as const

/** In `owner/name`, the form in certificates from before 2023, the first part names the owner. */
const pins = (name: string, pattern: Pattern): boolean =>
  name === 'githubWorkflowRepository' ? !pattern.startsWith('*') : namesSomebody(pattern)

const isPinnedBy = (claims: Readonly<Record<string, readonly Pattern[]>> = {}): boolean =>
  IDENTIFYING.some((name) => claims[name]?.every((pattern) => pins(name, pattern)) === true)

const Certificate = v.pipe(
  fields({
    issuer: v.pipe(v.string(), v.regex(/^https?:\/\/[^\s*]+$/, 'is not the exact URL of an issuer')),
    subjects: list(v.pipe(GlobPattern, v.check(canBeWorkflow, WORKFLOW))),
    claims: v.optional(Claims),
  }),
  v.check(
    ({ subjects, claims }) => subjects.every(namesSomebody) || isPinnedBy(claims),
    `has a subject that ${NOBODY}; or pin the source by a claim, such as sourceRepositoryOwnerIdentifier`,
  ),
)
const attestor = (keyUris: KeyUris) =>
  v.union(
    [
      fields({
        name: Name,
        key: v.union([keyByUri(keyUris), KeyByValue], 'needs uri, or publicKey and, for RSA, algorithm'),
        witnesses: v.optional(Witnesses),
      }),
      fields({ name: Name, certificate: Certificate, witnesses: v.optional(Witnesses) }),
    ],
    'needs a name, and key or certificate',
  )

const Provenance = fields({
  repository: v.pipe(
    v.string(),
    v.regex(/^https?:\/\/[^\s*]+$/, 'is not the exact URL of a repository: write https://HOST/OWNER/NAME'),
  ),
  repositoryId: v.optional(
    v.pipe(
      v.string('is not text: put the id in quotes'),
      v.regex(/^[0-9]+$/, 'is not a numeric id in quotes'),
    ),
  ),
  refs: list(RefPattern),
  builders: list(BuilderPattern),
  events: list(v.pipe(v.string(), v.regex(/^[a-z_]+$/, 'is not the name of an event'))),
  isolation: v.optional(list(v.picklist(['shared-job', 'isolated'], 'is not shared-job or isolated'))),
  runnerEnvironment: v.optional(
    v.picklist(['github-hosted', 'self-hosted'], 'is not github-hosted or self-hosted'),
  ),
})

/** in-toto's TypeURI: `https:`, `urn:` and others, never a host without its scheme. */
const PredicateType = v.pipe(v.string(), v.check(isUri, 'is not the URI of a predicate type'))

/** The digest alone decides; or the statement must also give the last part of the path, or the whole path. */
const NAME_RULES = ['unbound', 'basename', 'path'] as const

export type NameRule = (typeof NAME_RULES)[number]

const Attestation = fields({
  name: Name,
  predicateType: PredicateType,
  attestors: list(Name),
  names: v.optional(
    v.picklist(NAME_RULES, 'is not path, basename or unbound: say by what names are bound'),
    'unbound',
  ),
  provenance: v.optional(Provenance),
})

/** Makes the schema of a policy; `keyUris` has the grammars of key URIs. */
export const policySchema = (keyUris: KeyUris) =>
  fields({
    apiVersion: v.literal('open-claw/v1', 'is not open-claw/v1'),
    kind: v.literal('ArtifactPolicy', 'is not ArtifactPolicy'),
    metadata: fields({ name: Name }),
    spec: fields({
      trustedRoots: v.optional(list(TrustedRoot)),
      attestors: list(attestor(keyUris)),
      attestations: v.optional(list(Attestation)),
      signatures: v.optional(list(fields({ name: Name, attestors: list(Name) }))),
    }),
  })

export type PolicyDocument = v.InferOutput<ReturnType<typeof policySchema>>
export type ProvenanceRule = v.InferOutput<typeof Provenance>
export type Attestor = v.InferOutput<ReturnType<typeof attestor>>
export type PolicyKey = v.InferOutput<ReturnType<typeof keyByUri>> | v.InferOutput<typeof KeyByValue>
export type CertificateRule = v.InferOutput<typeof Certificate>
export type PolicyTrustedRoot = v.InferOutput<typeof TrustedRoot>
