// in-toto Statement v1 (https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md).
import * as v from 'valibot'
import { isFileHash, isHexDigest, isIdentifying } from './digest-set.ts'
import { ClawError } from '../errors/claw-error.ts'
import { isJsonObject, parseJson } from './json.ts'
import { printable } from './printable.ts'
import { AnyObject } from './schemas.ts'
import { subjectDigests, type Subject } from './subject.ts'

export const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1'
/** cosign still writes v0.1; the fields that are read here are the same. */
const READ_TYPES = [STATEMENT_TYPE, 'https://in-toto.io/Statement/v0.1'] as const
export const IN_TOTO_PAYLOAD_TYPE = 'application/vnd.in-toto+json'
export const SLSA_PROVENANCE_TYPE = 'https://slsa.dev/provenance/v1'
/** What `cosign sign` writes where a signature, and no claim, is meant. */
export const SIGNATURE_PREDICATE_TYPE = 'https://sigstore.dev/cosign/sign/v1'

/** Objects of git, by SHA-1 or SHA-256. */
const GIT_OBJECTS: ReadonlySet<string> = new Set(['gitCommit', 'gitTree', 'gitBlob', 'gitTag'])

/** Hexadecimal of the length of its algorithm, where the specification names that one; others are free-form. */
function isDigest(algorithm: string, value: string): boolean {
  if (isFileHash(algorithm)) return isHexDigest(algorithm, value)
  return GIT_OBJECTS.has(algorithm) ? /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value) : value !== ''
}

const Text = v.pipe(v.string(), v.nonEmpty())
// Valibot takes a list for a record.
const DigestSet = v.pipe(
  v.custom(isJsonObject, 'is not an object'),
  v.record(Text, v.string()),
  v.check(
    (digests) => Object.entries(digests).every(([name, value]) => isDigest(name, value)),
    'a digest is not lower-case hexadecimal of the length of its algorithm, as in-toto demands (digest_set.md)',
  ),
)

// Unknown fields are ignored, as the specification demands of readers ("monotonic principle").
const Descriptor = v.object({
  name: v.optional(v.string()),
  uri: v.optional(v.string()),
  digest: v.optional(DigestSet),
  content: v.optional(v.string()),
  downloadLocation: v.optional(v.string()),
  mediaType: v.optional(v.string()),
  annotations: v.optional(AnyObject),
})
const ResourceDescriptor = v.pipe(
  Descriptor,
  v.check(
    ({ uri, digest, content, name }) =>
      [uri, content, name].some((field) => field !== undefined && field !== '') ||
      Object.keys(digest ?? {}).length > 0,
    'one of name, uri, digest and content is required',
  ),
)

/**
 * Digests of a subject. One that nobody identifies a file by is not judged here: "Consumers MUST ignore
 * unrecognized or unaccepted algorithms" (digest_set.md), and what is wrong with the SHA-1 of one subject says
 * nothing of another.
 */
const SubjectDigests = v.pipe(
  v.custom(isJsonObject, 'is not an object'),
  v.record(Text, v.string()),
  v.check((digests) => Object.keys(digests).length > 0, 'a subject needs a digest'),
  v.check(
    (digests) =>
      Object.entries(digests).every(([name, value]) => !isIdentifying(name) || isHexDigest(name, value)),
    'a digest is not lower-case hexadecimal of the length of its algorithm, as in-toto demands (digest_set.md)',
  ),
)

const SubjectDescriptor = v.object({ name: v.nullish(v.string()), digest: SubjectDigests })

const Statement = v.object({
  _type: v.picklist(READ_TYPES),
  subject: v.pipe(v.array(SubjectDescriptor), v.minLength(1)),
  predicateType: Text,
  /** "Unset is treated the same as set-but-empty" (statement.md); PyPI writes null, as protobuf's JSON allows. */
  predicate: v.nullish(AnyObject, {}),
})

const ProvenanceV1 = v.object({
  buildDefinition: v.object({
    buildType: Text,
    externalParameters: AnyObject,
    internalParameters: v.optional(AnyObject),
    resolvedDependencies: v.optional(v.array(ResourceDescriptor)),
  }),
  runDetails: v.object({
    builder: v.object({
      id: Text,
      version: v.optional(v.record(v.string(), v.string())),
      builderDependencies: v.optional(v.array(ResourceDescriptor)),
    }),
    metadata: v.optional(
      v.object({
        invocationId: v.optional(v.string()),
        startedOn: v.optional(v.string()),
        finishedOn: v.optional(v.string()),
      }),
    ),
    byproducts: v.optional(v.array(ResourceDescriptor)),
  }),
})

export type Statement = v.InferOutput<typeof Statement>
export type ResourceDescriptor = v.InferOutput<typeof ResourceDescriptor>
export type ProvenanceV1 = v.InferOutput<typeof ProvenanceV1>

function check<S extends v.GenericSchema>(schema: S, value: unknown, what: string): v.InferOutput<S> {
  const result = v.safeParse(schema, value, { abortEarly: true })
  if (result.success) return result.output
  const [issue] = result.issues
  const path = v.getDotPath(issue) ?? 'the document'
  throw new ClawError('STATEMENT_INVALID', `${what}: ${printable(path)}: ${printable(issue.message)}.`)
}

/** Reads an in-toto statement, v1 or v0.1. Throws STATEMENT_INVALID or JSON_INVALID. */
export function parseStatement(payload: string | Uint8Array): Statement {
  return check(Statement, parseJson(payload, 'The in-toto statement'), 'The in-toto statement')
}

/** Reads a resource descriptor. Throws STATEMENT_INVALID. */
export function checkResourceDescriptor(value: unknown): ResourceDescriptor {
  return check(ResourceDescriptor, value, 'The resource descriptor')
}

/** Reads a SLSA provenance v1 predicate. Throws STATEMENT_INVALID. */
export function checkProvenance(value: unknown): ProvenanceV1 {
  return check(ProvenanceV1, value, `The SLSA provenance (${SLSA_PROVENANCE_TYPE}#schema)`)
}

/** A predicate that is made here. */
export interface PredicateValue {
  readonly type: string
  readonly body: { readonly [key: string]: unknown }
}

/** A predicate of somebody else: the text of one JSON object, without anything around it. */
export interface PredicateText {
  readonly type: string
  readonly text: string
}

export type Predicate = PredicateValue | PredicateText

/** The bytes of a statement over `subjects`, in their order. */
export function writeStatement(subjects: readonly Subject[], predicate: Predicate): Buffer {
  const head = JSON.stringify({
    _type: STATEMENT_TYPE,
    subject: subjects.map((subject) => ({
      name: subject.name,
      digest: Object.fromEntries(subjectDigests(subject)),
    })),
    predicateType: predicate.type,
  })
  const text = 'text' in predicate ? predicate.text : JSON.stringify(predicate.body)
  return Buffer.from(`${head.slice(0, -1)},"predicate":${text}}`)
}
